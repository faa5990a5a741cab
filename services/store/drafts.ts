// Work not yet sent, kept per person. Outside the record: it can be changed and thrown away without a trace.
import type { Model } from 'mongoose';
import type { PersonId } from '../process/ids';
import { RequestInvalid } from './errors';
import { guarded, unlessTaken } from './failures';
import { fromJson, toJson } from './json';
import type { DraftDocument } from './models/draft';
import type { Draft, Drafts } from './ports';

export class DraftStore implements Drafts {
  constructor(private readonly model: Model<DraftDocument>) {}

  /** Throws `RequestInvalid` when the id belongs to another person's draft: ids come back from cards. */
  async save(draft: Draft): Promise<void> {
    const { id, personId, kind, subject, data, updatedAt } = draft;
    const fields = { kind, subject, data: toJson(data), updatedAt };
    const saved = await unlessTaken('saving a draft', async () =>
      this.model.updateOne({ _id: id, personId }, { $set: fields }, { upsert: true }),
    );
    if (!saved) await this.saveAgain(id, personId, fields);
  }

  async read(id: string): Promise<Draft | null> {
    const found = await guarded('reading a draft', async () => this.model.findOne({ _id: id }).lean<DraftDocument>());
    return found === null ? null : draftFrom(found);
  }

  async of(personId: PersonId, kind: string, subject?: string): Promise<readonly Draft[]> {
    const filter = subject === undefined ? { personId, kind } : { personId, kind, subject };
    const found = await guarded('listing drafts', async () =>
      this.model.find(filter).sort({ updatedAt: -1, _id: 1 }).lean<DraftDocument[]>(),
    );
    return found.map(draftFrom);
  }

  async remove(id: string): Promise<void> {
    await guarded('removing a draft', async () => this.model.deleteOne({ _id: id }));
  }

  async eraseOf(personId: PersonId): Promise<void> {
    await guarded('erasing drafts', async () => this.model.deleteMany({ personId }));
  }

  /** The id is taken: by the same person's save at the same moment, or by someone else. */
  private async saveAgain(id: string, personId: PersonId, fields: Partial<DraftDocument>): Promise<void> {
    const { matchedCount } = await guarded('saving a draft', async () =>
      this.model.updateOne({ _id: id, personId }, { $set: fields }),
    );
    if (matchedCount === 0) throw new RequestInvalid(`Draft ${id} does not belong to this person.`);
  }
}

function draftFrom(document: DraftDocument): Draft {
  const { _id, personId, kind, subject, data, updatedAt } = document;
  return { id: _id, personId: personId as PersonId, kind, subject, data: fromJson(data), updatedAt };
}
