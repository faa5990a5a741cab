// What channels are told of overrides, under keys that make telling it twice telling it once. Asks only what ought to be told.
import type { Calendar, Instant } from '../process/calendar';
import type { BodyId } from '../process/ids';
import type { ChannelBinding } from '../process/organisation/state';
import { overridesOf } from '../process/round/matters/overrides';
import { bodiesOfChange } from '../process/round/matters/overrides/authority';
import type { RoundState } from '../process/round/state';
import type { Wanted } from './wanted';

/** An override is told at once, in the channels of those it concerns and of the secretariat. */
export function overridden(
  round: RoundState,
  channels: Readonly<Record<BodyId, ChannelBinding>>,
  now: Instant,
  calendar: Calendar,
): readonly Wanted[] {
  return overridesOf(round).flatMap(({ id, change, status, second }) => {
    if (status !== 'done' || second === null) return [];
    const concerns = bodiesOfChange(round, change, calendar.dateOf(now));
    return [...new Set([...concerns, round.definition.secretariat])].flatMap((bodyId): Wanted[] => {
      const channel = channels[bodyId];
      if (channel === undefined) return [];
      const addressKey = `channel/${channel.channelId}`;
      const data = { roundId: round.id, overrideId: id, bodyId };
      return [{ key: `override/${round.id}/${id}/${bodyId}`, addressKey, kind: 'override', data, dueAt: second.at }];
    });
  });
}
