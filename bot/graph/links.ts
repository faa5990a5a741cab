// Where files stand that Trinvis has put into channels: links for cards. Reads only; null where there is none.
import type { BodyId, MeetingId, PersonId, TaskId } from '../../services/process/ids';
import { mandatesOf } from '../../services/process/round/queries';
import { chatLinksIn, linksIn } from '../../services/delivery/errands/asked';
import { readLedger } from '../../services/delivery/errands/errand';
import type { Ledger } from '../../services/delivery/errands/errand';
import { minutesErrand, planErrand } from '../../services/delivery/errands/files';
import type { Standing } from '../answers/turn';
import type { Parts } from '../parts';

export async function minutesLink(parts: Parts, { round }: Standing, meetingId: MeetingId): Promise<string | null> {
  if (!parts.graphUses.files) return null;
  return linkIn(await readLedger(parts.settings, round.id), minutesErrand(meetingId));
}

/** In the channel of a body the person has a seat in: others could not open it. */
export async function planLink(
  parts: Parts,
  { round, date }: Standing,
  taskId: TaskId,
  personId: PersonId,
): Promise<string | null> {
  if (!parts.graphUses.files) return null;
  const ledger = await readLedger(parts.settings, round.id);
  const bodies = Object.keys(round.electorate.bodies) as BodyId[];
  const own = mandatesOf(round.electorate, bodies, date).filter(({ holder }) => holder === personId);
  return own.map(({ bodyId }) => linkIn(ledger, planErrand(taskId, bodyId))).find((url) => url !== null) ?? null;
}

/** Undefined where networks get no channels; else links of those that have one, by network. */
export async function channelLinks({ graphUses, settings }: Parts, { round }: Standing, taskId: TaskId) {
  if (graphUses.networkTeam === null) return undefined;
  return linksIn(await readLedger(settings, round.id), `network/${taskId}/`);
}

/** Undefined where no chats are made; else links of those a task has, by nomination. */
export async function chatLinks({ graphUses, settings }: Parts, { round }: Standing, taskId: TaskId) {
  if (!graphUses.chats) return undefined;
  return chatLinksIn(await readLedger(settings, round.id), taskId);
}

function linkIn(ledger: Ledger, id: string): string | null {
  const url = ledger[id]?.result['webUrl'];
  return typeof url === 'string' ? url : null;
}
