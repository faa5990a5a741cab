// Free texts: written before the commit that refers to them, read by id, swept when no commit came to refer to them.
// Erasing is the business of erasures.ts; nothing here ever changes a text.
import type { Model } from 'mongoose';
import type { Instant } from '../process/calendar';
import type { FieldId, PersonId, TextId } from '../process/ids';
import type { TextsRef } from '../process/text';
import { filled } from './command-id';
import { canonical, sha256 } from './commit-format';
import type { CommitLog } from './commit-log';
import { idOf } from './document-id';
import { guarded, unlessTaken } from './failures';
import { LeastRecent } from './least-recent';
import { recordReads } from './models/options';
import type { TextDocument } from './models/text';
import type { FieldTexts, Request, Texts } from './ports';
import { textRefsOf } from './text-refs';

/** Texts kept in memory: a round's nominations with all their fields fit several times. */
const cachedMax = 2_000;

/** A text with the reference that the commit will hold. */
export interface TextToWrite {
  readonly ref: TextsRef;
  readonly document: TextDocument;
}

/** Tells which texts have been erased by now, in whatever process. */
export interface ErasedTexts {
  erased(): Promise<ReadonlySet<TextId>>;
}

export class TextStore implements Texts {
  private readonly cache = new LeastRecent<TextId, FieldTexts>(cachedMax);
  /** Written already: an attempt that is repeated does not write them again. */
  private readonly written = new WeakSet<TextToWrite>();

  constructor(
    private readonly model: Model<TextDocument>,
    private readonly log: CommitLog,
    private readonly erasures: ErasedTexts,
    private readonly idFor: (of: string) => string,
  ) {}

  /** The texts of a request, drawn up at the first call and the same ever after; null when nothing was filled in. */
  draft(streamId: string, commandId: string, request: Request<unknown>): (() => TextToWrite) | null {
    const fields = filled(request.texts);
    if (fields === null) return null;
    let text: TextToWrite | null = null;
    return () => (text ??= this.drawUp(streamId, commandId, request, fields));
  }

  /** Resolves when all are durable. */
  async write(texts: readonly TextToWrite[]): Promise<void> {
    const fresh = texts.filter((text) => !this.written.has(text));
    if (fresh.length === 0) return;
    const documents = fresh.map((text) => text.document);
    // Taken means: written by an attempt whose answer was lost. The ids are random, so nobody else can have them.
    await unlessTaken('writing texts', async () => this.model.insertMany(documents, { ordered: false, lean: true }));
    for (const text of fresh) this.written.add(text);
  }

  async read(ids: readonly TextId[]): Promise<ReadonlyMap<TextId, FieldTexts>> {
    const unknown = [...new Set(ids)].filter((id) => this.cache.get(id) === undefined);
    const [erased, found] = await Promise.all([this.erasures.erased(), this.fetch(unknown)]);
    for (const [id, fields] of found) this.cache.set(id, fields);
    const texts = new Map<TextId, FieldTexts>();
    for (const id of ids) {
      const fields = found.get(id) ?? this.cache.get(id);
      if (fields !== undefined && !erased.has(id)) texts.set(id, fields);
    }
    return texts;
  }

  /**
   * Deletes texts written before `olderThan` that no commit of their stream refers to, and tells how many. Must lie well
   * in the past (an hour): a text is written moments before its commit.
   */
  async sweepOrphans(olderThan: Instant): Promise<number> {
    const groups = await guarded('listing texts', async () =>
      this.model
        .aggregate<{ readonly _id: string }>([
          { $match: { writtenAt: { $lt: olderThan } } },
          { $group: { _id: '$streamId', count: { $sum: 1 } } },
          { $sort: { _id: 1 } },
        ])
        .option(recordReads),
    );
    let swept = 0;
    for (const { _id: streamId } of groups) swept += await this.sweepStream(streamId, olderThan);
    return swept;
  }

  /** Ids of all texts in one person's words, sorted. */
  async writtenBy(personId: PersonId): Promise<readonly TextId[]> {
    const found = await guarded('listing texts', async () =>
      this.model.find({ writtenBy: personId }, { _id: 1 }).sort({ _id: 1 }).lean(),
    );
    return found.map((text) => idOf(text) as TextId);
  }

  async erase(ids: readonly TextId[]): Promise<void> {
    if (ids.length === 0) return;
    await guarded('erasing texts', async () => this.model.deleteMany({ _id: { $in: [...ids] } }));
    for (const id of ids) this.cache.delete(id);
  }

  private drawUp(streamId: string, commandId: string, request: Request<unknown>, fields: FieldTexts): TextToWrite {
    // Two ids make a salt that cannot be guessed even if one id alone should hold little randomness.
    const salt = this.idFor(`salt/1/${commandId}`) + this.idFor(`salt/2/${commandId}`);
    const body = canonical(fields);
    const id = this.idFor(`text/${streamId}/${commandId}`) as TextId;
    const writtenBy = request.actor.kind === 'person' ? request.actor.personId : null;
    return {
      ref: { id, hash: sha256(salt + body), fields: Object.keys(fields).sort() as FieldId[] },
      document: { _id: id, salt, body, streamId, writtenBy, writtenAt: request.now },
    };
  }

  private async fetch(ids: readonly TextId[]): Promise<ReadonlyMap<TextId, FieldTexts>> {
    if (ids.length === 0) return new Map();
    const found = await guarded('reading texts', async () =>
      this.model
        .find({ _id: { $in: ids } }, { body: 1 })
        .sort({ _id: 1 })
        .lean(),
    );
    return new Map(found.map((text) => [idOf(text) as TextId, JSON.parse(text.body) as FieldTexts]));
  }

  private async sweepStream(streamId: string, olderThan: Instant): Promise<number> {
    const candidates = await guarded('listing texts', async () =>
      this.model
        .find({ streamId, writtenAt: { $lt: olderThan } }, { _id: 1 })
        .sort({ _id: 1 })
        .lean(),
    );
    const orphans = new Set(candidates.map((text) => idOf(text)));
    for await (const commit of this.log.read(streamId, 0)) {
      for (const ref of textRefsOf(JSON.parse(commit.body))) orphans.delete(ref.id);
      if (orphans.size === 0) return 0;
    }
    await guarded('sweeping texts', async () => this.model.deleteMany({ _id: { $in: [...orphans] } }));
    return orphans.size;
  }
}
