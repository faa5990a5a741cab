// Does one errand: asks the state again, calls Graph, notes what was done. A missing consent is told the secretariat once and
// waited for; whatever else fails is tried again within bounds. Nothing of the product waits for any of it.
import { z } from 'zod';
import type { Graph } from '../../graph';
import { GraphFailure } from '../../graph';
import type { Calendar, CalendarSettings, Instant, LocalDate } from '../../process/calendar';
import type { BodyId } from '../../process/ids';
import { as } from '../../process/ids';
import type { OrganisationState } from '../../process/organisation/state';
import type { RoundState } from '../../process/round/state';
import type { Notice, Notices, People, Person, Settings } from '../../store/ports';
import type { Rounds } from '../compose';
import type { Place } from '../ending';
import { again, daysAreOver, end, giveUp, triesAreOver, tryAgain, waitADay } from '../ending';
import type { Look } from '../look';
import { enterInCalendar } from './calendar';
import { keepChat, makeChat } from './chats';
import { consentGiven, consentMissing } from './consent';
import type { Done, ErrandEnd, GraphUse, GraphUses, Wish } from './errand';
import { noteDone, readLedger } from './errand';
import { showInFeed } from './feed';
import { putIntoFolder } from './files';
import { compareGroup, groupNotices } from './groups';
import { makeNetworkChannel } from './networks';
import { droppedUndone, givenUpUndone, tellWhoeverLeads, wishNow } from './undone';

export interface RunParts {
  readonly graph: Graph;
  readonly uses: GraphUses;
  readonly rounds: Rounds;
  readonly organisation: () => Promise<OrganisationState | null>;
  readonly people: People;
  readonly settings: Settings;
  readonly notices: Notices;
  readonly look: Look;
  readonly calendarOf: (settings: CalendarSettings) => Calendar;
  readonly now: () => Instant;
  /** The organisation's day. */
  readonly today: () => LocalDate;
  readonly organisationCalendar: Calendar;
  /** The Entra group of the team a channel is in; null where Teams has not told it. */
  readonly teamOf: (channelId: string) => Promise<string | null>;
  /** A person as the directory has him; remembered for a while. */
  readonly directory: (aadObjectId: string) => Promise<Awaited<ReturnType<Graph['person']>>>;
  readonly languageOf: (person: Person) => 'da' | 'en';
  /** Opens the chat with Trinvis; null where there is no app in Teams. */
  readonly chatLink: string | null;
  readonly tenantId: string;
  /** Told with ids and codes only. */
  readonly failed: (failure: GraphFailure, use: GraphUse) => void;
}

/** Errands of one address, one after the other, in the order they were wanted. */
export async function runErrands(parts: RunParts, place: Place, errands: readonly Notice[], over: () => boolean) {
  for (const errand of errands) {
    if (over()) {
      await again(place, [errand], parts.now(), 'LeaseOver');
      continue;
    }
    await runOne(parts, place, errand);
  }
}

async function runOne(parts: RunParts, place: Place, errand: Notice): Promise<void> {
  const use = String(errand.data['use']) as GraphUse;
  try {
    const done = await errandOf(parts, errand);
    if (done.kind === 'dropped') {
      await droppedUndone(parts, errand, done.reason);
      await end(place, [errand], { state: 'dropped', at: parts.now(), reason: done.reason });
      return;
    }
    if (done.unheard !== true) await consentGiven(parts.settings, use);
    await end(place, [errand], { state: 'sent', at: parts.now(), messageId: null });
  } catch (error) {
    const failure = failureOf(error);
    parts.failed(failure, use);
    await endOfFailure(parts, place, errand, use, failure);
  }
}

/** An answer in a shape that nobody documented will be no other next time; what our own store throws is not Graph's. */
function failureOf(error: unknown): GraphFailure {
  if (error instanceof GraphFailure) return error;
  if (error instanceof z.ZodError) return new GraphFailure('never', 'UnexpectedAnswer', [], null);
  throw error;
}

async function endOfFailure(parts: RunParts, place: Place, errand: Notice, use: GraphUse, failure: GraphFailure) {
  switch (failure.kind) {
    case 'consent':
      await consentMissing(parts, use, failure.needs);
      await tellWhoeverLeads(parts, errand);
      if (daysAreOver([errand])) await noteGivenUp(parts, errand, failure);
      await waitADay(place, [errand], failure.code);
      return;
    case 'later':
      if (triesAreOver([errand])) await noteGivenUp(parts, errand, failure);
      await tryAgain(place, [errand], failure);
      return;
    case 'ambiguous':
    case 'gone':
    case 'exists':
    case 'never':
      await noteGivenUp(parts, errand, failure);
      await giveUp(place, [errand], failure.code);
      return;
  }
}

