// Exclusive hold of an address for a limited time. A holder that dies is waited for no longer than its lease.
import type { Model } from 'mongoose';
import type { Instant } from '../process/calendar';
import { guarded, unlessTaken } from './failures';
import { free, leaseEnd } from './lease-time';
import type { LeaseDocument } from './models/lease';

export class Leases {
  constructor(private readonly model: Model<LeaseDocument>) {}

  /** True when `token` holds `key` from now on for `leaseMs`; asking again with the same token prolongs. */
  async take(key: string, token: string, now: Instant, leaseMs: number): Promise<boolean> {
    const until = leaseEnd(now, leaseMs);
    const { matchedCount } = await guarded('taking a lease', async () =>
      this.model.updateOne({ _id: key, $or: [{ until: { $lte: now } }, { token }] }, { $set: { token, until } }),
    );
    if (matchedCount > 0) return true;
    return unlessTaken('taking a lease', async () =>
      this.model.insertMany([{ _id: key, token, until }], { lean: true }),
    );
  }

  /** Frees what `token` holds; nothing happens when it holds it no longer. */
  async free(key: string, token: string): Promise<void> {
    await guarded('freeing a lease', async () => this.model.updateOne({ _id: key, token }, { $set: { until: free } }));
  }
}
