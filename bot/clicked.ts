// Reads from a press which message in which channel it was made on, and about which task. Decides nothing.
import { readPress } from '../cards/verbs';
import type { Click } from '../services/delivery/strays';
import type { Incoming } from './teams/incoming';

/** Null for everything that is no press of a person on a message about a task in a channel. */
export function clickOf({ wish, place, replyToId }: Incoming): Click | null {
  if (replyToId === null || place.kind !== 'channel' || place.channelId === null) return null;
  if (!('data' in wish) || (wish.kind === 'execute' && wish.automatic)) return null;
  const read = readPress(wish.data);
  if (!read.ok || !('roundId' in read.pressed.data) || !('taskId' in read.pressed.data)) return null;
  const { roundId, taskId } = read.pressed.data;
  if (roundId === undefined || taskId === undefined) return null;
  return { channelId: place.channelId, messageId: replyToId, roundId, taskId };
}
