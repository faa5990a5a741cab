// What follows an errand that was not done: its end is counted, so that the same wish is another errand; what is still wished
// is tried once a day; whoever asked, and the chair of a chat that somebody ought to have left, is told. Calls no Graph.
import type { RoundState } from '../../process/round/state';
import type { Notice } from '../../store/ports';
import { later } from '../ending';
import type { Done, Ledger, Wish } from './errand';
import { endedUndone, noteDone, readLedger, turnIn, waitingDaysMax, wantedFor } from './errand';
import type { RunParts } from './run';
import { wishesOf } from './wishes';

const dayMs = 24 * 3_600_000;

/** What a round wishes now under an errand's id; undefined where nothing is. */
export async function wishNow(
  parts: RunParts,
  round: RoundState,
  ledger: Ledger,
  id: string,
): Promise<Wish | undefined> {
  const organisation = await parts.organisation();
  if (organisation === null) return undefined;
  const calendar = parts.calendarOf(round.definition.calendar);
  return wishesOf(round, organisation, parts.uses, ledger, parts.now(), calendar).find((wish) => wish.id === id);
}

/** Repeatable while the errand has not ended: asked before it does. */
export async function droppedUndone(parts: RunParts, errand: Notice, reason: string): Promise<void> {
  if (!isOfRound(errand)) return;
  if (errand.data['by'] === undefined) return wishedAgain(parts, errand, null);
  const { name, id, before } = await standing(parts, errand);
  await tell(parts, errand, String(errand.data['by']), ['undone', turnIn(before)], { reason });
  await noteDone(parts.settings, name, id, endedUndone(before));
}

/** Of an errand that nobody asked for and Graph would not do. `isOver`: nothing is gained by another day. */
export async function givenUpUndone(parts: RunParts, errand: Notice, isOver: boolean): Promise<void> {
  if (!isOfRound(errand)) return;
  await tellWhoeverLeads(parts, errand);
  await wishedAgain(parts, errand, isOver ? waitingDaysMax : null);
}

/** Somebody ought to have left a chat and reads on: told once, not with every try. */
export async function tellWhoeverLeads(parts: RunParts, errand: Notice): Promise<void> {
  if (!isOfRound(errand) || errand.data['use'] !== 'chats' || errand.data['by'] !== undefined) return;
  const { before, wish } = await wished(parts, errand);
  if (before === null || wish === undefined || before.signature === wish.signature) return;
  const kept = wish.signature;
  const by = String(before.result['by']);
  await tell(parts, errand, by, [String(before.count), 'kept', kept], { kept, by });
}

async function wishedAgain(parts: RunParts, errand: Notice, daysGone: number | null): Promise<void> {
  const { name, id, before, wish } = await wished(parts, errand);
  if (wish === undefined || wish.signature === before?.signature) {
    await noteDone(parts.settings, name, id, endedUndone(before));
    return;
  }
  const { signature } = wish;
  const days = (daysGone ?? (before?.waits?.signature === signature ? before.waits.days : 0)) + 1;
  const ended = endedUndone(before, { signature, until: later(parts.now(), dayMs), days });
  await noteDone(parts.settings, name, id, ended);
  // A round that has ended is looked at no more: the errand is wanted here.
  await parts.notices.want(wantedFor(name, [wish], { [id]: ended }, parts.now()));
}

/** Comparisons are wanted anew every day, and what is shown in a feed is not shown late. */
const isOfRound = ({ kind }: Notice): boolean => kind !== 'graph.feed' && kind !== 'graph.groups';

interface Standing {
  readonly name: string;
  readonly id: string;
  readonly before: Done | null;
  readonly ledger: Ledger;
}

async function standing({ settings }: RunParts, errand: Notice): Promise<Standing> {
  const name = String(errand.data['ledger']);
  const id = String(errand.data['id']);
  const ledger = await readLedger(settings, name);
  return { name, id, before: ledger[id] ?? null, ledger };
}

async function wished(parts: RunParts, errand: Notice): Promise<Standing & { readonly wish: Wish | undefined }> {
  const stands = await standing(parts, errand);
  const round = (await parts.rounds.read(stands.name))?.state ?? null;
  return { ...stands, wish: round === null ? undefined : await wishNow(parts, round, stands.ledger, stands.id) };
}

async function tell(
  parts: RunParts,
  errand: Notice,
  by: string,
  key: readonly string[],
  more: Readonly<Record<string, string>>,
): Promise<void> {
  await parts.notices.want([
    {
      key: ['errandTold', errand.data['ledger'], errand.data['id'], ...key].join('/'),
      addressKey: `personal/${by}`,
      kind: 'errandTold',
      data: { ...errand.data, ...more },
      dueAt: parts.now(),
    },
  ]);
}
