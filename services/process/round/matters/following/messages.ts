// What can be asked and what can happen about following a nomination. Types only.
import type { NominationId } from '../../../ids';

export type FollowingCommand =
  | { readonly type: 'FollowNomination'; readonly nominationId: NominationId }
  | { readonly type: 'UnfollowNomination'; readonly nominationId: NominationId };

export type FollowingEvent =
  | { readonly type: 'NominationFollowed'; readonly nominationId: NominationId }
  | { readonly type: 'NominationUnfollowed'; readonly nominationId: NominationId };
