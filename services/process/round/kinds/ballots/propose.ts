// Proposing which nominations are selected: the list that a selection is then voted on.
import type { Context } from '../../../context';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import type { NominationId, PersonId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { same } from '../../../same';
import type { RoundCommand } from '../../commands';
import type { RoundEvent } from '../../events';
import { mayTakePart } from '../../matters/impartiality/standing';
import { nominationsAbout, seatsOf } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { Nomination } from '../../state';
import type { TaskView } from '../kind';
import type { CollegialKind } from './choices';
import { ballotsIn, hasProposal } from './work';

type Command = Extract<RoundCommand, { type: 'ProposeSelection' }>;
type View = TaskView<CollegialKind>;

/** The seats of those who propose; none where the task is about no proposal. */
export function proposersOf(view: View): readonly Mandate[] {
  const { definition } = view;
  if (definition.kind !== 'vote' || definition.proposal === undefined) return [];
  return seatsOf(view.round, { bodies: definition.proposal.by }, view.date);
}

/** The nominations a selection chooses among. */
export function candidatesOf(view: View): readonly Nomination[] {
  return nominationsAbout(view.round, view.definition.about);
}

/** Candidates the person is held out of: he cannot propose a list that they stand on or not. */
export function heldOutOf(view: View, personId: PersonId): readonly NominationId[] {
  return candidatesOf(view)
    .map(({ id }) => id)
    .filter((id) => !mayTakePart(view.round, personId, id));
}

/** True for a selection without candidates, as when none was qualified: nobody can propose, and nothing is voted on. */
export function hasNothingToSelect(view: View): boolean {
  const { definition } = view;
  const isSelection = definition.kind === 'vote' && definition.proposal !== undefined;
  return isSelection && ballotsIn(view.task).proposal === null && candidatesOf(view).length === 0;
}

/** By a seat of the proposing party; can be proposed anew until the first ballot. The list is kept in order of number. */
export function proposeSelection(command: Command, view: View, context: Context): Decision<RoundEvent, RoundRefusal> {
  const { actor } = context;
  const mayPropose = proposersOf(view).some(({ holder }) => actor.kind === 'person' && holder === actor.personId);
  if (!mayPropose || actor.kind !== 'person') return refused({ name: 'NoMandate' });
  const heldOut = heldOutOf(view, actor.personId);
  if (heldOut.length > 0) return refused({ name: 'HeldOut', nominationIds: heldOut });
  if (command.nominationIds.length === 0) return refused({ name: 'ProposalEmpty' });
  const candidates = candidatesOf(view).map(({ id }) => id);
  const strange = command.nominationIds.find((id) => !candidates.includes(id));
  if (strange !== undefined) return refused({ name: 'NominationNotInTask', nominationId: strange });
  const { proposal, ballots } = ballotsIn(view.task);
  const nominationIds = candidates.filter((id) => command.nominationIds.includes(id));
  if (hasProposal(view.task) && same(proposal?.nominationIds, nominationIds)) return unchanged;
  if (Object.keys(ballots).length > 0) return refused({ name: 'BallotsHaveBeenCast' });
  const basis = proposal?.revision ?? 0;
  if (command.basis !== basis) return refused({ name: 'AnswerChangedMeanwhile', basis });
  return accepted({ type: 'SelectionProposed', taskId: command.taskId, nominationIds });
}
