// The errors of counting: input that no count can be made of. The rules check people's input before it is counted, so one
// of these is a mistake in a definition or a caller; it is never shown to a person, and nothing is counted in part.

export type TallyFault =
  | 'NotAWholeNumber'
  | 'NotAShare'
  | 'NotAFraction'
  | 'NumberTooLarge'
  | 'MoreVotesThanEntitled'
  | 'UnknownElector'
  | 'DuplicateAnswer'
  | 'UnknownAlternative'
  | 'DuplicateAlternative'
  | 'UnknownTier'
  | 'NotATable'
  | 'UnknownCriterion'
  | 'DuplicateCriterion'
  | 'NoWeight'
  | 'DuplicateScore'
  | 'NotOnScale'
  | 'NotASeed'
  | 'SeedTooShort';

/** What cannot be counted, and (`value`) what of it. */
export class TallyError extends Error {
  readonly code: TallyFault;
  readonly value: string;

  constructor(code: TallyFault, value: string | number) {
    super(`${code}: ${value}`);
    this.name = 'TallyError';
    this.code = code;
    this.value = String(value);
  }
}

/** @throws TallyError `NotAWholeNumber` unless it is an integer from `min` up to the largest safe one. */
export function wholeNumber(value: number, min = 0): number {
  if (Number.isSafeInteger(value) && value >= min) return value;
  throw new TallyError('NotAWholeNumber', value);
}
