// What a card is, what its buttons carry, and the only ways to make a button.
// Must put nothing into a button but ids, a verb, a basis and the version (DESIGN.md §5): never a person, role or state.
import type { DialogVerb, Verb, VerbInput } from './verbs';
import { cardVersion } from './verbs';

/** Any element of a card, as JSON. */
export type Element = Readonly<Record<string, unknown>>;

/** An Adaptive Card, ready to be sent. */
export interface Card {
  readonly type: 'AdaptiveCard';
  /** Always declared: a missing version fails on phones, 1.6 in places (TEAMS.md §2). */
  readonly version: '1.5';
  /** One plain line: what a notification says, and what a client that cannot draw the card shows. */
  readonly fallbackText: string;
  readonly lang: 'da' | 'en';
  readonly body: readonly Element[];
  readonly actions?: readonly Element[];
  readonly msteams?: Element;
  readonly refresh?: Element;
}

/** A card inside a dialog, with the dialog's title. */
export interface DialogContent {
  readonly title: string;
  readonly card: Card;
}

/** The card of a dialog without the heading that says what the dialog's own title says already. */
export function untitled({ title, card }: DialogContent): Card {
  const at = card.body.findIndex((element) => element['style'] === 'heading');
  const text = card.body[at]?.['text'];
  return text === title ? { ...card, body: card.body.filter((_, index) => index !== at) } : card;
}

/** What every button carries: version, verb, and the verb's own ids. */
export type CardData<V extends Verb = Verb> = VerbInput<V> & { readonly v: typeof cardVersion; readonly verb: V };

/** Where a form stands: in a dialog, or as a personal card, one card per step (DESIGN.md §5). */
export type Surface = 'dialog' | 'chat';

export interface Button {
  /** `primary` for the one thing most people came for, `destructive` where something is taken back. */
  readonly style?: 'default' | 'primary' | 'destructive';
  /** False for buttons that leave the inputs of the card alone ("Spring over", "Tilbage"). */
  readonly inputs?: boolean;
}

export function cardData<V extends Verb>(verb: V, data: VerbInput<V>): CardData<V> {
  return { ...data, v: cardVersion, verb };
}

/** A button that answers with a card (universal action); clients that do not know it send the same as a submit. */
export function execute<V extends Verb>(title: string, verb: V, data: VerbInput<V>, button: Button = {}): Element {
  const common = { title, ...looks(button), data: cardData(verb, data) };
  return { type: 'Action.Execute', verb, ...common, fallback: { type: 'Action.Submit', ...common } };
}

/** A button that opens a dialog; a universal action cannot (TEAMS.md §2). */
export function openDialog<V extends DialogVerb>(
  title: string,
  verb: V,
  data: VerbInput<V>,
  button: Button = {},
): Element {
  const carried = { ...cardData(verb, data), msteams: { type: 'task/fetch' } };
  return { type: 'Action.Submit', title, ...looks(button), data: carried };
}

/** A button of a form: in a dialog a plain submit (task/submit), in a personal chat a universal action. */
export function submit<V extends Verb>(
  surface: Surface,
  title: string,
  verb: V,
  data: VerbInput<V>,
  button: Button = {},
): Element {
  if (surface === 'chat') return execute(title, verb, data, button);
  return { type: 'Action.Submit', title, ...looks(button), data: cardData(verb, data) };
}

/** A button that opens a web page. Only https: a link from a person's text goes nowhere else. */
export function openUrl(title: string, url: string): Element | null {
  return /^https:\/\/[^\s<>"]+$/.test(url) ? { type: 'Action.OpenUrl', title, url } : null;
}

/** A button that opens a page of the bot itself: on the web, or in a sandbox on this machine. */
export function openPage(title: string, url: string): Element | null {
  return /^(https:\/\/|http:\/\/127\.0\.0\.1:)[^\s<>"]+$/.test(url) ? { type: 'Action.OpenUrl', title, url } : null;
}

/** The card's own word for what stands out is "positive"; another word is ignored or, on phones, blanks the card. */
const styles = { primary: 'positive', destructive: 'destructive' } as const;

function looks(button: Button): Element {
  return {
    ...(button.style === undefined || button.style === 'default' ? {} : { style: styles[button.style] }),
    ...(button.inputs === false ? { associatedInputs: 'none' } : {}),
  };
}
