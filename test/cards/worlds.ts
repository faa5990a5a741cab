// Rounds in the states that samples of cards show: nominating, assessing, ranking, selecting and what follows.
// Results are the rules' own: a task is closed by asking them.
import type { Definition } from '../../services/process/definition/schema';
import type { NominationId, PrincipleId } from '../../services/process/ids';
import type { Mandate } from '../../services/process/organisation/state';
import type { Assessment, RoundState } from '../../services/process/round/state';
import { allIds } from './sample';
import {
  assessor,
  ballot,
  ballots,
  bodyId,
  closed,
  director,
  ngc,
  nominationId,
  opened,
  person,
  qualified,
  seatId,
  taskId,
  withNominations,
  withTask,
  world,
} from './world';
import type { World } from './world';
import { once } from './once';

export const tiersOf = (base: World, shift: number) =>
  Object.fromEntries(
    Object.keys(base.round.nominations).map((id, n) => [
      id,
      ['high', 'medium', 'low', 'not-this-round'][(n + shift) % 4],
    ]),
  ) as Record<NominationId, string>;

export const nominating = once((): World => {
  const base = opened(world(9), 'nominate');
  const texts = base.words.keep('t-draft', { title: 'Arvelig hørenedsættelse (Eksempeldata)' });
  const reason = base.words.keep('r-back', { reason: 'Skriv, hvor mange patienter det drejer sig om.' });
  return withNominations(base, (_, n) => {
    if (n === 0) return { status: 'awaitingBacking', backedBy: [], submittedAt: null, number: null };
    if (n === 4) {
      return {
        status: 'returned',
        backedBy: [],
        submittedAt: null,
        number: null,
        texts,
        returned: { by: bodyId('region-midtjylland'), texts: reason },
      };
    }
    return {};
  });
});

function assessmentBy(base: World, holder: string, id: NominationId, step: string): Assessment {
  const scores = Object.fromEntries(
    ngc.principles.filter(({ scored }) => scored).map((principle) => [principle.id, step]),
  ) as Record<PrincipleId, string>;
  return {
    scores,
    evidence: 'moderate',
    texts: base.words.keep(`a-${holder}-${id}`, { reason: 'Udbyttet er godt beskrevet, men tallene er små.' }),
    nominationRevision: 1,
    by: person(holder),
    at: '2027-06-14T12:12:00.000Z',
    revision: 1,
  };
}

export const assessing = once((): World => {
  const base = opened(world(38), 'assess');
  const given = Object.fromEntries(
    allIds(base)
      .slice(0, 14)
      .map((id) => [
        id,
        {
          [assessor('anna')]: assessmentBy(base, 'anna', id, 'high-degree'),
          [assessor('arne')]: assessmentBy(base, 'arne', id, 'lesser-degree'),
        },
      ]),
  );
  return withTask(base, 'assess', { work: { family: 'assessments', given, assigned: {}, second: null } });
});

/** The same with a second round on the first three: three assessed them, and one has since changed one answer. */
export const assessingAgain = once((): World => {
  const base = withSecondRound(assessing());
  const work = base.round.tasks[taskId('assess')]?.work;
  if (work?.family !== 'assessments') throw new Error('no assessments');
  const nominationIds = allIds(base).slice(0, 3);
  const before = Object.fromEntries(
    nominationIds.map((id) => [
      id,
      { ...work.given[id], [assessor('asta')]: assessmentBy(base, 'asta', id, 'high-degree') },
    ]),
  );
  const first = nominationId(0);
  const changed = { ...assessmentBy(base, 'arne', first, 'some-degree'), revision: 2 };
  const given = { ...work.given, ...before, [first]: { ...before[first], [assessor('arne')]: changed } };
  const answered = { [first]: [assessor('arne')] };
  const second = { openedAt: '2027-06-14T10:00:00.000Z', nominationIds, before, answered };
  return withTask(base, 'assess', { work: { ...work, given, second } });
});

