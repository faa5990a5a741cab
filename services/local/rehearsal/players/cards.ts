// Reads a card as a person does: its buttons, its inputs, its words, and which words stand beside which button.
// Knows the form of Adaptive Cards and nothing of what they are about.
import type { Card } from '../../teams/api';

type Json = Readonly<Record<string, unknown>>;

export interface Button {
  readonly type: 'Action.Execute' | 'Action.Submit';
  readonly title: string;
  readonly verb: string;
  readonly data: Json;
  /** False where it leaves the card's inputs alone. */
  readonly takesInputs: boolean;
  readonly primary: boolean;
  /** The words of the section the button stands in. */
  readonly beside: string;
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export interface Input {
  readonly id: string;
  readonly kind: 'text' | 'number' | 'choice' | 'choices' | 'people' | 'toggle' | 'date' | 'time';
  readonly label: string;
  readonly required: boolean;
  /** What stands in it when it is shown. */
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly min: number | null;
  readonly max: number | null;
  /** For toggles: what it sends when it is on. */
  readonly valueOn: string;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** All keys under which elements hold other elements or actions. */
const children = ['body', 'items', 'columns', 'rows', 'cells', 'actions', 'facts', 'inlines'] as const;

/** Sections: what a person reads together with a button in it. */
const sections: ReadonlySet<unknown> = new Set(['Container', 'Column', 'ColumnSet', 'TableRow']);

/** Every button that sends something, in the order of reading. */
export function buttonsOf(card: Card): readonly Button[] {
  return buttonsIn(card, card);
}

function buttonsIn(element: unknown, section: Json): readonly Button[] {
  if (!isObject(element)) return [];
  const button = readButton(element, section);
  if (button !== null) return [button];
  const here = sections.has(element['type']) ? element : section;
  const select = isObject(element['selectAction']) ? buttonsIn(element['selectAction'], here) : [];
  return [...children.flatMap((key) => list(element[key]).flatMap((child) => buttonsIn(child, here))), ...select];
}

function readButton(element: Json, section: Json): Button | null {
  const { type } = element;
  if (type !== 'Action.Execute' && type !== 'Action.Submit') return null;
  const data = isObject(element['data']) ? element['data'] : {};
  return {
    type,
    title: textOf(element['title']),
    verb: textOf(data['verb'] ?? element['verb']),
    data,
    takesInputs: element['associatedInputs'] !== 'none',
    primary: element['style'] === 'positive' || element['style'] === 'primary',
    beside: wordsOf(section),
  };
}

/** All words of a card or a part of it, a line each. */
export function wordsOf(element: unknown): string {
  if (!isObject(element)) return '';
  if (typeof element['type'] === 'string' && element['type'].startsWith('Action.')) return '';
  const own = [element['text'], element['title'], element['value'], element['label']].map(textOf);
  const below = children.flatMap((key) => list(element[key]).map(wordsOf));
  return [...own, ...below].filter((line) => line !== '').join('\n');
}

/** The first line of a card: what it is about. */
export function headingOf(card: Card): string {
  return wordsOf(card).split('\n').slice(0, 2).join(' · ');
}

/** Every input, in the order of reading. */
export function inputsOf(card: Card): readonly Input[] {
  return inputsIn(card);
}

function inputsIn(element: unknown): readonly Input[] {
  if (!isObject(element)) return [];
  const input = readInput(element);
  if (input !== null) return [input];
  return children.flatMap((key) => list(element[key]).flatMap(inputsIn));
}

function readInput(element: Json): Input | null {
  const kind = kindOf(element);
  if (kind === null) return null;
  const label = textOf(element['label']) || textOf(element['title']);
  return {
    id: textOf(element['id']),
    kind,
    label,
    // A star says so where a half-filled form may still be kept.
    required: element['isRequired'] === true || label.endsWith('*'),
    value: textOf(element['value']),
    choices: list(element['choices'])
      .filter(isObject)
      .map((choice) => ({ title: textOf(choice['title']), value: textOf(choice['value']) })),
    min: typeof element['min'] === 'number' ? element['min'] : null,
    max: typeof element['max'] === 'number' ? element['max'] : null,
    valueOn: textOf(element['valueOn']) || 'true',
  };
}

function kindOf(element: Json): Input['kind'] | null {
  switch (element['type']) {
    case 'Input.Text':
      return 'text';
    case 'Input.Number':
      return 'number';
    case 'Input.Toggle':
      return 'toggle';
    case 'Input.Date':
      return 'date';
    case 'Input.Time':
      return 'time';
    case 'Input.ChoiceSet':
      if (isObject(element['choices.data'])) return 'people';
      return element['isMultiSelect'] === true ? 'choices' : 'choice';
    default:
      return null;
  }
}

/** A card that only says one thing, with at most a way to help or to the list of tasks. */
function isPlain(card: Card): boolean {
  const [only, ...more] = buttonsOf(card);
  const isWay = only === undefined || only.verb === 'help.show' || only.verb === 'tasks.show';
  return more.length === 0 && isWay && inputsOf(card).length === 0;
}

/** True where the card says that what was pressed could not be done: in a form above, or as all it says. */
export function isComplaint(card: Card): boolean {
  return hasAttention(card) || (isPlain(card) && buttonsOf(card).length === 1) || asksForPatience(card);
}

/** True where the card says that it would work later, so that the same press is worth trying again. */
export function asksForPatience(card: Card): boolean {
  return (isPlain(card) || hasAttention(card)) && /Prøv igen om lidt|Try again in a moment/.test(wordsOf(card));
}

/** Adaptive Cards show what is wrong in the attention style. */
function hasAttention(element: unknown): boolean {
  if (!isObject(element)) return false;
  if (element['type'] === 'Container' && element['style'] === 'attention') return true;
  return children.some((key) => key !== 'actions' && list(element[key]).some(hasAttention));
}
