// Erasing people and texts, and the proof that it was an erasure and no loss: an entry in the record, in a stream of its
// own, by two people (DESIGN.md §4). The entry comes first; a crash after it leaves things to delete at the next start.
import { accepted, unchanged } from '../process/decision';
import type { Decision } from '../process/decision';
import type { Instant } from '../process/calendar';
import type { PersonId, TextId } from '../process/ids';
import { RequestInvalid } from './errors';
import type { AddressStore } from './addresses';
import type { DraftStore } from './drafts';
import type { PeopleStore } from './people';
import type { Decider, Erasure, Erasures, Streams } from './ports';
import type { TextStore } from './texts';

export const erasureKind = 'erasure';

/** The one stream of its kind. */
const erasureId = 'all';

type Wish = Omit<Erasure, 'at'>;
interface Erased extends Wish {
  readonly type: 'Erased';
}

export interface ErasureState {
  readonly entries: readonly Erasure[];
  readonly textIds: ReadonlySet<TextId>;
}

/** Records what is asked, once; the two people are the caller's to authorise, that they are two is checked here. */
export const erasureDecider: Decider<ErasureState, Wish, Erased, never> = {
  kind: erasureKind,
  initial: { entries: [], textIds: new Set() },
  decide(wish): Decision<Erased, never> {
    return wish.textIds.length + wish.personIds.length === 0 ? unchanged : accepted({ type: 'Erased', ...wish });
  },
  evolve(state, { event, at }) {
    const { textIds, personIds, by, reason } = event;
    return {
      entries: [...state.entries, { textIds, personIds, by, reason, at }],
      textIds: new Set([...state.textIds, ...textIds]),
    };
  },
};

interface Erasable {
  readonly texts: TextStore;
  readonly people: PeopleStore;
  readonly drafts: DraftStore;
  readonly addresses: AddressStore;
}

export class ErasureStore implements Erasures {
  constructor(
    private readonly streams: Streams<ErasureState, Wish, never>,
    private readonly from: Erasable,
  ) {}

  async erase(wish: Wish, now: Instant): Promise<void> {
    const [first, second] = wish.by;
    if (first === second) throw new RequestInvalid('An erasure takes two different people.');
    const entry: Wish = { ...wish, textIds: wish.textIds.toSorted(), personIds: wish.personIds.toSorted() };
    await this.streams.execute(erasureId, {
      actor: { kind: 'person', personId: first },
      now,
      verb: 'erase',
      subject: erasureId,
      basis: 0,
      input: entry,
      texts: null,
      command: () => entry,
    });
    await this.carryOut(entry);
  }

  async list(): Promise<readonly Erasure[]> {
    return (await this.streams.read(erasureId))?.state.entries ?? [];
  }

  async textsOf(personId: PersonId): Promise<readonly TextId[]> {
    return this.from.texts.writtenBy(personId);
  }

  /** Which texts have been erased by now, in whatever process. */
  async erased(): Promise<ReadonlySet<TextId>> {
    return (await this.streams.read(erasureId))?.state.textIds ?? new Set();
  }

  /** Deletes what a crash after an entry has left behind. Called at every start. */
  async finish(): Promise<void> {
    for (const entry of await this.list()) await this.carryOut(entry);
  }

  private async carryOut(entry: Wish): Promise<void> {
    await this.from.texts.erase(entry.textIds);
    for (const personId of entry.personIds) {
      await this.from.drafts.eraseOf(personId);
      await this.from.addresses.erase(`personal/${personId}`);
      await this.from.people.erase(personId);
    }
  }
}
