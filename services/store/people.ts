// People: who stands behind a random id, in which language they read, and the salt of their texts.
// A sighting that changes nothing costs a read that is shared with others at the same moment, and no write.
import type { Model } from 'mongoose';
import type { PersonId } from '../process/ids';
import type { Language } from '../process/words';
import { idOf } from './document-id';
import { PersonUnknown } from './errors';
import { guarded, unlessTaken } from './failures';
import { gathered } from './gather';
import { LeastRecent } from './least-recent';
import type { PersonDocument } from './models/person';
import type { People, Person } from './ports';

/** Salts kept in memory: a committee's voters are tens, a country's clinicians thousands. */
const saltsMax = 5_000;

type Seen = Parameters<People['meet']>[0];

export class PeopleStore implements People {
  private readonly salts = new LeastRecent<string, string>(saltsMax);
  private readonly lookUp: (aadObjectId: string) => Promise<PersonDocument | undefined>;

  constructor(
    private readonly model: Model<PersonDocument>,
    private readonly idFor: (of: string) => string,
  ) {
    this.lookUp = gathered(async (keys) => this.fetch(keys));
  }

  async meet(seen: Seen): Promise<Person> {
    const known = await this.lookUp(seen.aadObjectId);
    if (known !== undefined) return this.keptUpToDate(known, seen);
    const entered = await this.enter(seen);
    if (entered !== null) return entered;
    // Another click of the same person was first.
    const other = await this.lookUp(seen.aadObjectId);
    if (other === undefined) throw new PersonUnknown('A person was erased while being met.');
    return this.keptUpToDate(other, seen);
  }

  async read(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Person>> {
    if (ids.length === 0) return new Map();
    const found = await guarded('reading people', async () =>
      this.model
        .find({ _id: { $in: [...new Set(ids)] } })
        .sort({ _id: 1 })
        .lean<PersonDocument[]>(),
    );
    return new Map(found.map((document) => [idOf(document) as PersonId, personFrom(document)]));
  }

  async byAadObjectId(aadObjectId: string): Promise<Person | null> {
    const found = await this.lookUp(aadObjectId);
    return found === undefined ? null : personFrom(found);
  }

  async setLanguage(id: PersonId, language: Language): Promise<void> {
    await this.change(id, { language });
  }

  async followNews(id: PersonId, followed: boolean): Promise<void> {
    await this.change(id, { newsFollowed: followed });
  }

  async all(): Promise<readonly Person[]> {
    const found = await guarded('listing people', async () =>
      this.model.find({}).sort({ name: 1, _id: 1 }).lean<PersonDocument[]>(),
    );
    return found.map(personFrom);
  }

  /** The salt that keys the digests of a person's texts. Throws `PersonUnknown` for one never met or erased. */
  async saltOf(id: PersonId): Promise<string> {
    const known = this.salts.get(id);
    if (known !== undefined) return known;
    const found = await guarded('reading a salt', async () =>
      this.model.findOne({ _id: id }, { salt: 1 }).lean<Pick<PersonDocument, 'salt'>>(),
    );
    if (found === null) throw new PersonUnknown(`Person ${id} was never met, or has been erased.`);
    this.salts.set(id, found.salt);
    return found.salt;
  }

  /** Forgets name, ids and salt; what the record says of the person stays, under a random id that means nothing now. */
  async erase(id: PersonId): Promise<void> {
    await guarded('erasing a person', async () => this.model.deleteOne({ _id: id }));
    this.salts.delete(id);
  }

  private async fetch(aadObjectIds: readonly string[]): Promise<ReadonlyMap<string, PersonDocument>> {
    const found = await guarded('reading people', async () =>
      this.model
        .find({ aadObjectId: { $in: aadObjectIds } })
        .sort({ aadObjectId: 1 })
        .lean<PersonDocument[]>(),
    );
    for (const document of found) this.salts.set(idOf(document), document.salt);
    return new Map(found.map((document) => [document.aadObjectId, document]));
  }

  private async enter(seen: Seen): Promise<Person | null> {
    const document: PersonDocument = {
      _id: this.idFor(`person/${seen.aadObjectId}`),
      aadObjectId: seen.aadObjectId,
      tenantId: seen.tenantId,
      teamsId: seen.teamsId ?? null,
      name: seen.name,
      language: null,
      locale: seen.locale ?? null,
      newsFollowed: false,
      salt: this.idFor(`salt/1/${seen.aadObjectId}`) + this.idFor(`salt/2/${seen.aadObjectId}`),
    };
    const entered = await unlessTaken('entering a person', async () =>
      this.model.insertMany([document], { lean: true }),
    );
    return entered ? personFrom(document) : null;
  }

  private async keptUpToDate(known: PersonDocument, seen: Seen): Promise<Person> {
    const now: PersonDocument = {
      ...known,
      tenantId: seen.tenantId,
      name: seen.name,
      teamsId: seen.teamsId ?? known.teamsId,
      locale: seen.locale ?? known.locale,
    };
    const { tenantId, name, teamsId, locale } = now;
    const same =
      known.tenantId === tenantId && known.name === name && known.teamsId === teamsId && known.locale === locale;
    if (!same) await this.change(idOf(known) as PersonId, { tenantId, name, teamsId, locale });
    return personFrom(now);
  }

  private async change(id: PersonId, fields: Partial<Omit<PersonDocument, '_id'>>): Promise<void> {
    await guarded('writing a person', async () => this.model.updateOne({ _id: id }, { $set: fields }));
  }
}

function personFrom(document: PersonDocument): Person {
  const { _id, aadObjectId, tenantId, teamsId, name, language, locale, newsFollowed } = document;
  return { id: _id as PersonId, aadObjectId, tenantId, teamsId, name, language, locale, newsFollowed };
}
