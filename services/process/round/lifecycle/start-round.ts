// Starting a round: it carries its whole definition and electorate from its first commit on (DESIGN.md §3).
import type { Context } from '../../context';
import { accepted, refused } from '../../decision';
import type { RoundCommand } from '../commands';
import type { RoundDecision } from '../decide';
import type { RoundState } from '../state';
import { today } from '../view';
import { bySecretariat } from './rights';

type StartRound = Extract<RoundCommand, { type: 'StartRound' }>;

/**
 * Started by the secretariat, or by the system as the follow-up of a closed round. It may start later today than the hour
 * that was set has come and gone, but not on a day that is past. Tasks open with it once its start has come.
 */
export function startRound(command: StartRound, state: RoundState | null, context: Context): RoundDecision {
  if (state !== null) return refused({ name: 'RoundExists' });
  if (context.actor.kind === 'person' && !bySecretariat(command, context)) return refused({ name: 'NotSecretariat' });
  const startDay = context.calendar.dateOf(command.startsAt);
  if (startDay < today(context)) return refused({ name: 'StartsInPast' });
  const { type: _, ...started } = command;
  return accepted({ type: 'RoundStarted', ...started, year: startDay.slice(0, 4) });
}