/** Before it ends: a crash between the two gives it up once more. */
async function noteGivenUp(parts: RunParts, errand: Notice, failure: GraphFailure): Promise<void> {
  if (errand.data['by'] === undefined) await givenUpUndone(parts, errand, failure.kind === 'consent');
  else await tellFailure(parts, errand, failure.code);
}

async function errandOf(parts: RunParts, errand: Notice): Promise<ErrandEnd> {
  if (errand.kind === 'graph.feed') return showInFeed(parts, errand);
  const name = String(errand.data['ledger']);
  const id = String(errand.data['id']);
  const before = (await readLedger(parts.settings, name))[id] ?? null;
  if (errand.kind === 'graph.groups') {
    const compared = await compareGroup(parts, errand);
    if (compared.kind === 'dropped') return compared;
    await noteDone(parts.settings, name, id, next(before, 'compared', compared.result));
    await parts.notices.want(await groupNotices(parts, as<BodyId>(String(errand.data['bodyId']))));
    return compared;
  }
  const round = (await parts.rounds.read(name))?.state ?? null;
  if (round === null) return { kind: 'dropped', reason: 'UnknownRound' };
  return errand.data['by'] === undefined ? fulfil(parts, round, id, before) : doAsked(parts, round, errand, before);
}

function next(before: Done | null, signature: string, result: Done['result']): Done {
  return { count: (before?.count ?? 0) + 1, signature, result };
}

/** What is wished now counts, not what was wished when the errand was written down. */
async function fulfil(parts: RunParts, round: RoundState, id: string, before: Done | null): Promise<ErrandEnd> {
  const wish = await wishNow(parts, round, await readLedger(parts.settings, round.id), id);
  if (wish === undefined) return { kind: 'dropped', reason: 'NotWished' };
  if (before?.signature === wish.signature) return { kind: 'dropped', reason: 'Done' };
  const ended = await carryOut(parts, round, wish, before);
  if (ended.kind === 'done') await noteDone(parts.settings, round.id, id, next(before, wish.signature, ended.result));
  return ended;
}

async function carryOut(parts: RunParts, round: RoundState, wish: Wish, before: Done | null): Promise<ErrandEnd> {
  if (wish.use === 'files') return putIntoFolder(parts, round, wish);
  if (wish.use === 'chats') return keepChat(parts, round, wish, before);
  return enterInCalendar(parts, round, wish, before);
}

/** Noted before it is told: a crash between the two leaves the link on the cards and nothing in the chat. */
async function doAsked(parts: RunParts, round: RoundState, errand: Notice, before: Done | null): Promise<ErrandEnd> {
  if (errand.kind === 'graph.chats') {
    const made = await makeChat(parts, round, errand, before);
    if (typeof made === 'string') return { kind: 'dropped', reason: made };
    return settle(parts, errand, next(before, made.signature, made.result));
  }
  const made = await makeNetworkChannel(parts, round, errand, before);
  return made.kind === 'dropped' ? made : settle(parts, errand, next(before, 'made', made.result));
}

async function settle(parts: RunParts, errand: Notice, done: Done): Promise<ErrandEnd> {
  const ledger = String(errand.data['ledger']);
  const id = String(errand.data['id']);
  const by = String(errand.data['by']);
  await noteDone(parts.settings, ledger, id, done);
  await parts.notices.want([
    {
      key: ['errandTold', ledger, id, done.count].join('/'),
      addressKey: `personal/${by}`,
      kind: 'errandTold',
      data: { ...errand.data },
      dueAt: parts.now(),
    },
  ]);
  return { kind: 'done', result: done.result, ...(done.result['lost'] === undefined ? {} : { unheard: true }) };
}

/** Whoever asked is told that it will not be done; asked again, it is another errand. */
async function tellFailure(parts: RunParts, errand: Notice, code: string): Promise<void> {
  const before = (await readLedger(parts.settings, String(errand.data['ledger'])))[String(errand.data['id'])] ?? null;
  await settle(parts, errand, next(before, before?.signature ?? 'none', { ...before?.result, failed: code }));
}
