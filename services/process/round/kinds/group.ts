// Gathering the selected nominations into patient groups (PROCESS.md §2, step 4): one body proposes, another confirms.
// Confirming makes the proposal the round's groups, which round/evolve folds.
import type { Context } from '../../context';
import { accepted, refused, unchanged, type Decision } from '../../decision';
import type { NominationId } from '../../ids';
import { same } from '../../same';
import type { RoundCommand } from '../commands';
import type { RoundEvent } from '../events';
import { nominationsAbout } from '../queries';
import type { RoundRefusal } from '../refusals';
import type { Group, RoundState, Work } from '../state';
import { askedOf, mandatesIn, outstandingFor, partiesOf, workers, worksFor } from './acting';
import type { KindRules, TaskView } from './kind';

type View = TaskView<'group'>;
type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends RoundCommand['type']> = Extract<RoundCommand, { type: Type }>;

export const GROUPS_VERSION = 'groups/1';

export const group: KindRules<'group'> = {
  begin: () => ({ family: 'groups', proposed: [], by: null }),
  decide(command, view, context) {
    switch (command.type) {
      case 'ProposeGroups':
        return proposeGroups(command, view, context);
      case 'ConfirmGroups':
        return confirmGroups(command, view, context);
      default:
        return refused({ name: 'NotThisTask', taskId: view.task.id });
    }
  },
  evolve(work, { event, by }) {
    if (work.family !== 'groups' || event.type !== 'GroupsProposed') return work;
    return { ...work, proposed: event.groups, by };
  },
  outstanding(view) {
    if (isConfirmed(view)) return [];
    const isProposed = proposedIn(view.task.work).length > 0;
    const parties = isProposed ? view.definition.confirmedBy : view.definition.bodies;
    const asked = askedOf(mandatesIn(view, partiesOf(view, parties), workers));
    return outstandingFor(view, asked, isProposed ? 'confirmation' : 'grouping');
  },
  complete: isConfirmed,
  end(view) {
    if (!isConfirmed(view)) return null;
    const proposed = proposedIn(view.task.work);
    const arithmetic = { groups: proposed.length, nominations: subject(view).length };
    return { result: { version: GROUPS_VERSION, outcome: 'confirmed', arithmetic }, effects: [] };
  },
  standing: (view) => ({ groups: proposedIn(view.task.work).length, nominations: subject(view).length }),
  closes: 'whenAnswered',
  late: 'accepted',
};

/**
 * What a view of a proposal shows, as the basis of the next proposal and of its confirmation: 0 before there is any, else a
 * number made from the whole proposal, so nobody confirms another one than he saw. The state counts no proposals.
 */
export function groupsBasis(work: Work): number {
  const proposed = proposedIn(work);
  return proposed.length === 0
    ? 0
    : fingerprint(JSON.stringify(proposed.map((of) => [of.id, of.texts.hash, of.nominationIds])));
}

/** A whole new proposal: every nomination of the task in exactly one group, no group empty. */
function proposeGroups(command: Command<'ProposeGroups'>, view: View, context: Context): Outcome {
  if (!worksFor(view, context, view.definition.bodies)) return refused({ name: 'NoMandate' });
  const refusal = misgrouped(command.groups, subject(view), view.round);
  if (refusal !== null) return refused(refusal);
  const proposed = proposedIn(view.task.work);
  if (same(proposed, command.groups)) return unchanged;
  const basis = groupsBasis(view.task.work);
  if (command.basis !== basis) return refused({ name: 'AnswerChangedMeanwhile', basis });
  return accepted({ type: 'GroupsProposed', taskId: command.taskId, groups: command.groups });
}

function misgrouped(groups: readonly Group[], about: readonly NominationId[], round: RoundState): RoundRefusal | null {
  const grouped = groups.flatMap(({ nominationIds }) => nominationIds);
  const strange = grouped.find((id) => !about.includes(id));
  if (strange !== undefined) {
    return round.nominations[strange] === undefined
      ? { name: 'UnknownNomination' }
      : { name: 'NominationNotInTask', nominationId: strange };
  }
  const ids = groups.map(({ id }) => id);
  if (new Set(grouped).size < grouped.length || new Set(ids).size < ids.length) return { name: 'GroupsOverlap' };
  const ungrouped = about.length - grouped.length;
  const hasEmpty = groups.some(({ nominationIds }) => nominationIds.length === 0);
  return ungrouped > 0 || hasEmpty ? { name: 'GroupsIncomplete', ungrouped } : null;
}

/** By a member of those who confirm, for the proposal the view showed. */
function confirmGroups(command: Command<'ConfirmGroups'>, view: View, context: Context): Outcome {
  if (!worksFor(view, context, view.definition.confirmedBy)) return refused({ name: 'NoMandate' });
  const { work } = view.task;
  if (isConfirmed(view)) return unchanged;
  const ungrouped = subject(view).length - proposedIn(work).flatMap((of) => of.nominationIds).length;
  if (ungrouped > 0) return refused({ name: 'GroupsIncomplete', ungrouped });
  if (command.basis !== groupsBasis(work)) return refused({ name: 'AnswerChangedMeanwhile', basis: groupsBasis(work) });
  return accepted({ type: 'GroupsConfirmed', taskId: command.taskId });
}

/** True when every nomination of the task stands in the confirmed group it was proposed for; true with none to group. */
function isConfirmed(view: View): boolean {
  const proposed = proposedIn(view.task.work);
  if (proposed.length === 0) return subject(view).length === 0;
  return proposed.every((of) => of.nominationIds.every((id) => view.round.nominations[id]?.groupId === of.id));
}

function subject(view: View): readonly NominationId[] {
  return nominationsAbout(view.round, view.definition.about).map(({ id }) => id);
}

function proposedIn(work: Work): readonly Group[] {
  return work.family === 'groups' ? work.proposed : [];
}

/** A view's basis is a number of at most a million (cards/verbs), so that is all a fingerprint may be. */
const FINGERPRINTS = 999_999;

/** FNV-1a: tells two proposals apart within one task, and protects nothing. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return ((hash >>> 0) % FINGERPRINTS) + 1;
}
