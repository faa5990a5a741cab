// Short ways to say the usual: a card, a dialog, a fault, one sentence. Words come from cards.
import * as cards from '../../cards';
import type { Said } from '../../cards/api';
import type { Card, DialogContent } from '../../cards/card';
import type { Fault } from '../../cards/fault';
import type { Lookups } from '../../cards/view';
import type { RoundId } from '../../services/process/ids';
import type { Answer } from './answer';
import type { Standing, Turn } from './turn';
import { knownStanding, looking, standingOf } from './turn';

export function fault(turn: Turn, what: Fault): Answer {
  return { kind: 'card', card: cards.faultCard({ fault: what, language: turn.language, surface: turn.surface }) };
}

/** In a dialog the sentence ends it: nobody has to close a second one that only says thanks. */
export function said(turn: Turn, what: Said): Answer {
  if (turn.surface === 'dialog') return { kind: 'sentence', text: cards.textsOf(turn.language).said[what] };
  return { kind: 'card', card: cards.saidCard({ said: what, language: turn.language }) };
}

/** What becomes of an open dialog when this answers it. */
export function closing(dialog: Said | 'shown', answer: Answer): Answer {
  return answer.kind === 'card' ? { ...answer, dialog } : answer;
}

/** Answers in a round; a round nobody knows is a fault like any other. */
export async function inRound(
  turn: Turn,
  roundId: RoundId,
  answer: (standing: Standing) => Promise<Answer>,
): Promise<Answer> {
  const found = await standingOf(turn, roundId);
  return found === null ? fault(turn, { name: 'UnknownRound' }) : answer(found);
}

/** Answers a command in a round: what stands is asked when it is decided, so nothing is read before. */
export async function commandIn(
  turn: Turn,
  roundId: RoundId,
  answer: (standing: Standing) => Promise<Answer>,
): Promise<Answer> {
  const found = await knownStanding(turn, roundId);
  return found === null ? fault(turn, { name: 'UnknownRound' }) : answer(found);
}

/** A card made of a round, names and texts at hand. */
export async function show(turn: Turn, standing: Standing, make: (look: Lookups) => Card): Promise<Answer> {
  return { kind: 'card', card: await looking(turn, standing.calendar, make) };
}

/** A form made of a round: a dialog, or in a chat a card. */
export async function ask(turn: Turn, standing: Standing, make: (look: Lookups) => DialogContent): Promise<Answer> {
  const content = await looking(turn, standing.calendar, make);
  return { kind: 'dialog', title: content.title, card: content.card };
}
