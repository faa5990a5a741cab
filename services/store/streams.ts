// All streams of this process: makes command ids, keeps folded states in memory within limits, and tells listeners what
// was committed. What happens inside one stream is stream.ts's business.
import type { Actor } from '../process/context';
import type { PersonId } from '../process/ids';
import { commandIdOf, digestTexts, filled, systemSalt } from './command-id';
import { instantPattern, splitStreamId, streamIdOf, systemActor } from './commit-format';
import type { CommitLog } from './commit-log';
import { RequestInvalid, StoreClosed } from './errors';
import type { StoreLogger } from './logger';
import type { Pause } from './pause';
import type { Committed, CommitHead, Decider, Outcome, Request, Streams } from './ports';
import { Stream } from './stream';
import type { TextStore } from './texts';

/** Streams folded at the same time: rounds are few, but rehearsals and sandboxes add up. */
const streamsMax = 500;

/** Commits folded at the same time, over all streams: about 80 rounds of 2,500, a few hundred megabytes at most. */
const commitsMax = 200_000;

interface Parts {
  readonly log: CommitLog;
  readonly texts: TextStore;
  readonly pause: Pause;
  readonly saltOf: (personId: PersonId) => Promise<string>;
  readonly logger: StoreLogger;
}

/** What all streams have in common, whatever their decider. */
type AnyStream = Pick<Stream<unknown, unknown, unknown, unknown>, 'length' | 'busy'>;

export class StreamRegistry {
  /** Least recently used first. */
  private readonly streams = new Map<string, AnyStream>();
  private readonly deciders = new Map<string, unknown>();
  private readonly listeners = new Set<(committed: Committed) => void>();
  private closed = false;

  constructor(private readonly parts: Parts) {}

  /** The streams of one kind. A kind has one decider per process. */
  of<State, Command, Event, Refusal>(
    decider: Decider<State, Command, Event, Refusal>,
  ): Streams<State, Command, Refusal> {
    const { kind } = decider;
    if (!/^[a-z][a-zA-Z0-9-]*$/.test(kind)) throw new RequestInvalid(`"${kind}" cannot be the kind of a stream.`);
    if ((this.deciders.get(kind) ?? decider) !== decider) throw new RequestInvalid(`Two deciders for "${kind}".`);
    this.deciders.set(kind, decider);
    return {
      execute: async (id, request) => this.execute(decider, id, request),
      read: async (id) => this.read(decider, id),
      known: (id) => this.streamOf(decider, id).known(),
      list: async () => (await this.parts.log.streamIds(`${kind}/`)).map((streamId) => splitStreamId(streamId).id),
    };
  }

  /** Calls `listener` after each batch that has become durable; returns how to stop it. */
  onCommitted(listener: (committed: Committed) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Refuses what comes from now on, and waits for what is under way. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.streams.values()].map(async (stream) => stream.busy));
  }

  private async execute<State, Command, Event, Refusal>(
    decider: Decider<State, Command, Event, Refusal>,
    id: string,
    request: Request<Command>,
  ): Promise<Outcome<State, Refusal>> {
    checkRequest(request);
    const fields = filled(request.texts);
    // Without texts there is nothing to wait for: commands are queued in the order they came.
    const digest = fields === null ? null : digestTexts(fields, await this.saltOf(request.actor));
    const commandId = commandIdOf(request, digest);
    return this.streamOf(decider, id).execute(commandId, request);
  }

  private async read<State, Command, Event, Refusal>(
    decider: Decider<State, Command, Event, Refusal>,
    id: string,
  ): Promise<{ readonly state: State; readonly head: CommitHead } | null> {
    return this.streamOf(decider, id).read();
  }

  private async saltOf(actor: Actor): Promise<string> {
    return actor.kind === 'system' ? systemSalt : this.parts.saltOf(actor.personId);
  }

  private streamOf<State, Command, Event, Refusal>(
    decider: Decider<State, Command, Event, Refusal>,
    id: string,
  ): Stream<State, Command, Event, Refusal> {
    if (this.closed) throw new StoreClosed('The store is closed.');
    const streamId = streamIdOf(decider.kind, id);
    const known = this.streams.get(streamId) as Stream<State, Command, Event, Refusal> | undefined;
    const { log, texts, pause } = this.parts;
    const parts = { log, texts, pause, committed: (committed: Committed) => this.tell(committed) };
    const stream = known ?? new Stream(streamId, id, decider, parts);
    this.streams.delete(streamId);
    if (known === undefined) this.makeRoom();
    this.streams.set(streamId, stream);
    return stream;
  }

  /** Forgets folded states not used for longest, never one that is at work: two of a stream would race each other. */
  private makeRoom(): void {
    let commits = 0;
    for (const stream of this.streams.values()) commits += stream.length;
    for (const [streamId, stream] of this.streams) {
      if (this.streams.size < streamsMax && commits < commitsMax) return;
      if (stream.busy !== null) continue;
      this.streams.delete(streamId);
      commits -= stream.length;
    }
  }

  private tell(committed: Committed): void {
    for (const listener of this.listeners) {
      try {
        listener(committed);
      } catch (error) {
        this.parts.logger.error({ err: error, streamKind: committed.kind }, 'a listener failed after a commit');
      }
    }
  }
}

/** Mistakes of the caller that would otherwise stand in the record for ever. */
function checkRequest(request: Request<unknown>): void {
  const { actor, now, basis } = request;
  if (!instantPattern.test(now)) throw new RequestInvalid('"now" is no instant in UTC with milliseconds.');
  if (!Number.isSafeInteger(basis) || basis < 0) throw new RequestInvalid('"basis" is no count.');
  if (actor.kind === 'person' && (actor.personId === '' || actor.personId === systemActor)) {
    throw new RequestInvalid('A person acts under his own random id.');
  }
}
