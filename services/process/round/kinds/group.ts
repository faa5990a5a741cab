// Gathering the selected nominations into patient groups (PROCESS.md §2, step 4): one body proposes, another confirms or
// sends it back. Confirming makes the proposal the round's groups, which round/evolve folds.
import type { Context } from '../../context';
import { accepted, refused, unchanged, type Decision } from '../../decision';
import { as, type FieldId, type NominationId } from '../../ids';
import { same } from '../../same';
import { has } from '../../text';
import type { RoundCommand } from '../commands';
import type { Recorded, RoundEvent } from '../events';
import { nominationsAbout } from '../queries';
import type { RoundRefusal } from '../refusals';
import type { Group, RoundState, Work } from '../state';
import { askedOf, mandatesIn, outstandingFor, partiesOf, workers, worksFor } from './acting';
import type { KindRules, TaskView } from './kind';

type View = TaskView<'group'>;
type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends RoundCommand['type']> = Extract<RoundCommand, { type: Type }>;

type Groups = Extract<Work, { family: 'groups' }>;

export const GROUPS_VERSION = 'groups/1';

const nothing: Groups = { family: 'groups', proposed: [], by: null, before: [], returned: null, revision: 0 };

export const group: KindRules<'group'> = {
  begin: () => nothing,
  decide(command, view, context) {
    switch (command.type) {
      case 'ProposeGroups':
        return proposeGroups(command, view, context);
      case 'ConfirmGroups':
        return confirmGroups(command, view, context);
      case 'UndoGroups':
        return undoGroups(command, view, context);
      case 'ReturnGroups':
        return returnGroups(command, view, context);
      default:
        return refused({ name: 'NotThisTask', taskId: view.task.id });
    }
  },
  evolve: (work, recorded) => (work.family === 'groups' ? folded(work, recorded) : work),
  /** What was proposed stays as the beginning of the next proposal. */
  again: (work) => (work.family === 'groups' ? { ...work, returned: null, revision: work.revision + 1 } : work),
  outstanding(view) {
    if (isConfirmed(view)) return [];
    const { proposed, returned } = groupsIn(view.task.work);
    const isToConfirm = proposed.length > 0 && returned === null;
    const parties = isToConfirm ? view.definition.confirmedBy : view.definition.bodies;
    const asked = askedOf(mandatesIn(view, partiesOf(view, parties), workers));
    return outstandingFor(view, asked, isToConfirm ? 'confirmation' : 'grouping');
  },
  complete: isConfirmed,
  end(view) {
    if (!isConfirmed(view)) return null;
    const { proposed } = groupsIn(view.task.work);
    const arithmetic = { groups: proposed.length, nominations: subject(view).length };
    return { result: { version: GROUPS_VERSION, outcome: 'confirmed', arithmetic }, effects: [] };
  },
  standing: (view) => ({ groups: groupsIn(view.task.work).proposed.length, nominations: subject(view).length }),
  closes: 'whenAnswered',
  late: 'accepted',
};

function folded(work: Groups, { event, by, at }: Recorded<RoundEvent>): Groups {
  const revision = work.revision + 1;
  switch (event.type) {
    case 'GroupsProposed': {
      const before = work.proposed.length === 0 ? work.before : [...work.before, work.proposed];
      return { ...work, proposed: event.groups, by, before, returned: null, revision };
    }
    case 'GroupsUndone':
      return {
        ...work,
        proposed: work.before.at(-1) ?? [],
        by,
        before: work.before.slice(0, -1),
        returned: null,
        revision,
      };
    case 'GroupsReturned':
      return by === null ? work : { ...work, returned: { by, at, texts: event.texts }, revision };
    default:
      return work;
  }
}

/** What a view of a proposal shows, as the basis of whatever is done with it: nobody confirms another one than he saw. */
export function groupsBasis(work: Work): number {
  return groupsIn(work).revision;
}

/** A whole new proposal: every nomination of the task in exactly one group, no group empty. */
function proposeGroups(command: Command<'ProposeGroups'>, view: View, context: Context): Outcome {
  if (!worksFor(view, context, view.definition.bodies)) return refused({ name: 'NoMandate' });
  const refusal = misgrouped(command.groups, subject(view), view.round);
  if (refusal !== null) return refused(refusal);
  const { proposed, returned, revision } = groupsIn(view.task.work);
  // The same again answers a return: those who made it stand by it.
  if (returned === null && same(proposed, command.groups)) return unchanged;
  if (command.basis !== revision) return refused({ name: 'AnswerChangedMeanwhile', basis: revision });
  return accepted({ type: 'GroupsProposed', taskId: command.taskId, groups: command.groups });
}

/** Before it is confirmed, those who propose may take the newest proposal back. */
function undoGroups(command: Command<'UndoGroups'>, view: View, context: Context): Outcome {
  if (!worksFor(view, context, view.definition.bodies)) return refused({ name: 'NoMandate' });
  const { proposed, revision } = groupsIn(view.task.work);
  if (proposed.length === 0) return refused({ name: 'NothingToUndo' });
  if (command.basis !== revision) return refused({ name: 'AnswerChangedMeanwhile', basis: revision });
  return accepted({ type: 'GroupsUndone', taskId: command.taskId });
}

/** Back to those who proposed, with what is wanted, by those who confirm. */
function returnGroups(command: Command<'ReturnGroups'>, view: View, context: Context): Outcome {
  if (!worksFor(view, context, view.definition.confirmedBy)) return refused({ name: 'NoMandate' });
  const { proposed, returned, revision } = groupsIn(view.task.work);
  if (proposed.length === 0) return refused({ name: 'ProposalMissing' });
  if (!has(command.texts, as<FieldId>('reason'))) return refused({ name: 'ReasonMissing' });
  if (returned?.texts.hash === command.texts.hash) return unchanged;
  if (command.basis !== revision) return refused({ name: 'AnswerChangedMeanwhile', basis: revision });
  return accepted({ type: 'GroupsReturned', taskId: command.taskId, texts: command.texts });
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
  const { proposed, returned, revision } = groupsIn(work);
  const refusal = misgrouped(proposed, subject(view), view.round);
  if (refusal !== null) return refused(refusal);
  if (command.basis !== revision) return refused({ name: 'AnswerChangedMeanwhile', basis: revision });
  if (returned !== null) return refused({ name: 'ProposalReturned' });
  return accepted({ type: 'GroupsConfirmed', taskId: command.taskId });
}

/** True when every nomination of the task stands in the confirmed group it was proposed for; true with none to group. */
function isConfirmed(view: View): boolean {
  const { proposed } = groupsIn(view.task.work);
  if (proposed.length === 0) return subject(view).length === 0;
  return proposed.every((of) => of.nominationIds.every((id) => view.round.nominations[id]?.groupId === of.id));
}

function subject(view: View): readonly NominationId[] {
  return nominationsAbout(view.round, view.definition.about).map(({ id }) => id);
}

function groupsIn(work: Work): Groups {
  return work.family === 'groups' ? work : nothing;
}
