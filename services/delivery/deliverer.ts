// Keeps what people see in line with the record: passes over rounds, nudged by commits, ticks and the start. Cards and
// notices are two queues, so that a morning's reminders never hold up the card somebody has just answered on.
// Between processes each card and notice is claimed by one.
import type { Calendar, CalendarSettings, Instant } from '../process/calendar';
import type { OrganisationState } from '../process/organisation/state';
import type { Address, Commits, Drafts, Instances, Notice, Notices, People, Settings } from '../store/ports';
import type { Rounds } from './compose';
import { createDigestDays } from './digestDays';
import type { Errands } from './errands';
import type { CardLink } from './cardLinks';
import type { Look } from './look';
import type { Message, Messenger } from './messenger';
import type { Composed, NoticeParts } from './notices';
import { sendDueNotices } from './notices';
import { createPacedMessenger } from './pacedMessenger';
import { createPacer } from './pacer';
import { inParallel } from './parallel';
import type { ReconcileParts } from './reconcile';
import { createRoundDelivery, type Tick } from './roundDelivery';
import { messageOf } from './roundCards';
import { createShare } from './share';
import { createStrays, type Strays } from './strays';
import { composeService, isService } from './serviceNotices';
import type { PaceTime, Time } from './time';
import { realTime } from './time';

/** A hundred votes in a second are one update: commits that come while we wait are shown together. */
const coalesceMs = 250;

/** Under steady load a card is edited at most this often: Teams takes 60 messages in 30 s per conversation. */
const pauseMs = 2_000;

/** What could not be delivered is tried again after so long, besides on every tick. */
const againMs = 5_000;

/** Rounds brought in line at once: few are ever open, and each waits mostly for Teams. */
const roundsAtOnce = 4;

/** One pass sends until nothing is due; more turns than this would be notices that make notices. */
const turnsMax = 500;

export interface DelivererParts
  extends Omit<ReconcileParts, 'paced' | 'time'>, Omit<NoticeParts, 'paced' | 'time' | 'digestDays'> {
  readonly rounds: Rounds;
  readonly organisation: () => Promise<OrganisationState | null>;
  readonly people: People;
  readonly notices: Notices;
  readonly drafts: Pick<Drafts, 'about'>;
  readonly settings: Settings;
  readonly commits: Commits;
  readonly messenger: Messenger;
  readonly look: Look;
  /** The way to a live card from a notice about it. */
  readonly cardLink: CardLink;
  readonly calendarOf: (settings: CalendarSettings) => Calendar;
  readonly now: () => Instant;
  readonly movedOn: () => Message;
  /** What a message that nobody remembers is turned into. */
  readonly stray: () => Message;
  readonly failed: (error: unknown) => void;
  /** What Graph does beside; left out: nothing. */
  readonly errands: Errands | null;
  /** Simulated in tests; real time when left out. */
  readonly time?: Time;
  /** What this process is called among those on the database. */
  readonly instance: string;
  readonly instances: Instances;
  /** The time in which Teams counts its limits, where that is not real time. */
  readonly paceTime?: PaceTime;
}

export interface Deliverer extends Strays {
  /** Something was committed in a round: its cards follow soon. */
  nudge(roundId: string): void;
  /** Replaces a message that answered somebody. Throws DeliveryFailure. */
  readonly rewrite: (address: Address, messageId: string, message: Message) => Promise<void>;
  /** Brings everything in line now and waits until it is. */
  pass(): Promise<void>;
  /** Creates sent again because no answer came: so many messages may stand twice in Teams because of us. */
  readonly ambiguousCreates: () => number;
  /** Takes no more nudges, lets calls under way end, and leaves the rest to other processes or the next start. */
  stop(): Promise<void>;
}

