// How far the round has come, as everybody who is in Teams knows: which tasks have been posted, since when, and which acts of
// the scenario are done. One per rehearsal; learned from what was posted, nothing is asked of the bot.
import type { ScenarioAct } from '../scenario/schema';

export class Course {
  day = 0;
  readonly #tasksSince = new Map<string, number>();
  readonly #done = new Set<ScenarioAct>();

  constructor(private readonly acts: readonly ScenarioAct[]) {}

  /** A day of the rehearsal has begun; `taskIds` are all that have been posted so far. */
  dayBegins(taskIds: readonly string[]): void {
    this.day += 1;
    this.note(taskIds);
  }

  note(taskIds: readonly string[]): void {
    for (const id of taskIds) if (!this.#tasksSince.has(id)) this.#tasksSince.set(id, this.day);
  }

  /** What somebody is to do now, in the file's order. */
  dueFor(person: string): readonly ScenarioAct[] {
    return this.acts.filter((act) => act.by === person && !this.#done.has(act) && this.#isTime(act));
  }

  /** Days of the rehearsal since a task was first posted; 0 for one that was not. */
  daysSince(taskId: string): number {
    return this.day - (this.#tasksSince.get(taskId) ?? this.day);
  }

  done(act: ScenarioAct): void {
    this.#done.add(act);
  }

  /** Acts that nobody has done; empty when the scenario has been played to its end. */
  get left(): readonly ScenarioAct[] {
    return this.acts.filter((act) => !this.#done.has(act));
  }

  #isTime({ once, day, after }: ScenarioAct): boolean {
    const since = this.#tasksSince.get(once);
    if (since === undefined || this.day - since < day) return false;
    return after.every((key) => this.acts.some((act) => act.key === key && this.#done.has(act)));
  }
}
