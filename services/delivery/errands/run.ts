// Does one errand: asks the state again, calls Graph, notes what was done. A missing consent is told the secretariat once and
// waited for; whatever else fails is tried again within bounds. Nothing of the product waits for any of it.
import { z } from 'zod';
import type { Graph } from '../../graph';
import { GraphFailure } from '../../graph';
import type { Calendar, CalendarSettings, Instant, LocalDate } from '../../process/calendar';
import type { OrganisationState } from '../../process/organisation/state';
import type { Notice, Notices, People, Person, Settings } from '../../store/ports';
import type { Rounds } from '../compose';
import type { Place } from '../ending';
import { again, end, giveUp, tryAgain, waitADay } from '../ending';
import type { Look } from '../look';
import { enterInCalendar } from './calendar';
import { consentGiven, consentMissing } from './consent';
import type { Done, ErrandEnd, GraphUse, GraphUses } from './errand';
import { noteDone, readLedger } from './errand';
import { showInFeed } from './feed';
import { putIntoFolder } from './files';
import { wishesOf } from './wishes';

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
    await consentGiven(parts.settings, use);
    if (done.kind === 'dropped') await end(place, [errand], { state: 'dropped', at: parts.now(), reason: done.reason });
    else await end(place, [errand], { state: 'sent', at: parts.now(), messageId: null });
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
      await waitADay(place, [errand], failure.code);
      return;
    case 'later':
      await tryAgain(place, [errand], failure);
      return;
    case 'ambiguous':
    case 'gone':
    case 'exists':
    case 'never':
      await giveUp(place, [errand], failure.code);
      return;
  }
}

/** What is wished now counts, not what was wished when the errand was written down. */
async function errandOf(parts: RunParts, errand: Notice): Promise<ErrandEnd> {
  if (errand.kind === 'graph.feed') return showInFeed(parts, errand);
  const ledgerName = String(errand.data['ledger']);
  const id = String(errand.data['id']);
  const ledger = await readLedger(parts.settings, ledgerName);
  const before = ledger[id] ?? null;
  const round = (await parts.rounds.read(ledgerName))?.state ?? null;
  const organisation = await parts.organisation();
  if (round === null || organisation === null) return { kind: 'dropped', reason: 'UnknownRound' };
  const calendar = parts.calendarOf(round.definition.calendar);
  const wish = wishesOf(round, organisation, parts.uses, parts.now(), calendar).find((one) => one.id === id);
  if (wish === undefined) return { kind: 'dropped', reason: 'NotWished' };
  if (before?.signature === wish.signature) return { kind: 'dropped', reason: 'Done' };
  const ended =
    wish.use === 'files' ? await putIntoFolder(parts, round, wish) : await enterInCalendar(parts, round, wish, before);
  if (ended.kind === 'done') {
    const done: Done = { count: (before?.count ?? 0) + 1, signature: wish.signature, result: ended.result };
    await noteDone(parts.settings, ledgerName, id, done);
  }
  return ended;
}
