// What a tick asks of every running round: to follow the organisation, to ask about deadlines that downtime has spoilt, to
// do what time has made due, and to open the round that follows a closed one. Everything is repeatable: what is recorded is not asked for again.
import type { Calendar, CalendarSettings, Instant } from '../process/calendar';
import type { OrganisationState } from '../process/organisation/state';
import { electorateFor } from '../process/organisation/electorate';
import { due } from '../process/round/due';
import { affectedBy, type Outage } from '../process/round/matters/downtime/affected';
import type { RoundCommand } from '../process/round/commands';
import type { RoundRefusal } from '../process/round/refusals';
import type { RoundState } from '../process/round/state';
import type { Boxes, Outcome, Streams } from '../store/ports';
import { dueBoxes, emptyBoxes } from './secret-ballots';

export type Rounds = Streams<RoundState | null, RoundCommand, RoundRefusal>;

/** A deadline that closes may open tasks that are due themselves; more turns than tasks would be a circle. */
const turnsMax = 50;

export interface AdvanceParts {
  readonly rounds: Rounds;
  readonly boxes: Boxes;
  readonly organisation: () => Promise<OrganisationState | null>;
  readonly calendarOf: (settings: CalendarSettings) => Calendar;
  readonly now: () => Instant;
}

/**
 * Brings every round up to date, each for itself: one that cannot be read or decided holds up no other. `outage`: the time
 * just past in which nobody could answer; null as a rule.
 */
export async function advanceAll(
  parts: AdvanceParts,
  failed: (error: unknown) => void,
  outage: Outage | null = null,
): Promise<void> {
  for (const id of await parts.rounds.list()) {
    // A closed round stays closed, and the one after it is opened by the tick that saw it close, or after a start.
    if (parts.rounds.known(id)?.state?.status === 'closed' && isFollowed(parts, id)) continue;
    try {
      await advanceRound(parts, id, outage);
    } catch (error) {
      failed(error);
    }
  }
}

/** True when nothing is to follow a closed round, or this process has seen what does. */
function isFollowed({ rounds }: AdvanceParts, id: string): boolean {
  const next = rounds.known(id)?.state?.next ?? null;
  return next === null || rounds.known(next) !== null;
}

/** Brings one round up to date; returns its state, or null where there is none. */
export async function advanceRound(
  parts: AdvanceParts,
  roundId: string,
  outage: Outage | null = null,
): Promise<RoundState | null> {
  await followOrganisation(parts, roundId);
  // Before anything is closed: what nobody could answer is asked about first.
  if (outage !== null) await askAfterDowntime(parts, roundId, outage);
  for (let turn = 0; turn < turnsMax; turn += 1) {
    const found = await parts.rounds.read(roundId);
    if (found === null || found.state === null) return null;
    const { state, head } = found;
    if (state.status !== 'running') break;
    const [command] = due(state, parts.now(), parts.calendarOf(state.definition.calendar));
    if (command === undefined) {
      if (await openBoxes(parts, state)) continue;
      break;
    }
    const seeded = command.type === 'Advance' ? { ...command, seed: head.hash } : command;
    const outcome = await bySystem(parts, roundId, seeded, roundId, head.seq);
    if (outcome.kind !== 'done') break;
  }
  const found = await parts.rounds.read(roundId);
  if (found !== null && found.state !== null) {
    await emptyBoxes(parts.boxes, found.state);
    await openNext(parts, found.state);
  }
  return found?.state ?? null;
}

/**
 * Shuts the boxes whose time has come and brings what is in them into the record; true when the round has changed. A crash
 * between the two leaves a box that is shut: the next tick finds it as it was.
 */
async function openBoxes(parts: AdvanceParts, round: RoundState): Promise<boolean> {
  const calendar = parts.calendarOf(round.definition.calendar);
  let changed = false;
  for (const { boxId, taskId, nth } of await dueBoxes(parts.boxes, round, parts.now(), calendar)) {
    const { voted, ballots } = await parts.boxes.shut(boxId);
    const command = { type: 'OpenBox', taskId, nth, voted, ballots } as RoundCommand;
    const outcome = await bySystem(parts, round.id, command, boxId, 0);
    if (outcome.kind === 'refused') await parts.boxes.reopen(boxId);
    changed ||= outcome.kind === 'done' && !outcome.repeated;
  }
  return changed;
}

/** A change of the organisation counts in a round from a commit of its own (DESIGN.md §3). Cheap when nothing changed. */
export async function followOrganisation(parts: AdvanceParts, roundId: string): Promise<void> {
  const organisation = await parts.organisation();
  const state = (parts.rounds.known(roundId) ?? (await parts.rounds.read(roundId)))?.state ?? null;
  if (organisation === null || state === null || state.status === 'closed' || state.orgSeq >= organisation.seq) return;
  const command: RoundCommand = {
    type: 'FollowOrganisation',
    orgSeq: organisation.seq,
    electorate: electorateFor(state.definition, organisation),
  };
  await bySystem(parts, roundId, command, `org:${organisation.seq}`, 0);
}

async function askAfterDowntime(parts: AdvanceParts, roundId: string, outage: Outage): Promise<void> {
  const state = (await parts.rounds.read(roundId))?.state ?? null;
  if (state === null) return;
  for (const taskId of affectedBy(state, outage, parts.calendarOf(state.definition.calendar))) {
    const command: RoundCommand = { type: 'AskAfterDowntime', taskId, ...outage };
    await bySystem(parts, roundId, command, taskId, state.tasks[taskId]?.deadlineRevision ?? 0);
  }
}

/**
 * The round that a closed one named as its next. A crash between the closing and this leaves the next round unopened
 * until the next tick, which finds the same.
 */
async function openNext(parts: AdvanceParts, closed: RoundState): Promise<void> {
  if (closed.next === null || (await parts.rounds.read(closed.next)) !== null) return;
  const organisation = await parts.organisation();
  if (organisation === null) return;
  const command: RoundCommand = {
    type: 'StartRound',
    roundId: closed.next,
    name: nameAfter(closed.name),
    definition: closed.definition,
    definitionHash: closed.definitionHash,
    startsAt: parts.now(),
    orgSeq: organisation.seq,
    electorate: electorateFor(closed.definition, organisation),
    previous: closed.id,
    carriedOver: Object.values(closed.nominations).filter((nomination) => nomination.status === 'carriedOver'),
  };
  await bySystem(parts, closed.next, command, closed.next, 0);
}

/** "Runde 2027" is followed by "Runde 2028"; a name without a number by the same name and 2. */
export function nameAfter(name: string): string {
  const last = /^(.*?)(\d+)(\D*)$/.exec(name);
  return last === null ? `${name} 2` : `${last[1]}${Number(last[2]) + 1}${last[3]}`;
}

async function bySystem(
  parts: AdvanceParts,
  roundId: string,
  command: RoundCommand,
  subject: string,
  basis: number,
): Promise<Outcome<RoundState | null, RoundRefusal>> {
  return parts.rounds.execute(roundId, {
    actor: { kind: 'system' },
    now: parts.now(),
    verb: command.type,
    subject,
    basis,
    input: command.type,
    texts: null,
    command: () => command,
  });
}

/** Rounds that follow the organisation before every decision: rights come from the round's own electorate. */
export function followingRounds(parts: AdvanceParts): Rounds {
  return {
    ...parts.rounds,
    read: async (id) => parts.rounds.read(id),
    known: (id) => parts.rounds.known(id),
    list: async () => parts.rounds.list(),
    execute: async (id, request) => {
      await followOrganisation(parts, id);
      return parts.rounds.execute(id, request);
    },
  };
}
