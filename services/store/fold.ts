// The state of one stream in memory: everything its commits say, and which commands they were. Knows no database.
// A fork is a look ahead: commands are decided on it, and it is adopted only once their commits are durable.
import type { Instant } from '../process/calendar';
import { commitFormat, noHash, parseBody, personOf } from './commit-format';
import type { CommitBody } from './commit-format';
import { RecordDamaged } from './errors';
import type { Commit, CommitHead, Decider } from './ports';

/** What the fold needs of a stored commit. */
export type FoldableCommit = Pick<Commit, 'seq' | 'body' | 'prevHash' | 'hash'>;

type Evolving<State> = Pick<Decider<State, never, unknown, unknown>, 'initial' | 'evolve'>;

export class Fold<State> {
  /** Commands committed since `base` was made; only the fold that everything is based on has no base. */
  private readonly added = new Map<string, CommitHead>();

  private constructor(
    readonly streamId: string,
    private readonly decider: Evolving<State>,
    private readonly base: Fold<State> | null,
    public state: State,
    /** Of the last commit; seq 0 and `noHash` before the first. */
    public head: CommitHead,
    /** Of the last commit; the empty text, which sorts first, before it. */
    public at: Instant,
  ) {}

  static empty<State>(streamId: string, decider: Evolving<State>): Fold<State> {
    return new Fold(streamId, decider, null, decider.initial, { seq: 0, hash: noHash }, '');
  }

  /** Where a command stands, if it is committed. */
  commitOf(commandId: string): CommitHead | undefined {
    return this.added.get(commandId) ?? this.base?.commitOf(commandId);
  }

  /**
   * Adds the next commit. The events are taken from the stored text, never from memory, so the state is the same before
   * and after a restart. Throws `RecordDamaged` when it does not follow, and then has changed nothing.
   */
  apply(commit: FoldableCommit): void {
    const body = this.checked(commit);
    let { state } = this;
    const by = personOf(body.actor);
    for (const event of body.events) state = this.decider.evolve(state, { event, by, at: body.at });
    this.state = state;
    this.head = { seq: commit.seq, hash: commit.hash };
    this.at = body.at;
    this.added.set(body.commandId, this.head);
  }

  /** A look ahead from here; this fold must not change while the fork is in use. */
  fork(): Fold<State> {
    return new Fold(this.streamId, this.decider, this, this.state, this.head, this.at);
  }

  /** Makes the look ahead what stands. */
  adopt(fork: Fold<State>): void {
    for (const [commandId, head] of fork.added) this.added.set(commandId, head);
    this.state = fork.state;
    this.head = fork.head;
    this.at = fork.at;
  }

  private checked(commit: FoldableCommit): CommitBody {
    if (commit.seq !== this.head.seq + 1) throw this.damaged(commit, `follows commit ${this.head.seq}`);
    if (commit.prevHash !== this.head.hash)
      throw this.damaged(commit, 'does not name the hash of the commit before it');
    const body = this.parsed(commit);
    if (body.format !== commitFormat) throw this.damaged(commit, `has the unknown format ${String(body.format)}`);
    if (body.streamId !== this.streamId || body.seq !== commit.seq || !Array.isArray(body.events)) {
      throw this.damaged(commit, 'says something else inside than outside');
    }
    return body;
  }

  private parsed(commit: FoldableCommit): CommitBody {
    try {
      return parseBody(commit);
    } catch (error) {
      throw this.damaged(commit, 'is no JSON', error);
    }
  }

  private damaged(commit: FoldableCommit, problem: string, cause?: unknown): RecordDamaged {
    return new RecordDamaged(this.streamId, commit.seq, problem, cause);
  }
}
