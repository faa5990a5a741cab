// Guests of the organisation in Teams: who has a mandate, or has been appointed to a network, takes part as everybody does;
// who has none is told so and nothing is done (TEAMS.md §2). Rights inside a round are the rules', for guests too.
import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { LocalDate } from '../services/process/calendar';
import type { PersonId } from '../services/process/ids';
import type { OrganisationState } from '../services/process/organisation/state';
import { isTaken, seatsIn } from '../services/process/round/kinds/appoint/work';
import { inForce } from '../services/process/round/queries';
import type { RoundState } from '../services/process/round/state';
import type { AskMembership, Membership } from './teams/roster';

/** Who has become a member of the organisation is let in this much later at most. */
const knownForMs = 3_600_000;
/** Where Teams did not say, it is asked again after so long. */
const unknownForMs = 60_000;
const knownMax = 20_000;

/** A button waits for its answer: a roster that takes longer is taken as one that does not say. */
const askMsMax = 2_000;

export interface GuestParts {
  readonly ask: AskMembership;
  readonly organisation: () => Promise<OrganisationState | null>;
  readonly rounds: () => Promise<readonly RoundState[]>;
  readonly today: () => LocalDate;
  /** Entra ids of those who set up the first round. */
  readonly secretariat: readonly string[];
}

export interface Guests {
  /** True for a guest without a mandate. Where Teams does not say what somebody is he is let in: his rights are the rules'. */
  isRefused(who: {
    readonly personId: PersonId;
    readonly aadObjectId: string;
    readonly teamsId: string;
    readonly reference: unknown;
  }): Promise<boolean>;
}

export function createGuests(parts: GuestParts): Guests {
  const known = new LRUCache<string, { readonly membership: Membership | null }>({ max: knownMax });
  const membershipOf = async (reference: unknown, teamsId: string): Promise<Membership | null> => {
    const found = known.get(teamsId);
    if (found !== undefined) return found.membership;
    const membership = await within(askMsMax, parts.ask(reference, teamsId));
    known.set(teamsId, { membership }, { ttl: membership === null ? unknownForMs : knownForMs });
    return membership;
  };
  return {
    isRefused: async ({ personId, aadObjectId, teamsId, reference }) => {
      if (parts.secretariat.includes(aadObjectId)) return false;
      const organisation = await parts.organisation();
      if (organisation !== null && hasMandate(organisation, personId, parts.today())) return false;
      if ((await membershipOf(reference, teamsId)) !== 'guest') return false;
      return !(await parts.rounds()).some((round) => isAppointed(round, personId));
    },
  };
}

function hasMandate({ mandates }: OrganisationState, personId: PersonId, today: LocalDate): boolean {
  return Object.values(mandates).some(
    (mandate) =>
      inForce(mandate, today) &&
      (mandate.holder === personId || mandate.substitute === personId || mandate.preparers.includes(personId)),
  );
}

function isAppointed(round: RoundState, personId: PersonId): boolean {
  return Object.values(round.tasks)
    .flatMap(({ work }) => Object.values(seatsIn(work)).flatMap((bodies) => (bodies === undefined ? [] : [bodies])))
    .flatMap((bodies) => Object.values(bodies).flat())
    .some((one) => one.personId === personId && isTaken(one));
}

async function within(ms: number, asked: Promise<Membership | null>): Promise<Membership | null> {
  const giveUp = new AbortController();
  // Not what holds the process: the timer is let go as soon as there is an answer.
  const tooLong = pause(ms, null, { ref: false, signal: giveUp.signal }).catch(() => null);
  const answered = await Promise.race([asked.catch(() => null), tooLong]);
  giveUp.abort();
  return answered;
}
