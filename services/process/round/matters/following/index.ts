// Who follows a nomination beside its nominators: he sees where it stands in plain words, and gets the outcome with its
// reason (CARDS.md §1). Gives no right to anything else.
import type { Context } from '../../../context';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import type { NominationId, PersonId } from '../../../ids';
import type { Recorded, RoundEvent } from '../../events';
import { personOf } from '../../kinds/acting';
import type { RoundRefusal } from '../../refusals';
import type { RoundState } from '../../state';
import { mergedInto } from '../merging/queries';
import type { MatterRules } from '../matter';
import type { FollowingCommand } from './messages';

/** In the order in which they began to follow. */
export type Following = Readonly<Record<NominationId, readonly PersonId[]>>;

export const following: MatterRules<'following'> = {
  begin: {},
  decide: (command, round, context) => follow(command as FollowingCommand, round, context),
  evolve,
  outstanding: () => [],
  settle: () => [],
  moments: () => [],
  holdsBack: () => false,
};

/** Those who follow beside the nominators; with a merged nomination its followers come too. */
export function followersOf(round: RoundState, nominationId: NominationId): readonly PersonId[] {
  const ids = [nominationId, ...mergedInto(round, nominationId)];
  return [...new Set(ids.flatMap((id) => round.matters.following[id] ?? []))];
}

/**
 * Anyone may follow what has been submitted; before that a nomination is its nominators' and their organisations' own. Who
 * nominated it need not follow it. Ends with the round.
 */
function follow(
  { type, nominationId }: FollowingCommand,
  round: RoundState,
  context: Context,
): Decision<RoundEvent, RoundRefusal> {
  const personId = personOf(context);
  const nomination = round.nominations[nominationId];
  if (round.status === 'closed') return refused({ name: 'RoundClosed' });
  if (personId === null) return refused({ name: 'NoMandate' });
  if (nomination === undefined) return refused({ name: 'UnknownNomination' });
  const follows = followersOf(round, nominationId).includes(personId);
  if (type === 'UnfollowNomination')
    return follows ? accepted({ type: 'NominationUnfollowed', nominationId }) : unchanged;
  if (follows || nomination.nominators.includes(personId)) return unchanged;
  if (nomination.submittedAt === null) return refused({ name: 'UnknownNomination' });
  return accepted({ type: 'NominationFollowed', nominationId });
}

function evolve(slice: Following, { event, by }: Recorded<RoundEvent>): Following {
  if (by === null || (event.type !== 'NominationFollowed' && event.type !== 'NominationUnfollowed')) return slice;
  const others = (slice[event.nominationId] ?? []).filter((id) => id !== by);
  return { ...slice, [event.nominationId]: event.type === 'NominationFollowed' ? [...others, by] : others };
}
