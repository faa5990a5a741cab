// What somebody watching a rehearsal sees: a line per task, with how many presses and how much time it took.
// On a terminal the last line counts along; elsewhere there are plain lines only.

export interface ProgressOutput {
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
}

const COUNT_EVERY_MS = 100;

export class Progress {
  #task: string | null = null;
  #heading = '';
  #presses = 0;
  #sinceMs = 0;
  #shownAtMs = 0;

  constructor(
    private readonly output: ProgressOutput,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** A line by itself. */
  say(text: string): void {
    this.#close();
    this.output.write(`${text}\n`);
  }

  /** Something is being done for a task; a new one begins a line. */
  on(taskId: string, heading: string): void {
    if (taskId === '' || taskId === this.#task) return;
    this.#close();
    this.#task = taskId;
    this.#heading = heading;
    this.#presses = 0;
    this.#sinceMs = this.now();
  }

  pressed(): void {
    this.#presses += 1;
    if (!this.output.isTerminal || this.#task === null || this.now() - this.#shownAtMs < COUNT_EVERY_MS) return;
    this.#shownAtMs = this.now();
    this.output.write(`\r\u001B[K${this.#line()}`);
  }

  end(): void {
    this.#close();
  }

  #close(): void {
    if (this.#task === null) return;
    this.output.write(`${this.output.isTerminal ? '\r\u001B[K' : ''}${this.#line()}\n`);
    this.#task = null;
  }

  #line(): string {
    const seconds = ((this.now() - this.#sinceMs) / 1000).toFixed(1).replace('.', ',');
    return `  ${this.#heading.padEnd(72)} ${String(this.#presses).padStart(5)} tryk ${seconds.padStart(6)} s`;
  }
}
