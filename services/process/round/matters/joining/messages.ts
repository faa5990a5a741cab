// What can be asked and what can happen about joining another's nomination. Types only.
import type { JoinId, NominationId } from '../../../ids';

export type JoiningCommand =
  | { readonly type: 'AskToJoin'; readonly joinId: JoinId; readonly nominationId: NominationId }
  | { readonly type: 'AnswerJoin'; readonly joinId: JoinId; readonly accepts: boolean };

export type JoiningEvent =
  | { readonly type: 'JoinAsked'; readonly joinId: JoinId; readonly nominationId: NominationId }
  | {
      readonly type: 'JoinAnswered';
      readonly joinId: JoinId;
      readonly nominationId: NominationId;
      readonly accepts: boolean;
    };
