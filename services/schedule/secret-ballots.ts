// Between the record and the boxes of secret ballots: tells a round who has voted, says which boxes are to be opened now, and
// leaves nothing in those that are over. Must never log who votes, and never read what was voted before the end.
import type { Calendar, Instant } from '../process/calendar';
import { as, type MandateId, type TaskId } from '../process/ids';
import type { RoundCommand } from '../process/round/commands';
import { heldBoxes, pastBoxes } from '../process/round/lifecycle/open-box';
import type { RoundRefusal } from '../process/round/refusals';
import type { RoundState } from '../process/round/state';
import type { Boxes, Streams } from '../store/ports';

type Rounds = Streams<RoundState | null, RoundCommand, RoundRefusal>;
type Voted = ReadonlyMap<string, { readonly open: boolean; readonly voted: readonly string[] }>;

/** A new ballot of the same task has a box of its own. */
export function boxIdOf(roundId: string, taskId: TaskId, nth: number): string {
  return `${roundId}/${taskId}/${nth}`;
}

/** Rounds as people are shown them: open secret ballots tell who has voted, so that nobody is asked twice. */
export function tellingWhoVoted(rounds: Rounds, boxes: Boxes): Rounds {
  const seen = new Map<string, { readonly open: boolean; readonly voted: readonly string[] }>();
  const told = <Found extends { readonly state: RoundState | null }>(found: Found): Found =>
    found.state === null ? found : { ...found, state: withVoted(found.state, seen) };
  return {
    ...rounds,
    read: async (id) => {
      const found = await rounds.read(id);
      if (found === null || found.state === null) return found;
      for (const [boxId, box] of await boxes.voted(idsOf(found.state))) seen.set(boxId, box);
      return told(found);
    },
    known: (id) => {
      const found = rounds.known(id);
      return found === null ? null : told(found);
    },
    list: async () => rounds.list(),
    execute: async (id, request) => told(await rounds.execute(id, request)),
  };
}

/** The boxes to be opened now. One that was shut by mistake, because its ballot goes on, is opened again on the way. */
export async function dueBoxes(
  boxes: Boxes,
  round: RoundState,
  now: Instant,
  calendar: Calendar,
): Promise<readonly { readonly boxId: string; readonly taskId: TaskId; readonly nth: number }[]> {
  const ids = idsOf(round);
  if (ids.length === 0) return [];
  const voted = await boxes.voted(ids);
  const due: { readonly boxId: string; readonly taskId: TaskId; readonly nth: number }[] = [];
  for (const { taskId, nth, isDue } of heldBoxes(withVoted(round, voted), now, calendar)) {
    const boxId = boxIdOf(round.id, taskId, nth);
    if (isDue) due.push({ boxId, taskId, nth });
    else if (voted.get(boxId)?.open === false) await boxes.reopen(boxId);
  }
  return due;
}

/** Boxes known to be shut and empty: for good, so that they need not be looked at again. */
const emptied = new WeakMap<Boxes, Set<string>>();

/** Shuts and empties the boxes of ballots that are over. A crash before it leaves them to the next start. */
export async function emptyBoxes(boxes: Boxes, round: RoundState): Promise<void> {
  const done = emptied.get(boxes) ?? new Set<string>();
  emptied.set(boxes, done);
  for (const { taskId, nth } of pastBoxes(round)) {
    const boxId = boxIdOf(round.id, taskId, nth);
    if (done.has(boxId)) continue;
    await boxes.shut(boxId);
    await boxes.empty(boxId);
    done.add(boxId);
  }
}

/** Boxes of the ballots that are held now. */
function idsOf(round: RoundState): readonly string[] {
  return openSecret(round).map(({ id, nth }) => boxIdOf(round.id, id, nth));
}

function openSecret(round: RoundState): readonly { readonly id: TaskId; readonly nth: number }[] {
  return round.definition.steps.flatMap((step) =>
    step.tasks.flatMap((definition) => {
      const task = round.tasks[definition.id];
      const isSecret = definition.kind === 'vote' && definition.visibility === 'secret';
      if (!isSecret || task?.status !== 'open' || task.work.family !== 'ballots' || task.work.box !== null) return [];
      return [{ id: task.id, nth: task.work.earlier.length }];
    }),
  );
}

function withVoted(round: RoundState, boxes: Voted): RoundState {
  const open = openSecret(round);
  if (open.length === 0) return round;
  const tasks = { ...round.tasks };
  for (const { id, nth } of open) {
    const task = tasks[id];
    const voted = boxes.get(boxIdOf(round.id, id, nth))?.voted ?? [];
    if (task === undefined || task.work.family !== 'ballots') continue;
    tasks[id] = { ...task, work: { ...task.work, voted: voted.map((seat) => as<MandateId>(seat)) } };
  }
  return { ...round, tasks };
}
