// What whoever leads a body is told of impartiality in it: that somebody has reported a possible conflict, and how it was ruled.
// Once for each declaration and each ruling, by count and name; never about himself, nor about what he is held out of.
import * as cards from '../../cards';
import type { Instant } from '../process/calendar';
import type { Calendar } from '../process/calendar';
import type { PersonId } from '../process/ids';
import { as } from '../process/ids';
import { leadersOf } from '../process/round/matters/impartiality/people';
import { conflictsIn, mayTakePart } from '../process/round/matters/impartiality/standing';
import type { Conflict } from '../process/round/matters/impartiality/state';
import type { RoundState } from '../process/round/state';
import type { Notice } from '../store/ports';
import type { ComposeParts, Part } from './compose';
import { messageOf } from './roundCards';
import { viewerBehind } from './viewerBehind';
import type { Wanted } from './wanted';

/** What happened to a conflict last, and when. */
interface Happened {
  readonly what: 'reported' | 'ruled';
  readonly at: Instant;
}

/** Older news is in the list of declarations: a new chair is not told all of a round, nor anybody of rounds long over. */
const newsMs = 14 * 24 * 3_600_000;

export function wantedOfConflicts(round: RoundState, now: Instant, calendar: Calendar): readonly Wanted[] {
  const date = calendar.dateOf(now);
  const wanted = conflictsIn(round).flatMap((conflict) => {
    const happened = happenedTo(conflict);
    if (happened === null || Date.parse(now) - Date.parse(happened.at) > newsMs) return [];
    return leadersOf(round, conflict, date).map((leader) => wantedBy(round, conflict, happened, leader));
  });
  return [...new Map(wanted.map((one) => [one.key, one])).values()];
}

function wantedBy(round: RoundState, { personId }: Conflict, { what, at }: Happened, leader: PersonId): Wanted {
  return {
    key: `conflict/${round.id}/${what}/${personId}/${at}/${leader}`,
    addressKey: `personal/${leader}`,
    kind: 'conflict',
    data: { roundId: round.id, personId, what, at },
    dueAt: at,
  };
}

/** Null for one that was taken back before anybody ruled: nothing stands that the chair must reckon with. */
function happenedTo({ ruling, reportedAt, withdrawnAt }: Conflict): Happened | null {
  if (withdrawnAt !== null) return null;
  return ruling === null ? { what: 'reported', at: reportedAt } : { what: 'ruled', at: ruling.at };
}

/** Dropped where it has been ruled on, taken back or passed to another leader meanwhile. */
export async function conflictTold(
  parts: ComposeParts,
  addressKey: string,
  notice: Notice,
  round: RoundState,
): Promise<Part> {
  const viewer = await viewerBehind(parts, addressKey);
  if (viewer === null) return { dropped: 'UnknownPerson' };
  const calendar = parts.calendarOf(round.definition.calendar);
  const date = calendar.dateOf(parts.now());
  const personId = as<PersonId>(String(notice.data['personId']));
  const conflicts = conflictsIn(round).filter((conflict) => {
    const happened = happenedTo(conflict);
    const isMeant = happened !== null && happened.what === notice.data['what'] && happened.at === notice.data['at'];
    const isHis = conflict.personId === personId && leadersOf(round, conflict, date).includes(viewer.personId);
    return isMeant && isHis && mayTakePart(round, viewer.personId, conflict.nominationId);
  });
  if (conflicts.length === 0) return { dropped: 'Done' };
  const card = await parts.look({ now: parts.now(), calendar }, (look) =>
    cards.conflictToldCard({ round, viewer, look, personId, conflicts }),
  );
  return { message: { keys: [notice.key], message: messageOf(card), threadRootId: null } };
}
