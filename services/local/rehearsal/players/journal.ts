// What all players did, press by press, with what they were answered: one side of what the record is held against.
import type { Typed } from './screen';

export interface Entry {
  /** Entra object id of who pressed. */
  readonly person: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly typed: Typed;
  /** How it ended: `done`, or `refused` where the answer was a complaint. */
  readonly end: 'done' | 'refused';
  /** How often it was pressed until there was an answer. */
  readonly presses: number;
}

export class Journal {
  readonly entries: Entry[] = [];
  /** Presses with their repetitions: what the bot had to answer. */
  presses = 0;

  constructor(private readonly onPress: () => void = () => undefined) {}

  pressed(): void {
    this.presses += 1;
    this.onPress();
  }

  note(entry: Entry): void {
    this.entries.push(entry);
  }
}
