// Look-ups about meetings that cards and delivery ask: what is to be dealt with at one, where it is, what was decided.
import type { LocalDate } from '../../../calendar';
import type { BodyId, MandateId, TaskId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import type { CollegialKind } from '../../kinds/ballots/choices';
import { itemsOf } from '../../kinds/ballots/voices';
import { isTakenToMeeting } from '../../kinds/ballots/work';
import type { TaskView } from '../../kinds/kind';
import { answererOf, bodiesOf, seatsOf, taskDefinition, taskDefinitions } from '../../queries';
import type { RoundState } from '../../state';
import { mayTakePart } from '../impartiality/standing';
import type { Giver } from './messages';
import type { Decided, Meeting } from './state';

/** Meetings in the order of their time. */
export function meetingsOf(round: RoundState): readonly Meeting[] {
  return Object.values(round.matters.meetings).sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** The meeting that is to deal with a task; null where none is called. */
export function meetingOn(round: RoundState, taskId: TaskId): Meeting | null {
  const called = meetingsOf(round).filter(({ status, agenda }) => status === 'called' && agenda.includes(taskId));
  return called.at(-1) ?? null;
}

/** Where and what was decided on a task that a meeting closed; null where it was closed otherwise. */
export function decidedOn(
  round: RoundState,
  taskId: TaskId,
): { readonly meeting: Meeting; readonly decided: Decided } | null {
  const task = round.tasks[taskId];
  for (const meeting of meetingsOf(round)) {
    const decided = meeting.decided[taskId];
    // A decision closes its task; what was taken up again since is decided anew.
    const isAnew = (task?.reopening?.at ?? '') > (decided?.at ?? '');
    if (decided !== undefined && task?.status === 'closed' && !isAnew) return { meeting, decided };
  }
  return null;
}

/** What a body can deal with at a meeting: its open tasks, those somebody wants a meeting on first. */
export function agendaFor(round: RoundState, bodyId: BodyId, date: LocalDate): readonly TaskId[] {
  const open = taskDefinitions(round).filter(({ id, bodies }) => {
    const concerned = bodiesOf(round.electorate, bodies, date).includes(bodyId);
    return concerned && round.tasks[id]?.status === 'open';
  });
  const isWanted = (id: TaskId): boolean => isTakenToMeeting(round.tasks[id]);
  return [...open.filter(({ id }) => isWanted(id)), ...open.filter(({ id }) => !isWanted(id))].map(({ id }) => id);
}

/** The seats of the meeting's body that count in a task; all its seats where the task asks others too. */
export function seatsAt(round: RoundState, meeting: Pick<Meeting, 'bodyId'>, date: LocalDate): readonly Mandate[] {
  return seatsOf(round, { bodies: [meeting.bodyId] }, date);
}

/** Seats that may take part in deciding an item: those who were there and did not leave. */
export function decidersOf(
  round: RoundState,
  meeting: Meeting,
  taskId: TaskId,
  left: readonly Mandate['id'][],
  date: LocalDate,
): readonly Mandate[] {
  const definition = taskDefinition(round, taskId);
  if (definition === undefined) return [];
  const present = meeting.attendance?.present ?? [];
  return seatsOf(round, definition, date).filter(({ id }) => present.includes(id) && !left.includes(id));
}

/** Who answers for a seat that was there, and of what he says nothing; none where he is held out of all that is decided. */
export function giverFor(view: TaskView<CollegialKind>, seat: Mandate): readonly (readonly [MandateId, Giver])[] {
  const by = answererOf(view.task, seat);
  const items = itemsOf(view);
  const without = items.filter((id) => !mayTakePart(view.round, by, id));
  return items.length > 0 && without.length === items.length ? [] : [[seat.id, { by, without }]];
}
