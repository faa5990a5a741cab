// What time alone brings: tasks whose turn has come open, tasks whose deadline has passed close. Asked for by ticks, and by
// the secretariat when it does not want to wait for one: what comes of it is the same.
import type { Context } from '../../context';
import { accepted, refused, unchanged } from '../../decision';
import type { RoundCommand } from '../commands';
import type { RoundDecision } from '../decide';
import { settle } from '../settle';
import type { RoundState } from '../state';
import { bySecretariat } from './rights';

type AdvanceCommand = Extract<RoundCommand, { type: 'Advance' }>;

/** Unchanged when nothing is due, so a tick may ask as often as it likes. Nothing is due while the round is paused. */
export function advance({ seed }: AdvanceCommand, state: RoundState, context: Context): RoundDecision {
  if (context.actor.kind === 'person' && !bySecretariat(state, context)) return refused({ name: 'NotSecretariat' });
  const events = settle(state, context, 'all', seed ?? null);
  return events.length === 0 ? unchanged : accepted(...events);
}
