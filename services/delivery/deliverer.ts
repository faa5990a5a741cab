// Keeps what people see in line with the record: passes over all rounds, nudged by commits, ticks and the start.
// One pass at a time in a process; between processes each card and notice is claimed by one.
import { LRUCache } from 'lru-cache';
import type { Calendar, CalendarSettings, Instant } from '../process/calendar';
import type { PersonId } from '../process/ids';
import type { OrganisationState } from '../process/organisation/state';
import type { RoundState } from '../process/round/state';
import type { Notices, People } from '../store/ports';
import type { Rounds } from './compose';
import type { Look } from './look';
import type { NoticeParts } from './notices';
import { sendDueNotices } from './notices';
import type { ReconcileParts } from './reconcile';
import { reconcile } from './reconcile';
import { roundCards } from './roundCards';
import { wantedNotices } from './wanted';

/** A hundred votes in a second are one update: commits that come while we wait are shown together. */
const coalesceMs = 250;

/** Under steady load a card is edited at most this often: Teams takes 60 messages in 30 s per conversation. */
const pauseMs = 2_000;

/** Keys known to be recorded are not sent to the database again by this process. */
const knownKeysMax = 100_000;

/** One tick sends until nothing is due; more turns than this would be notices that make notices. */
const sendingTurnsMax = 100;

export interface DelivererParts extends ReconcileParts, NoticeParts {
  readonly rounds: Rounds;
  readonly organisation: () => Promise<OrganisationState | null>;
  readonly people: People;
  readonly notices: Notices;
  readonly look: Look;
  readonly calendarOf: (settings: CalendarSettings) => Calendar;
  readonly now: () => Instant;
  readonly failed: (error: unknown) => void;
}

export interface Deliverer {
  /** Something was committed in a round: its cards follow soon. */
  nudge(roundId: string): void;
  /** Brings everything in line now and waits until it is. */
  pass(): Promise<void>;
  /** Takes no more nudges and waits for what is under way. */
  stop(): Promise<void>;
}

export function createDeliverer(parts: DelivererParts): Deliverer {
  const known = new LRUCache<string, true>({ max: knownKeysMax });
  /** Closed rounds whose last cards and notices this process has seen delivered. */
  const finished = new Set<string>();
  const nudged = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    const turn = running.then(work).catch(parts.failed);
    running = turn;
    return turn;
  };
  const schedule = (ms: number): void => {
    if (timer !== null || stopped || nudged.size === 0) return;
    timer = setTimeout(() => {
      const ids = [...nudged];
      nudged.clear();
      void inTurn(async () => {
        for (const id of ids) await deliverRound(parts, known, finished, id);
        await sendDueNotices(parts);
      }).finally(() => {
        timer = null;
        schedule(pauseMs);
      });
    }, ms);
  };
  return {
    nudge: (roundId) => {
      finished.delete(roundId);
      nudged.add(roundId);
      schedule(coalesceMs);
    },
    pass: async () =>
      inTurn(async () => {
        for (const id of await parts.rounds.list()) await deliverRound(parts, known, finished, id);
        for (let turn = 0; turn < sendingTurnsMax; turn += 1) {
          const { sent, failed } = await sendDueNotices(parts);
          if (sent + failed === 0) return;
        }
      }),
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}

async function deliverRound(
  parts: DelivererParts,
  known: LRUCache<string, true>,
  finished: Set<string>,
  roundId: string,
): Promise<void> {
  if (finished.has(roundId)) return;
  const [found, organisation] = await Promise.all([parts.rounds.read(roundId), parts.organisation()]);
  const round = found?.state ?? null;
  if (round === null || organisation === null) return;
  const calendar = parts.calendarOf(round.definition.calendar);
  const teamsIds = await teamsIdsOf(parts, round);
  const desired = await parts.look({ now: parts.now(), calendar }, (look) =>
    roundCards(round, { channels: organisation.channels, teamsId: (id) => teamsIds.get(id) ?? null, look }),
  );
  const { failed } = await reconcile(parts, `${roundId}/`, desired);
  await wantNew(parts, known, round, organisation, calendar);
  if (round.status === 'closed' && failed.length === 0) finished.add(roundId);
}

async function wantNew(
  parts: DelivererParts,
  known: LRUCache<string, true>,
  round: RoundState,
  organisation: OrganisationState,
  calendar: Calendar,
): Promise<void> {
  const wanted = wantedNotices(round, organisation.channels, parts.now(), calendar).filter(
    ({ key }) => !known.has(key),
  );
  if (wanted.length === 0) return;
  await parts.notices.want(wanted);
  for (const { key } of wanted) known.set(key, true);
}

async function teamsIdsOf(parts: DelivererParts, round: RoundState): Promise<ReadonlyMap<PersonId, string | null>> {
  const holders = [...new Set(Object.values(round.electorate.mandates).map((mandate) => mandate.holder))];
  const people = await parts.people.read(holders);
  return new Map([...people.values()].map((person) => [person.id, person.teamsId]));
}
