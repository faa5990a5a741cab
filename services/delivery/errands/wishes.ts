// All that ought to stand in Microsoft 365 for a round, as it follows from the round and from what was made before. Pure; asks nobody.
import type { Calendar, Instant } from '../../process/calendar';
import type { OrganisationState } from '../../process/organisation/state';
import type { RoundState } from '../../process/round/state';
import { calendarWishes } from './calendar';
import { chatWishes } from './chats';
import type { GraphUses, Ledger, Wish } from './errand';
import { fileWishes } from './files';

export function wishesOf(
  round: RoundState,
  { channels }: Pick<OrganisationState, 'channels'>,
  uses: GraphUses,
  ledger: Ledger,
  now: Instant,
  calendar: Calendar,
): readonly Wish[] {
  return [
    ...calendarWishes(round, uses, now, calendar),
    ...fileWishes(round, uses, channels, calendar),
    ...(uses.chats ? chatWishes(round, ledger, now, calendar) : []),
  ];
}
