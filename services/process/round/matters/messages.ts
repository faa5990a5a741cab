// What can be asked of matters and what can happen in them: one line per matter, whose own messages.ts says it. Types only.

export type MatterCommand = never;

export type MatterEvent = never;
