// From a parsed activity to an answer: who it is, what he wishes, who answers it, and a calm word when something fails.
import * as cards from '../cards';
import type { Surface } from '../cards/card';
import { readPress } from '../cards/verbs';
import type { Instant } from '../services/process/calendar';
import type { Language } from '../services/process/words';
import type { Person } from '../services/store/ports';
import { answerPress } from './answers';
import type { Answer } from './answers/answer';
import { nothing } from './answers/answer';
import { answerText } from './answers/chat';
import { channelCard, follow, returnToTeam, seeChannel, welcome } from './answers/places';
import { find, unfurl } from './answers/finding';
import { noteOpen } from './answers/noting';
import { fault } from './answers/say';
import type { Turn } from './answers/turn';
import { holdsCprNumber, screen } from './guards/cpr';
import type { Parts } from './parts';
import { onlyShows } from './showing';
import type { Incoming } from './teams/incoming';
import type { Wish } from './teams/wish';

/** Forms that are shown again, without the words that must not be kept, instead of being refused whole. */
const shownAgain: ReadonlySet<string> = new Set([
  'nomination.save',
  'assessment.give',
  'assessment.save',
  'assessment.skip',
  'note.file',
  'ballot.prepare',
  'ballot.enter',
]);

/**
 * Answers one activity received at `now`. Never throws for what a person did; what fails on our side is logged and told
 * as "not saved". `reference` is how the conversation is reached again.
 */
export async function dispatch(parts: Parts, incoming: Incoming, reference: unknown, now: Instant): Promise<Answer> {
  const { aadObjectId } = incoming.from;
  if (incoming.tenantId !== parts.tenantId) return nothing;
  try {
    await remember(parts, incoming, reference);
    if (incoming.wish.kind === 'left' || incoming.wish.kind === 'told') {
      await follow(parts, incoming, reference, now);
      return nothing;
    }
    if (incoming.wish.kind === 'arrived') await returnToTeam(parts, incoming.place, reference);
    if (aadObjectId === null) return nothing;
    const person = await parts.met.meet({
      aadObjectId,
      tenantId: parts.tenantId,
      name: incoming.from.name,
      teamsId: incoming.from.teamsId,
      ...(incoming.locale === null ? {} : { locale: incoming.locale }),
    });
    const { teamsId } = incoming.from;
    if (await parts.guests.isRefused({ personId: person.id, aadObjectId, teamsId, reference }))
      return refuseGuest(turnOf(parts, incoming, person, now), incoming.wish);
    await rememberPerson(parts, incoming, person, reference);
    return await answer(turnOf(parts, incoming, person, now), incoming.wish);
  } catch (error) {
    parts.logger.error({ err: error, wish: incoming.wish.kind }, 'a wish could not be answered');
    const language = languageOf(null, incoming.locale);
    const surface = surfaceOf(incoming.wish);
    return { kind: 'card', card: cards.faultCard({ fault: { name: 'NotSaved' }, language, surface }) };
  }
}

/** Whoever waits for words gets the sentence; a search finds nothing. */
function refuseGuest(turn: Turn, { kind }: Wish): Answer {
  const isSearch = kind === 'search' || kind === 'find' || kind === 'unfurl';
  return isSearch || kind === 'other' ? nothing : fault(turn, { name: 'GuestWithoutMandate' });
}

function turnOf(parts: Parts, incoming: Incoming, person: Person, now: Instant): Turn {
  const { wish } = incoming;
  return {
    parts,
    person,
    language: languageOf(person.language, incoming.locale ?? person.locale),
    place: incoming.place,
    now,
    surface: surfaceOf(wish),
    refused: null,
    message: wish.kind === 'noteOpen' || wish.kind === 'dialogSubmit' ? wish.message : null,
  };
}

function surfaceOf(wish: Wish): Surface {
  return wish.kind === 'dialogOpen' || wish.kind === 'noteOpen' || wish.kind === 'dialogSubmit' ? 'dialog' : 'chat';
}

