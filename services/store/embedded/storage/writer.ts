/**
 * The one writer: jobs in order of arrival, all that wait share one commit and one flush to disk. Owns transactions and
 * what happens when one fails; must not know what a job does.
 *
 * A crash before the commit leaves nothing of the batch and nobody was told otherwise; a crash after it leaves all of
 * it, with some answers not yet sent.
 */
import { performance } from 'node:perf_hooks';
import { CommandError } from '../errors';
import type { Catalog } from './catalog';
import type { Store } from './store';

export interface WriteJob {
  /** Does the next unit (one document, one statement) inside the open transaction; true when nothing is left. */
  step(): boolean;
  /** Called once: after the commit is on disk, or with what went wrong. */
  settle(failure: CommandError | undefined): void;
}

/** The event loop is the bot's own: a batch gives it back after this long and goes on in the next transaction. */
const BATCH_MS_MAX = 8;
/** lmdb keeps a batch's pages in memory until the commit; this many units stay within some megabytes. */
const BATCH_UNITS_MAX = 1000;

/**
 * A full disk fails a commit before anything becomes valid, and lmdb undoes it cleanly: writing may go on when there is
 * room again. lmdb tells it as ENOSPC, or, when part of the pages still fitted, as EIO.
 */
const ENOSPC = 28;
const EIO = 5;
/** Less than this and EIO is taken for a full disk; one batch's pages are fewer. */
const FREE_BYTES_MIN = 32 * 1024 * 1024;

export class Writer {
  private readonly store: Store;
  private readonly catalog: Catalog;
  private waiting: WriteJob[] = [];
  private done: WriteJob[] = [];
  /** A job that has begun in this batch and is not done: if the batch fails, what it did is lost as well. */
  private begun: WriteJob | undefined;
  private isBusy = false;
  private isStopping = false;
  /** Set for good when nobody knows any more what the disk holds. */
  private broken: CommandError | undefined;
  private idle: (() => void)[] = [];

  constructor(store: Store, catalog: Catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  submit(job: WriteJob): void {
    if (this.isStopping) {
      job.settle(new CommandError(91, 'the server is shutting down'));
      return;
    }
    this.waiting.push(job);
    this.begin();
  }

  /** Takes no more jobs, and resolves when all that were taken are settled. */
  async stop(): Promise<void> {
    this.isStopping = true;
    if (!this.isBusy) return;
    await new Promise<void>((resolve) => {
      this.idle.push(resolve);
    });
  }

  private begin(): void {
    if (this.isBusy) return;
    if (this.broken !== undefined) for (const job of this.waiting.splice(0)) job.settle(this.broken);
    if (this.waiting.length === 0) {
      for (const resolve of this.idle.splice(0)) resolve();
      return;
    }
    this.isBusy = true;
    void this.carryOut();
  }

  private async carryOut(): Promise<void> {
    let failure: CommandError | undefined;
    try {
      // A child transaction, because only that can be undone when a job fails in a way nobody foresaw.
      await this.store.database.childTransaction(() => this.runBatch());
    } catch (cause) {
      failure = await this.failed(cause);
    }
    const settled = this.done;
    this.done = [];
    this.begun = undefined;
    for (const job of settled) job.settle(failure);
    this.isBusy = false;
    this.begin();
  }

  private runBatch(): void {
    const deadline = performance.now() + BATCH_MS_MAX;
    for (let units = 0; units < BATCH_UNITS_MAX && performance.now() < deadline; units += 1) {
      const job = this.waiting[0];
      if (job === undefined) return;
      this.begun = job;
      if (!job.step()) continue;
      this.begun = undefined;
      this.waiting.shift();
      this.done.push(job);
    }
  }

  /** Puts things back as they were before the batch, and decides whether there may be another. */
  private async failed(cause: unknown): Promise<CommandError> {
    const failure = new CommandError(1, `nothing of this write was stored: ${messageOf(cause)}`, { cause });
    if (isCommitFailure(cause) && !(await this.isDiskFull(cause.commitError))) {
      // A flush that failed once may succeed when tried again without the bytes being there.
      this.broken = new CommandError(1, 'a commit failed; writing stopped until a restart', { cause });
    }
    this.catalog.load();
    if (this.begun !== undefined) {
      this.waiting.shift();
      this.done.push(this.begun);
    }
    return failure;
  }

  private async isDiskFull(commitError: Promise<unknown>): Promise<boolean> {
    const cause = await commitError.catch((error: unknown) => error);
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    return code === ENOSPC || (code === EIO && this.store.freeBytes() < FREE_BYTES_MIN);
  }
}

interface CommitFailure extends Error {
  readonly commitError: Promise<unknown>;
}

function isCommitFailure(cause: unknown): cause is CommitFailure {
  return cause instanceof Error && 'commitError' in cause && cause.commitError instanceof Promise;
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
