// One round's cards and notices: makes what ought to be there, has it reconciled, and records what is to be told.
// Remembers what this process has done already, so that a pass over a round where nothing happened costs little.
import { LRUCache } from 'lru-cache';
import type { Calendar, CalendarSettings, Instant } from '../process/calendar';
import type { PersonId } from '../process/ids';
import type { OrganisationState } from '../process/organisation/state';
import type { RoundState } from '../process/round/state';
import type { Drafts, Notices, People, Settings } from '../store/ports';
import { createCarrying } from './carryNotices';
import type { Rounds } from './compose';
import type { Errands } from './errands';
import type { Look } from './look';
import type { ReconcileParts } from './reconcile';
import { reconcile } from './reconcile';
import { roundCards } from './roundCards';
import { officePlaces, wantedAfterDowntime, wantedBySteering, wantedDaily, wantedFallbacks } from './serviceWanted';
import { createSnoozes } from './snoozes';
import type { Wanted } from './wanted';
import { wantedAtOnce, wantedInDigests } from './wanted';

/** Keys known to be recorded are not sent to the database again by this process. */
const knownKeysMax = 100_000;

/** How long a person's id in Teams is taken as known: it only says whose screen refreshes by itself. */
const teamsIdsForMs = 60_000;

export interface RoundDeliveryParts extends ReconcileParts {
  readonly rounds: Rounds;
  readonly organisation: () => Promise<OrganisationState | null>;
  readonly people: People;
  readonly notices: Notices;
  readonly drafts: Pick<Drafts, 'about'>;
  readonly settings: Settings;
  readonly look: Look;
  readonly calendarOf: (settings: CalendarSettings) => Calendar;
  readonly now: () => Instant;
  /** Null without Graph. */
  readonly errands: Pick<Errands, 'ofRound'> | null;
}

/** What every round of a tick is told alike; null after a commit, where only what follows from it is looked at. */
export interface Tick {
  /** Address keys. */
  readonly unreachable: ReadonlySet<string>;
}

export interface RoundDelivery {
  /** True when all stands as it ought to; false when something could not be done now. */
  deliver(roundId: string, tick: Tick | null): Promise<boolean>;
  /** Something happened in a round that was thought finished. */
  reopen(roundId: string): void;
}

export function createRoundDelivery(parts: RoundDeliveryParts): RoundDelivery {
  const known = new LRUCache<string, true>({ max: knownKeysMax });
  const teamsIds = new LRUCache<PersonId, string | false>({ max: 20_000, ttl: teamsIdsForMs });
  /** Closed rounds whose last cards and notices this process has seen delivered. */
  const finished = new Set<string>();
  const snoozes = createSnoozes(parts);
  const carrying = createCarrying(parts);

  const want = async (wanted: readonly Wanted[]): Promise<void> => {
    const fresh = wanted.filter(({ key }) => !known.has(key));
    if (fresh.length === 0) return;
    await parts.notices.want(fresh);
    for (const { key } of fresh) known.set(key, true);
  };

  return {
    reopen: (roundId) => {
      finished.delete(roundId);
    },
    deliver: async (roundId, tick) => {
      if (finished.has(roundId)) return true;
      const [found, organisation] = await Promise.all([parts.rounds.read(roundId), parts.organisation()]);
      const round = found?.state ?? null;
      if (round === null || organisation === null) return true;
      const { channels } = organisation;
      const now = parts.now();
      const calendar = parts.calendarOf(round.definition.calendar);
      await learnTeamsIds(parts.people, teamsIds, round);
      const { failed, taken } = await reconcile(parts, `${roundId}/`, async (standing) =>
        parts.look({ now, calendar }, (look) =>
          roundCards(round, { channels, teamsId: (id) => teamsIds.get(id) || null, look, standing }),
        ),
      );
      await want(wantedAtOnce(round, channels, now, calendar));
      await want(wantedAfterDowntime(round, channels, now, calendar));
      await want((await parts.errands?.ofRound(round, organisation, calendar)) ?? []);
      if (tick !== null) {
        await want(wantedInDigests(round, now, calendar));
        await want(await snoozes(round, now, calendar));
        await want(await carrying(round, now));
        await want(wantedBySteering(round, channels, now, calendar));
        const { unreachable } = tick;
        await want(wantedFallbacks(round, channels, unreachable, now, calendar));
        const office = officePlaces(round, channels, calendar.dateOf(now)).filter((place) =>
          place.startsWith('channel/'),
        );
        await want(wantedDaily(office, unreachable, now, calendar));
      }
      const isWhole = failed.length + taken === 0;
      if (round.status === 'closed' && isWhole) finished.add(roundId);
      return isWhole;
    },
  };
}

async function learnTeamsIds(
  people: People,
  known: LRUCache<PersonId, string | false>,
  round: RoundState,
): Promise<void> {
  const holders = new Set(Object.values(round.electorate.mandates).map((mandate) => mandate.holder));
  const unknown = [...holders].filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  const found = await people.read(unknown);
  for (const id of unknown) known.set(id, found.get(id)?.teamsId ?? false);
}
