// Joining another's nomination: asked by anyone of what was submitted, answered by any of its nominators.
import { as, type JoinId } from '../../../services/process/ids';
import { outstanding } from '../../../services/process/round/outstanding';
import { by, given, nominationId } from '../given';
import { nominationIn, send } from '../kinds/sketches';
import { open, submitted } from './round';

const received = [open, ...submitted('klara', 'n1', 'kurt')] as const;
const join = as<JoinId>('j1');
const asks = (name: string, id = 'n1') => by(name, { type: 'AskToJoin', joinId: join, nominationId: nominationId(id) });
const answers = (name: string, accepts: boolean) => by(name, { type: 'AnswerJoin', joinId: join, accepts });

it('waits for every nominator, and one who says yes takes the other in', () => {
  const told = given(...received, asks('lone'));
  const waiting = told.state === null ? [] : outstanding(told.state, '2027-01-11');
  expect(waiting.flatMap(({ entries }) => entries.filter(({ wanted }) => wanted === 'join'))).toMatchObject([
    { personId: 'klara' },
    { personId: 'kurt' },
  ]);
  told
    .when(answers('kurt', true))
    .thenEvents('JoinAnswered')
    .thenState((state) => expect(nominationIn(state, 'n1').nominators).toEqual(['klara', 'kurt', 'lone']));
});

it('leaves everything as it is when one says no; the first answer stands', () => {
  given(...received, asks('lone'), answers('klara', false))
    .when(answers('kurt', true))
    .thenUnchanged();
  expect(nominationIn(given(...received, asks('lone'), answers('klara', false)).state, 'n1').nominators).toHaveLength(
    2,
  );
});

it('is refused of what nobody knows of, to the system, and answers by anybody else', () => {
  given(open, send('klara', 'n1')).when(asks('lone')).thenRefused('UnknownNomination');
  given(...received)
    .when(asks('system'))
    .thenRefused('NoMandate');
  given(...received, asks('lone'))
    .when(answers('lone', true))
    .thenRefused('NotNominator');
});

it('changes nothing for a nominator, and asked twice is asked once', () => {
  given(...received)
    .when(asks('klara'))
    .thenUnchanged();
  given(...received, asks('lone'))
    .when(asks('lone'))
    .thenUnchanged();
});
