// From a pressed button to a command in a round: who wishes what, on which basis, with which free text. No rules.
import type { Fault } from '../../cards/fault';
import type { RoundCommand } from '../../services/process/round/commands';
import { turnOf } from '../../services/process/round/lifecycle/reopening';
import type { TextsRef } from '../../services/process/text';
import type { FieldTexts } from '../../services/store/ports';
import type { Standing, Turn } from './turn';
import { standing } from './turn';

export interface Wished {
  /** What the command is about: with actor, verb, basis and input it makes the commandId (DESIGN.md §4). */
  readonly subject: string;
  readonly basis: number;
  readonly texts: Readonly<Record<string, string>> | null;
  /** Builds the command; free text stands in it only as the reference. Everything else in it is the canonical input. */
  readonly command: (texts: TextsRef | null) => RoundCommand;
}

export type Acted =
  | { readonly ok: true; readonly standing: Standing; readonly changed: boolean }
  | { readonly ok: false; readonly fault: Fault; readonly standing: Standing };

/** Gives the command to the round's stream and waits until it is durable or refused. */
export async function act(turn: Turn, before: Standing, wished: Wished): Promise<Acted> {
  const plain = wished.command(null);
  const outcome = await turn.parts.rounds.execute(before.round.id, {
    actor: { kind: 'person', personId: turn.person.id },
    now: turn.now,
    verb: plain.type,
    subject: subjectOf(wished.subject, plain, before),
    basis: wished.basis,
    input: plain,
    texts: withoutEmpty(wished.texts),
    command: wished.command,
  });
  const round = outcome.state ?? before.round;
  if (outcome.kind === 'refused')
    return { ok: false, fault: outcome.refusal, standing: standing(turn, round, before.head) };
  return {
    ok: true,
    standing: standing(turn, round, outcome.head),
    changed: outcome.kind === 'done' && !outcome.repeated,
  };
}

/** A task taken up again is answered anew: the same answer as the first time is another command. */
function subjectOf(subject: string, command: RoundCommand, { round }: Standing): string {
  const task = 'taskId' in command ? round.tasks[command.taskId] : undefined;
  const turn = task === undefined ? 0 : turnOf(task);
  return turn === 0 ? subject : `${subject}#${turn}`;
}

/** The one text most forms have, under the field the rules ask for. */
export function reasonTexts(reason: string | undefined, field = 'reason'): Wished['texts'] {
  return reason === undefined || reason === '' ? null : { [field]: reason };
}

function withoutEmpty(texts: Wished['texts']): FieldTexts | null {
  if (texts === null) return null;
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return filled.length === 0 ? null : Object.fromEntries(filled);
}

/** A reference that stands in for texts that must be there; only asked for where `texts` was given. */
export function required(texts: TextsRef | null): TextsRef {
  return texts ?? noTexts;
}

/** What a command carries where nothing was written although something must be: the rules refuse it by its fields. */
const noTexts = { id: '', hash: '', fields: [] } as unknown as TextsRef;