function withSecondRound({ round, words }: World): World {
  const tasksOf = (step: Definition['steps'][number]) =>
    step.tasks.map((task) => (task.kind === 'assess' ? { ...task, secondRound: { workingDays: 10 } } : task));
  const steps = round.definition.steps.map((step) => ({ ...step, tasks: tasksOf(step) }));
  return { round: { ...round, definition: { ...round.definition, steps } }, words };
}

/** Everything has been assessed by somebody, and the chair may open the second round. */
export const allAssessed = once((): World => withSecondRound(assessedUnevenly()));

/** Three members, one of whom speaks for an organisation, who assess each nomination differently. */
export const assessedUnevenly = once((): World => {
  const base = withSpeaker(opened(world(20), 'assess'));
  const steps = ['not-at-all', 'lesser-degree', 'some-degree', 'high-degree'];
  const given = Object.fromEntries(
    allIds(base).map((id, n) => [
      id,
      Object.fromEntries(
        ['anna', 'arne', 'asta'].map((name, m) => [
          assessor(name),
          assessmentBy(base, name, id, steps[(n * 7 + m * (n % 3)) % 4] ?? ''),
        ]),
      ),
    ]),
  );
  return withTask(base, 'assess', { work: { family: 'assessments', given, assigned: {}, second: null } });
});

/** The advice is being drafted; nominations have been assessed, and one body has remarked on one of them. */
export const concludingAssessed = once((): World => {
  const base = opened(closed(assessedUnevenly(), 'assess'), 'conclude');
  const remark = {
    by: person('lise'),
    bodyId: bodyId('lvs'),
    nominationId: nominationId(2),
    texts: base.words.keep('r-basis', {
      remark: 'Gruppen overlapper med to andre.',
      'missing-specialties': 'Klinisk genetik',
    }),
    at: '2027-06-10T09:00:00.000Z',
  };
  return withTask(base, 'cross-disciplinary', { work: { family: 'statements', remarks: [remark], given: {} } });
});

function withSpeaker({ round, words }: World): World {
  const id = assessor('asta');
  const mandate = { ...round.electorate.mandates[id], speaksFor: bodyId('region-nordjylland') } as Mandate;
  const mandates = { ...round.electorate.mandates, [id]: mandate };
  return { round: { ...round, electorate: { ...round.electorate, mandates } }, words };
}

export const stating = once((): World => {
  const base = opened(world(12), 'statement');
  const remark = (id: string, text: string, n: number | null) => ({
    by: person('frede'),
    bodyId: bodyId('forsknings-infrastrukturudvalget'),
    nominationId: n === null ? null : nominationId(n),
    texts: base.words.keep(id, { remark: text }),
    at: '2027-06-10T09:00:00.000Z',
  });
  const statement = base.words.keep('s1', { statement: 'Udvalget finder listen dækkende.' });
  return withTask(base, 'statement', {
    work: {
      family: 'statements',
      remarks: [
        remark('m1', 'Data kan indgå i den nationale infrastruktur uden ændringer.', 0),
        remark('m2', 'Udvalget ser gerne, at kapaciteten belyses.', null),
      ],
      given: {
        [bodyId('forsknings-infrastrukturudvalget')]: {
          by: person('frede'),
          at: '2027-06-11T09:00:00.000Z',
          texts: statement,
        },
      },
    },
  });
});

export const concluding = once((): World => {
  const base = opened(world(6), 'conclude');
  const draft = (
    n: number,
    outcome: 'qualified' | 'notQualified' | 'mergedWith',
    into: NominationId | null = null,
  ) => ({
    outcome,
    into,
    texts: base.words.keep(`d${n}`, { reason: 'Indstillingen lever i høj grad op til principperne.' }),
    by: person('sara'),
    at: '2027-06-10T09:00:00.000Z',
    revision: 1,
  });
  const drafts = Object.fromEntries(
    allIds(base).map((id, n) => [
      id,
      n === 1 ? draft(n, 'mergedWith', nominationId(0)) : draft(n, n === 2 ? 'notQualified' : 'qualified'),
    ]),
  );
  return withTask(base, 'conclude', { work: { family: 'conclusions', drafts } });
});

