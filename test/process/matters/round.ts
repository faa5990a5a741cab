// A round with nominations received and a working group at work, and the steps of the matters around nominations.
import type { RoundCommand } from '../../../services/process/round/commands';
import type { NominationId } from '../../../services/process/ids';
import { as, type MergeId, type QuestionId } from '../../../services/process/ids';
import { bodyId, by, definitionWith, electorateOf, nominationId, seat, started, taskId, texts } from '../given';
import type { RoundStep, TaskSketch } from '../given';
import { back, form, send } from '../kinds/sketches';

const tasks: readonly TaskSketch[] = [
  { id: 'indstil', kind: 'nominate', bodies: ['kind:region', 'selskab'] },
  { id: 'vurder', kind: 'assess', workingDays: 20 },
  { id: 'udtal', kind: 'state', workingDays: 20 },
  { id: 'konkluder', kind: 'conclude', workingDays: 30, closes: 'atDeadline', draftedBy: ['sekretariat'] },
];

export const definition = definitionWith(tasks, { form });

export const seats = [
  seat('nord', 'region-nord', { role: 'contact' }),
  seat('syd', 'region-syd', { role: 'contact' }),
  seat('lars', 'selskab', { role: 'chair' }),
  seat('mette', 'udvalg', { role: 'chair' }),
  seat('anna', 'udvalg'),
  seat('otto', 'udvalg', { role: 'observer' }),
];

export const open = started(definition, electorateOf(definition, ...seats));

/** The nomination is sent by `name` and backed by Region Nord. */
export function submitted(name: string, id: string, ...colleagues: readonly string[]): readonly RoundStep[] {
  return [send(name, id, { with: colleagues }), back('nord', id, 'region-nord')];
}

interface AskSketch {
  readonly task?: string;
  readonly body?: string;
  readonly kind?: 'question' | 'more';
  readonly until?: string;
  readonly texts?: ReturnType<typeof texts>;
}

/** `name` asks about a nomination for the committee, from the assessing, until Friday a week later, unless said. */
export function asks(name: string, id: string, question: string, sketch: AskSketch = {}): RoundStep {
  return by(name, {
    type: 'AskNominator',
    questionId: as<QuestionId>(question),
    kind: sketch.kind ?? 'question',
    nominationId: nominationId(id),
    taskId: taskId(sketch.task ?? 'vurder'),
    bodyId: bodyId(sketch.body ?? 'udvalg'),
    deadlineAt: sketch.until ?? '2027-01-22T11:00:00.000Z',
    texts: sketch.texts ?? texts('question'),
  });
}

/** The secretariat asks for more, from the task the nomination was made in. */
export function asksForMore(id: string, question: string): RoundStep {
  return asks('sine', id, question, { kind: 'more', body: 'sekretariat', task: 'indstil' });
}

export function answers(name: string, question: string, said = texts('answer')): RoundStep {
  return by(name, { type: 'AnswerQuestion', questionId: as<QuestionId>(question), texts: said });
}

export function takesBack(name: string, question: string): RoundStep {
  return by(name, { type: 'WithdrawQuestion', questionId: as<QuestionId>(question) });
}

/** A command made on the revision of a nomination that stands, unless said. */
export function onRevision(
  name: string,
  id: string,
  basis: number | undefined,
  command: (id: NominationId, basis: number) => RoundCommand,
): RoundStep {
  return by(name, (state) => {
    const known = nominationId(id);
    return command(known, basis ?? state?.nominations[known]?.revision ?? 0);
  });
}

export function checks(name: string, id: string, basis?: number): RoundStep {
  return onRevision(name, id, basis, (known, seen) => ({ type: 'CheckNomination', nominationId: known, basis: seen }));
}

export function supplements(
  name: string,
  id: string,
  question: string,
  said = texts('titel', 'mere'),
  basis?: number,
): RoundStep {
  return onRevision(name, id, basis, (_, seen) => ({
    type: 'SupplementNomination',
    questionId: as<QuestionId>(question),
    basis: seen,
    texts: said,
    facts: {},
  }));
}

export function follows(
  name: string,
  id: string,
  type: 'FollowNomination' | 'UnfollowNomination' = 'FollowNomination',
) {
  return by(name, { type, nominationId: nominationId(id) });
}

export function proposesMerge(
  name: string,
  merge: string,
  into: string,
  from: readonly string[],
  said = texts('reason'),
): RoundStep {
  return by(name, {
    type: 'ProposeMerge',
    mergeId: as<MergeId>(merge),
    into: nominationId(into),
    from: from.map(nominationId),
    texts: said,
  });
}

export const agrees = (name: string, merge: string): RoundStep =>
  by(name, { type: 'AnswerMerge', mergeId: as<MergeId>(merge), agrees: true });

export const declines = (name: string, merge: string): RoundStep =>
  by(name, { type: 'AnswerMerge', mergeId: as<MergeId>(merge), agrees: false });

export const withdrawsMerge = (name: string, merge: string): RoundStep =>
  by(name, { type: 'WithdrawMerge', mergeId: as<MergeId>(merge) });

export const takesApart = (name: string, merge: string, said = texts('reason')): RoundStep =>
  by(name, { type: 'UndoMerge', mergeId: as<MergeId>(merge), texts: said });
