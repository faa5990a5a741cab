// Who acts for a body in the kinds that are not ballots: its chair, its contacts, its members; never observers.
// Pure look-ups in the round's own electorate; what an act is worth is the kinds' business.
import type { Context } from '../../context';
import type { BodyId, PersonId } from '../../ids';
import type { Mandate, Role } from '../../organisation/state';
import { answererOf, bodiesOf, mandatesOf } from '../queries';
import type { Outstanding, TaskView } from './kind';

type Where = Pick<TaskView, 'round' | 'task' | 'date'>;

/** All who belong to a body and may work on its tasks. */
export const workers: readonly Role[] = ['chair', 'deputyChair', 'member', 'contact'];
/** Those who may speak for a body to others. */
export const speakers: readonly Role[] = ['chair', 'deputyChair', 'contact'];
export const chairs: readonly Role[] = ['chair', 'deputyChair'];

/** The person behind a command; null for the system, which has no part in any task. */
export function personOf({ actor }: Context): PersonId | null {
  return actor.kind === 'person' ? actor.personId : null;
}

/** Mandates in force with one of the roles in one of the bodies, sorted by id. */
export function mandatesIn(
  { round, date }: Where,
  bodyIds: readonly BodyId[],
  roles: readonly Role[],
): readonly Mandate[] {
  return mandatesOf(round.electorate, bodyIds, date).filter(({ role }) => roles.includes(role));
}

/** The bodies behind parties of the definition on the view's day. */
export function partiesOf({ round, date }: Where, parties: readonly string[]): readonly BodyId[] {
  return bodiesOf(round.electorate, parties, date);
}

/** True when the person answers for one of the mandates in this task now. */
export function isAmong(view: Where, personId: PersonId | null, mandates: readonly Mandate[]): boolean {
  return personId !== null && mandates.some((mandate) => answererOf(view.task, mandate) === personId);
}

/** True when the person belongs to one of the parties and may work for it. */
export function worksFor(view: Where, context: Context, parties: readonly string[]): boolean {
  return isAmong(view, personOf(context), mandatesIn(view, partiesOf(view, parties), workers));
}

/**
 * Who may speak for a body: chair, deputy and contacts; where it has no chair, every member, so that no process stands
 * still because one person left (DESIGN.md §9).
 */
export function voicesOf(view: Where, bodyId: BodyId): readonly Mandate[] {
  const hasChair = mandatesIn(view, [bodyId], chairs).length > 0;
  return mandatesIn(view, [bodyId], hasChair ? speakers : workers);
}

/** Who may sign for bodies: chair and deputy; where there is neither, every member. */
export function signersOf(view: Where, bodyIds: readonly BodyId[]): readonly Mandate[] {
  return bodyIds.flatMap((bodyId) => {
    const hasChair = mandatesIn(view, [bodyId], chairs).length > 0;
    return mandatesIn(view, [bodyId], hasChair ? chairs : ['member']);
  });
}

/** Of those who may act, the ones who are asked: contacts and the chair, else a deputy, else all of them. */
export function askedOf(mandates: readonly Mandate[]): readonly Mandate[] {
  const first = mandates.filter(({ role }) => role === 'chair' || role === 'contact');
  const deputies = mandates.filter(({ role }) => role === 'deputyChair');
  return first.length > 0 ? first : deputies.length > 0 ? deputies : mandates;
}

/** What is outstanding for each of some mandates. One act unless `more` says how many. */
export function outstandingFor(
  view: Where,
  mandates: readonly Mandate[],
  wanted: Outstanding['wanted'],
  more: Partial<Pick<Outstanding, 'left' | 'total' | 'nominationIds'>> = {},
): readonly Outstanding[] {
  return mandates.map((mandate) => ({
    personId: answererOf(view.task, mandate),
    mandateId: mandate.id,
    bodyId: mandate.bodyId,
    wanted,
    left: 1,
    total: 1,
    nominationIds: [],
    ...more,
  }));
}
