// What people know of each other's nominations: which one on the screen is which of the scenario, and what became of it.
// Learned from the dialogs they were written in, as colleagues would tell each other; nothing here is asked of the bot.
import type { ScenarioNomination } from '../scenario/schema';

export class NominationBook {
  readonly #byKey: ReadonlyMap<string, ScenarioNomination>;
  readonly #idByKey = new Map<string, string>();
  readonly #keyById = new Map<string, string>();
  /** Keys of those sent back, and of those sent again after it. */
  readonly returned = new Set<string>();
  readonly resent = new Set<string>();

  constructor(nominations: readonly ScenarioNomination[]) {
    this.#byKey = new Map(nominations.map((nomination) => [nomination.key, nomination]));
  }

  /** Notes under which id a nomination of the scenario stands. */
  bind(id: string, key: string): void {
    this.#idByKey.set(key, id);
    this.#keyById.set(id, key);
  }

  idOf(key: string): string | undefined {
    return this.#idByKey.get(key);
  }

  /** The scenario's nomination behind an id; undefined for one that somebody else brought. */
  of(id: string): ScenarioNomination | undefined {
    return this.#byKey.get(this.#keyById.get(id) ?? '');
  }

  byKey(key: string): ScenarioNomination | undefined {
    return this.#byKey.get(key);
  }
}
