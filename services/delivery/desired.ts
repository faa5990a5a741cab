// What ought to be on people's screens: the live cards of a round as data. Shapes and keys; making the cards is handed in.
import type { Message } from './messenger';

/**
 * A live card (DESIGN.md §5). `key` says what it is (`<round>/<body>/<task>`), `rootKey` whose thread it stands in;
 * a `sealed` one has got its last update and is never touched again.
 */
export interface DesiredCard {
  readonly key: string;
  readonly addressKey: string;
  readonly rootKey: string | null;
  readonly sealed: boolean;
  readonly message: Message;
}
