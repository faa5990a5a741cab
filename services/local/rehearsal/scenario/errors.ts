// What is wrong with a file the rehearsal was given: all faults at once, each with its place.
export class RehearsalFileError extends Error {
  override readonly name = 'RehearsalFileError';

  constructor(
    readonly code: 'NotReadable' | 'NotJson' | 'Faulty',
    readonly file: string,
    readonly faults: readonly string[],
    cause?: unknown,
  ) {
    super([`${file}:`, ...faults.map((fault) => `  ${fault}`)].join('\n'), { cause });
  }
}
