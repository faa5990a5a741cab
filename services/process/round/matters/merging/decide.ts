// Proposing that nominations become one, agreeing, and taking it apart again. Done when everybody concerned agrees, and
// reversible until the advice on it is signed. Nobody is merged against his will, and nobody who is away stops it: his
// organisation's contact may agree in his place.
import type { Context } from '../../../context';
import { accepted, never, refused, unchanged, type Decision } from '../../../decision';
import { as, type FieldId, type PersonId } from '../../../ids';
import { has } from '../../../text';
import type { RoundEvent } from '../../events';
import { personOf } from '../../kinds/acting';
import { isSecretariat } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { RoundState } from '../../state';
import { today } from '../../view';
import { mayTakePart } from '../impartiality/standing';
import { askersFor, isAskable } from '../questions/queries';
import { mayUndo } from './rights';
import type { MergingCommand } from './messages';
import {
  concerned,
  mergedInto,
  mergesInto,
  nominationsOf,
  partiesOf,
  proposalFor,
  spokenForBy,
  toAgree,
} from './queries';
import type { Merge } from './state';

type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends MergingCommand['type']> = Extract<MergingCommand, { type: Type }>;

/** So many become one at once; more is grouping, which has its own step. */
const FROM_MAX = 5;

export function decideMerging(command: MergingCommand, round: RoundState, context: Context): Outcome {
  if (round.status === 'closed') return refused({ name: 'RoundClosed' });
  if (round.status === 'paused') return refused({ name: 'RoundPaused' });
  const personId = personOf(context);
  if (personId === null) return refused({ name: 'NoMandate' });
  switch (command.type) {
    case 'ProposeMerge':
      return propose(command, round, personId, context);
    case 'AnswerMerge':
      return answer(command, round, personId, context);
    case 'WithdrawMerge':
      return withdraw(command, round, personId, context);
    case 'UndoMerge':
      return undo(command, round, personId, context);
    default:
      return never(command);
  }
}

/**
 * By a nominator of one of them, the secretariat, or who works on the advice. All must be submitted and without advice; one
 * that others are part of stays; each stands in one proposal at a time. Whoever proposes as nominator agrees by that.
 */
function propose(command: Command<'ProposeMerge'>, round: RoundState, personId: PersonId, context: Context): Outcome {
  const { mergeId, into, texts } = command;
  const from = [...new Set(command.from)];
  if (round.matters.merging[mergeId] !== undefined) return unchanged;
  const ids = concerned({ into, from });
  const nominations = nominationsOf(round, { into, from });
  if (nominations.length !== ids.length) return refused({ name: 'UnknownNomination' });
  if (!nominations.every(isAskable)) return refused({ name: 'NominationSettled' });
  if (!mayPropose(round, personId, { into, from }, context)) return refused({ name: 'NoMandate' });
  if (from.length === 0 || from.length > FROM_MAX || from.includes(into))
    return refused({ name: 'MergeTargetInvalid' });
  if (from.some((id) => mergedInto(round, id).length > 0)) return refused({ name: 'MergeTargetInvalid' });
  if (ids.some((id) => proposalFor(round, id) !== null)) return refused({ name: 'MergeProposedAlready' });
  if (!has(texts, as<FieldId>('reason'))) return refused({ name: 'ReasonMissing' });
  const proposed: RoundEvent = { type: 'MergeProposed', mergeId, into, from, texts };
  if (!nominations.some(({ nominators }) => nominators.includes(personId))) return accepted(proposed);
  const agrees: RoundEvent = { type: 'MergeAnswered', mergeId, agrees: true, bodyIds: [] };
  const left = toAgree(round, { into, from, agreed: [personId], agreedFor: [] });
  return left.length > 0
    ? accepted<RoundEvent>(proposed, agrees)
    : accepted<RoundEvent>(proposed, agrees, merged({ id: mergeId, into, from }, round));
}

function mayPropose(
  round: RoundState,
  personId: PersonId,
  merge: Pick<Merge, 'into' | 'from'>,
  context: Context,
): boolean {
  const nominations = nominationsOf(round, merge);
  if (nominations.some(({ nominators }) => nominators.includes(personId))) return true;
  const date = today(context);
  const isFree = concerned(merge).every((id) => mayTakePart(round, personId, id));
  return isFree && nominations.some((nomination) => askersFor(round, personId, nomination, date).length > 0);
}

