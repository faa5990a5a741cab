// Look-ups about questions to nominators: which are open, who may ask from where. Decide nothing.
import type { LocalDate } from '../../../calendar';
import { as, type BodyId, type NominationId, type PersonId, type QuestionId, type TaskId } from '../../../ids';
import { isAmong, mandatesIn, partiesOf, workers } from '../../kinds/acting';
import { isSecretariat, taskDefinitions } from '../../queries';
import type { Nomination, RoundState } from '../../state';
import { mayTakePart } from '../impartiality/standing';
import { mergedInto } from '../merging/queries';
import type { Question } from './state';

const keyStart = 'question/';

/** Questions about a nomination and what has become part of it, in the order they were asked; withdrawn ones are not among them. */
export function questionsAbout(round: RoundState, nominationId: NominationId): readonly Question[] {
  const ids = new Set([nominationId, ...mergedInto(round, nominationId)]);
  return Object.values(round.matters.questions.asked)
    .filter((question) => ids.has(question.nominationId) && question.withdrawnAt === null)
    .sort((one, other) => (one.askedAt < other.askedAt ? -1 : 1));
}

/** Still to be answered: neither answered nor withdrawn, about a nomination that takes part and has no conclusion yet. */
export function isOpenQuestion(round: RoundState, question: Question): boolean {
  const nomination = round.nominations[question.nominationId];
  return question.answer === null && question.withdrawnAt === null && nomination !== undefined && isAskable(nomination);
}

/** A nomination can be asked about from its submission until the advice on it is signed, or it is decided. */
export function isAskable({ status, conclusion, decision }: Nomination): boolean {
  return status === 'submitted' && conclusion === null && decision === null;
}

/** The request for more that opens the nomination for its nominators again; null where there is none. */
export function requestFor(round: RoundState, nominationId: NominationId): Question | null {
  const open = questionsAbout(round, nominationId).filter((question) => isOpenQuestion(round, question));
  return open.find(({ kind }) => kind === 'more') ?? null;
}

/** From where, and in whose name, a person asks. */
export interface Asker {
  readonly taskId: TaskId;
  readonly bodyId: BodyId;
}

/**
 * The bodies in whose names a person may ask a nominator now: those that assess, state or conclude in an open task, each
 * once; then the secretariat, which may ask as long as the round runs, from the task the nomination was made in. Whoever is
 * held out of a nomination asks nothing about it.
 */
export function askersFor(
  round: RoundState,
  personId: PersonId,
  nomination: Nomination,
  date: LocalDate,
): readonly Asker[] {
  if (round.status !== 'running' || !isAskable(nomination) || !mayTakePart(round, personId, nomination.id)) return [];
  const professional = taskDefinitions(round).flatMap((definition) => {
    const task = round.tasks[definition.id];
    if (task?.status !== 'open') return [];
    if (definition.kind !== 'assess' && definition.kind !== 'state' && definition.kind !== 'conclude') return [];
    const where = { round, task, date };
    return partiesOf(where, definition.bodies)
      .filter((bodyId) => isAmong(where, personId, mandatesIn(where, [bodyId], workers)))
      .map((bodyId): Asker => ({ taskId: task.id, bodyId }));
  });
  const own = isSecretariat(round, personId, date)
    ? [{ taskId: nomination.taskId, bodyId: round.definition.secretariat }]
    : [];
  return [...professional, ...own].filter(
    ({ bodyId }, at, all) => all.findIndex((one) => one.bodyId === bodyId) === at,
  );
}

/** The question behind the key of its matter (`question/<id>`); null for another matter. */
export function questionOf(round: RoundState, matter: string | null): Question | null {
  if (matter?.startsWith(keyStart) !== true) return null;
  return round.matters.questions.asked[as<QuestionId>(matter.slice(keyStart.length))] ?? null;
}

export function questionKey({ id }: Question): string {
  return `${keyStart}${id}`;
}
