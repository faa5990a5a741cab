// What a person has before him: a card in a message or in a dialog that came from one, and what he does with it next.
import type { Card } from '../../teams/api';
import { buttonsOf, inputsOf, type Button, type Input } from './cards';

/** Where a card stands. A dialog keeps the message it was opened from. */
export interface Screen {
  readonly conversationId: string;
  readonly messageId: string;
  readonly surface: 'message' | 'dialog';
  readonly card: Card;
  readonly buttons: readonly Button[];
  readonly inputs: readonly Input[];
}

/** What is typed, by input id. */
export type Typed = Readonly<Record<string, string>>;

/** What a person does with a screen. */
export interface Press {
  readonly button: Button;
  readonly typed: Typed;
}

export function screenOf(place: Pick<Screen, 'conversationId' | 'messageId' | 'surface'>, card: Card): Screen {
  const { conversationId, messageId, surface } = place;
  return { conversationId, messageId, surface, card, buttons: buttonsOf(card), inputs: inputsOf(card) };
}

/** The first button with this verb whose data hold these values. */
export function find(
  screen: Pick<Screen, 'buttons'>,
  verb: string,
  data: Readonly<Record<string, unknown>> = {},
): Button | undefined {
  return screen.buttons.find(
    (button) => button.verb === verb && Object.entries(data).every(([key, value]) => button.data[key] === value),
  );
}

/** A text of a button's data; empty where there is none. */
export function datum(button: Button, key: string): string {
  const value = button.data[key];
  return typeof value === 'string' ? value : '';
}
