// The end of a round: with a `Publish` that opens the next one, or with its last task.
import type { NominationId, RoundId } from '../../ids';
import type { RoundCommand } from '../commands';
import type { RoundEvent } from '../events';
import { definitionOf } from '../queries';
import type { Nomination, RoundState } from '../state';

/** The round's last event, when `command` has led to its end; else none. `state` is the round after all that followed. */
export function closeRound(command: RoundCommand, state: RoundState): readonly RoundEvent[] {
  if (state.status !== 'running') return [];
  const next = nextRound(command, state);
  const isOver = Object.values(state.tasks).every((task) => task.status === 'closed');
  if (!isOver && next === null) return [];
  return [{ type: 'RoundClosed', next, carriedOver: next === null ? [] : carriedOver(state) }];
}

function nextRound(command: RoundCommand, state: RoundState): RoundId | null {
  if (command.type !== 'Publish') return null;
  const effects = definitionOf(state, command.taskId, 'publish')?.effects ?? [];
  return effects.includes('openNextRound') ? command.nextRoundId : null;
}

/**
 * What the next round begins with, in order of number: those on which nothing was decided, unless the advice settled them;
 * one decided against where its nominator has told new information (PROCESS.md §9). What was never submitted is its
 * nominators' to carry over or not (carrying.ts).
 */
export function carriedOver(state: RoundState): readonly NominationId[] {
  return Object.values(state.nominations)
    .filter((nomination) => isUnsettled(nomination) || state.matters.newInformation[nomination.id] !== undefined)
    .sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
    .map((nomination) => nomination.id);
}

function isUnsettled(nomination: Nomination): boolean {
  const isAskedAnew = nomination.status === 'awaitingBacking' || nomination.status === 'returned';
  if (isAskedAnew) return nomination.submittedAt !== null;
  const outcome = nomination.conclusion?.outcome;
  const isAdvisedAway = outcome === 'notQualified' || outcome === 'mergedWith';
  return nomination.status === 'submitted' && nomination.decision === null && !isAdvisedAway;
}

/** The unnumbered last, each by its id. */
function orderOf(nomination: Nomination): string {
  return `${nomination.number ?? '~'} ${nomination.id}`;
}
