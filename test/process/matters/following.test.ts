// Following a nomination: anyone may, once it has been submitted; whoever nominated it is told anyway.
import { followersOf } from '../../../services/process/round/matters/following';
import { given, nominationId } from '../given';
import { send } from '../kinds/sketches';
import { follows, open, submitted } from './round';

const received = [open, ...submitted('klara', 'n1')] as const;

it('is anybody’s own choice, once', () => {
  given(...received)
    .when(follows('fie', 'n1'))
    .thenEvents('NominationFollowed')
    .thenState((state) => expect(followersOf(state, nominationId('n1'))).toEqual(['fie']));
  given(...received, follows('fie', 'n1'))
    .when(follows('fie', 'n1'))
    .thenUnchanged();
});

it('ends when one wants no more, and ending what never was changes nothing', () => {
  given(...received, follows('fie', 'n1'))
    .when(follows('fie', 'n1', 'UnfollowNomination'))
    .thenEvents('NominationUnfollowed')
    .thenState((state) => expect(followersOf(state, nominationId('n1'))).toEqual([]));
  given(...received)
    .when(follows('fie', 'n1', 'UnfollowNomination'))
    .thenUnchanged();
});

it('is nothing for its nominators, who are told anyway', () => {
  given(...received)
    .when(follows('klara', 'n1'))
    .thenUnchanged();
});

it('is refused of what has not been submitted, as nobody else knows of it, and to the system', () => {
  given(open, send('klara', 'n1')).when(follows('fie', 'n1')).thenRefused('UnknownNomination');
  given(...received)
    .when(follows('fie', 'n9'))
    .thenRefused('UnknownNomination');
  given(...received)
    .when(follows('system', 'n1'))
    .thenRefused('NoMandate');
});
