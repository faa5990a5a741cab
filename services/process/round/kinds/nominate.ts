// Taking in nominations: drafted by clinicians, backed by the contacts of the organisations they name (PROCESS.md §2,
// step 1). The nominations themselves are folded in round/evolve, since every later task reads them.
import type { Context } from '../../context';
import { accepted, refused, unchanged, type Decision } from '../../decision';
import { has } from '../../text';
import { as, type BodyId, type FieldId } from '../../ids';
import type { RoundCommand } from '../commands';
import type { RoundEvent } from '../events';
import type { RoundRefusal } from '../refusals';
import type { Nomination } from '../state';
import { outstandingFor, personOf } from './acting';
import type { KindRules, Outstanding, TaskView } from './kind';
import { isBeforeInternal } from '../matters/internal/state';
import { backersOf, isBacker, isOnBehalfOf, standingOf, unbacked } from './nominate/backing';
import { nominationsIn, nominatingWanted } from './nominate/wanted';
import { reviseNomination, sendForBacking, submitted, withdrawNomination } from './nominate/send';

type View = TaskView<'nominate'>;
type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends RoundCommand['type']> = Extract<RoundCommand, { type: Type }>;

export const NOMINATIONS_VERSION = 'nominations/1';

export const nominate: KindRules<'nominate'> = {
  begin: () => ({ family: 'nominating' }),
  decide(command, view, context) {
    switch (command.type) {
      case 'SendForBacking':
        return sendForBacking(command, view, context);
      case 'BackNomination':
        return backNomination(command, view, context);
      case 'ReturnNomination':
        return returnNomination(command, view, context);
      case 'ReviseNomination':
        return reviseNomination(command, view, context);
      case 'WithdrawNomination':
        return withdrawNomination(command, view, context);
      default:
        return refused({ name: 'NotThisTask', taskId: view.task.id });
    }
  },
  evolve: (work) => work,
  /** What is owed before an organisation's own deadline is said by that (matters/internal). */
  outstanding: (view) => [
    ...backingsWanted(view),
    ...nominatingWanted(view).filter(({ bodyId }) => !isBeforeInternal(view.round, view.task.id, bodyId, view.date)),
  ],
  /** Nobody knows when the last nomination has come: the deadline or the secretariat ends it. */
  complete: () => false,
  end: (view) => ({
    result: { version: NOMINATIONS_VERSION, outcome: 'received', arithmetic: countsOf(view) },
    effects: [],
  }),
  closes: 'atDeadline',
  late: 'refused',
};

/** An organisation says yes to the text the view showed; with the last of them the nomination is submitted. */
function backNomination(command: Command<'BackNomination'>, view: View, context: Context): Outcome {
  const nomination = awaiting(command, view, context);
  if ('name' in nomination) return refused(nomination);
  const bodyId = standingOf(command.bodyId, view);
  const left = unbacked(nomination, view);
  if (!left.includes(bodyId)) return unchanged;
  if (nomination.status !== 'awaitingBacking') return refused({ name: 'NominationSettled' });
  if (command.basis !== nomination.revision) return changedMeanwhile(nomination);
  const backed: RoundEvent = { type: 'NominationBacked', nominationId: nomination.id, bodyId };
  return left.length > 1 ? accepted(backed) : accepted(backed, submitted(view, nomination.id, nomination.number));
}

/** An organisation sends the text back to its nominators, with what it misses. */
function returnNomination(command: Command<'ReturnNomination'>, view: View, context: Context): Outcome {
  const nomination = awaiting(command, view, context);
  if ('name' in nomination) return refused(nomination);
  const bodyId = standingOf(command.bodyId, view);
  if (nomination.returned?.by === bodyId && nomination.returned.texts.hash === command.texts.hash) return unchanged;
  if (nomination.status !== 'awaitingBacking') return refused({ name: 'NominationSettled' });
  if (command.basis !== nomination.revision) return changedMeanwhile(nomination);
  if (!has(command.texts, as<FieldId>('reason'))) return refused({ name: 'ReasonMissing' });
  return accepted({ type: 'NominationReturned', nominationId: nomination.id, bodyId, texts: command.texts });
}

/** The nomination a contact answers for one of its organisations, or why he may not. */
function awaiting(
  { nominationId, bodyId }: Command<'BackNomination'> | Command<'ReturnNomination'>,
  view: View,
  context: Context,
): Nomination | RoundRefusal {
  const nomination = view.round.nominations[nominationId];
  if (nomination === undefined) return { name: 'UnknownNomination' };
  if (!isOnBehalfOf(nomination, bodyId, view)) return { name: 'UnknownOrganisation', bodyId };
  return isBacker(personOf(context), bodyId, view) ? nomination : { name: 'NotContact', bodyId };
}

function changedMeanwhile(nomination: Nomination): Outcome {
  return refused({ name: 'AnswerChangedMeanwhile', basis: nomination.revision });
}

/** Contacts (else chair and deputy) of organisations that have not backed yet: one entry with all that wait for them. */
function backingsWanted(view: View): readonly Outstanding[] {
  const waiting = new Map<BodyId, Nomination[]>();
  for (const nomination of nominationsIn(view)) {
    if (nomination.status !== 'awaitingBacking') continue;
    for (const id of unbacked(nomination, view)) waiting.set(id, [...(waiting.get(id) ?? []), nomination]);
  }
  return [...waiting].flatMap(([bodyId, nominations]) => {
    const nominationIds = nominations.map(({ id }) => id);
    const total = nominationsIn(view).filter(
      (nomination) => nomination.status !== 'withdrawn' && isOnBehalfOf(nomination, bodyId, view),
    ).length;
    const backers = backersOf(bodyId, view);
    const contacts = backers.filter(({ role }) => role === 'contact');
    const asked = contacts.length > 0 ? contacts : backers;
    return outstandingFor(view, asked, 'backing', { left: nominations.length, total, nominationIds });
  });
}

function countsOf(view: View) {
  const nominations = nominationsIn(view);
  const count = (status: Nomination['status']): number =>
    nominations.filter((nomination) => nomination.status === status).length;
  return {
    submitted: count('submitted'),
    awaitingBacking: count('awaitingBacking'),
    returned: count('returned'),
    withdrawn: count('withdrawn'),
  };
}
