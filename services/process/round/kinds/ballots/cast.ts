// Casting a ballot: who answers for the seat, whether the answer can be given, and what stands already.
import type { Context } from '../../../context';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import { as, type FieldId, type MandateId, type NominationId } from '../../../ids';
import { same } from '../../../same';
import { has } from '../../../text';
import type { RoundCommand } from '../../commands';
import type { RoundEvent } from '../../events';
import { answererFor, standsInFor } from '../../matters/impartiality/answering';
import { mayTakePart } from '../../matters/impartiality/standing';
import { answererOf, nominationsAbout, seatsOf } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { Ballot, CastBallot } from '../../state';
import type { TaskView } from '../kind';
import { choicesOf, needsReason, type Collegial, type CollegialKind } from './choices';
import { intoBox, isSecret } from './secret';
import { waitingSeats } from './turns';
import { itemsOf } from './voices';
import { ballotsIn, hasProposal, isTakenToMeeting, nthBallot } from './work';

type Command = Extract<RoundCommand, { type: 'CastBallot' }>;
type View = TaskView<CollegialKind>;

/**
 * One ballot per seat, by its holder, or by the called substitute alone. An equal ballot changes nothing, whatever view it
 * was clicked in; a different one counts only from a view that showed the present one (DESIGN.md §4).
 */
export function castBallot(command: Command, view: View, context: Context): Decision<RoundEvent, RoundRefusal> {
  const refusal = notEntitled(command.mandateId, view, context);
  if (refusal !== null) return refused(refusal);
  const checked = checkedBallot(command, view, context);
  if (checked === 'unchanged') return unchanged;
  return 'name' in checked ? refused(checked) : accepted(checked);
}

type Given = Pick<Command, 'taskId' | 'mandateId' | 'ballot' | 'basis' | 'nth'>;

/** The event of an answer by the actor, who may answer for the seat; or why it cannot be given, or changes nothing. */
export function checkedBallot(
  command: Given,
  view: View,
  context: Context,
): Extract<RoundEvent, { type: 'BallotCast' }> | RoundRefusal | 'unchanged' {
  const { taskId, mandateId } = command;
  const refusal = notValid(command.ballot, view);
  if (refusal !== null) return refusal;
  if ((command.nth ?? 0) !== nthBallot(view.task)) return { name: 'OtherBallot' };
  if (isElsewhere(mandateId, view)) return { name: 'TakenToMeeting' };
  if (waitingSeats(view).some(({ id }) => id === mandateId)) return { name: 'NotYourTurn' };
  if (isSecret(view.definition) && context.actor.kind === 'person')
    return intoBox(mandateId, context.actor.personId, view);
  const { without, isInstead, present } = slotFor(mandateId, view, context);
  const ballot = plain(command.ballot, view.definition, without);
  if (ballot.tiers !== null && Object.keys(ballot.tiers).length === 0) return { name: 'NotRanked', missing: 0 };
  const basis = present?.revision ?? 0;
  const covers = same(present?.without ?? [], without);
  if (present !== undefined && covers && isEqual(ballot, present, command.basis)) return 'unchanged';
  if (command.basis !== basis) return { name: 'AnswerChangedMeanwhile', basis };
  return {
    type: 'BallotCast',
    taskId,
    mandateId,
    ballot,
    ...(without.length === 0 ? {} : { without }),
    ...(isInstead ? { instead: true } : {}),
  };
}

/** Where an answer is kept: the seat's own, or a substitute's beside it; what it says nothing of; and what stands there. */
export interface Slot {
  readonly without: readonly NominationId[];
  readonly isInstead: boolean;
  readonly present: CastBallot | undefined;
}

export function slotFor(mandateId: MandateId, view: View, { actor }: Pick<Context, 'actor'>): Slot {
  const { ballots, instead } = ballotsIn(view.task);
  const mandate = seatsOf(view.round, view.definition, view.date).find(({ id }) => id === mandateId);
  if (mandate === undefined || actor.kind !== 'person') return { without: [], isInstead: false, present: undefined };
  const { personId } = actor;
  const items = itemsOf(view);
  const isInstead = standsInFor(view, mandate, personId, items);
  // A ranking compares, so a substitute ranks all he may; elsewhere he speaks only of what he stands in for.
  const speaksOf = (id: NominationId): boolean =>
    isInstead && view.definition.kind !== 'rank'
      ? answererFor(view, mandate, id) === personId
      : mayTakePart(view.round, personId, id);
  return {
    without: items.filter((id) => !speaksOf(id)),
    isInstead,
    present: isInstead ? instead?.[mandateId] : ballots[mandateId],
  };
}