export function createDeliverer(given: DelivererParts): Deliverer {
  const time = given.time ?? realTime;
  const share = createShare({
    instances: given.instances,
    name: given.instance,
    time,
    changed: () => pacer.shared(),
  });
  const pacer = createPacer(given.paceTime ?? time, () => share.processes());
  void share.start();
  const paced = createPacedMessenger(given.messenger, pacer, time);
  const digestDays = createDigestDays({
    ...given,
    calendarFor: async ({ data }) => calendarFor(given, data['roundId']),
  });
  const compose = composing(given);
  const parts = { ...given, time, paced, digestDays, compose };
  const delivery = createRoundDelivery(parts);
  const cards = oneAtATime();
  const notices = oneAtATime();
  const nudged = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  const state = { isStopped: false };

  const schedule = (ms: number): void => {
    if (timer !== null || state.isStopped || nudged.size === 0) return;
    timer = setTimeout(() => {
      const ids = [...nudged];
      nudged.clear();
      void deliver(ids, null)
        .then((isWhole) => {
          timer = null;
          schedule(isWhole ? pauseMs : againMs);
          return isWhole;
        })
        .then(sendAll)
        .catch(given.failed);
    }, ms);
    timer.unref();
  };
  /** Each round for itself: one that cannot be shown holds up no other. True when all of them stand as they ought to. */
  const deliver = async (ids: readonly string[], tick: Tick | null): Promise<boolean> =>
    cards(async () => {
      let isWhole = true;
      await inParallel(ids, roundsAtOnce, async (id) => {
        try {
          if (await delivery.deliver(id, tick)) return;
        } catch (error) {
          given.failed(error);
        }
        isWhole = false;
        nudged.add(id);
      });
      return isWhole;
    });
  const sendAll = async (): Promise<void> =>
    notices(async () => {
      for (let turn = 0; turn < turnsMax && !state.isStopped; turn += 1) {
        if ((await sendDueNotices(parts)).taken === 0) return;
      }
    });
  return {
    ...createStrays(parts),
    rewrite: async (address, messageId, message) => paced.update(address, messageId, message, 'interactive'),
    nudge: (roundId) => {
      delivery.reopen(roundId);
      nudged.add(roundId);
      schedule(coalesceMs);
    },
    pass: async () => {
      if (state.isStopped) return;
      try {
        const unreachable = new Set((await given.addresses.unreachable()).map(({ key }) => key));
        await given.notices.want(given.errands?.daily() ?? []);
        await deliver(await given.rounds.list(), { unreachable });
        await sendAll();
      } catch (error) {
        given.failed(error);
      }
      schedule(againMs);
    },
    ambiguousCreates: paced.ambiguousCreates,
    stop: async () => {
      state.isStopped = true;
      if (timer !== null) clearTimeout(timer);
      pacer.stop();
      await share.stop();
      await Promise.all([cards(async () => undefined), notices(async () => undefined)]);
    },
  };
}

/** What Trinvis sends by itself is made here, everything else by whom it was handed in. */
function composing(given: DelivererParts): DelivererParts['compose'] {
  const { errands } = given;
  return async (addressKey, notices) => {
    const aboutErrands = errands === null ? [] : notices.filter((notice) => errands.tells(notice));
    const own = notices.filter(isService);
    const others = notices.filter((notice) => !isService(notice) && !aboutErrands.includes(notice));
    const parts = [
      others.length === 0 ? null : await given.compose(addressKey, others),
      await composeOwn(given, addressKey, own),
      errands === null ? null : await composeAbout(errands, aboutErrands),
    ];
    return {
      messages: parts.flatMap((part) => part?.messages ?? []),
      dropped: parts.flatMap((part) => part?.dropped ?? []),
    };
  };
}

async function composeOwn(given: DelivererParts, addressKey: string, own: readonly Notice[]): Promise<Composed | null> {
  const [first] = own;
  if (first === undefined) return null;
  return composeService(given, addressKey, own, await calendarFor(given, first.data['roundId']));
}

async function composeAbout(errands: Errands, notices: readonly Notice[]): Promise<Composed> {
  const messages: Composed['messages'][number][] = [];
  const dropped: Composed['dropped'][number][] = [];
  for (const notice of notices) {
    const made = await errands.compose(notice);
    if (typeof made === 'string') dropped.push({ key: notice.key, reason: made });
    else messages.push({ keys: [notice.key], message: messageOf(made), threadRootId: null });
  }
  return { messages, dropped };
}

/** Work in the order it was asked for; a failure is its own asker's. */
function oneAtATime(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** The working days a reminder follows are its round's own. */
async function calendarFor(
  { rounds, calendarOf }: Pick<DelivererParts, 'rounds' | 'calendarOf'>,
  roundId: string | number | undefined,
): Promise<Calendar> {
  const id = String(roundId);
  const state = (rounds.known(id) ?? (await rounds.read(id)))?.state ?? null;
  // A reminder always names a round of the record; without one, the country's working days are as good as any.
  return calendarOf(
    state?.definition.calendar ?? { zone: 'Europe/Copenhagen', deadlineHour: '12:00', closedWeeks: [], closedDays: [] },
  );
}
