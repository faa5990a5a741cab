// Which processes live on this database, by leases they prolong; and what a process held that was killed and is back.
// Knows neither how many calls nor how many messages that is worth.
import type { Model } from 'mongoose';
import type { Instant } from '../process/calendar';
import { idOf } from './document-id';
import { guarded } from './failures';
import { free } from './lease-time';
import type { Leases } from './leases';
import type { LeaseDocument } from './models/lease';
import type { NoticeDocument } from './models/notice';
import type { PostedCardDocument } from './models/posted-card';
import type { Instances } from './ports';
import { startingWith } from './prefix';

const prefix = 'instance/';

interface Models {
  readonly leases: Model<LeaseDocument>;
  readonly notices: Model<NoticeDocument>;
  readonly postedCards: Model<PostedCardDocument>;
}

export class InstanceStore implements Instances {
  constructor(
    private readonly models: Models,
    private readonly leases: Leases,
  ) {}

  async live(name: string, now: Instant, leaseMs: number): Promise<{ readonly live: number; readonly isNew: boolean }> {
    const living = { _id: startingWith(prefix), until: { $gt: now } };
    const { leases } = this.models;
    const before = await guarded('counting processes', async () =>
      leases.find(living, { _id: 1 }).sort({ _id: 1 }).lean<{ _id: string }[]>(),
    );
    const key = `${prefix}${name}`;
    await this.leases.take(key, name, now, leaseMs);
    const live = await guarded('counting processes', async () => leases.countDocuments(living));
    return { live, isNew: before.every((lease) => idOf(lease) !== key) };
  }

  async leave(name: string): Promise<void> {
    await this.leases.free(`${prefix}${name}`, name);
  }

  /** Notices and cards before the addresses: a crash in between leaves addresses held, which the next start frees. */
  async freeHeldBefore(name: string): Promise<void> {
    const token = startingWith(tokenPrefix(name));
    const { leases, notices, postedCards } = this.models;
    await guarded('freeing what was held', async () => {
      const held = { leaseToken: token, leaseUntil: { $gt: free } };
      await notices.updateMany({ ...held, state: 'wanted' }, { $set: { leaseUntil: free } });
      await postedCards.updateMany(held, { $set: { leaseUntil: free } });
      await leases.updateMany({ token, until: { $gt: free } }, { $set: { until: free } });
    });
  }
}

/** What the lease tokens of a process begin with. */
export function tokenPrefix(name: string): string {
  return `${name} `;
}
