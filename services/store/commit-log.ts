// The commits in the database: appended and read, never changed. Goes straight to the driver's collection behind the
// mongoose model: what is hashed must not be cast, and the hot path must not make documents.
import type { Model, mongo } from 'mongoose';
import { asStoreError, guarded } from './failures';
import type { CommitDocument } from './models/commit';
import { recordReads, writeConcern } from './models/options';
import type { FoldableCommit } from './fold';
import type { Commit, CommitHead, Commits } from './ports';

/** Commits fetched at once: at about 1 kB each a page stays within a few megabytes. */
const pageSize = 2_500;

/** Sorts after every id we make (they are ASCII). */
const afterAll = '\uffff';

export class CommitLog implements Commits {
  constructor(private readonly model: Pick<Model<CommitDocument>, 'collection'>) {}

  /**
   * Inserts in order and stops at the first that fails; resolves when all are durable. Throws the driver's own error: the
   * caller must tell a lost race from an outage, and look which commits are there.
   */
  async append(commits: readonly Commit[]): Promise<void> {
    const documents = commits.map((commit): mongo.BSON.Document => ({ _id: commit.hash, ...commit }));
    await this.collection.insertMany(documents, { ordered: true, writeConcern });
  }

  /** Up to a page of commits from `seq` on (inclusive), in order; fewer than `pageSize` means that there are no more. */
  async page(
    streamId: string,
    seq: number,
  ): Promise<{ readonly commits: readonly FoldableCommit[]; readonly last: boolean }> {
    return guarded('reading commits', async () => {
      const projection = { _id: 0, seq: 1, body: 1, prevHash: 1, hash: 1 };
      const commits = await this.collection
        .find({ streamId, seq: { $gte: seq } }, { ...recordReads, projection })
        .sort({ seq: 1 })
        .limit(pageSize)
        .toArray();
      return { commits: commits as unknown as FoldableCommit[], last: commits.length < pageSize };
    });
  }

  async *read(streamId: string, after: number): AsyncIterable<Commit> {
    const cursor = this.collection
      .find({ streamId, seq: { $gt: after } }, { ...recordReads, projection: { _id: 0 } })
      .sort({ seq: 1 });
    yield* this.each(cursor) as AsyncIterable<Commit>;
  }

  /** Every document of the collection as it lies there, by stream and seq: for the verification, which trusts nothing. */
  async *raw(): AsyncIterable<Readonly<Record<string, unknown>>> {
    yield* this.each(this.collection.find({}, recordReads).sort({ streamId: 1, seq: 1, _id: 1 }));
  }

  async streamIds(prefix = ''): Promise<readonly string[]> {
    return guarded('listing streams', async () => {
      const first = await this.collection
        .find(
          { streamId: { $gte: prefix, $lt: prefix + afterAll }, seq: 1 },
          { ...recordReads, projection: { _id: 0, streamId: 1 } },
        )
        .sort({ streamId: 1 })
        .toArray();
      return first.map((commit) => String(commit['streamId']));
    });
  }

  async heads(): Promise<readonly (CommitHead & { readonly streamId: string })[]> {
    const streamIds = await this.streamIds();
    const heads = await Promise.all(streamIds.map(async (streamId) => this.head(streamId)));
    return heads.flatMap((head) => (head === null ? [] : [head]));
  }

  private async head(streamId: string): Promise<(CommitHead & { readonly streamId: string }) | null> {
    return guarded('reading a head', async () => {
      const projection = { _id: 0, streamId: 1, seq: 1, hash: 1 };
      const [last] = await this.collection
        .find({ streamId }, { ...recordReads, projection })
        .sort({ seq: -1 })
        .limit(1)
        .toArray();
      return (last ?? null) as (CommitHead & { readonly streamId: string }) | null;
    });
  }

  private async *each<Document>(cursor: AsyncIterable<Document>): AsyncIterable<Document> {
    try {
      for await (const document of cursor) yield document;
    } catch (error) {
      throw asStoreError(error, 'reading commits');
    }
  }

  private get collection() {
    return this.model.collection;
  }
}
