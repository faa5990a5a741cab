// Secret ballots, as far as the rules know them (DESIGN.md §4): a vote that may be given goes into a box outside the record,
// and comes into it counted. Who has voted is known; what, to nobody.
import type { MandateId, PersonId } from '../../../ids';
import { mayTakePart } from '../../matters/impartiality/standing';
import { answererOf, nominationsAbout, seatsOf } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { Task } from '../../state';
import type { TaskView } from '../kind';
import type { Collegial, CollegialKind } from './choices';
import { ballotsIn } from './work';

type View = TaskView<CollegialKind>;

/** Of two who vote, each knows what the other voted. */
export const SECRET_ELECTORS_MIN = 3;

export function isSecret(definition: Pick<Collegial, 'visibility'>): boolean {
  return definition.visibility === 'secret';
}

/** True while a secret ballot cannot be counted: its box has not been opened. */
export function isShut({ definition, task }: Pick<View, 'definition' | 'task'>): boolean {
  return isSecret(definition) && ballotsIn(task).box === null;
}

/** Who has voted in secret, as far as the state was told. */
export function votedIn(task: Pick<Task, 'work'>): readonly MandateId[] {
  const { box, voted } = ballotsIn(task);
  return box?.voted ?? voted;
}

/** True for a seat whose answer is in, secret or not. */
export function hasAnswered(task: Pick<Task, 'work'>, mandateId: MandateId): boolean {
  return ballotsIn(task).ballots[mandateId] !== undefined || votedIn(task).includes(mandateId);
}

/**
 * True for a person who may not take part in a nomination that is voted on: in a secret ballot he cannot answer for the
 * rest, because nobody could say which answer was his.
 */
export function isHeldOut({ round, definition }: View, personId: PersonId): boolean {
  return heldFrom({ round, definition }, personId).length > 0;
}

function heldFrom({ round, definition }: Pick<View, 'round' | 'definition'>, personId: PersonId) {
  const about = nominationsAbout(round, definition.about).map(({ id }) => id);
  return about.filter((id) => !mayTakePart(round, personId, id));
}

/**
 * What a vote in a secret ballot, otherwise in order, is answered with: it goes into the box, unless the seat has voted or
 * the electors are too few. The box itself has the last word on who has voted.
 */
export function intoBox(mandateId: MandateId, personId: PersonId, view: View): RoundRefusal {
  const seats = seatsOf(view.round, view.definition, view.date);
  const electors = seats.filter((seat) => !isHeldOut(view, answererOf(view.task, seat)));
  if (electors.length < SECRET_ELECTORS_MIN) return { name: 'TooFewForSecrecy', needed: SECRET_ELECTORS_MIN };
  const nominationIds = heldFrom(view, personId);
  if (nominationIds.length > 0) return { name: 'HeldOut', nominationIds };
  return votedIn(view.task).includes(mandateId) ? { name: 'HasVoted' } : { name: 'GoesIntoBox' };
}
