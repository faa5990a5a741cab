// Errands that somebody asks for by a button: a network's channel, a group chat without those who are held out. Asked twice
// they are one errand; asked again once they are done they bring in who has come since.
import type { NominationId, PersonId, TaskId } from '../../process/ids';
import { as } from '../../process/ids';
import type { NetworkKey, RoundState } from '../../process/round/state';
import type { Settings } from '../../store/ports';
import type { Wanted } from '../wanted';
import type { GraphUse, Ledger, Result } from './errand';
import { addressPrefix, readLedger, turnIn } from './errand';

export const networkErrand = (taskId: TaskId, network: NetworkKey): string => `network/${taskId}/${network}`;
/** Of a task: another body judges the same nomination in a task of its own, and has its own chat. */
export const chatErrand = (taskId: TaskId, nominationId: NominationId): string => `chat/${taskId}/${nominationId}`;

/** Chats that stand, by their errands; the oldest have ids without a task. */
export function chatsIn(
  ledger: Ledger,
): readonly { readonly id: string; readonly taskId: TaskId; readonly result: Result }[] {
  return Object.entries(ledger)
    .filter(([id, { result }]) => id.startsWith('chat/') && typeof result['id'] === 'string')
    .map(([id, { result }]) => ({ id, taskId: as<TaskId>(String(result['taskId'])), result }));
}

/** The nomination a chat's errand is about. */
export function nominationOf(chatErrandId: string): NominationId {
  return as<NominationId>(chatErrandId.split('/').at(-1) ?? '');
}

/** Links to a task's chats by nomination; null where one stands and has no link. */
export function chatLinksIn(ledger: Ledger, taskId: TaskId): Readonly<Record<string, string | null>> {
  const own = chatsIn(ledger).filter((chat) => chat.taskId === taskId);
  return Object.fromEntries(
    own.map(({ id, result: { webUrl } }) => [nominationOf(id), typeof webUrl === 'string' ? webUrl : null]),
  );
}

export interface Asking {
  readonly round: RoundState;
  readonly use: GraphUse;
  readonly id: string;
  /** Further ids that doing it needs. */
  readonly data: Readonly<Record<string, string>>;
  readonly by: PersonId;
  readonly now: string;
}

/** `by` is told when it is done. */
export async function askedFor(settings: Settings, { round, use, id, data, by, now }: Asking): Promise<Wanted> {
  const before = (await readLedger(settings, round.id))[id];
  return {
    key: ['graph', round.id, id, 'asked', turnIn(before)].join('/'),
    addressKey: `${addressPrefix}${round.id}`,
    kind: `graph.${use}`,
    data: { ...data, use, ledger: round.id, id, by },
    dueAt: now,
  };
}

/** Links to what stands, by what follows `prefix` in the errand's id; null where it stands and has no link. */
export function linksIn(ledger: Ledger, prefix: string): Readonly<Record<string, string | null>> {
  const own = Object.entries(ledger).filter(([id, { result }]) => id.startsWith(prefix) && result['id'] !== undefined);
  return Object.fromEntries(
    own.map(([id, { result }]) => [
      id.slice(prefix.length),
      typeof result['webUrl'] === 'string' ? result['webUrl'] : null,
    ]),
  );
}
