// Boxes of secret ballots (DESIGN.md §4). Putting a vote in replaces the box as it was read, in one write; a box that was
// shut takes nothing more, and stays behind empty so that nobody opens it again. Must never log who votes, nor what.
import type { Model } from 'mongoose';
import { idOf } from './document-id';
import { StreamBusy } from './errors';
import { guarded, unlessTaken } from './failures';
import type { BoxDocument } from './models/box';
import type { Pause } from './pause';
import type { Boxes, BoxedVote, ShutBox } from './ports';

/** Lost races with other processes before giving up. With the pauses of pause.ts about two seconds: an answer is due within five. */
const attemptsMax = 12;

export class BoxStore implements Boxes {
  /** Votes of this process wait for each other, so that only other processes can come in between. */
  private readonly turns = new Map<string, Promise<void>>();

  constructor(
    private readonly model: Model<BoxDocument>,
    private readonly pause: Pause,
  ) {}

  async voted(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly open: boolean; readonly voted: readonly string[] }>> {
    if (ids.length === 0) return new Map();
    const found = await guarded('reading boxes', async () =>
      this.model
        .find({ _id: { $in: [...ids] } }, { open: 1, voted: 1 })
        .sort({ _id: 1 })
        .lean<Pick<BoxDocument, '_id' | 'open' | 'voted'>[]>(),
    );
    return new Map(found.map(({ _id, open, voted }) => [_id, { open, voted }]));
  }

  /**
   * A write whose reply was lost is tried again, and found by its receipt: a vote is never put in twice, and never told to
   * have failed when it is in the box.
   */
  async put(id: string, vote: BoxedVote): Promise<'put' | 'voted' | 'shut'> {
    const before = this.turns.get(id) ?? Promise.resolve();
    const turn = before.then(async () => this.putNow(id, vote));
    const done = turn.then(
      () => undefined,
      () => undefined,
    );
    this.turns.set(id, done);
    void done.then(() => this.turns.get(id) === done && this.turns.delete(id));
    return turn;
  }

  private async putNow(id: string, vote: BoxedVote): Promise<'put' | 'voted' | 'shut'> {
    for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
      const box = await this.read(id);
      if (box.ballots.some(({ receipt }) => receipt === vote.receipt)) return 'put';
      if (!box.open) return 'shut';
      if (box.voted.includes(vote.seat)) return 'voted';
      if (await this.replace(box, vote)) return 'put';
      await this.pause(attempt);
    }
    throw new StreamBusy(id, attemptsMax);
  }

  async shut(id: string): Promise<ShutBox> {
    await this.read(id);
    await guarded('shutting a box', async () => this.model.updateOne({ _id: id }, { $set: { open: false } }));
    const { voted, ballots } = await this.read(id);
    return { voted, ballots: ballots.map(({ receipt, choice }) => ({ receipt, choice })) };
  }

  async reopen(id: string): Promise<void> {
    await guarded('opening a box again', async () => this.model.updateOne({ _id: id }, { $set: { open: true } }));
  }

  async empty(id: string): Promise<void> {
    const empty = { open: false, voted: [], ballots: [] };
    await guarded('emptying a box', async () => this.model.updateOne({ _id: id }, { $set: empty }));
  }

  /** The box as it stands; made open and empty where there is none. */
  private async read(id: string): Promise<BoxDocument> {
    const look = async (): Promise<BoxDocument | null> =>
      guarded('reading a box', async () => this.model.findOne({ _id: id }).lean<BoxDocument>());
    const found = await look();
    if (found !== null) return found;
    const made: BoxDocument = { _id: id, rev: 0, open: true, voted: [], ballots: [] };
    await unlessTaken('making a box', async () => this.model.insertMany([made], { lean: true }));
    return (await look()) ?? made;
  }

  private async replace(box: BoxDocument, { seat, receipt, choice }: BoxedVote): Promise<boolean> {
    const voted = [...box.voted, seat].sort();
    const ballots = [...box.ballots, { receipt, choice }].sort((a, b) => (a.receipt < b.receipt ? -1 : 1));
    const { matchedCount } = await guarded('putting a vote in a box', async () =>
      this.model.updateOne(
        { _id: idOf(box), rev: box.rev, open: true },
        { $set: { rev: box.rev + 1, voted, ballots } },
      ),
    );
    return matchedCount === 1;
  }
}
