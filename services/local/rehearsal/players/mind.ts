// One person's mind: who he is, what the scenario says he would answer, what he has done already, and his own judgement.
// Must not look at any card: the skills do, and ask here.
import { seededDraw } from '../../teams/random';
import type { Scenario, ScenarioAnswers, ScenarioNomination, ScenarioPerson } from '../scenario/schema';
import type { NominationBook } from './book';

const noAnswers: ScenarioAnswers = { by: {}, spread: 0.15, appointees: {}, remarks: [] };
const unknownQuality = 0.7;

export interface Answer {
  readonly choice: string | undefined;
  readonly reason: string;
  readonly later: string | undefined;
  readonly waits: number;
}

export class Mind {
  /** What has been done, by keys of the skills' own: nothing is done twice without a reason. */
  readonly done = new Set<string>();
  /** What has been looked at during this visit. */
  readonly seen = new Set<string>();
  /** Tasks where he has changed his mind, where the scenario says so. */
  readonly changed = new Set<string>();
  /** The nomination being written: bound to its id when its dialog shows it. */
  writing: string | null = null;
  /** Draws of this person alone, so that what others do changes nothing of it. */
  readonly draw: () => number;

  constructor(
    readonly person: ScenarioPerson,
    readonly scenario: Scenario,
    readonly book: NominationBook,
    private readonly seed: number,
  ) {
    this.draw = seededDraw(hash(`${seed}/${person.key}`));
  }

  answersTo(taskId: string): ScenarioAnswers {
    return this.scenario.answers[taskId] ?? noAnswers;
  }

  /** What this person answers to a task by choosing; `nth` counts the times it has been asked before. */
  answerTo(taskId: string, nth = 0): Answer {
    const { by, default: usual } = this.answersTo(taskId);
    const mine = by[this.person.key] ?? usual;
    const first = this.changed.has(taskId) ? mine?.later : mine?.choice;
    const choice = nth > 0 ? (mine?.again ?? first) : first;
    return { choice, reason: mine?.reason ?? this.words(taskId), later: mine?.later, waits: mine?.waits ?? 0 };
  }

  /** Words where some are asked for and the scenario has none. */
  words(about: string): string {
    return this.person.language === 'en'
      ? `Example data: ${this.person.title || this.person.name} on ${about}.`
      : `Eksempeldata: ${this.person.title || this.person.name} om ${about}.`;
  }

  /**
   * How good this person finds a nomination, 0 to 1: its quality, and what he sees differently. `again` when he looks at it
   * a second time.
   */
  judge(nominationId: string, spread: number, about = '', again = false): number {
    const nomination = this.book.of(nominationId);
    const judged = this.judged(nominationId);
    if (judged !== undefined) return (again ? judged.again : undefined) ?? judged.quality;
    const key = nomination?.key ?? nominationId;
    const own = seededDraw(hash(`${this.seed}/${this.person.key}/${key}/${about}`))();
    return Math.min(1, Math.max(0, (nomination?.quality ?? unknownQuality) + (own * 2 - 1) * spread));
  }

  /** What the scenario says that this person finds of a nomination, where it says so. */
  judged(nominationId: string): ScenarioNomination['judged'][number] | undefined {
    return this.book.of(nominationId)?.judged.find(({ by }) => by === this.person.key);
  }

  /** The scenario's own nominations of this person, in the order they are written. */
  nominations(): readonly ScenarioNomination[] {
    return this.scenario.nominations
      .filter(({ by }) => by === this.person.key)
      .toSorted((one, other) => one.day - other.day);
  }
}

/** FNV-1a, 32 bits: spreads seeds; protects nothing. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
