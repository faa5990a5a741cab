// The handbook as a decider, as the shell needs it.
import type { Instant } from '../calendar';
import type { Actor } from '../context';
import type { PersonId } from '../ids';
import { decideHandbook, type HandbookDecision } from './decide';
import { evolveHandbook } from './evolve';
import type { HandbookCommand, HandbookEvent } from './messages';
import { emptyHandbook, type HandbookState } from './state';

/** Fits `Decider` of services/store/ports.ts, which the rules do not know. */
export interface HandbookDecider {
  readonly kind: 'handbook';
  readonly initial: HandbookState;
  decide(
    command: HandbookCommand,
    state: HandbookState,
    context: { readonly actor: Actor; readonly now: Instant },
  ): HandbookDecision;
  evolve(
    state: HandbookState,
    recorded: { readonly event: HandbookEvent; readonly by: PersonId | null; readonly at: Instant },
  ): HandbookState;
}

export const handbookDecider: HandbookDecider = {
  kind: 'handbook',
  initial: emptyHandbook,
  decide: decideHandbook,
  evolve: (state, { event, at }) => evolveHandbook(state, event, at),
};
