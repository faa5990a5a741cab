// What can be asked of matters and what can happen in them: one line per matter, whose own messages.ts says it. Types only.
import type { FollowingCommand, FollowingEvent } from './following/messages';
import type { DowntimeCommand, DowntimeEvent } from './downtime/messages';
import type { ImpartialityCommand, ImpartialityEvent } from './impartiality/messages';
import type { MergingCommand, MergingEvent } from './merging/messages';
import type { QuestionCommand, QuestionEvent } from './questions/messages';
import type { SuccessionEvent } from './succession/messages';

export type MatterCommand = DowntimeCommand | FollowingCommand | ImpartialityCommand | MergingCommand | QuestionCommand;

export type MatterEvent =
  DowntimeEvent | FollowingEvent | ImpartialityEvent | MergingEvent | QuestionEvent | SuccessionEvent;
