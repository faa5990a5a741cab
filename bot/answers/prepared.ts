// Answers that preparers have written for a seat: kept outside the record until whoever answers for the seat gives one.
import type { PreparedView } from '../../cards/inputs/round';
import type { MandateId, TaskId } from '../../services/process/ids';
import { nthBallot } from '../../services/process/round/kinds/ballots/work';
import { answererOf, seatsOf, taskDefinition } from '../../services/process/round/queries';
import { draftKinds, keep } from './drafts';
import type { Standing, Turn } from './turn';

/** One per seat and ballot: an answer prepared for a ballot that tied is not one for the next. */
function draftId({ round }: Standing, taskId: TaskId, mandateId: MandateId): string {
  const task = round.tasks[taskId];
  return ['ballot', round.id, taskId, mandateId, task === undefined ? 0 : nthBallot(task)].join('/');
}

export type Prepared = Omit<PreparedView, 'mandateId'>;

export async function readPrepared(
  turn: Turn,
  standing: Standing,
  taskId: TaskId,
  mandateId: MandateId,
): Promise<Prepared | null> {
  const draft = await turn.parts.drafts.read(draftId(standing, taskId, mandateId));
  return draft === null ? null : (draft.data as Prepared);
}

export async function keepPrepared(
  turn: Turn,
  standing: Standing,
  taskId: TaskId,
  mandateId: MandateId,
  data: Prepared,
): Promise<void> {
  await keep(turn, {
    id: draftId(standing, taskId, mandateId),
    kind: draftKinds.ballot,
    subject: `${standing.round.id}/${taskId}`,
    data,
  });
}

export async function removePrepared(
  turn: Turn,
  standing: Standing,
  taskId: TaskId,
  mandateId: MandateId,
): Promise<void> {
  await turn.parts.drafts.remove(draftId(standing, taskId, mandateId));
}

/** What is prepared for the seats the person answers for or prepares, where the task is open and its answers are no secret. */
export async function preparedAnswers(
  turn: Turn,
  standing: Standing,
  taskId: TaskId,
): Promise<readonly PreparedView[]> {
  const { round, date } = standing;
  const task = round.tasks[taskId];
  const definition = taskDefinition(round, taskId);
  if (task?.status !== 'open' || definition === undefined || !('visibility' in definition)) return [];
  if (definition.kind === 'rank' || definition.visibility === 'secret') return [];
  const { id: personId } = turn.person;
  const seats = seatsOf(round, definition, date).filter(
    (seat) => answererOf(task, seat) === personId || seat.preparers.includes(personId),
  );
  const found = await Promise.all(
    seats
      .filter(({ preparers }) => preparers.length > 0)
      .map(async ({ id }) => ({ id, prepared: await readPrepared(turn, standing, taskId, id) })),
  );
  return found.flatMap(({ id, prepared }) => (prepared === null ? [] : [{ mandateId: id, ...prepared }]));
}
