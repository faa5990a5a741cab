// What can be asked of matters and what can happen in them: one line per matter, whose own messages.ts says it. Types only.
import type { FollowingCommand, FollowingEvent } from './following/messages';
import type { DowntimeCommand, DowntimeEvent } from './downtime/messages';
import type { ImpartialityCommand, ImpartialityEvent } from './impartiality/messages';
import type { QuestionCommand, QuestionEvent } from './questions/messages';
import type { SuccessionEvent } from './succession/messages';

export type MatterCommand = FollowingCommand | ImpartialityCommand | QuestionCommand | DowntimeCommand;

export type MatterEvent = FollowingEvent | ImpartialityEvent | QuestionEvent | SuccessionEvent | DowntimeEvent;
