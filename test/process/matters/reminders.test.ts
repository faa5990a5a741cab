// Reminders of what hangs on a task: questions, conditions, rulings and declarations remind like the task itself, before, on
// and after their own deadline; only who has not answered, and never somebody of his own case.
import { as, type ObligationId } from '../../../services/process/ids';
import { reminderKey, reminders, type Reminder } from '../../../services/process/round/reminders';
import { calendarOf } from '../../../services/schedule/calendar';
import { by, castBallot, definitionWith, electorateOf, given, seat, started, texts, type RoundStep } from '../given';
import { answers, asks, follows, open, submitted, takesBack } from './round';
import { declare, recused, report, roundWith, rule } from './impartiality/builders';

const copenhagen = { zone: 'Europe/Copenhagen', deadlineHour: '12:00', closedWeeks: [], closedDays: [] };
const calendar = calendarOf(copenhagen);

/** What is due at eight in the morning of a day, of matters alone. */
function due(day: string, steps: readonly RoundStep[]): readonly Reminder[] {
  const { state } = given(...steps);
  if (state === null) throw new Error('no round');
  return reminders(state, calendar.instantOf(day, '08:00'), calendar).filter(({ matter }) => matter !== null);
}

/** As `klara question before-1`. */
const told = (day: string, steps: readonly RoundStep[], wanted: string): readonly string[] =>
  due(day, steps)
    .filter((one) => one.wanted === wanted)
    .map(({ personId, rung }) => `${personId} ${rung}`)
    .sort();

describe('a question to nominators', () => {
  // Asked on Monday 11 January until Friday 22 January, twelve.
  const asked = [open, ...submitted('klara', 'n1', 'kurt'), asks('anna', 'n1', 'q1')] as const;

  it('reminds every nominator five days and a day before, on the day, and the day after', () => {
    expect(told('2027-01-14', asked, 'question')).toEqual([]);
    expect(told('2027-01-15', asked, 'question')).toEqual(['klara before-5', 'kurt before-5']);
    expect(told('2027-01-21', asked, 'question')).toEqual(['klara before-1', 'kurt before-1']);
    expect(told('2027-01-22', asked, 'question')).toEqual(['klara on', 'kurt on']);
    expect(told('2027-01-25', asked, 'question')).toEqual(['klara after-1', 'kurt after-1']);
  });

  it('reminds nobody once one of them has answered, or it was taken back', () => {
    expect(told('2027-01-21', [...asked, answers('kurt', 'q1')], 'question')).toEqual([]);
    expect(told('2027-01-21', [...asked, takesBack('anna', 'q1')], 'question')).toEqual([]);
  });

  it('reminds nobody while the round is paused, and no follower ever', () => {
    expect(told('2027-01-21', [...asked, by('sine', { type: 'PauseRound', texts: null })], 'question')).toEqual([]);
    expect(due('2027-01-21', [...asked, follows('fie', 'n1')]).map(({ personId }) => personId)).not.toContain('fie');
  });

  it('has a key of its own beside the task and beside another question', () => {
    const two = [...asked, asks('anna', 'n1', 'q2')];
    const keys = due('2027-01-21', two).map(reminderKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.includes('question/q2'))).toHaveLength(2);
  });
});

