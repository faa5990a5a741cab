// Where conversations are reached, and which ones cannot be. Seen on every activity, written only when something changed.
// Reads before it writes, because another process may have marked the address unreachable since.
import type { Model } from 'mongoose';
import type { Instant } from '../process/calendar';
import { canonical } from './commit-format';
import { idOf } from './document-id';
import { guarded, twiceIfTaken } from './failures';
import { gathered } from './gather';
import { fromJson, toJson } from './json';
import type { AddressDocument } from './models/address';
import type { Address, Addresses } from './ports';

export class AddressStore implements Addresses {
  private readonly lookUp: (key: string) => Promise<AddressDocument | undefined>;

  constructor(private readonly model: Model<AddressDocument>) {
    this.lookUp = gathered(async (keys) => this.fetch(keys));
  }

  async seen(address: Parameters<Addresses['seen']>[0]): Promise<void> {
    const { key, conversationId } = address;
    const reference = canonical(address.reference);
    const known = await this.lookUp(key);
    const same = known?.reference === reference && known.conversationId === conversationId;
    if (same && known.unreachableCode === null) return;
    const fields = { conversationId, reference, unreachableCode: null, unreachableAt: null };
    await twiceIfTaken('writing an address', async () =>
      this.model.updateOne({ _id: key }, { $set: fields }, { upsert: true }),
    );
  }

  async read(key: string): Promise<Address | null> {
    const found = await this.lookUp(key);
    return found === undefined ? null : addressFrom(found);
  }

  async markUnreachable(key: string, code: string, at: Instant): Promise<void> {
    const fields = { unreachableCode: code, unreachableAt: at };
    // Someone who was never reached is on the list too.
    const unknown = { conversationId: '', reference: toJson(null) };
    await twiceIfTaken('marking an address', async () =>
      this.model.updateOne({ _id: key }, { $set: fields, $setOnInsert: unknown }, { upsert: true }),
    );
  }

  async unreachable(): Promise<readonly Address[]> {
    const found = await guarded('listing addresses', async () =>
      this.model
        .find({ unreachableCode: { $ne: null } })
        .sort({ _id: 1 })
        .lean<AddressDocument[]>(),
    );
    return found.map(addressFrom);
  }

  async erase(key: string): Promise<void> {
    await guarded('erasing an address', async () => this.model.deleteOne({ _id: key }));
  }

  private async fetch(keys: readonly string[]): Promise<ReadonlyMap<string, AddressDocument>> {
    const found = await guarded('reading addresses', async () =>
      this.model
        .find({ _id: { $in: keys } })
        .sort({ _id: 1 })
        .lean<AddressDocument[]>(),
    );
    return new Map(found.map((document) => [idOf(document), document]));
  }
}

function addressFrom(document: AddressDocument): Address {
  const { _id, conversationId, reference, unreachableCode, unreachableAt } = document;
  const unreachable =
    unreachableCode === null || unreachableAt === null ? null : { code: unreachableCode, at: unreachableAt };
  return { key: _id, conversationId, reference: fromJson(reference), unreachable };
}