/** A nominator for himself, or a contact for his organisation; one who does not agree ends the proposal. */
function answer(command: Command<'AnswerMerge'>, round: RoundState, personId: PersonId, context: Context): Outcome {
  const { mergeId, agrees } = command;
  const merge = round.matters.merging[mergeId];
  if (merge === undefined) return refused({ name: 'UnknownMerge' });
  const isNominator = nominationsOf(round, merge).some(({ nominators }) => nominators.includes(personId));
  const bodyIds = isNominator ? [] : spokenForBy(round, merge, personId, today(context));
  if (!isNominator && bodyIds.length === 0) return refused({ name: 'NotNominator' });
  if (merge.agreed.includes(personId) && agrees) return unchanged;
  if (merge.status !== 'proposed') return refused({ name: 'MergeSettled' });
  const answered: RoundEvent = { type: 'MergeAnswered', mergeId, agrees, bodyIds };
  if (!agrees) return accepted(answered);
  if (!nominationsOf(round, merge).every(isAskable)) return refused({ name: 'NominationSettled' });
  const agreed = isNominator ? [...merge.agreed, personId] : merge.agreed;
  const left = toAgree(round, { ...merge, agreed, agreedFor: [...merge.agreedFor, ...bodyIds] });
  return left.length > 0 ? accepted(answered) : accepted(answered, merged(merge, round));
}

/** Everybody behind any of them stands behind the one that stays. */
function merged({ id, into, from }: Pick<Merge, 'id' | 'into' | 'from'>, round: RoundState): RoundEvent {
  const [target, ...others] = nominationsOf(round, { into, from });
  const before = partiesOf(target === undefined ? [] : [target]);
  return { type: 'NominationsMerged', mergeId: id, into, from, parties: partiesOf([before, ...others]), before };
}

/** By whoever proposed it, or the secretariat, while it waits. */
function withdraw(
  { mergeId }: Command<'WithdrawMerge'>,
  round: RoundState,
  personId: PersonId,
  context: Context,
): Outcome {
  const merge = round.matters.merging[mergeId];
  if (merge === undefined) return refused({ name: 'UnknownMerge' });
  if (merge.status === 'withdrawn') return unchanged;
  if (merge.by !== personId && !isSecretariat(round, personId, today(context))) return refused({ name: 'NoMandate' });
  if (merge.status !== 'proposed') return refused({ name: 'MergeSettled' });
  return accepted({ type: 'MergeWithdrawn', mergeId });
}

/** By any nominator of what was merged, or the secretariat, until the advice is signed; with a reason. */
function undo(command: Command<'UndoMerge'>, round: RoundState, personId: PersonId, context: Context): Outcome {
  const { mergeId, texts } = command;
  const merge = round.matters.merging[mergeId];
  if (merge === undefined) return refused({ name: 'UnknownMerge' });
  if (!mayUndo(round, merge, personId, today(context))) return refused({ name: 'NotNominator' });
  if (merge.status === 'undone') return unchanged;
  const target = round.nominations[merge.into];
  if (merge.status !== 'done' || target === undefined || !isAskable(target)) return refused({ name: 'MergeSettled' });
  if (!has(texts, as<FieldId>('reason'))) return refused({ name: 'ReasonMissing' });
  const { into, from } = merge;
  return accepted({ type: 'MergeUndone', mergeId, into, from, parties: partiesWithout(merge, round), texts });
}

/** The target's own, as they were before its first merge, with those of the merges that still stand. */
function partiesWithout(merge: Merge, round: RoundState): Merge['before'] & object {
  const standing = mergesInto(round, merge.into);
  const own = standing[0]?.before ?? { nominators: [], onBehalfOf: [], backedBy: [] };
  const others = standing.filter(({ id }) => id !== merge.id).flatMap(({ from }) => from);
  return partiesOf([own, ...others.flatMap((id) => round.nominations[id] ?? [])]);
}
