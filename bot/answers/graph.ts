// Buttons by which people ask for what Microsoft Graph can do, or put it off. Each writes down what is wanted; delivery does
// it, and tells whoever asked.
import * as cards from '../../cards/service';
import type { VerbData } from '../../cards/verbs';
import { groupChange, putOff } from '../../services/delivery/errands/groups';
import { askedFor, chatErrand, networkErrand } from '../../services/delivery/errands/asked';
import type { Asking } from '../../services/delivery/errands/asked';
import { networksOf } from '../../services/process/round/kinds/appoint';
import { ledApart } from '../../services/process/round/matters/impartiality/people';
import { isSecretariat, taskDefinition } from '../../services/process/round/queries';
import { asSecretariat } from './administering';
import type { Answer } from './answer';
import { organisationCalendar, organisationOf } from './rights';
import { fault, inRound, said } from './say';
import type { Standing, Turn } from './turn';
import { looking } from './turn';

/** Anyone of the secretariat; the card is shown anew with what is left. */
export async function groupNotNow(turn: Turn, data: VerbData<'group.notNow'>): Promise<Answer> {
  const { bodyId, about } = data;
  return asSecretariat(turn, async () => {
    const organisation = await organisationOf(turn);
    const calendar = organisationCalendar(turn);
    const today = calendar.dateOf(turn.now);
    const { settings } = turn.parts;
    const before = await groupChange(settings, organisation, bodyId, today);
    // Only what is proposed can be put off: ids of a card that was changed on the way are not kept.
    if ([...before.joined, ...before.departed].some((id) => id === about)) await putOff(settings, bodyId, about, today);
    const change = await groupChange(settings, organisation, bodyId, today);
    const card = await looking(turn, calendar, (look) =>
      cards.groupChangeCard({ language: turn.language, look, organisation, bodyId, ...change }),
    );
    return { kind: 'card', card };
  });
}

export async function networkChannel(turn: Turn, data: VerbData<'network.channel'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { round, date } = standing;
    const { taskId, network } = data;
    const definition = taskDefinition(round, taskId);
    if (!isSecretariat(round, turn.person.id, date)) return fault(turn, { name: 'NotSecretariat' });
    if (turn.parts.graphUses.networkTeam === null || definition?.kind !== 'appoint')
      return fault(turn, { name: 'NothingHere' });
    if (!networksOf({ round, definition }).includes(network)) return fault(turn, { name: 'UnknownGroup' });
    const id = networkErrand(taskId, network);
    return want(turn, standing, { use: 'networks', id, data: { taskId, network } });
  });
}

/** The chair alone, and of a nomination that somebody is held out of and he is not. */
export async function chatMake(turn: Turn, data: VerbData<'chat.make'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { round, date } = standing;
    const { taskId, nominationId } = data;
    const isLed = ledApart(round, turn.person.id, date).includes(nominationId);
    if (!turn.parts.graphUses.chats || !isLed || round.tasks[taskId] === undefined)
      return fault(turn, { name: 'NothingHere' });
    return want(turn, standing, { use: 'chats', id: chatErrand(taskId, nominationId), data: { taskId, nominationId } });
  });
}

async function want(turn: Turn, { round }: Standing, asking: Pick<Asking, 'use' | 'id' | 'data'>): Promise<Answer> {
  const { notices, settings } = turn.parts;
  await notices.want([await askedFor(settings, { ...asking, round, by: turn.person.id, now: turn.now })]);
  return said(turn, 'graphAsked');
}
