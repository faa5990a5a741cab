// How the choices of a task are offered: which are one press, which open a dialog, which stand behind "Andet svar".
// What each choice means when it is counted is the rules' (kinds/ballots/choices.ts), never decided here.
import type { ChoiceId } from '../../services/process/definition/schema';
import { isRemark, needsReason } from '../../services/process/round/kinds/ballots/choices';

export interface ChoiceGroups {
  /** Answered by the press itself. */
  readonly plain: readonly ChoiceId[];
  /** A yes with words: its own button, opens a dialog. */
  readonly written: readonly ChoiceId[];
  /** Everything else, in one dialog; a single one gets its own button instead. */
  readonly others: readonly ChoiceId[];
}

/** A meeting can be asked for with or without words; it stops the written procedure, so it is never one slip away. */
const behindDialog: ReadonlySet<ChoiceId> = new Set<ChoiceId>(['wantsMeeting']);

export function choiceGroups(choices: readonly ChoiceId[]): ChoiceGroups {
  const plain = choices.filter((choice) => !needsReason(choice) && !behindDialog.has(choice));
  const written = choices.filter((choice) => isRemark(choice));
  const others = choices.filter((choice) => !plain.includes(choice) && !written.includes(choice));
  return others.length === 1 ? { plain, written: [...written, ...others], others: [] } : { plain, written, others };
}