/** Taken to a meeting: only who wanted it may still answer, and so take it back to writing. */
function isElsewhere(mandateId: MandateId, { task }: View): boolean {
  return isTakenToMeeting(task) && ballotsIn(task).ballots[mandateId]?.choice !== 'wantsMeeting';
}

/** Why the actor may not answer for the seat; null when he may. */
export function notEntitled(mandateId: MandateId, view: View, { actor }: Context): RoundRefusal | null {
  const mandate = seatsOf(view.round, view.definition, view.date).find(({ id }) => id === mandateId);
  if (mandate === undefined || actor.kind !== 'person') return { name: 'NoMandate' };
  const { personId } = actor;
  const items = itemsOf(view);
  if (answererOf(view.task, mandate) === personId) {
    const isHeldOut = items.length > 0 && items.every((id) => !mayTakePart(view.round, personId, id));
    return isHeldOut ? { name: 'HeldOut', nominationIds: items } : null;
  }
  if (standsInFor(view, mandate, personId, items)) return null;
  return mandate.holder === actor.personId ? { name: 'SubstituteHasBeenCalled', mandateId } : { name: 'NoMandate' };
}

function notValid(ballot: Ballot, view: View): RoundRefusal | null {
  const { definition } = view;
  if (definition.kind === 'vote' && definition.proposal !== undefined && !hasProposal(view.task)) {
    return { name: 'ProposalMissing' };
  }
  if (definition.kind === 'rank') return notRanked(ballot, definition.tiers, view);
  if (ballot.choice === 'ranked' || !choicesOf(definition).includes(ballot.choice)) return { name: 'UnknownChoice' };
  if (needsReason(ballot.choice) && !has(ballot.texts, as<FieldId>('reason'))) return { name: 'ReasonMissing' };
  return null;
}

/** A ranking names tiers of the task for nominations of the task; those it leaves out stand last, but not all of them. */
function notRanked(ballot: Ballot, tiers: readonly { readonly id: string }[], view: View): RoundRefusal | null {
  if (ballot.choice !== 'ranked') return { name: 'UnknownChoice' };
  const about = new Set(nominationsAbout(view.round, view.definition.about).map(({ id }) => id));
  const ranked = Object.entries(ballot.tiers ?? {}) as [NominationId, string][];
  if (ranked.length === 0) return { name: 'NotRanked', missing: about.size };
  const strange = [...ranked.map(([id]) => id), ...ballot.order].find((id) => !about.has(id));
  if (strange !== undefined) return { name: 'NominationNotInTask', nominationId: strange };
  const hasUnknownTier = ranked.some(([, tier]) => !tiers.some(({ id }) => id === tier));
  const hasOrderWithoutTier = ballot.order.some((id) => !Object.hasOwn(ballot.tiers ?? {}, id));
  return hasUnknownTier || hasOrderWithoutTier ? { name: 'UnknownTier' } : null;
}

/** The ballot and nothing else that came with it; a nomination ordered twice stands where it was named first. */
function plain(ballot: Ballot, definition: Collegial, without: readonly NominationId[]): Ballot {
  const { choice, texts, order } = ballot;
  if (definition.kind !== 'rank') return { choice, texts, tiers: null, order: [] };
  const spoken = Object.entries(ballot.tiers ?? {}).filter(([id]) => !without.includes(as<NominationId>(id)));
  const tiers = without.length === 0 ? ballot.tiers : Object.fromEntries(spoken);
  return { choice, texts, tiers, order: [...new Set(order)].filter((id) => !without.includes(id)) };
}

/**
 * The same answer again. A click without words from a view that did not show the present answer repeats it, and does not
 * take its words back; from a view that showed it, leaving the words out is a new answer.
 */
function isEqual(ballot: Ballot, present: CastBallot, basis: number): boolean {
  const isSameAnswer =
    ballot.choice === present.choice && same(ballot.tiers, present.tiers) && same(ballot.order, present.order);
  const isSilentRepeat = ballot.texts === null && basis !== present.revision;
  return isSameAnswer && (isSilentRepeat || ballot.texts?.hash === present.texts?.hash);
}
