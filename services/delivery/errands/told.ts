// Cards about errands, made of what stands at the moment of sending: a missing consent, seats that differ from a group, and
// what somebody asked for.
import type { Card } from '../../../cards/card';
import * as cards from '../../../cards/service';
import type { BodyId, NominationId, PersonId } from '../../process/ids';
import { as } from '../../process/ids';
import type { NetworkKey, RoundState } from '../../process/round/state';
import type { Notice } from '../../store/ports';
import { nominationOf } from './asked';
import { consentNotice } from './consent';
import type { GraphUse, Result } from './errand';
import { readLedger } from './errand';
import { groupChange } from './groups';
import type { RunParts } from './run';

const kinds: ReadonlySet<string> = new Set(['graphConsent', 'groupChange', 'errandTold']);

export const isTold = ({ kind }: Notice): boolean => kinds.has(kind);

/** A card, or why there is none. */
export async function composeTold(parts: RunParts, notice: Notice): Promise<Card | string> {
  if (notice.kind === 'graphConsent') return consentNotice(parts.settings, notice);
  return notice.kind === 'groupChange' ? difference(parts, notice) : asked(parts, notice);
}

async function difference(parts: RunParts, notice: Notice): Promise<Card | string> {
  const organisation = await parts.organisation();
  if (organisation === null) return 'UnknownBody';
  const bodyId = as<BodyId>(String(notice.data['bodyId']));
  const change = await groupChange(parts.settings, organisation, bodyId, parts.today());
  if (change.joined.length + change.departed.length === 0) return 'Done';
  const moment = { now: parts.now(), calendar: parts.organisationCalendar };
  return parts.look(moment, (look) => cards.groupChangeCard({ language: 'da', look, organisation, bodyId, ...change }));
}

async function asked(parts: RunParts, { data }: Notice): Promise<Card | string> {
  const round = (await parts.rounds.read(String(data['ledger'])))?.state ?? null;
  const done = (await readLedger(parts.settings, String(data['ledger'])))[String(data['id'])];
  const result = done?.result;
  const by = as<PersonId>(String(data['by']));
  const person = (await parts.people.read([by])).get(by);
  if (round === null || person === undefined) return 'UnknownRound';
  const language = parts.languageOf(person);
  const use = String(data['use']) as GraphUse;
  if (data['reason'] !== undefined && data['reason'] !== 'Done')
    return cards.errandUndoneCard({ language, use, reason: String(data['reason']) });
  if (done === undefined || result === undefined) return 'UnknownErrand';
  if (typeof result['failed'] === 'string') return cards.errandFailedCard({ language, use });
  const calendar = parts.calendarOf(round.definition.calendar);
  return parts.look({ now: parts.now(), calendar }, (look) => {
    const made = { round, language, look, url: textOf(result, 'webUrl') };
    if (data['kept'] !== undefined) return done.signature === data['kept'] ? 'Done' : chatNotKept(made, data);
    return use === 'chats' ? chatCard(made, data, result) : networkCard(made, data, result);
  });
}

type Made = Pick<Parameters<typeof cards.chatMadeCard>[0], 'round' | 'language' | 'look' | 'url'> & {
  readonly round: RoundState;
};

function chatCard(made: Made, data: Notice['data'], result: Result): Card {
  const nominationId = as<NominationId>(String(data['nominationId']));
  return cards.chatMadeCard({ ...made, nominationId, people: idsOf(result, 'people') });
}

function chatNotKept(made: Made, data: Notice['data']): Card {
  return cards.chatNotKeptCard({ ...made, nominationId: nominationOf(String(data['id'])) });
}

function networkCard(made: Made, data: Notice['data'], result: Result): Card {
  return cards.networkMadeCard({
    ...made,
    network: String(data['network']) as NetworkKey,
    added: idsOf(result, 'added'),
    left: idsOf(result, 'left'),
    unnamed: Number(textOf(result, 'unnamed') ?? 0),
  });
}

function textOf(result: Result, name: string): string | null {
  const value = result[name];
  return typeof value === 'string' ? value : null;
}

function idsOf(result: Result, name: string): readonly PersonId[] {
  const value = result[name];
  return Array.isArray(value) ? value.map((id) => as<PersonId>(String(id))) : [];
}
