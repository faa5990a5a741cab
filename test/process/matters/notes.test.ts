// Notes of a case: messages filed by those who work on it, once each, on what they may take part in.
import type { Instant } from '../../../services/process/calendar';
import type { RoundStep } from '../given';
import {
  by,
  definitionWith,
  electorateOf,
  given,
  nominationId,
  person,
  seat,
  started,
  submittedNomination,
  texts,
} from '../given';

const definition = definitionWith([{ id: 'udtal', kind: 'state' }]);
const people = [
  seat('mette', 'udvalg', { substitute: person('mads') }),
  seat('ove', 'udvalg', { role: 'observer' }),
  seat('gerda', 'udvalg', { validTo: '2027-01-10' }),
];
const start = started(definition, electorateOf(definition, ...people), {
  carriedOver: [submittedNomination('n1', '2026-001')],
});
const sentAt: Instant = '2027-01-08T12:00:00.000Z';

function filed(name: string, key: string, nomination: string | null = 'n1', said = texts('theme', 'link')): RoundStep {
  const about = nomination === null ? null : nominationId(nomination);
  return by(name, { type: 'FileNote', messageKey: key, nominationId: about, sentAt, texts: said });
}

describe('a message is filed', () => {
  it('by anyone with a seat, on a nomination or on the round, with when it was sent', () => {
    const told = given(start, filed('mette', 'k1'), filed('mads', 'k2', null), filed('ove', 'k3'));
    told.when(filed('sine', 'k4')).thenEvents({ type: 'NoteFiled', nominationId: 'n1', sentAt });
    expect(told.state?.matters.notes).toMatchObject([
      { messageKey: 'k1', nominationId: 'n1', filedBy: 'mette', sentAt },
      { messageKey: 'k2', nominationId: null, filedBy: 'mads' },
      { messageKey: 'k3', filedBy: 'ove' },
    ]);
  });

  it('once in a case, whoever does it, and again in another', () => {
    const told = given(start, filed('mette', 'k1'));
    told.when(filed('mads', 'k1')).thenUnchanged();
    told.when(filed('mads', 'k1', null)).thenEvents('NoteFiled');
  });

  it('by nobody without a seat in force, and not by the system', () => {
    given(start).when(filed('klara', 'k1')).thenRefused('NoMandate');
    given(start).when(filed('gerda', 'k1')).thenRefused('NoMandate');
    given(start).when(filed('system', 'k1')).thenRefused('NoMandate');
  });

  it('never without a theme, and on nothing that is not there', () => {
    given(start)
      .when(filed('mette', 'k1', 'n1', texts('link')))
      .thenRefused('TextMissing');
    given(start)
      .when(filed('mette', 'k1', 'n9'))
      .thenRefused('UnknownNomination');
  });

  it('while the round is paused too', () => {
    given(start, by('sine', { type: 'PauseRound', texts: null }))
      .when(filed('mette', 'k1'))
      .thenEvents('NoteFiled');
  });
});

test('nobody files on what he is held out of', () => {
  const report = by('mette', {
    type: 'ReportConflict',
    nominationId: nominationId('n1'),
    personId: person('mette'),
    grounds: ['other'],
    texts: null,
  });
  given(start, report)
    .when(filed('mette', 'k1'))
    .thenRefused('HeldOut', { nominationIds: ['n1'] });
});
