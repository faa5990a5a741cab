// Answering by choosing: the button where there is one, a dialog where words are asked for, a confirmation where another
// answer stands already.
import type { Button } from '../players/cards';
import { fill } from '../players/filling';
import type { Mind } from '../players/mind';
import { datum, find, type Press, type Screen } from '../players/screen';
import { plainly, type Skill } from './skill';

export const ballots: Skill = (screen, mind) => {
  const confirm = find(screen, 'ballot.confirm');
  if (confirm !== undefined) return plainly(confirm);
  const casts = screen.buttons.filter(({ verb }) => verb === 'ballot.cast');
  const [first] = casts;
  if (first !== undefined && screen.inputs.length > 0) return filled(screen, mind, first);
  const free = casts.filter((button) => !mind.done.has(keyOf(button)));
  const [next] = free;
  return next === undefined ? null : answered(screen, mind, free, next);
};

/** The choice on a button, else the dialog for it, else the dialog for all other answers. */
function answered(screen: Screen, mind: Mind, casts: readonly Button[], first: Button): Press | null {
  const taskId = datum(first, 'taskId');
  const { choice } = mind.answerTo(taskId, nthOf(first));
  const seat = first.data['mandateId'];
  const ofSeat = (button: Button): boolean => button.data['mandateId'] === seat;
  const direct = casts.find((button) => ofSeat(button) && button.data['choice'] === choice);
  if (direct !== undefined || choice === undefined) return chosen(mind, direct ?? first);
  const dialogs = screen.buttons.filter((button) => button.verb === 'ballot.open' && ofSeat(button));
  const dialog =
    dialogs.find(({ data }) => data['choice'] === choice) ?? dialogs.find(({ data }) => data['choice'] === undefined);
  return dialog === undefined ? chosen(mind, first) : plainly(dialog);
}

function chosen(mind: Mind, button: Button): Press {
  mind.done.add(keyOf(button));
  return { button, typed: {} };
}

/** A dialog: the choice if it asks for one, and the words. */
function filled(screen: Screen, mind: Mind, button: Button): Press | null {
  const taskId = datum(button, 'taskId');
  const key = `form ${keyOf(button)}`;
  if (mind.seen.has(key)) return null;
  mind.seen.add(key);
  mind.done.add(keyOf(button));
  const { choice, reason } = mind.answerTo(taskId, nthOf(button));
  const choices = screen.inputs.find(({ id }) => id === 'choice')?.choices ?? [];
  const isOffered = choice !== undefined && choices.some(({ value }) => value === choice);
  return { button, typed: fill(screen.inputs, { reason, ...(isOffered ? { choice } : {}) }, reason) };
}

/** One seat in one task: on a shared card no seat is named. */
function keyOf(button: Button): string {
  const ids = ['roundId', 'taskId', 'mandateId'].map((key) => datum(button, key));
  return `ballot ${ids.join(' ')}${nthOf(button) > 0 ? ` ${nthOf(button)}` : ''}`;
}

/** Which asking of the same question this is. */
function nthOf(button: Button): number {
  return Number(button.data['nth'] ?? 0);
}
