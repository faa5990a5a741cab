// All that ought to stand in Microsoft 365 for a round, as it follows from the round alone. Pure; asks nobody.
import type { Calendar, Instant } from '../../process/calendar';
import type { OrganisationState } from '../../process/organisation/state';
import type { RoundState } from '../../process/round/state';
import { calendarWishes } from './calendar';
import type { GraphUses, Wish } from './errand';
import { fileWishes } from './files';

export function wishesOf(
  round: RoundState,
  { channels }: Pick<OrganisationState, 'channels'>,
  uses: GraphUses,
  now: Instant,
  calendar: Calendar,
): readonly Wish[] {
  return [...calendarWishes(round, uses, now, calendar), ...fileWishes(round, uses, channels, calendar)];
}
