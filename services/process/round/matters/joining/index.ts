// Joining another's nomination instead of sending one's own about the same: asked by anyone, answered by any of its
// nominators. Whoever is taken in is a nominator like the others; his organisation backs what it is then named in.
import type { LocalDate } from '../../../calendar';
import type { Context } from '../../../context';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import type { JoinId, NominationId, PersonId } from '../../../ids';
import type { Recorded, RoundEvent } from '../../events';
import { personOf } from '../../kinds/acting';
import type { OutstandingTask } from '../../outstanding';
import type { RoundRefusal } from '../../refusals';
import type { RoundState } from '../../state';
import type { MatterRules } from '../matter';
import { isAskable } from '../questions/queries';
import type { JoiningCommand } from './messages';

export interface Join {
  readonly id: JoinId;
  readonly nominationId: NominationId;
  readonly personId: PersonId;
  readonly answer: 'accepted' | 'declined' | null;
}

export type Joining = Readonly<Record<JoinId, Join>>;

type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends JoiningCommand['type']> = Extract<JoiningCommand, { type: Type }>;

const keyStart = 'join/';

export const joining: MatterRules<'joining'> = {
  begin: {},
  decide: (command, round, context) => decide(command as JoiningCommand, round, context),
  evolve,
  outstanding,
  settle: () => [],
  moments: () => [],
  holdsBack: () => false,
};

/** Those who ask to join a nomination and have no answer yet. */
export function joinsWaiting(round: RoundState, nominationId: NominationId): readonly Join[] {
  return Object.values(round.matters.joining).filter(
    (join) => join.nominationId === nominationId && join.answer === null,
  );
}

function decide(command: JoiningCommand, round: RoundState, context: Context): Outcome {
  if (round.status === 'closed') return refused({ name: 'RoundClosed' });
  if (round.status === 'paused') return refused({ name: 'RoundPaused' });
  return command.type === 'AskToJoin' ? ask(command, round, context) : answer(command, round, context);
}

/** What is submitted and not advised on can be joined. Who nominates it already, or has asked, changes nothing. */
function ask({ joinId, nominationId }: Command<'AskToJoin'>, round: RoundState, context: Context): Outcome {
  const personId = personOf(context);
  const nomination = round.nominations[nominationId];
  if (personId === null) return refused({ name: 'NoMandate' });
  if (nomination === undefined || nomination.submittedAt === null) return refused({ name: 'UnknownNomination' });
  if (nomination.nominators.includes(personId)) return unchanged;
  if (round.matters.joining[joinId] !== undefined) return unchanged;
  if (joinsWaiting(round, nominationId).some((join) => join.personId === personId)) return unchanged;
  if (!isAskable(nomination)) return refused({ name: 'NominationSettled' });
  return accepted({ type: 'JoinAsked', joinId, nominationId });
}

/** By any of the nominators; the first answer stands. */
function answer({ joinId, accepts }: Command<'AnswerJoin'>, round: RoundState, context: Context): Outcome {
  const join = round.matters.joining[joinId];
  const nomination = join === undefined ? undefined : round.nominations[join.nominationId];
  if (join === undefined || nomination === undefined) return refused({ name: 'UnknownNomination' });
  const personId = personOf(context);
  if (personId === null || !nomination.nominators.includes(personId)) return refused({ name: 'NotNominator' });
  if (join.answer !== null) return unchanged;
  if (!isAskable(nomination)) return refused({ name: 'NominationSettled' });
  return accepted({ type: 'JoinAnswered', joinId, nominationId: nomination.id, accepts });
}

function outstanding(round: RoundState, _date: LocalDate): readonly OutstandingTask[] {
  return Object.values(round.matters.joining).flatMap((join): readonly OutstandingTask[] => {
    const nomination = round.nominations[join.nominationId];
    if (join.answer !== null || nomination === undefined || !isAskable(nomination)) return [];
    const entries = nomination.nominators.map((personId) => ({
      personId,
      mandateId: null,
      bodyId: nomination.onBehalfOf[0] ?? round.definition.secretariat,
      wanted: 'join' as const,
      left: 1,
      total: 1,
      nominationIds: [nomination.id],
    }));
    const deadline = { deadlineAt: null, deadlineSetAt: null, deadlineRevision: 0 };
    return [{ taskId: nomination.taskId, matter: `${keyStart}${join.id}`, ...deadline, entries }];
  });
}

function evolve(slice: Joining, { event, by }: Recorded<RoundEvent>): Joining {
  if (event.type === 'JoinAsked' && by !== null) {
    const { joinId: id, nominationId } = event;
    return { ...slice, [id]: { id, nominationId, personId: by, answer: null } };
  }
  if (event.type !== 'JoinAnswered') return slice;
  const join = slice[event.joinId];
  if (join === undefined) return slice;
  return { ...slice, [join.id]: { ...join, answer: event.accepts ? 'accepted' : 'declined' } };
}

/** The nomination with whoever was taken in. */
export function joined(state: RoundState, event: Extract<RoundEvent, { type: 'JoinAnswered' }>): RoundState {
  const nomination = state.nominations[event.nominationId];
  const personId = state.matters.joining[event.joinId]?.personId;
  if (!event.accepts || nomination === undefined || personId === undefined) return state;
  const nominators = [...new Set([...nomination.nominators, personId])];
  return { ...state, nominations: { ...state.nominations, [nomination.id]: { ...nomination, nominators } } };
}
