// What a scenario has a person do beyond answering what he is asked: step by step, as one would tell somebody over the
// telephone what to write, what to press and what he should see. Knows no verb and no rule: they stand in the scenario.
import type { ScenarioAct, ScenarioStep } from '../scenario/schema';
import type { NominationBook } from './book';
import { wordsOf, type Button, type Input } from './cards';
import { told, type Device } from './device';
import { PlayerStuckError } from './errors';
import { fill } from './filling';
import type { Screen, Typed } from './screen';

/** What an act needs of the person's Teams. */
export interface Hands {
  readonly device: Device;
  readonly book: NominationBook;
  /** His own chat with Trinvis. */
  readonly chat: string;
  /** The newest card of a task in one of his channels, as he sees it; null where none stands. */
  readonly cardOf: (taskId: string) => Promise<Screen | null>;
  /** The Entra object id of a person of the scenario. */
  readonly aadOf: (key: string) => string;
  readonly words: string;
}

/**
 * Plays an act. False when what it begins with is not there yet, so that it is worth trying again; nothing was pressed then.
 * Refused with `PlayerStuckError` when the product does not offer, say or leave out what the act expects.
 */
export async function play(act: ScenarioAct, hands: Hands): Promise<boolean> {
  let screen: Screen | null = null;
  let hasPressed = false;
  for (const step of act.steps) {
    const next = await taken(step, screen, hands);
    if (next === null) {
      if (!hasPressed) return false;
      throw new PlayerStuckError('NotOffered', act.by, `${JSON.stringify(step)} at: ${screen ? told(screen) : '–'}`);
    }
    hasPressed ||= 'presses' in step;
    screen = next;
  }
  return true;
}

/** The screen after a step; null where the step cannot be taken. */
async function taken(step: ScenarioStep, screen: Screen | null, hands: Hands): Promise<Screen | null> {
  if ('says' in step) return hands.device.ask(hands.chat, step.says);
  if ('opens' in step) return hands.cardOf(step.opens);
  if (screen === null) return null;
  if ('reads' in step) return wordsOf(screen.card).includes(step.reads) ? screen : null;
  if ('lacks' in step) return wordsOf(screen.card).includes(step.lacks) ? null : screen;
  return pressed(step, screen, hands);
}

async function pressed(
  step: Extract<ScenarioStep, { presses: string }>,
  screen: Screen,
  hands: Hands,
): Promise<Screen | null> {
  const button = screen.buttons.find((one) => isMeant(one, step, hands));
  if (button === undefined) return null;
  const known = Object.fromEntries(
    Object.entries(step.types).map(([id, value]) => [id, valueOf(value, screen.inputs, hands)]),
  );
  const typed: Typed = fill(screen.inputs, known, hands.words);
  const seen = await hands.device.press(screen, { button, typed });
  const isRefused = seen.kind === 'screen' && seen.complaint;
  if (isRefused !== step.refused) {
    const what = isRefused ? `refused: ${told(seen.screen)}` : 'was not refused';
    throw new PlayerStuckError('Refused', hands.device.me.key, `"${button.title}" (${button.verb}) ${what}`);
  }
  if (seen.kind === 'screen') return seen.screen;
  // A dialog that ends leads back to the card it was opened from.
  return (await hands.device.again(screen)) ?? { ...screen, buttons: [] };
}

function isMeant(
  button: Button,
  { presses, titled, beside, with: data }: Extract<ScenarioStep, { presses: string }>,
  hands: Hands,
): boolean {
  return (
    button.verb === presses &&
    (titled === undefined || button.title.includes(titled)) &&
    (beside === undefined || button.beside.includes(beside)) &&
    Object.entries(data).every(([key, value]) => String(button.data[key]) === named(value, hands))
  );
}

/** What is put into an input: choices may be named by their words as well as by their values. */
function valueOf(value: string, inputs: readonly Input[], hands: Hands): string {
  const id = named(value, hands);
  const choices = inputs.flatMap((input) => input.choices);
  const chosen = (words: string): string | undefined => choices.find(({ title }) => title === words)?.value;
  return (
    chosen(id) ??
    id
      .split(',')
      .map((one) => chosen(one.trim()) ?? one)
      .join(',')
  );
}

/** `nomination:KEY` and `person:KEY` stand for what the product knows them by; several are divided by commas. */
function named(value: string, { book, aadOf }: Pick<Hands, 'book' | 'aadOf'>): string {
  return value
    .replaceAll(/nomination:([a-z0-9-]+)/g, (text, key: string) => book.idOf(key) ?? text)
    .replaceAll(/person:([a-z0-9-]+)/g, (_, key: string) => aadOf(key));
}
