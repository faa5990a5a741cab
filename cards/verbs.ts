// Every verb a card can send, with the shape of its data: the only door from a pressed button to the bot.
// Must grant nothing: who acts comes from Teams, what he may do from the state (DESIGN.md §5).
import { z } from 'zod';
import { besideVerbs } from './verbs/beside';
import { graphVerbs } from './verbs/graph';
import { handbookVerbs, mandateVerbs, runningVerbs, setupVerbs } from './verbs/setup';
import { nominatorVerbs } from './verbs/nominators';
import { impartialityVerbs } from './verbs/impartiality';
import { meetingVerbs, obligationVerbs, overrideVerbs } from './verbs/governing';
import { personalVerbs } from './verbs/personal';
import { answerVerbs, assessmentVerbs, listVerbs, nominationVerbs, productVerbs, taskVerbs } from './verbs/process';
import { cardVersion, textMax } from './verbs/shapes';

export const verbs = {
  ...taskVerbs,
  ...nominationVerbs,
  ...nominatorVerbs,
  ...answerVerbs,
  ...assessmentVerbs,
  ...listVerbs,
  ...productVerbs,
  ...personalVerbs,
  ...setupVerbs,
  ...mandateVerbs,
  ...runningVerbs,
  ...handbookVerbs,
  ...overrideVerbs,
  ...besideVerbs,
  ...meetingVerbs,
  ...impartialityVerbs,
  ...obligationVerbs,
  ...graphVerbs,
} as const;

export type Verb = keyof typeof verbs;
/** What the bot gets for a verb. */
export type VerbData<V extends Verb> = z.output<(typeof verbs)[V]>;
/** What a card puts in for a verb (before inputs are added). */
export type VerbInput<V extends Verb> = z.input<(typeof verbs)[V]>;
/** A pressed button, parsed. */
export type Pressed = { [V in Verb]: { readonly verb: V; readonly data: VerbData<V> } }[Verb];

/** A verb that opens a dialog (task/fetch); all others answer with a card, or end a dialog (task/submit). */
export type DialogVerb = Extract<Verb, `${string}.open`>;

export type PressFault = 'UnknownAction' | 'StaleCard' | 'TextTooLong';
export type ReadPress =
  | { readonly ok: true; readonly pressed: Pressed }
  /** `verb` where one could be read, for the log; never the data. */
  | { readonly ok: false; readonly fault: PressFault; readonly verb: string | null };

const pressHead = z.looseObject({ verb: z.string().max(100), v: z.number() });

/**
 * Reads what came back from a card: the data of an Action.Execute or Action.Submit with its inputs merged in.
 * Anything may stand in it, as a card can be changed on the way: refused as a named fault, never thrown.
 */
export function readPress(data: unknown): ReadPress {
  const head = pressHead.safeParse(data);
  if (!head.success) return { ok: false, fault: 'UnknownAction', verb: null };
  const { verb, v } = head.data;
  if (v !== cardVersion) return { ok: false, fault: 'StaleCard', verb };
  if (!isVerb(verb)) return { ok: false, fault: 'UnknownAction', verb: null };
  if (Object.values(head.data).some((value) => typeof value === 'string' && value.length > textMax)) {
    return { ok: false, fault: 'TextTooLong', verb };
  }
  const parsed = verbs[verb].safeParse(head.data);
  if (!parsed.success) return { ok: false, fault: 'UnknownAction', verb };
  return { ok: true, pressed: { verb, data: parsed.data } as Pressed };
}

export function isVerb(text: string): text is Verb {
  return Object.hasOwn(verbs, text);
}

export { cardVersion } from './verbs/shapes';
export type { Go } from './verbs/shapes';
export type { ListName, Section } from './verbs/personal';
