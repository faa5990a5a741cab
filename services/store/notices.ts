// What is to be told once: wanted under a deterministic key, claimed per address by one process at a time, finished.
// Knows nothing of what a notice says; whether it is still wanted when it is sent is the deliverer's question.
import type { Model } from 'mongoose';
import type { Instant } from '../process/calendar';
import { idOf } from './document-id';
import { asStoreError, guarded, unlessTaken } from './failures';
import { fromJson, toJson } from './json';
import { free, leaseEnd } from './lease-time';
import type { Leases } from './leases';
import type { NoticeDocument } from './models/notice';
import { recordReads } from './models/options';
import type { Notice, Notices } from './ports';
import { startingWith } from './prefix';

/** Notices looked up and inserted at once; a reminder to a whole committee is some tens. */
const wantedAtOnceMax = 500;

type Wanted = Parameters<Notices['want']>[0][number];

export class NoticeStore implements Notices {
  constructor(
    private readonly model: Model<NoticeDocument>,
    private readonly leases: Leases,
  ) {}

  async want(notices: readonly Wanted[]): Promise<void> {
    for (let start = 0; start < notices.length; start += wantedAtOnceMax) {
      await this.wantSome(notices.slice(start, start + wantedAtOnceMax));
    }
  }

  async dueAddresses(now: Instant, limit: number, dueBy: Instant = now): Promise<readonly string[]> {
    const addresses = new Set<string>();
    const due = this.model
      .find({ state: 'wanted', dueAt: { $lte: dueBy }, leaseUntil: { $lte: now } }, { addressKey: 1 })
      .sort({ dueAt: 1, _id: 1 })
      .lean<Pick<NoticeDocument, 'addressKey'>[]>()
      .cursor();
    try {
      for await (const { addressKey } of due) {
        if (addresses.size >= limit) break;
        addresses.add(addressKey);
      }
    } catch (error) {
      throw asStoreError(error, 'looking for due notices');
    }
    return [...addresses];
  }

  /** The address is leased first, so that two processes never send two halves of one digest. */
  async claim(
    addressKey: string,
    token: string,
    now: Instant,
    leaseMs: number,
    dueBy: Instant = now,
  ): Promise<readonly Notice[]> {
    if (!(await this.leases.take(addressKey, token, now, leaseMs))) return [];
    const lease = { leaseToken: token, leaseUntil: leaseEnd(now, leaseMs) };
    await guarded('claiming notices', async () =>
      this.model.updateMany(
        { addressKey, state: 'wanted', dueAt: { $lte: dueBy }, leaseUntil: { $lte: now } },
        { $set: lease, $inc: { attempts: 1 } },
      ),
    );
    const claimed = await guarded('reading claimed notices', async () =>
      this.model
        .find({ addressKey, state: 'wanted', leaseToken: token, leaseUntil: { $gt: now } })
        .sort({ dueAt: 1, _id: 1 })
        .lean<NoticeDocument[]>(),
    );
    if (claimed.length === 0) await this.leases.free(addressKey, token);
    return claimed.map(noticeFrom);
  }

  async finish(keys: readonly string[], token: string, end: Parameters<Notices['finish']>[2]): Promise<void> {
    if (keys.length === 0) return;
    const held = { _id: { $in: [...keys] }, leaseToken: token, state: 'wanted' as const };
    const [first] = await guarded('finishing notices', async () =>
      this.model.find(held, { addressKey: 1 }).sort({ _id: 1 }).limit(1).lean<Pick<NoticeDocument, 'addressKey'>[]>(),
    );
    if (first === undefined) return;
    await guarded('finishing notices', async () =>
      this.model.updateMany(held, { $set: { ...endFields(end), leaseUntil: free } }),
    );
    await this.freeWhenDone(first.addressKey, token);
  }

  async ofPrefix(prefix: string): Promise<readonly Notice[]> {
    const found = await guarded('listing notices', async () =>
      this.model
        .find({ _id: startingWith(prefix) })
        .sort({ _id: 1 })
        .lean<NoticeDocument[]>(),
    );
    return found.map(noticeFrom);
  }

  async isMessage(addressKey: string, messageId: string): Promise<boolean> {
    const found = await guarded('looking for a sent notice', async () =>
      this.model.findOne({ addressKey, state: 'sent', messageId }, { _id: 1 }).lean(),
    );
    return found !== null;
  }

  async count(): Promise<Readonly<Record<Notice['state'], number>>> {
    const groups = await guarded('counting notices', async () =>
      this.model
        .aggregate<{ readonly _id: Notice['state']; readonly count: number }>([
          { $group: { _id: '$state', count: { $sum: 1 } } },
          { $sort: { _id: 1 } },
        ])
        .option(recordReads),
    );
    const counts = Object.fromEntries(groups.map((group) => [idOf(group), group.count]));
    return { wanted: 0, sent: 0, dropped: 0, failed: 0, ...counts };
  }

  private async wantSome(notices: readonly Wanted[]): Promise<void> {
    const keys = notices.map((notice) => notice.key);
    const known = await guarded('looking up notices', async () =>
      this.model
        .find({ _id: { $in: keys } }, { _id: 1 })
        .sort({ _id: 1 })
        .lean(),
    );
    const knownKeys = new Set(known.map((notice) => idOf(notice)));
    const fresh = new Map(notices.filter((notice) => !knownKeys.has(notice.key)).map((notice) => [notice.key, notice]));
    if (fresh.size === 0) return;
    const documents = [...fresh.values()].map(wantedDocument);
    // Taken means that another process wanted it at the same moment; unordered, so the others are inserted all the same.
    await unlessTaken('wanting notices', async () => this.model.insertMany(documents, { ordered: false, lean: true }));
  }

  private async freeWhenDone(addressKey: string, token: string): Promise<void> {
    const rest = await guarded('finishing notices', async () =>
      this.model.countDocuments({ addressKey, leaseToken: token, state: 'wanted', leaseUntil: { $gt: free } }),
    );
    if (rest === 0) await this.leases.free(addressKey, token);
  }
}

function wantedDocument(notice: Wanted): NoticeDocument {
  const { key, addressKey, kind, data, dueAt } = notice;
  const unsent = { state: 'wanted', reason: null, attempts: 0, sentAt: null, messageId: null } as const;
  return { _id: key, addressKey, kind, data: toJson(data), dueAt, ...unsent, leaseToken: free, leaseUntil: free };
}

function endFields(end: Parameters<Notices['finish']>[2]): Partial<NoticeDocument> {
  if (end.state === 'sent') return { state: 'sent', sentAt: end.at, messageId: end.messageId, reason: null };
  if (end.state === 'wanted') return { dueAt: end.dueAt, reason: end.reason };
  return { state: end.state, sentAt: null, reason: end.reason };
}

function noticeFrom(document: NoticeDocument): Notice {
  const { _id, addressKey, kind, data, dueAt, state, reason, attempts, sentAt, messageId } = document;
  const parsed = fromJson(data) as Notice['data'];
  return { key: _id, addressKey, kind, data: parsed, dueAt, state, reason, attempts, sentAt, messageId };
}
