// People: the only place where a name and an Entra id meet the random id that the record knows (DESIGN.md §4, erasure).
// Deleted as a whole by an erasure.
import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import type { Language } from '../../process/words';
import { modelOptions } from './options';

export interface PersonDocument {
  readonly _id: string;
  readonly aadObjectId: string;
  readonly tenantId: string;
  readonly teamsId: string | null;
  readonly name: string;
  readonly language: Language | null;
  readonly locale: string | null;
  readonly newsFollowed: boolean;
  /** Keys the digests of this person's texts in command ids; dies with the person. */
  readonly salt: string;
}

const schema = new Schema<PersonDocument>(
  {
    _id: { type: String, required: true },
    aadObjectId: { type: String, required: true },
    tenantId: { type: String, required: true },
    teamsId: { type: String, default: null },
    name: { type: String, default: '' },
    language: { type: String, default: null },
    locale: { type: String, default: null },
    newsFollowed: { type: Boolean, required: true },
    salt: { type: String, required: true },
  },
  modelOptions('people'),
);

export function personModel(connection: Connection): Model<PersonDocument> {
  return connection.model<PersonDocument>('Person', schema);
}
