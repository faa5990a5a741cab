// Impartiality in advising: nobody drafts, signs or remarks on what he is held out of; the deputy signs in the chair's place.
import { bodyId, by, given, nominationId, person, seat, texts } from '../../given';
import type { RoundStep } from '../../given';
import { outstandingFor } from '../../../../services/process/round/outstanding';
import { draftsBasis } from '../../../../services/process/round/kinds/conclude';
import type { RoundState } from '../../../../services/process/round/state';
import { as, type TaskId } from '../../../../services/process/ids';
import { group, recused, report, roundWith } from './builders';

const advice = as<TaskId>('advice');
const tasks = [{ id: 'advice', kind: 'conclude', draftedBy: ['sekretariat'] }] as const;
const seats = [...group, seat('soren', 'sekretariat')];
const round = roundWith({ tasks, seats });

function draft(name: string, id: string): RoundStep {
  return by(name, {
    type: 'DraftConclusion',
    taskId: advice,
    nominationId: nominationId(id),
    outcome: 'qualified',
    into: null,
    texts: texts('reason'),
    basis: 0,
  });
}

function sign(name: string): RoundStep {
  return by(name, (state) => ({
    type: 'SignConclusions',
    taskId: advice,
    drafted: state === null ? 0 : draftsBasis(state, state.tasks[advice]?.work ?? never(), person(name)),
  }));
}

function never(): never {
  throw new Error('there is such a task');
}

const wanted = (state: RoundState | null, name: string): readonly string[] =>
  outstandingFor(state as RoundState, person(name), '2027-01-12')
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.wanted !== 'ruling')
    .map((entry) => `${entry.wanted} ${entry.nominationIds.join(' ')}`.trim());

describe('drafting', () => {
  it('is refused to a person of the secretariat who is held out; another drafts', () => {
    given(round, report('sine', 'n1')).when(draft('sine', 'n1')).thenRefused('HeldOut');
    given(round, report('sine', 'n1')).when(draft('soren', 'n1')).thenEvents('ConclusionDrafted');
    given(round, report('sine', 'n1')).when(draft('sine', 'n2')).thenEvents('ConclusionDrafted');
  });

  it('is asked of each only for what is open to him', () => {
    const { state } = given(round, report('sine', 'n1'));
    expect([wanted(state, 'sine'), wanted(state, 'soren')]).toEqual([['drafts n2'], ['drafts n1 n2']]);
  });
});

describe('signing', () => {
  const drafted = [draft('sine', 'n1'), draft('sine', 'n2')];

  it('by the chair leaves out what he is disqualified for, and the deputy signs that', () => {
    const before = [round, ...recused('karl', 'n1'), ...drafted];
    expect([wanted(given(...before).state, 'karl'), wanted(given(...before).state, 'dorte')]).toEqual([
      ['signature'],
      ['signature'],
    ]);
    given(...before)
      .when(sign('karl'))
      .thenEvents({ type: 'ConclusionsSigned', nominationIds: ['n2'] });
    given(...before, sign('karl'))
      .when(sign('karl'))
      .thenUnchanged();
    given(...before, sign('karl'))
      .when(sign('dorte'))
      .thenEvents('ConclusionsSigned', 'TaskClosed', 'RoundClosed');
  });

  it('by the chair signs all where nothing stands between', () => {
    given(round, ...drafted)
      .when(sign('karl'))
      .thenEvents('ConclusionsSigned', 'TaskClosed', 'RoundClosed');
  });

  it('falls to a member where chair and deputy are both held out', () => {
    const both = [round, ...drafted, ...['karl', 'dorte'].flatMap((name) => [report(name, 'n1'), report(name, 'n2')])];
    given(...both)
      .when(sign('karl'))
      .thenRefused('HeldOut');
    given(...both)
      .when(sign('anna'))
      .thenEvents('ConclusionsSigned', 'TaskClosed', 'RoundClosed');
  });
});

describe('remarking', () => {
  const stating = roundWith({ tasks: [{ id: 'udtalelse', kind: 'state' }] });
  const remark = (name: string, id: string | null): RoundStep =>
    by(name, {
      type: 'MakeRemark',
      taskId: as<TaskId>('udtalelse'),
      bodyId: bodyId('udvalg'),
      nominationId: id === null ? null : nominationId(id),
      texts: { ...texts('text'), id: as(`t-${name}-${String(id)}`) },
    });

  it('is refused on what one is held out of, and taken on the rest', () => {
    given(stating, report('bo', 'n1')).when(remark('bo', 'n1')).thenRefused('HeldOut');
    given(stating, report('bo', 'n1')).when(remark('bo', 'n2')).thenEvents('RemarkMade');
    given(stating, report('bo', 'n1')).when(remark('bo', null)).thenEvents('RemarkMade');
  });

  it('made before is kept and counts no more', () => {
    const give = (name: string): RoundStep =>
      by(name, { type: 'GiveStatement', taskId: as<TaskId>('udtalelse'), bodyId: bodyId('udvalg'), texts: null });
    const { state } = given(stating, remark('bo', 'n1'), remark('anna', 'n2'), ...recused('bo', 'n1'), give('karl'));
    const task = state?.tasks[as<TaskId>('udtalelse')];
    expect(task?.result?.arithmetic).toMatchObject({ remarks: 1, nominationsRemarkedOn: 1 });
    expect(task?.work.family === 'statements' && task.work.remarks).toHaveLength(2);
  });
});
