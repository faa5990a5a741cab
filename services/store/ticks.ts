// Minutes claimed by processes: an inserted document is a claim, so any number of instances may run.
// Old claims are cleaned up on the hour; they mean nothing any more.
import type { Model } from 'mongoose';
import type { Instant } from '../process/calendar';
import { idOf } from './document-id';
import { DatabaseUnreachable } from './errors';
import { guarded, unlessTaken } from './failures';
import type { TickDocument } from './models/tick';
import type { Ticks } from './ports';

/** Long enough to look at what happened lately, short enough to stay small (10,080 minutes a week and name). */
const keptMs = 7 * 24 * 60 * 60 * 1_000;

export class TickStore implements Ticks {
  constructor(
    private readonly model: Model<TickDocument>,
    private readonly ids: () => string,
  ) {}

  async claim(name: string, minute: Instant): Promise<boolean> {
    const start = `${minute.slice(0, 16)}:00.000Z`;
    const tick: TickDocument = { _id: `${name}@${start}`, minute: start, claimId: this.ids() };
    const claimed = await this.insert(tick);
    if (claimed && start.slice(14, 16) === '00') await this.sweep(start);
    return claimed;
  }

  /** A claim whose reply was lost is still a claim: the random id tells whose it is. */
  private async insert(tick: TickDocument): Promise<boolean> {
    try {
      return await unlessTaken('claiming a tick', async () => this.model.insertMany([tick], { lean: true }));
    } catch (error) {
      if (!(error instanceof DatabaseUnreachable)) throw error;
      const found = await guarded('looking at a tick', async () =>
        this.model.findOne({ _id: idOf(tick) }).lean<TickDocument>(),
      );
      if (found === null) throw error;
      return found.claimId === tick.claimId;
    }
  }

  private async sweep(now: Instant): Promise<void> {
    const before = new Date(Date.parse(now) - keptMs).toISOString();
    await guarded('sweeping ticks', async () => this.model.deleteMany({ minute: { $lt: before } }));
  }
}
