// What can be asked and what can happen about notes of a case. Types only.
import type { Instant } from '../../../calendar';
import type { NominationId } from '../../../ids';
import type { TextsRef } from '../../../text';

/** Something written in Teams becomes part of the case: when it was sent, and a short theme (PROCESS.md §6, notatpligt). */
interface Filing {
  /** Of the message: the same message is filed once in a case. */
  readonly messageKey: string;
  /** Null: about the round as a whole. */
  readonly nominationId: NominationId | null;
  readonly sentAt: Instant;
  /** Fields `theme`, `author` and `link`. */
  readonly texts: TextsRef;
}

export type NoteCommand = { readonly type: 'FileNote' } & Filing;

export type NoteEvent = { readonly type: 'NoteFiled' } & Filing;
