// One stream within this process: a queue whose commands are decided one after the other in memory and committed by one
// ordered insert. Owns the race with other processes; must not know what the commands mean.
import type { CommitLog } from './commit-log';
import { decideAccepted, decideAll, doneBefore } from './deciding';
import type { Decided, Waiting } from './deciding';
import { StreamBusy } from './errors';
import { asStoreError, failedIndex, isDuplicateKey } from './failures';
import { Fold } from './fold';
import type { Pause } from './pause';
import type { Committed, CommitHead, Decider, Outcome, Request } from './ports';
import type { TextStore } from './texts';

/** One insert carries at most this many commits, so that nobody waits long behind a burst. */
const batchMax = 100;

/** Beyond this many waiting commands the answer would come too late for Teams anyway (10 s at 100 commits in 20 ms). */
const waitingMax = 5_000;

/** Lost races before giving up. With the pauses of `pause.ts` about two seconds: an answer is due within five. */
const attemptsMax = 12;

/** Outages in a row: one may be a cut connection whose write was applied, a second one a restarting server. */
const outagesMax = 2;

/** After this long the fold is caught up again even in a burst, so that a database put back under us is noticed. */
const freshForMs = 250;

interface Reader<State> {
  resolve(found: { readonly state: State; readonly head: CommitHead } | null): void;
  reject(error: unknown): void;
}

export interface StreamParts {
  readonly log: CommitLog;
  readonly texts: TextStore;
  readonly pause: Pause;
  readonly committed: (event: Committed) => void;
}

export class Stream<State, Command, Event, Refusal> {
  private fold: Fold<State>;
  private waiting: Waiting<State, Command, Refusal>[] = [];
  private readers: Reader<State>[] = [];
  private turns: Promise<void> | null = null;
  /** An insert failed: some of it may stand in the record without anyone having been told. */
  private untold = false;
  /** Until when the fold counts as caught up for commands that are accepted. */
  private freshUntil = 0;

  constructor(
    readonly streamId: string,
    private readonly id: string,
    private readonly decider: Decider<State, Command, Event, Refusal>,
    private readonly parts: StreamParts,
  ) {
    this.fold = Fold.empty(streamId, decider);
  }

  /** Commits folded: what this stream weighs in memory. */
  get length(): number {
    return this.fold.head.seq;
  }

  /** Resolves when nothing is under way; null when nothing is. */
  get busy(): Promise<void> | null {
    return this.turns;
  }

  async execute(commandId: string, request: Request<Command>): Promise<Outcome<State, Refusal>> {
    if (this.waiting.length >= waitingMax) throw new StreamBusy(this.streamId, 0);
    const draft = this.parts.texts.draft(this.streamId, commandId, request);
    return new Promise((resolve, reject) => {
      this.waiting.push({ commandId, request, text: draft, tried: new Set(), resolve, reject });
      this.start();
    });
  }

  async read(): Promise<{ readonly state: State; readonly head: CommitHead } | null> {
    return new Promise((resolve, reject) => {
      this.readers.push({ resolve, reject });
      this.start();
    });
  }

  /** What this process has folded so far; null before the first commit it has seen. */
  known(): { readonly state: State; readonly head: CommitHead } | null {
    return this.length === 0 ? null : { state: this.fold.state, head: this.fold.head };
  }

  private start(): void {
    this.turns ??= this.takeTurns().finally(() => {
      this.turns = null;
      if (this.waiting.length + this.readers.length > 0) this.start();
    });
  }

  private async takeTurns(): Promise<void> {
    while (this.waiting.length + this.readers.length > 0) {
      const readers = this.readers.splice(0);
      const items = this.waiting.splice(0, batchMax);
      if (readers.length === 0 && (await this.settleAtOnce(items))) continue;
      try {
        await this.catchUp();
      } catch (error) {
        for (const asked of [...readers, ...items]) asked.reject(error);
        continue;
      }
      const found = this.known();
      for (const reader of readers) reader.resolve(found);
      await this.settle(items);
    }
  }

  /**
   * In a burst of accepted commands nobody needs to look what others have done: the insert finds it out by its sequence
   * number. Anything that would be refused, is unchanged or fails is decided on a caught-up fold instead. False: nothing is
   * acknowledged, and `settle` goes on.
   */
  private async settleAtOnce(items: readonly Waiting<State, Command, Refusal>[]): Promise<boolean> {
    if (this.length === 0 || performance.now() > this.freshUntil) return false;
    const fork = this.fold.fork();
    const decided = decideAccepted(this.decider, items, fork);
    return decided !== null && decided.length > 0 && (await this.commit(decided, fork)) === null;
  }

