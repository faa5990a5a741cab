// The reasons that go with decisions: written in the task that tells the nominators, shown once they are told. Reading and
// folding only; a reason is a text of the secretariat, and never made from a score.
import type { Instant } from '../../../calendar';
import { as, type FieldId, type NominationId, type PersonId } from '../../../ids';
import { has, type TextsRef } from '../../../text';
import type { Recorded, RoundEvent } from '../../events';
import { mayTakePart } from '../../matters/impartiality/standing';
import { taskDefinitions } from '../../queries';
import type { Nomination, RoundState, Task, Work } from '../../state';

export type Publication = Extract<Work, { family: 'publication' }>;

export const notPublished: Publication = { family: 'publication', publishedAt: null, common: null, own: {} };

export function publicationIn(work: Work): Publication {
  return work.family === 'publication' ? work : notPublished;
}

export function evolvePublication(work: Work, { event, at }: Recorded<RoundEvent>): Work {
  if (work.family !== 'publication') return work;
  if (event.type === 'Published') return { ...work, publishedAt: at };
  if (event.type !== 'ReasonWritten') return work;
  const { nominationId, texts } = event;
  if (nominationId === null) return { ...work, common: { texts, revision: (work.common?.revision ?? 0) + 1 } };
  const revision = (work.own[nominationId]?.revision ?? 0) + 1;
  return { ...work, own: { ...work.own, [nominationId]: { texts, revision } } };
}

/** The task that tells nominators their decisions; null in a process that tells nobody. The first, where there are several. */
export function noticeTask(round: Pick<RoundState, 'definition' | 'tasks'>): Task | null {
  const telling = taskDefinitions(round).find(
    (task) => task.kind === 'publish' && task.effects.includes('notifyNominators'),
  );
  return telling === undefined ? null : (round.tasks[telling.id] ?? null);
}

/** When every nominator was told; null before. In a process that tells nobody, never. */
export function toldAt(round: Pick<RoundState, 'definition' | 'tasks'>): Instant | null {
  return noticeTask(round)?.closedAt ?? null;
}

/** Where a reason's words stand: a text and the field of it. */
export interface Reason {
  readonly texts: TextsRef;
  readonly field: 'reason' | 'selected' | 'notSelected';
}

/** The nomination's own reason, else the one its decision shares; null where neither is written. */
export function reasonOf(task: Pick<Task, 'work'>, nomination: Pick<Nomination, 'id' | 'decision'>): Reason | null {
  const { common, own } = publicationIn(task.work);
  const ownTexts = own[nomination.id]?.texts ?? null;
  if (ownTexts !== null && has(ownTexts, as<FieldId>('reason'))) return { texts: ownTexts, field: 'reason' };
  const { decision } = nomination;
  const shared = common?.texts ?? null;
  return decision !== null && shared !== null && has(shared, as<FieldId>(decision))
    ? { texts: shared, field: decision }
    : null;
}

/** Decided nominations still without a reason, in the order of their numbers. */
export function withoutReason(round: RoundState, task: Pick<Task, 'work'>): readonly NominationId[] {
  return decidedIn(round)
    .filter((nomination) => reasonOf(task, nomination) === null)
    .map(({ id }) => id);
}

/**
 * Nominations whose reason these words are or would be, and that the person is held out of: an own reason's nomination; for
 * the words that decisions share, every decided nomination without its own. He neither writes nor reads them before they are
 * told (PROCESS.md §6).
 */
export function heldOutOfReason(
  round: RoundState,
  task: Pick<Task, 'work'>,
  personId: PersonId,
  nominationId: NominationId | null,
): readonly NominationId[] {
  const { own } = publicationIn(task.work);
  const shared = decidedIn(round).filter(({ id }) => (own[id]?.texts ?? null) === null);
  const about = nominationId === null ? shared.map(({ id }) => id) : [nominationId];
  return about.filter((id) => !mayTakePart(round, personId, id));
}

/** Nominations on which there is a decision to be told. */
export function decidedIn(round: Pick<RoundState, 'nominations'>): readonly Nomination[] {
  return Object.values(round.nominations)
    .filter(({ status, decision }) => status === 'submitted' && decision !== null)
    .sort((one, other) => ((one.number ?? one.id) < (other.number ?? other.id) ? -1 : 1));
}