describe('a condition of an approval', () => {
  const definition = definitionWith([
    { id: 'godkend', kind: 'approve', conditions: { owner: 'selskab', workingDays: 5, gates: true } },
    { id: 'siden', kind: 'vote', after: ['godkend'] },
  ]);
  const id = as<ObligationId>('godkend.0.1');
  const conditional = castBallot({ by: 'anna', task: 'godkend', choice: 'approveWithConditions', reason: true });
  // Laid down on Monday 11 January until Monday 18 January, twelve.
  const laid = [
    started(
      definition,
      electorateOf(definition, seat('anna', 'udvalg'), seat('bo', 'udvalg'), seat('lone', 'selskab')),
    ),
    conditional,
    castBallot({ by: 'bo', task: 'godkend', choice: 'approve' }),
  ] as const;
  const reported = by('lone', { type: 'ReportObligation', obligationId: id, texts: null });
  const confirmed = by('anna', { type: 'CheckObligation', obligationId: id, met: true, texts: null });

  it('reminds its owner a day before, on the day, and the day after; not of what was due before it was laid down', () => {
    expect(told('2027-01-12', laid, 'condition')).toEqual([]);
    expect(told('2027-01-15', laid, 'condition')).toEqual(['lone before-1']);
    expect(told('2027-01-18', laid, 'condition')).toEqual(['lone on']);
    expect(told('2027-01-19', laid, 'condition')).toEqual(['lone after-1']);
  });

  it('reminds who wanted it once it is reported, and nobody once it is confirmed', () => {
    expect(told('2027-01-15', [...laid, reported], 'condition')).toEqual([]);
    expect(told('2027-01-15', [...laid, reported], 'conditionCheck').map((one) => one.split(' ')[0])).toEqual(['anna']);
    expect(due('2027-01-15', [...laid, reported, confirmed])).toEqual([]);
  });

  it('moves with its deadline, under another key', () => {
    const moved = by('sine', {
      type: 'AssignObligation',
      obligationId: id,
      bodyId: as('selskab'),
      deadlineAt: '2027-02-01T11:00:00.000Z',
      gates: true,
    });
    expect(told('2027-01-18', [...laid, moved], 'condition')).toEqual([]);
    expect(told('2027-01-29', [...laid, moved], 'condition')).toEqual(['lone before-1']);
    const [before] = due('2027-01-15', laid).map(reminderKey);
    const [after] = due('2027-01-29', [...laid, moved]).map(reminderKey);
    expect(after).not.toBe(before);
  });
});

describe('a ruling on impartiality', () => {
  const reported = [roundWith(), report('anna', 'n1')] as const;
  const deadlineDay = '2027-01-18';

  it('reminds those who rule, never the one it is about, nor observers', () => {
    const people = (day: string): readonly string[] =>
      told(day, reported, 'ruling').map((one) => one.split(' ')[0] ?? '');
    expect(people('2027-01-15')).toEqual(['bo', 'dorte', 'karl']);
    expect(people(deadlineDay)).toEqual(['bo', 'dorte', 'karl']);
  });

  it('reminds only those who have not voted, and nobody once it is settled', () => {
    const voted = [...reported, rule('karl', { 'anna n1': 'disqualified' })];
    expect(told('2027-01-15', voted, 'ruling')).toEqual(['bo before-1', 'dorte before-1']);
    expect(told('2027-01-15', [roundWith(), ...recused('anna', 'n1')], 'ruling')).toEqual([]);
  });

  it('has nobody reminded of his own, where two are open: each rules on the other alone', () => {
    const both = [roundWith(), report('anna', 'n1'), report('bo', 'n2')] as const;
    const ofAnna = due('2027-01-15', both).filter(({ personId }) => personId === 'anna');
    expect(ofAnna.map(({ wanted }) => wanted)).toEqual(['ruling']);
    const voted = [...both, rule('anna', { 'bo n2': 'notDisqualified' })];
    expect(told('2027-01-15', voted, 'ruling').filter((one) => one.startsWith('anna'))).toEqual([]);
    // Of one nomination whoever is concerned by it himself rules on nobody.
    const same = told('2027-01-15', [roundWith(), report('anna', 'n1'), report('bo', 'n1')], 'ruling');
    expect(same.map((one) => one.split(' ')[0])).toEqual(['dorte', 'karl']);
  });
});

describe('a declaration of interests', () => {
  const asked = [roundWith({ impartiality: {} })] as const;

  it('reminds everyone who takes part and has not declared, and nobody else', () => {
    const people = told('2027-01-15', asked, 'declaration').map((one) => one.split(' ')[0]);
    expect(people).toEqual(['anna', 'bo', 'dorte', 'karl']);
    expect(told('2027-01-15', [...asked, declare('anna')], 'declaration')).toHaveLength(people.length - 1);
  });
});

it('texts of a condition or a question never stand in a reminder: only ids do', () => {
  const [one] = due('2027-01-21', [
    open,
    ...submitted('klara', 'n1'),
    asks('anna', 'n1', 'q1', { texts: texts('question') }),
  ]);
  expect(Object.keys(one ?? {}).sort()).toEqual([
    'bodyId',
    'deadlineAt',
    'deadlineRevision',
    'dueAt',
    'mandateId',
    'matter',
    'personId',
    'roundId',
    'rung',
    'taskId',
    'wanted',
  ]);
});