export const ranking = once((): World => {
  const base = opened(qualified(world(34)), 'rank');
  const given = Object.fromEntries(
    ['nina', 'signe'].map((name, shift) => [
      director(name),
      { ...ballot(name, 'agree'), choice: 'ranked' as const, tiers: tiersOf(base, shift) },
    ]),
  );
  return withTask(base, 'rank', { work: ballots(given) });
});

export const ranked = once((): World => {
  const base = ranking();
  const more = Object.fromEntries(
    ['mads', 'oluf'].map((name, shift) => [
      director(name),
      { ...ballot(name, 'agree'), choice: 'ranked' as const, tiers: tiersOf(base, shift + 1) },
    ]),
  );
  const work = base.round.tasks[taskId('rank')]?.work;
  const given = work?.family === 'ballots' ? work.ballots : {};
  return closed(withTask(base, 'rank', { work: ballots({ ...given, ...more }) }), 'rank', '2027-05-21T10:00:30.000Z');
});

export const selecting = once((): World => {
  const base = ranked();
  const considered = opened(base, 'consider');
  const given = {
    [seatId('bestyrelsen', 'bente')]: ballot('bente', 'noted'),
    [seatId('bestyrelsen', 'bo')]: ballot('bo', 'noted'),
  };
  const before = closed(
    withTask(considered, 'consider', { work: ballots(given) }),
    'consider',
    '2027-05-28T12:00:00.000Z',
  );
  const remark = base.words.keep('b-signe', { reason: 'Kapaciteten bør følges tæt.' });
  return opened(before, 'select', {
    work: ballots(
      {
        [director('nina')]: ballot('nina', 'approve'),
        [director('mads')]: ballot('mads', 'approve', { at: '2027-06-13T08:20:00.000Z' }),
        [director('signe')]: ballot('signe', 'approveWithRemark', { texts: remark }),
      },
      allIds(base).slice(0, 28),
    ),
  });
});

/** Two regions became one while the selection was voted on, and nobody has been named for the new one yet. */
export const merged = once((): World => {
  const base = selecting();
  const work = base.round.tasks[taskId('select')]?.work;
  if (work?.family !== 'ballots') return base;
  const { [director('oluf')]: seat, ...mandates } = base.round.electorate.mandates;
  if (seat === undefined) return base;
  const hans: Mandate = {
    ...seat,
    id: director('hans'),
    holder: person('hans'),
    speaksFor: bodyId('region-hovedstaden'),
  };
  const ballotsThen = { ...work.ballots, [hans.id]: ballot('hans', 'approve') };
  const round: RoundState = {
    ...base.round,
    electorate: { ...base.round.electorate, mandates: { ...mandates, [hans.id]: hans } },
    matters: { ...base.round.matters, succession: { lapsed: {}, passed: passedIn(hans) } },
  };
  return withTask({ round, words: base.words }, 'select', { work: { ...work, ballots: ballotsThen } });
});

function passedIn(mandate: Mandate): RoundState['matters']['succession']['passed'] {
  const common = {
    successor: bodyId('region-oestdanmark'),
    lastDay: '2026-12-31',
    seats: 0,
    at: '2026-12-31T23:00:00.000Z',
  };
  const first = bodyId('region-hovedstaden');
  const second = bodyId('region-sjaelland');
  const setAside = [{ taskId: taskId('select'), mandateIds: [mandate.id] }];
  return {
    [first]: {
      ...common,
      bodyId: first,
      tasks: [taskId('select'), taskId('appoint')],
      setAside,
      nominations: [nominationId(1)],
    },
    [second]: { ...common, bodyId: second, tasks: [taskId('appoint')], setAside: [], nominations: [] },
  };
}

export const selected = once((): World => {
  const base = closed(selecting(), 'select');
  return withNominations(base, (_, n) => ({ decision: n < 28 ? 'selected' : 'notSelected' }));
});
