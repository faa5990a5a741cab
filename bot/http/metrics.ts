// What an operator watches, in Prometheus' format: counts and times, never an id, a name or a text.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Messenger } from '../../services/delivery/messenger';
import { DeliveryFailure } from '../../services/delivery/messenger';
import { sameText } from './secret';
import type { HttpHandler } from './server';

/** Answers should take under a second (TEAMS.md §1); Teams gives up at ten to fifteen. */
const answerBucketsSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A tick has a minute. */
const tickBucketsSeconds = [0.05, 0.1, 0.5, 1, 5, 15, 30, 60, 120];

/** Read when somebody asks for the metrics. */
export interface Measured {
  /** Notices by their state. */
  readonly notices: () => Promise<Readonly<Record<string, number>>>;
  /** Addresses that take nothing from us. */
  readonly unreachable: () => Promise<number>;
  /** Messages sent again because no answer came, since the process started. */
  readonly ambiguousCreates: () => number;
  readonly ready: () => Promise<boolean>;
}

export interface Metrics {
  /** One activity is over: what it was, and what became of it. */
  readonly activity: (kind: string, outcome: string, seconds: number) => void;
  readonly committed: (streamKind: string) => void;
  readonly tick: (seconds: number, ok: boolean) => void;
  /** The same messenger, counted. */
  readonly counted: (messenger: Messenger) => Messenger;
  readonly handle: HttpHandler;
}

/** `token`: what somebody from another machine must say; without one, only this machine may read. */
export function createMetrics(measured: Measured, token: string | undefined): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const activities = new Counter({
    name: 'trinvis_activities_total',
    help: 'Activities received, by what was wished and what became of it.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const answers = new Histogram({
    name: 'trinvis_answer_seconds',
    help: 'From the whole body to the answer, by what was wished.',
    labelNames: ['kind'],
    buckets: answerBucketsSeconds,
    registers,
  });
  const commits = new Counter({
    name: 'trinvis_commit_batches_total',
    help: 'Durable batches of commits of this process, by kind of stream.',
    labelNames: ['stream'],
    registers,
  });
  const ticks = new Histogram({
    name: 'trinvis_tick_seconds',
    help: 'How long ticks took, by whether they came to their end.',
    labelNames: ['ok'],
    buckets: tickBucketsSeconds,
    registers,
  });
  const messages = new Counter({
    name: 'trinvis_messages_total',
    help: 'Messages to Teams: posted or updated, delivered or how they failed.',
    labelNames: ['operation', 'outcome'],
    registers,
  });
  gauges(measured, registers);
  return {
    activity: (kind, outcome, seconds) => {
      activities.inc({ kind, outcome });
      answers.observe({ kind }, seconds);
    },
    committed: (stream) => commits.inc({ stream }),
    tick: (seconds, ok) => ticks.observe({ ok: String(ok) }, seconds),
    counted: (messenger) => ({
      post: async (to, message) => counting('post', async () => messenger.post(to, message)),
      update: async (address, id, message) => counting('update', async () => messenger.update(address, id, message)),
    }),
    handle: async ({ headers, from }) => {
      if (!mayRead(headers, from, token)) return { status: 403 };
      return { status: 200, text: { contentType: register.contentType, content: await register.metrics() } };
    },
  };

  async function counting<Result>(operation: string, call: () => Promise<Result>): Promise<Result> {
    try {
      const result = await call();
      messages.inc({ operation, outcome: 'delivered' });
      return result;
    } catch (error) {
      messages.inc({ operation, outcome: error instanceof DeliveryFailure ? error.kind : 'failed' });
      throw error;
    }
  }
}

/** Asked when somebody reads; a database that is away leaves the last values standing and `trinvis_ready` at 0. */
function gauges(measured: Measured, registers: Registry[]): void {
  const notices: Gauge<'state'> = new Gauge({
    name: 'trinvis_notices',
    help: 'Notices by state; `wanted` is the queue.',
    labelNames: ['state'],
    registers,
    collect: async () => {
      const counts = await measured.notices().catch(() => ({}));
      for (const [state, count] of Object.entries<number>(counts)) notices.set({ state }, count);
    },
  });
  const unreachable: Gauge = new Gauge({
    name: 'trinvis_unreachable_addresses',
    help: 'People and channels that take nothing from the bot.',
    registers,
    collect: async () => {
      const count = await measured.unreachable().catch(() => null);
      if (count !== null) unreachable.set(count);
    },
  });
  const doubtful: Gauge = new Gauge({
    name: 'trinvis_ambiguous_creates',
    help: 'Messages sent again because no answer came: at most so many stand twice in Teams because of this process.',
    registers,
    collect: () => doubtful.set(measured.ambiguousCreates()),
  });
  const ready: Gauge = new Gauge({
    name: 'trinvis_ready',
    help: '1 when the database answers and the process is not stopping.',
    registers,
    collect: async () => ready.set((await measured.ready()) ? 1 : 0),
  });
}

function mayRead(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  from: string,
  token: string | undefined,
): boolean {
  if (token !== undefined) return sameText(headers['authorization'], `Bearer ${token}`);
  // A proxy on this machine speaks for others.
  const proxied = headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined;
  return !proxied && headers['origin'] === undefined && /^(::ffff:)?127\.|^::1$/.test(from);
}
