// The fold of the handbook's stream.
import type { Instant } from '../calendar';
import { never } from '../decision';
import type { HandbookEvent } from './messages';
import type { HandbookState } from './state';

export function evolveHandbook(state: HandbookState, event: HandbookEvent, at: Instant): HandbookState {
  switch (event.type) {
    case 'EntryPut': {
      const revision = (state.entries[event.entry.id]?.revision ?? 0) + 1;
      return { entries: { ...state.entries, [event.entry.id]: { ...event.entry, putAt: at, revision } } };
    }
    case 'EntryRemoved': {
      const { [event.entryId]: _, ...entries } = state.entries;
      return { entries };
    }
    default:
      return never(event);
  }
}
