// Sending a nomination, revising and withdrawing it: what its nominators do.
import type { Instant } from '../../../calendar';
import type { Context } from '../../../context';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import type { BodyId, NominationId, PersonId } from '../../../ids';
import { same } from '../../../same';
import type { RoundCommand } from '../../commands';
import type { RoundEvent } from '../../events';
import type { RoundRefusal } from '../../refusals';
import type { Nomination } from '../../state';
import { personOf, worksFor } from '../acting';
import type { TaskView } from '../kind';
import { factsOf, notFilled } from './form';

type View = TaskView<'nominate'>;
type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends RoundCommand['type']> = Extract<RoundCommand, { type: Type }>;

/**
 * A complete nomination goes to the contacts of the organisations it names; without backing in the definition it is
 * submitted at once. One that was returned may be sent again by its nominators.
 */
export function sendForBacking(command: Command<'SendForBacking'>, view: View, context: Context): Outcome {
  const personId = personOf(context);
  const known = view.round.nominations[command.nominationId];
  if (personId === null || !mayNominate(view, context)) return refused({ name: 'NoMandate' });
  if (known !== undefined && !isNominator(known, personId)) return refused({ name: 'NominationExists' });
  if (known !== undefined && known.status !== 'returned') {
    return known.texts.hash === command.texts.hash ? unchanged : refused({ name: 'NominationExists' });
  }
  const begunAt = known === undefined && isAfterDeadline(view, context) ? (command.begunAt ?? context.now) : null;
  if (begunAt !== null && begunAt > (view.task.deadlineAt ?? begunAt))
    return refused({ name: 'NotBegunInTime', taskId: view.task.id });
  const refusal = notFilled(command, view, known?.onBehalfOf);
  if (refusal !== null) return refused(refusal);
  const nominators = known?.nominators ?? unique([personId, ...command.colleagues]);
  return accepted(...sent(view, command, nominators, known?.number ?? null, begunAt));
}

/** True in the grace after the deadline, in which only what was begun before it is taken. */
function isAfterDeadline({ task }: View, { now }: Context): boolean {
  return task.deadlineAt !== null && now > task.deadlineAt;
}

/**
 * A new text by a nominator. Before it is submitted every organisation backs anew. A submitted one keeps its number and
 * stays submitted, unless it now names an organisation that has not backed it: then all are asked anew, and it is
 * submitted again, under its number, when they have.
 */
export function reviseNomination(command: Command<'ReviseNomination'>, view: View, context: Context): Outcome {
  const nomination = revisable(command, view, context);
  if ('name' in nomination) return refused(nomination);
  if (isSameContent(nomination, contentOf(command, view))) return unchanged;
  if (command.basis !== nomination.revision) {
    return refused({ name: 'AnswerChangedMeanwhile', basis: nomination.revision });
  }
  const refusal = notFilled(command, view, nomination.onBehalfOf);
  if (refusal !== null) return refused(refusal);
  if (nomination.status === 'submitted' && asksAnew(nomination, command.onBehalfOf, view)) {
    return accepted(...sent(view, command, nomination.nominators, nomination.number));
  }
  const revised: RoundEvent = {
    type: 'NominationRevised',
    nominationId: nomination.id,
    ...contentOf(command, view),
  };
  const isSettled = nomination.status === 'submitted' || view.definition.backing;
  return isSettled ? accepted(revised) : accepted(revised, submitted(view, nomination.id, nomination.number));
}

/** By a nominator, as long as nominations are taken in. */
export function withdrawNomination(command: Command<'WithdrawNomination'>, view: View, context: Context): Outcome {
  const nomination = view.round.nominations[command.nominationId];
  if (nomination === undefined) return refused({ name: 'UnknownNomination' });
  if (!isNominator(nomination, personOf(context))) return refused({ name: 'NotNominator' });
  if (nomination.status === 'withdrawn') return unchanged;
  if (nomination.status === 'carriedOver' || nomination.status === 'merged')
    return refused({ name: 'NominationSettled' });
  if (command.basis !== nomination.revision) {
    return refused({ name: 'AnswerChangedMeanwhile', basis: nomination.revision });
  }
  return accepted({ type: 'NominationWithdrawn', nominationId: nomination.id });
}

/** `2027-014`: the year of the round and a counter. One that has a number keeps it. */
export function submitted(view: View, nominationId: NominationId, number: string | null): RoundEvent {
  const { year, last } = view.round.numbering;
  const next = `${year}-${String(last + 1).padStart(3, '0')}`;
  return { type: 'NominationSubmitted', nominationId, number: number ?? next };
}

function sent(
  view: View,
  command: Command<'SendForBacking'> | Command<'ReviseNomination'>,
  nominators: readonly PersonId[],
  number: string | null,
  begunAt: Instant | null = null,
): readonly RoundEvent[] {
  const event: RoundEvent = {
    type: 'NominationSentForBacking',
    taskId: view.task.id,
    nominationId: command.nominationId,
    nominators,
    ...contentOf(command, view),
    ...(begunAt === null ? {} : { begunAt }),
  };
  return view.definition.backing ? [event] : [event, submitted(view, command.nominationId, number)];
}

function contentOf(command: Command<'SendForBacking'> | Command<'ReviseNomination'>, view: View) {
  const onBehalfOf = unique(command.onBehalfOf);
  const facts = factsOf(view.round.definition.form, command.facts, onBehalfOf);
  return { onBehalfOf, texts: command.texts, facts };
}

/** Anyone, or only those who work for the task's bodies (`openToAll: false`). */
function mayNominate(view: View, context: Context): boolean {
  return view.definition.openToAll || worksFor(view, context, view.definition.bodies);
}

function revisable(command: Command<'ReviseNomination'>, view: View, context: Context): Nomination | RoundRefusal {
  const nomination = view.round.nominations[command.nominationId];
  if (nomination === undefined) return { name: 'UnknownNomination' };
  if (!isNominator(nomination, personOf(context))) return { name: 'NotNominator' };
  const isOver = ['withdrawn', 'merged', 'carriedOver'].includes(nomination.status);
  return isOver ? { name: 'NominationSettled' } : nomination;
}

function isNominator(nomination: Nomination, personId: PersonId | null): boolean {
  return personId !== null && nomination.nominators.includes(personId);
}

function isSameContent(nomination: Nomination, content: ReturnType<typeof contentOf>): boolean {
  return (
    nomination.texts.hash === content.texts.hash &&
    same(nomination.facts, content.facts) &&
    same(nomination.onBehalfOf, content.onBehalfOf)
  );
}

function asksAnew(nomination: Nomination, onBehalfOf: readonly BodyId[], view: View): boolean {
  return view.definition.backing && onBehalfOf.some((id) => !nomination.onBehalfOf.includes(id));
}

function unique<Id extends string>(ids: readonly Id[]): readonly Id[] {
  return [...new Set(ids)];
}
