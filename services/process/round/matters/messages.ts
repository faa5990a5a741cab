// What can be asked of matters and what can happen in them: one line per matter, whose own messages.ts says it. Types only.
import type { DowntimeCommand, DowntimeEvent } from './downtime/messages';
import type { FollowingCommand, FollowingEvent } from './following/messages';
import type { GraceEvent } from './grace/messages';
import type { ImpartialityCommand, ImpartialityEvent } from './impartiality/messages';
import type { InternalCommand, InternalEvent } from './internal/messages';
import type { JoiningCommand, JoiningEvent } from './joining/messages';
import type { MeetingCommand, MeetingEvent } from './meetings/messages';
import type { MergingCommand, MergingEvent } from './merging/messages';
import type { OverrideCommand, OverrideEvent } from './overrides/messages';
import type { NoteCommand, NoteEvent } from './notes/messages';
import type { ObligationCommand, ObligationEvent } from './obligations/messages';
import type { QuestionCommand, QuestionEvent } from './questions/messages';
import type { SuccessionEvent } from './succession/messages';
import type { NewInformationCommand, NewInformationEvent } from './new-information/messages';

export type MatterCommand =
  | DowntimeCommand
  | FollowingCommand
  | ImpartialityCommand
  | InternalCommand
  | JoiningCommand
  | MergingCommand
  | NoteCommand
  | NewInformationCommand
  | MeetingCommand
  | ObligationCommand
  | OverrideCommand
  | QuestionCommand;

export type MatterEvent =
  | DowntimeEvent
  | FollowingEvent
  | GraceEvent
  | ImpartialityEvent
  | InternalEvent
  | JoiningEvent
  | MeetingEvent
  | MergingEvent
  | NoteEvent
  | NewInformationEvent
  | ObligationEvent
  | OverrideEvent
  | QuestionEvent
  | SuccessionEvent;
