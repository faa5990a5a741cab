// One person's Teams: looks at messages, presses buttons, submits dialogs, and presses again when the app cannot be
// reached, as a person would. Must not decide what to press.
import type { ActAnswer, LocalMessage, Places } from '../../teams/api';
import type { LocalTeamsClient } from '../../teams/client';
import { asksForPatience, isComplaint, wordsOf, type Button, type Input } from './cards';
import { PlayerStuckError } from './errors';
import type { Journal } from './journal';
import { screenOf, type Press, type Screen, type Typed } from './screen';

/** How often the same press is tried: a bot that is being restarted is back long before. */
const TRIES_MAX = 12;
/** An error without a way on is tried a few times, as people do, and then told. */
const ERRORS_MAX = 4;

export interface Me {
  readonly key: string;
  readonly aad: string;
  readonly name: string;
}

/** What a press led to: the next screen, or nothing more to see. */
export type Seen =
  | { readonly kind: 'screen'; readonly screen: Screen; readonly complaint: boolean }
  | { readonly kind: 'over'; readonly text: string };

export class Device {
  constructor(
    private readonly client: LocalTeamsClient,
    readonly me: Me,
    private readonly journal: Journal,
    /** Waits until it is worth trying again. */
    private readonly pause: (tries: number) => Promise<void>,
  ) {}

  places(): Promise<Places> {
    return this.client.places(this.me.aad);
  }

  /** The newest `last` messages of a conversation, oldest first. */
  messages(conversationId: string, last: number): Promise<readonly LocalMessage[]> {
    return this.client.messages(this.me.aad, conversationId, last);
  }

  /** The cards of the bot's messages as this person sees them, newest first. */
  async screens(conversationId: string, last: number): Promise<readonly Screen[]> {
    const messages = await this.messages(conversationId, last);
    return messages
      .filter(({ from, deleted }) => from.isBot && !deleted)
      .flatMap(({ id, cards }) =>
        cards.map((card) => screenOf({ conversationId, messageId: id, surface: 'message' }, card)),
      )
      .toReversed();
  }

  /** Writes to the bot in the personal chat and shows what it posts in answer; null when it stays silent. */
  async ask(conversationId: string, text: string): Promise<Screen | null> {
    for (let tries = 1; tries <= TRIES_MAX; tries += 1) {
      this.journal.pressed();
      const said = await this.client.say({ as: this.me.aad, conversationId, text, mentionBot: false });
      await this.client.settle();
      const messages = await this.messages(conversationId, 4);
      const at = messages.findIndex(({ id }) => id === said.id);
      const answer = messages.slice(at + 1).find(({ from, cards }) => from.isBot && cards.length > 0);
      const [card] = answer?.cards ?? [];
      if (answer !== undefined && card !== undefined) {
        return screenOf({ conversationId, messageId: answer.id, surface: 'message' }, card);
      }
      await this.pause(tries);
    }
    return null;
  }

  /** The message as it stands now. */
  async again(screen: Screen): Promise<Screen | null> {
    const message = await this.client.message(this.me.aad, screen.conversationId, screen.messageId);
    const [card] = message.cards;
    return card === undefined || message.deleted ? null : screenOf({ ...screen, surface: 'message' }, card);
  }

  /** The person has the message on screen; an automatic refresh may fire. */
  async open(screen: Screen): Promise<Screen> {
    const message = await this.client.refresh({
      as: this.me.aad,
      conversationId: screen.conversationId,
      messageId: screen.messageId,
    });
    const [card] = message.cards;
    return card === undefined ? screen : screenOf(screen, card);
  }

  /** Presses a button until there is an answer. Refused with `PlayerStuckError` when there is none. */
  async press(screen: Screen, { button, typed }: Press): Promise<Seen> {
    const inputs = button.takesInputs ? sentInputs(screen.inputs, typed) : {};
    let errors = 0;
    for (let tries = 1; tries <= TRIES_MAX; tries += 1) {
      const answer = await this.#send(screen, button, inputs);
      if (answer.kind !== 'unreachable' && answer.kind !== 'error' && !isLater(answer)) {
        const seen = seenOf(screen, answer);
        const refused = seen.kind === 'screen' && seen.complaint;
        const { verb, data } = button;
        this.journal.note({
          person: this.me.aad,
          verb,
          data,
          typed: inputs,
          end: refused ? 'refused' : 'done',
          presses: tries,
        });
        return seen;
      }
      errors += answer.kind === 'error' ? 1 : 0;
      if (errors >= ERRORS_MAX) {
        const why = answer.kind === 'error' ? answer.text : '';
        throw new PlayerStuckError('Refused', this.me.key, `"${button.title}" (${button.verb}) ended in: ${why}`);
      }
      await this.pause(tries);
    }
    throw new PlayerStuckError('Unreachable', this.me.key, `"${button.title}" (${button.verb}) was never answered.`);
  }

  async #send(screen: Screen, button: Button, inputs: Typed): Promise<ActAnswer> {
    this.journal.pressed();
    const { conversationId, messageId } = screen;
    const where = { as: this.me.aad, conversationId, messageId };
    return screen.surface === 'dialog'
      ? this.client.dialog({ ...where, data: button.data, inputs })
      : this.client.act({ ...where, action: actionOf(button), inputs });
  }
}

function actionOf({ type, verb, data }: Button) {
  return type === 'Action.Execute' ? { type, verb, data } : { type, data };
}

/** A client sends every input of the card: what was typed, else what stood in it. */
function sentInputs(inputs: readonly Input[], typed: Typed): Typed {
  return Object.fromEntries(inputs.map((input) => [input.id, typed[input.id] ?? untouched(input)]));
}

function untouched(input: Input): string {
  return input.kind === 'toggle' && input.value === '' ? 'false' : input.value;
}

function seenOf(screen: Screen, answer: Exclude<ActAnswer, { kind: 'unreachable' } | { kind: 'error' }>): Seen {
  switch (answer.kind) {
    case 'card':
      return { kind: 'screen', screen: screenOf(screen, answer.card), complaint: isComplaint(answer.card) };
    case 'dialog': {
      const { card } = answer.dialog;
      const dialog = screenOf({ ...screen, surface: 'dialog' }, card);
      return { kind: 'screen', screen: dialog, complaint: isComplaint(card) };
    }
    case 'message':
      return { kind: 'over', text: answer.text };
    case 'closed':
      return { kind: 'over', text: '' };
  }
}

/** "Not saved. Try again in a moment." */
function isLater(answer: ActAnswer): boolean {
  if (answer.kind === 'card') return asksForPatience(answer.card);
  return answer.kind === 'dialog' && asksForPatience(answer.dialog.card);
}

/** What a screen says, for an error message. */
export function told(screen: Screen): string {
  return wordsOf(screen.card).split('\n').slice(0, 8).join(' / ').slice(0, 400);
}
