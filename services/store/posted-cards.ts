// What stands in Teams under each card key, and the lease of whoever is posting it. Every write of a holder is filtered
// on its token: who has lost the lease changes nothing.
import type { Model } from 'mongoose';
import type { Instant } from '../process/calendar';
import { guarded, unlessTaken } from './failures';
import { free, leaseEnd } from './lease-time';
import type { PostedCardDocument } from './models/posted-card';
import type { PostedCard, PostedCards } from './ports';
import { startingWith } from './prefix';

export class PostedCardStore implements PostedCards {
  constructor(private readonly model: Model<PostedCardDocument>) {}

  async read(keys: readonly string[]): Promise<ReadonlyMap<string, PostedCard>> {
    if (keys.length === 0) return new Map();
    const found = await guarded('reading posted cards', async () =>
      this.model
        .find({ _id: { $in: [...new Set(keys)] } })
        .sort({ _id: 1 })
        .lean<PostedCardDocument[]>(),
    );
    return new Map(found.flatMap(postedFrom).map((card) => [card.key, card]));
  }

  async ofPrefix(prefix: string): Promise<readonly PostedCard[]> {
    const found = await guarded('listing posted cards', async () =>
      this.model
        .find({ _id: startingWith(prefix) })
        .sort({ _id: 1 })
        .lean<PostedCardDocument[]>(),
    );
    return found.flatMap(postedFrom);
  }

  async claim(key: string, token: string, now: Instant, leaseMs: number): Promise<boolean> {
    const lease = { leaseToken: token, leaseUntil: leaseEnd(now, leaseMs) };
    const { matchedCount } = await guarded('claiming a card', async () =>
      this.model.updateOne({ _id: key, $or: [{ leaseUntil: { $lte: now } }, { leaseToken: token }] }, { $set: lease }),
    );
    if (matchedCount > 0) return true;
    const fresh: PostedCardDocument = { ...notPosted, _id: key, ...lease };
    return unlessTaken('claiming a card', async () => this.model.insertMany([fresh], { lean: true }));
  }

  async posted(card: PostedCard, token: string): Promise<boolean> {
    const { key, refusal, ...rest } = card;
    const fields = {
      ...rest,
      refusalCode: refusal?.code ?? null,
      refusalContentHash: refusal?.contentHash ?? null,
      refusalAddressKey: refusal?.addressKey ?? null,
      leaseUntil: free,
    };
    const { matchedCount } = await guarded('noting a posted card', async () =>
      this.model.updateOne({ _id: key, leaseToken: token }, { $set: fields }),
    );
    return matchedCount > 0;
  }

  async release(key: string, token: string): Promise<void> {
    await guarded('releasing a card', async () =>
      this.model.updateOne({ _id: key, leaseToken: token }, { $set: { leaseUntil: free } }),
    );
  }
}

const notPosted: Omit<PostedCardDocument, '_id' | 'leaseToken' | 'leaseUntil'> = {
  addressKey: null,
  rootKey: null,
  messageId: null,
  contentHash: null,
  postedAt: null,
  sealed: false,
  refusalCode: null,
  refusalContentHash: null,
  refusalAddressKey: null,
};

/** The card, or nothing when it was claimed but never posted. */
function postedFrom(document: PostedCardDocument): readonly PostedCard[] {
  const { _id: key, addressKey, rootKey, messageId, contentHash, postedAt, sealed } = document;
  if (addressKey === null || messageId === null || contentHash === null || postedAt === null) return [];
  const { refusalCode: code, refusalContentHash, refusalAddressKey } = document;
  const refusal =
    code === null || refusalContentHash === null || refusalAddressKey === null
      ? null
      : { code, contentHash: refusalContentHash, addressKey: refusalAddressKey };
  return [{ key, addressKey, rootKey, messageId, contentHash, postedAt, sealed, refusal }];
}
