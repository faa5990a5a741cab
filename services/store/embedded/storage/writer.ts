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

/** POSIX error numbers of a full disk and a full quota: lmdb undoes such a commit cleanly, so writing may go on. */
const ENOSPC = 28;
const EDQUOT = 122;

export class Writer {
  private readonly store: Store;
  private readonly catalog: Catalog;
  private waiting: WriteJob[] = [];
  private done: WriteJob[] = [];
  /** A job that has begun in this batch and is not done: if the batch fails, what it did is lost as well. */
  private begun: WriteJob | undefined;
  private isBusy = false;
  private stopped: CommandError | undefined;
  private idle: (() => void)[] = [];

  constructor(store: Store, catalog: Catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  submit(job: WriteJob): void {
    if (this.stopped !== undefined) {
      job.settle(this.stopped);
      return;
    }
    this.waiting.push(job);
    this.begin();
  }

  /** Takes no more jobs, and resolves when all that were taken are settled. */
  async stop(): Promise<void> {
    this.stopped ??= new CommandError(91, 'the server is shutting down');
    if (!this.isBusy) return;
    await new Promise<void>((resolve) => {
      this.idle.push(resolve);
    });
  }

  private begin(): void {
    if (this.isBusy || this.waiting.length === 0) return;
    this.isBusy = true;
    // A child transaction, because only that can be undone when a job fails in a way nobody foresaw.
    this.store.database
      .childTransaction(() => this.runBatch())
      .then(
        () => this.committed(),
        (cause: unknown) => this.failed(cause),
      );
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

  private committed(): void {
    this.finish(this.done, undefined);
  }

  private failed(cause: unknown): void {
    const failure = new CommandError(1, `nothing of this write was stored: ${messageOf(cause)}`, { cause });
    if (isCommitFailure(cause)) void this.judge(cause.commitError, failure);
    this.catalog.load();
    if (this.begun !== undefined) {
      this.waiting.shift();
      this.done.push(this.begun);
    }
    this.finish(this.done, failure);
  }

  private finish(jobs: readonly WriteJob[], failure: CommandError | undefined): void {
    this.done = [];
    this.begun = undefined;
    this.isBusy = false;
    for (const job of jobs) job.settle(failure);
    this.begin();
    if (this.isBusy) return;
    for (const resolve of this.idle.splice(0)) resolve();
  }

  /** After a failed flush nobody knows what the disk holds: stop writing, so that what was acknowledged stays true. */
  private async judge(commitError: Promise<unknown>, failure: CommandError): Promise<void> {
    const cause = await commitError.catch((error: unknown) => error);
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === ENOSPC || code === EDQUOT) return;
    this.stopped ??= new CommandError(1, 'a commit failed; writing stopped until a restart', { cause: failure });
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
