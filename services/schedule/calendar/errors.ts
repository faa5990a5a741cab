// The errors of the calendar: settings or arguments that no calendar can be made of.
// Each says in a sentence what is wrong and what to write instead; screens use the code, not the sentence.

export type CalendarFault =
  | 'UnknownZone'
  | 'UnknownCountry'
  | 'NotADate'
  | 'NotATime'
  | 'NotAnInstant'
  | 'NotAWeek'
  | 'NotADayCount'
  | 'NotSendingHours'
  | 'DateOutOfRange';

/** A setting or an argument the calendar refuses. `value` is what was given, as text. */
export class CalendarError extends Error {
  readonly code: CalendarFault;
  readonly value: string;

  constructor(code: CalendarFault, value: string, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = 'CalendarError';
    this.code = code;
    this.value = value;
  }
}