  /** Decides and commits until every command has its answer. Called on a caught-up fold; never throws. */
  private async settle(items: readonly Waiting<State, Command, Refusal>[]): Promise<void> {
    let open = items;
    let outages = 0;
    for (let attempt = 1; open.length > 0; attempt += 1) {
      const fork = this.fold.fork();
      const decided = decideAll(this.decider, open, fork);
      if (decided.length === 0) {
        // Inserted by an attempt that failed further on, and found in the record since.
        if (this.untold) this.tell();
        return;
      }
      const failure = await this.commit(decided, fork);
      if (failure === null) return;
      open = this.withoutFaulty(decided, failure);
      if (!isDuplicateKey(failure) && failedIndex(failure) === null) outages += 1;
      const end = this.endOf(attempt, outages, failure);
      try {
        if (end === null) await this.parts.pause(attempt);
        // Even when giving up: what was inserted before the failure is acknowledged.
        await this.catchUp();
      } catch (error) {
        for (const item of open) item.reject(error);
        return;
      }
      if (end !== null) return this.giveUp(open, end);
    }
  }

  /**
   * Texts first, then the commits: a crash between them leaves texts nobody refers to, which the sweep removes. Returns
   * what went wrong, or null when everything is durable and acknowledged.
   */
  private async commit(decided: readonly Decided<State, Command, Refusal>[], fork: Fold<State>): Promise<unknown> {
    const accepted = decided.filter((one) => one.commit !== null);
    try {
      await this.parts.texts.write(accepted.flatMap(({ item }) => (item.text === null ? [] : [item.text()])));
      for (const { item, commit } of accepted) item.tried.add(commit?.hash ?? '');
      await this.parts.log.append(accepted.flatMap(({ commit }) => (commit === null ? [] : [commit])));
    } catch (error) {
      this.untold = true;
      // Should an equal commit turn up in the record, it is another process's: that wish was then repeated here.
      const notInserted = accepted.slice(failedIndex(error) ?? accepted.length);
      for (const { item, commit } of notInserted) item.tried.delete(commit?.hash ?? '');
      return error;
    }
    this.fold.adopt(fork);
    for (const { item, outcome } of decided) item.resolve(outcome);
    this.tell();
    return null;
  }

  private tell(): void {
    this.untold = false;
    const { state, head } = this.fold;
    this.parts.committed({ kind: this.decider.kind, id: this.id, state, head });
  }

  /** What is still to be answered, without the one command whose own document the database refused. */
  private withoutFaulty(
    decided: readonly Decided<State, Command, Refusal>[],
    failure: unknown,
  ): readonly Waiting<State, Command, Refusal>[] {
    const items = decided.map((one) => one.item);
    const index = failedIndex(failure);
    if (index === null || isDuplicateKey(failure)) return items;
    const faulty = decided.filter((one) => one.commit !== null)[index]?.item;
    faulty?.reject(asStoreError(failure, 'inserting a commit'));
    return items.filter((item) => item !== faulty);
  }

  /** The error to end with, or null to try again. */
  private endOf(attempt: number, outages: number, failure: unknown): Error | null {
    if (outages >= outagesMax) return asStoreError(failure, 'inserting commits');
    if (attempt >= attemptsMax) return new StreamBusy(this.streamId, attempt, failure);
    return null;
  }

  private giveUp(open: readonly Waiting<State, Command, Refusal>[], end: Error): void {
    for (const item of open) {
      const known = this.fold.commitOf(item.commandId);
      if (known === undefined) item.reject(end);
      else item.resolve(doneBefore(this.fold, known, item));
    }
    this.tell();
  }

  /**
   * Folds what others have committed. Reads the last known commit again: when it is gone, or another stands in its place,
   * the database was put back to an earlier state under us, and the fold starts anew.
   */
  private async catchUp(): Promise<void> {
    for (;;) {
      const { seq, hash } = this.fold.head;
      const page = await this.parts.log.page(this.streamId, Math.max(seq, 1));
      const [first] = page.commits;
      if (seq > 0 && (first?.seq !== seq || first.hash !== hash)) {
        this.fold = Fold.empty(this.streamId, this.decider);
        continue;
      }
      for (const commit of seq > 0 ? page.commits.slice(1) : page.commits) this.fold.apply(commit);
      if (page.last) {
        this.freshUntil = performance.now() + freshForMs;
        return;
      }
    }
  }
}
