// What the bot says to a wish, whatever the way it came in: as a value. How it travels is transport (bot/teams/respond.ts).
import type { Said } from '../../cards/api';
import type { Card } from '../../cards/card';

export type Answer =
  /**
   * Shown in place of the pressed card for this person only, or as a message in chat. `dialog` is for one that is open: the
   * words it closes with once something is done ("Gemt." where nothing is said), or that the card must be seen there.
   */
  | { readonly kind: 'card'; readonly card: Card; readonly dialog?: Said | 'shown' }
  /** Opens a dialog, or shows its next page. */
  | { readonly kind: 'dialog'; readonly title: string; readonly card: Card }
  /** One sentence. Closes a dialog; `card` then takes the place of the card it was opened from, in a personal chat. */
  | { readonly kind: 'sentence'; readonly text: string; readonly card?: Card }
  /** Choices for a type-ahead. */
  | { readonly kind: 'choices'; readonly choices: readonly { readonly title: string; readonly value: string }[] }
  /** What a search found, each to be shared as a card. */
  | { readonly kind: 'found'; readonly items: readonly Found[] }
  | { readonly kind: 'nothing' };

export const nothing: Answer = { kind: 'nothing' };

export interface Found {
  /** Two plain lines in the list of what was found. */
  readonly title: string;
  readonly text: string;
  readonly card: Card;
}
