// What can be asked of matters and what can happen in them: one line per matter, whose own messages.ts says it. Types only.
import type { ImpartialityCommand, ImpartialityEvent } from './impartiality/messages';

export type MatterCommand = ImpartialityCommand;

export type MatterEvent = ImpartialityEvent;
