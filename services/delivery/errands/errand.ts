// What Microsoft Graph is to be asked on behalf of a round or the organisation, as errands in the ledger of notices: wanted
// under a deterministic key, done by one process, tried again within bounds (DESIGN.md §5). Shapes and keys only.
import { createHash } from 'node:crypto';
import type { BodyId } from '../../process/ids';
import type { Settings } from '../../store/ports';
import type { Wanted } from '../wanted';

/** What an installation lets Trinvis do through Graph. All of it is off unless the operator says otherwise. */
export interface GraphUses {
  /** Bodies whose seats are compared with an Entra group: body -> object id of the group. */
  readonly groups: Readonly<Record<BodyId, string>>;
  /** Entra group of the team in which networks get their channels; null: they get none. */
  readonly networkTeam: string | null;
  /** Group chats without those who are held out, offered to chairs. */
  readonly chats: boolean;
  /** Minutes and plans are put into the channel's folder. */
  readonly files: boolean;
  /** In whose calendar meetings are entered, and whether deadlines are too; null: in none. */
  readonly calendar: { readonly organiser: string; readonly deadlines: boolean } | null;
  /** Personal notices show in the activity feed as well. */
  readonly feed: boolean;
}

export type GraphUse = 'groups' | 'networks' | 'chats' | 'files' | 'calendar' | 'feed';

export const noUses: GraphUses = {
  groups: {},
  networkTeam: null,
  chats: false,
  files: false,
  calendar: null,
  feed: false,
};

/**
 * How an errand ended. `done` says what others may show of it; plain JSON, no names and no texts of people. `unheard`: Graph
 * did nothing for it, so it says nothing about consents either.
 */
export type ErrandEnd =
  | { readonly kind: 'done'; readonly result: Result; readonly unheard?: true }
  | { readonly kind: 'dropped'; readonly reason: string };

export type Result = Readonly<Record<string, string | null | readonly string[]>>;

/** What was done last under an errand's id. `count` tells the same wish, had again, from the first one. */
export interface Done {
  readonly count: number;
  /** Of what was wished; what is wished now is done already while it is the same. */
  readonly signature: string;
  readonly result: Result;
  /** How many errands ended since then without being done: what is wished after each of them is another errand. */
  readonly ends?: number;
  /** What Graph would not do, and when it is asked again; something else that is wished does not wait for it. */
  readonly waits?: { readonly signature: string; readonly until: string; readonly days: number };
}

/** By errand id. One document a round, and one for the organisation, each written by whoever holds the address's lease. */
export type Ledger = Readonly<Record<string, Done>>;

/** Something that ought to stand in Microsoft 365. `id` is within its ledger. */
export interface Wish {
  readonly use: GraphUse;
  readonly id: string;
  readonly signature: string;
}

/** What cannot be done is tried so many days; only whoever must leave a chat is never given up. */
export const waitingDaysMax = 60;

export const addressPrefix = 'graph/';
export const organisationLedger = 'organisation';

export async function readLedger(settings: Settings, name: string): Promise<Ledger> {
  const known = await settings.read(`${addressPrefix}${name}`);
  return known instanceof Object ? (known as Ledger) : {};
}

/** After the call: a crash between the two repeats the call, so every call is one that may be repeated, or says so. */
export async function noteDone(settings: Settings, name: string, id: string, done: Done): Promise<void> {
  await settings.write(`${addressPrefix}${name}`, { ...(await readLedger(settings, name)), [id]: done });
}

/** After an end that was none: what was done stands as it did, and the next errand has another key. */
export function endedUndone(before: Done | null, waits?: Done['waits']): Done {
  const kept = before ?? { count: 0, signature: 'none', result: {} };
  return { ...kept, ends: (before?.ends ?? 0) + 1, ...(waits === undefined ? {} : { waits }) };
}

/** Part of an errand's key: differs after every end of an errand of that id. */
export function turnIn(done: Done | null | undefined): string {
  const { count = 0, ends = 0 } = done ?? {};
  return ends === 0 ? String(count) : `${String(count)}.${String(ends)}`;
}

/** An errand for every wish that is not what was done last; what was given up waits for its day. */
export function wantedFor(name: string, wishes: readonly Wish[], ledger: Ledger, now: string): readonly Wanted[] {
  return wishes
    .filter(({ id, signature }) => ledger[id]?.signature !== signature)
    .flatMap(({ use, id, signature }): readonly Wanted[] => {
      const waits = ledger[id]?.waits;
      const own = waits?.signature === signature ? waits : null;
      if (own !== null && own.days > waitingDaysMax && use !== 'chats') return [];
      return [
        {
          key: ['graph', name, id, turnIn(ledger[id]), signature].join('/'),
          addressKey: `${addressPrefix}${name}`,
          kind: `graph.${use}`,
          data: { ledger: name, id, use },
          dueAt: own !== null && own.until > now ? own.until : now,
        },
      ];
    });
}

/** Short and the same for the same: keys and signatures hold no words. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
