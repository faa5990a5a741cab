// Work not yet sent, kept per person and perhaps shared. Outside the record: it can be changed and thrown away without a
// trace. Must not decide who may share or change what is another's.
import type { Model } from 'mongoose';
import type { PersonId } from '../process/ids';
import { RequestInvalid } from './errors';
import { guarded, unlessTaken } from './failures';
import { fromJson, toJson } from './json';
import type { DraftDocument } from './models/draft';
import type { Draft, Drafts, KeptDraft } from './ports';

export class DraftStore implements Drafts {
  constructor(private readonly model: Model<DraftDocument>) {}

  /** Throws `RequestInvalid` when the id belongs to another person's draft: ids come back from cards. */
  async save(draft: Draft): Promise<void> {
    const { id, personId, kind, subject, data, updatedAt } = draft;
    const fields = { kind, subject, data: toJson(data), updatedAt };
    const saved = await unlessTaken('saving a draft', async () =>
      this.model.updateOne(
        { _id: id, personId },
        { $set: fields, $inc: { revision: 1 }, $setOnInsert: { begunAt: updatedAt } },
        { upsert: true },
      ),
    );
    if (!saved) await this.saveAgain(id, personId, fields);
  }

  async read(id: string): Promise<KeptDraft | null> {
    const found = await guarded('reading a draft', async () => this.model.findOne({ _id: id }).lean<DraftDocument>());
    return found === null ? null : draftFrom(found);
  }

  async of(personId: PersonId, kind: string, subject?: string): Promise<readonly KeptDraft[]> {
    return this.found(subject === undefined ? { personId, kind } : { personId, kind, subject });
  }

  async sharedWith(personId: PersonId, kind: string, subject?: string): Promise<readonly KeptDraft[]> {
    const filter = { sharedWith: personId, kind };
    return this.found(subject === undefined ? filter : { ...filter, subject });
  }

  async about(kind: string, subject: string): Promise<readonly KeptDraft[]> {
    return (await this.found({ kind, subject })).toReversed();
  }

  async change(
    id: string,
    revision: number,
    to: Pick<Draft, 'data' | 'updatedAt'> & Partial<Pick<Draft, 'subject'>>,
  ): Promise<boolean> {
    const { data, ...rest } = to;
    // A draft of before revisions were counted has none: it stands as the first.
    const standing = revision === 0 ? { _id: id, revision: { $exists: false } } : { _id: id, revision };
    const { matchedCount } = await guarded('changing a draft', async () =>
      this.model.updateOne(standing, { $set: { ...rest, data: toJson(data) }, $inc: { revision: 1 } }),
    );
    return matchedCount > 0;
  }

  async share(id: string, owner: PersonId, personId: PersonId): Promise<boolean> {
    const { matchedCount } = await guarded('sharing a draft', async () =>
      this.model.updateOne({ _id: id, personId: owner }, { $addToSet: { sharedWith: personId } }),
    );
    return matchedCount > 0;
  }

  async unshare(id: string, personId: PersonId): Promise<void> {
    await guarded('ending the sharing of a draft', async () =>
      this.model.updateOne(
        { _id: id, sharedWith: personId },
        { $pull: { sharedWith: personId }, $inc: { revision: 1 } },
      ),
    );
  }

  async remove(id: string): Promise<void> {
    await guarded('removing a draft', async () => this.model.deleteOne({ _id: id }));
  }

  async eraseOf(personId: PersonId): Promise<void> {
    await guarded('erasing drafts', async () => this.model.deleteMany({ personId }));
    await guarded('erasing drafts', async () =>
      this.model.updateMany({ sharedWith: personId }, { $pull: { sharedWith: personId } }),
    );
  }

  private async found(filter: Readonly<Record<string, string>>): Promise<readonly KeptDraft[]> {
    const found = await guarded('listing drafts', async () =>
      this.model.find(filter).sort({ updatedAt: -1, _id: 1 }).lean<DraftDocument[]>(),
    );
    return found.map(draftFrom);
  }

  /** The id is taken: by the same person's save at the same moment, or by someone else. */
  private async saveAgain(id: string, personId: PersonId, fields: Partial<DraftDocument>): Promise<void> {
    const { matchedCount } = await guarded('saving a draft', async () =>
      this.model.updateOne({ _id: id, personId }, { $set: fields, $inc: { revision: 1 } }),
    );
    if (matchedCount === 0) throw new RequestInvalid(`Draft ${id} does not belong to this person.`);
  }
}

function draftFrom(document: DraftDocument): KeptDraft {
  const { _id, personId, kind, subject, data, updatedAt, begunAt, revision, sharedWith } = document;
  return {
    id: _id,
    personId: personId as PersonId,
    kind,
    subject,
    data: fromJson(data),
    updatedAt,
    begunAt: begunAt ?? updatedAt,
    revision: revision ?? 0,
    sharedWith: (sharedWith ?? []) as readonly PersonId[],
  };
}