/** The person's own choice, else Teams' language where we speak it, else Danish. */
export function languageOf(chosen: Language | null, locale: string | null): Language {
  return chosen ?? (locale?.toLowerCase().startsWith('en') === true ? 'en' : 'da');
}

async function answer(turn: Turn, wish: Wish): Promise<Answer> {
  switch (wish.kind) {
    case 'text':
      if (holdsCprNumber(wish.text)) return fault(turn, { name: 'CprNumber' });
      return turn.place.kind === 'personal' ? answerText(turn, wish.text) : channelCard(turn);
    case 'dialogSubmit':
      return outOfDialog(turn, wish.data, await press(turn, wish.data, false));
    case 'execute':
    case 'submit':
    case 'dialogOpen':
      return press(turn, wish.data, wish.kind === 'execute' && wish.automatic);
    case 'arrived':
      return welcome(turn);
    case 'search':
      return { kind: 'choices', choices: [] };
    case 'noteOpen':
      return noteOpen(turn);
    case 'find':
      return find(turn, wish.query);
    case 'unfurl':
      return unfurl(turn, wish.url);
    case 'left':
    case 'told':
    case 'other':
      return nothing;
  }
}

/**
 * A dialog closes once something is done, and the card stands where it was opened from. A card that was only asked for, or
 * that has to be seen or pressed before anything is done, stands in the dialog.
 */
function outOfDialog(turn: Turn, data: unknown, given: Answer): Answer {
  if (given.kind !== 'card' || !cards.needsCard(given.card)) return given;
  const read = readPress(data);
  if (given.dialog === 'shown' || !read.ok || onlyShows(read.pressed.verb)) {
    return { kind: 'card', card: cards.inDialog(given.card) };
  }
  const { said } = cards.textsOf(turn.language);
  return { kind: 'sentence', text: said[given.dialog ?? 'saved'], card: given.card };
}

async function press(turn: Turn, raw: unknown, automatic: boolean): Promise<Answer> {
  const { data, found } = screen(raw);
  const read = readPress(data);
  if (found && (!read.ok || !shownAgain.has(read.pressed.verb))) return fault(turn, { name: 'CprNumber' });
  if (!read.ok) {
    turn.parts.logger.info({ fault: read.fault, verb: read.verb }, 'a card sent what no card of ours sends');
    return fault(turn, { name: read.fault });
  }
  // An automatic refresh may only ever be answered with a card; nothing but a refresh is taken from it.
  if (automatic && read.pressed.verb !== 'refresh') return fault(turn, { name: 'UnknownAction' });
  return answerPress(found ? { ...turn, refused: { name: 'CprNumber' } } : turn, read.pressed);
}

/** Every activity tells how its conversation is reached again; channels tell their names too. */
async function remember(parts: Parts, incoming: Incoming, reference: unknown): Promise<void> {
  const { place } = incoming;
  if (place.kind !== 'channel' || place.channelId === null) return;
  const seen = {
    teamId: place.teamId ?? '',
    channelId: place.channelId,
    team: place.teamName ?? '',
    channel: place.channelName ?? '',
    group: place.teamGroupId ?? '',
  };
  if (isPress(incoming.wish) && parts.lately.isKnown(`channel/${place.channelId}`, [seen, reference])) return;
  // What is told about a channel is told in its team's General: the channel itself is reached by its own id.
  await parts.addresses.seen({ key: `channel/${place.channelId}`, conversationId: place.channelId, reference });
  await seeChannel(parts.settings, seen);
}

async function rememberPerson(parts: Parts, incoming: Incoming, person: Person, reference: unknown): Promise<void> {
  if (incoming.place.kind !== 'personal') return;
  const { conversationId } = incoming.place;
  if (isPress(incoming.wish) && parts.lately.isKnown(`personal/${person.id}`, reference)) return;
  await parts.addresses.seen({ key: `personal/${person.id}`, conversationId, reference });
}

/** Words and installations always write the address, since they make an unreachable one reachable; buttons now and then. */
function isPress(wish: Wish): boolean {
  return (
    wish.kind === 'execute' || wish.kind === 'submit' || wish.kind === 'dialogOpen' || wish.kind === 'dialogSubmit'
  );
}
