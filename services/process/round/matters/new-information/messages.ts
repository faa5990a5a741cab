// What can be asked and what can happen about new information. Types only.
import type { NominationId } from '../../../ids';
import type { TextsRef } from '../../../text';

/** A nominator says what is new, so that his nomination goes on to the next round. */
export interface NewInformationCommand {
  readonly type: 'TellNewInformation';
  readonly nominationId: NominationId;
  readonly texts: TextsRef;
  readonly basis: number;
}

export interface NewInformationEvent {
  readonly type: 'NewInformationTold';
  readonly nominationId: NominationId;
  readonly texts: TextsRef;
}
