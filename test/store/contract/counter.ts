// A tiny machine to test streams with: a counter that can be raised up to a limit, and notes that may hold a text.
// Pure, like every decider; it knows nothing of the store.
import { accepted, never, refused, unchanged } from '../../../services/process/decision';
import type { PersonId } from '../../../services/process/ids';
import { as } from '../../../services/process/ids';
import type { TextsRef } from '../../../services/process/text';
import type { Decider, FieldTexts, Request } from '../../../services/store/ports';

export interface CounterState {
  readonly count: number;
  /** In the order of the record. */
  readonly notes: readonly string[];
  readonly texts: readonly TextsRef[];
  readonly last: { readonly by: PersonId | null; readonly at: string } | null;
}

export type CounterCommand =
  | { readonly type: 'Add'; readonly note: string; readonly texts: TextsRef | null }
  | { readonly type: 'SetTo'; readonly count: number }
  | { readonly type: 'Explode' };

export type CounterEvent =
  | { readonly type: 'Added'; readonly note: string; readonly texts: TextsRef | null }
  | { readonly type: 'SetTo'; readonly count: number };

export type CounterRefusal = { readonly name: 'Full'; readonly limit: number };

export const limit = 1_000_000;

export const counter: Decider<CounterState, CounterCommand, CounterEvent, CounterRefusal> = {
  kind: 'counter',
  initial: { count: 0, notes: [], texts: [], last: null },
  decide(command, state) {
    switch (command.type) {
      case 'Add':
        if (state.count >= limit) return refused({ name: 'Full', limit });
        return accepted<CounterEvent>({ type: 'Added', note: command.note, texts: command.texts });
      case 'SetTo':
        return command.count === state.count ? unchanged : accepted<CounterEvent>(command);
      case 'Explode':
        throw new RangeError('the counter exploded');
      default:
        return never(command);
    }
  },
  evolve(state, { event, by, at }) {
    const last = { by, at };
    if (event.type === 'SetTo') return { ...state, count: event.count, last };
    const texts = event.texts === null ? state.texts : [...state.texts, event.texts];
    return { count: state.count + 1, notes: [...state.notes, event.note], texts, last };
  },
};

export const noon = '2027-02-26T12:00:00.000Z';

/** Raises the counter by one. The note is what makes one wish different from another. */
export function add(note: string, more: Partial<Request<CounterCommand>> = {}): Request<CounterCommand> {
  return {
    actor: { kind: 'system' },
    now: noon,
    verb: 'add',
    subject: 'counter',
    basis: 0,
    input: { note },
    texts: null,
    command: (texts) => ({ type: 'Add', note, texts }),
    ...more,
  };
}

export function setTo(count: number, basis = 0): Request<CounterCommand> {
  return { ...add(''), verb: 'setTo', basis, input: { count }, command: () => ({ type: 'SetTo', count }) };
}

export function explode(): Request<CounterCommand> {
  return { ...add(''), verb: 'explode', command: () => ({ type: 'Explode' }) };
}

/** A text in one field. */
export function saying(text: string): FieldTexts {
  return { [as('reason')]: text };
}
