// A body states its view on the nominations: remarks along the way, and one act that says its statement is complete.
// Counts nothing and decides nothing about a nomination.
import type { Context } from '../../context';
import { accepted, refused, unchanged, type Decision } from '../../decision';
import type { BodyId } from '../../ids';
import type { Mandate } from '../../organisation/state';
import type { RoundCommand } from '../commands';
import type { RoundEvent } from '../events';
import { mayTakePart } from '../matters/impartiality/standing';
import { answererOf, nominationsAbout } from '../queries';
import type { RoundRefusal } from '../refusals';
import type { Json, Remark, Work } from '../state';
import { askedOf, isAmong, mandatesIn, outstandingFor, partiesOf, personOf, voicesOf, workers } from './acting';
import type { KindRules, TaskView } from './kind';

type View = TaskView<'state'>;
type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends RoundCommand['type']> = Extract<RoundCommand, { type: Type }>;
type Statements = Extract<Work, { family: 'statements' }>;

export const STATEMENTS_VERSION = 'statements/1';

export const state: KindRules<'state'> = {
  begin: () => ({ family: 'statements', remarks: [], given: {} }),
  decide(command, view, context) {
    switch (command.type) {
      case 'MakeRemark':
        return makeRemark(command, view, context);
      case 'GiveStatement':
        return giveStatement(command, view, context);
      default:
        return refused({ name: 'NotThisTask', taskId: view.task.id });
    }
  },
  evolve(work, { event, at, by }) {
    if (work.family !== 'statements' || by === null) return work;
    if (event.type === 'RemarkMade') {
      const { bodyId, nominationId, texts } = event;
      return { ...work, remarks: [...work.remarks, { by, at, bodyId, nominationId, texts }] };
    }
    if (event.type !== 'StatementGiven') return work;
    return { ...work, given: { ...work.given, [event.bodyId]: { by, at, texts: event.texts } } };
  },
  outstanding: (view) =>
    missing(view).flatMap((bodyId) => outstandingFor(view, askedOf(freeVoicesOf(view, bodyId)), 'statement')),
  complete: (view) => missing(view).length === 0,
  /** Ends with what has been stated; a body that said nothing is told as missing. */
  end(view) {
    const left = missing(view).length;
    const outcome = left === 0 ? 'given' : left === bodiesOf(view).length ? 'notGiven' : 'partlyGiven';
    return { result: { version: STATEMENTS_VERSION, outcome, arithmetic: countsOf(view) }, effects: [] };
  },
  closes: 'whenAnswered',
  late: 'accepted',
};

/** A remark on one nomination, or in general, by anyone who works for the body. */
function makeRemark(command: Command<'MakeRemark'>, view: View, context: Context): Outcome {
  const { taskId, bodyId, nominationId, texts } = command;
  const isOfBody = isAmong(view, personOf(context), mandatesIn(view, [bodyId], workers));
  if (!bodiesOf(view).includes(bodyId) || !isOfBody) return refused({ name: 'NoMandate' });
  if (nominationId !== null) {
    if (view.round.nominations[nominationId] === undefined) return refused({ name: 'UnknownNomination' });
    const about = nominationsAbout(view.round, view.definition.about);
    if (!about.some(({ id }) => id === nominationId)) return refused({ name: 'NominationNotInTask', nominationId });
    const personId = personOf(context);
    if (personId === null || !mayTakePart(view.round, personId, nominationId)) {
      return refused({ name: 'HeldOut', nominationIds: [nominationId] });
    }
  }
  if (texts.fields.length === 0) return refused({ name: 'ReasonMissing' });
  if (statementsIn(view).remarks.some((remark) => remark.texts.id === texts.id)) return unchanged;
  return accepted({ type: 'RemarkMade', taskId, bodyId, nominationId, texts });
}

/** The body's statement is complete; given again while the task is open, the newest stands. */
function giveStatement(command: Command<'GiveStatement'>, view: View, context: Context): Outcome {
  const { taskId, bodyId, texts } = command;
  if (!bodiesOf(view).includes(bodyId)) return refused({ name: 'NoMandate' });
  if (!isAmong(view, personOf(context), freeVoicesOf(view, bodyId))) {
    const isOfBody = isAmong(view, personOf(context), mandatesIn(view, [bodyId], workers));
    return refused(isOfBody ? { name: 'NotChair' } : { name: 'NoMandate' });
  }
  const present = statementsIn(view).given[bodyId];
  const isSame = present !== undefined && (texts === null || present.texts?.hash === texts.hash);
  return isSame ? unchanged : accepted({ type: 'StatementGiven', taskId, bodyId, texts });
}

/**
 * Who speaks for the body in this: those who may speak for it and are not held out of everything it is about; where all of
 * them are, its members who are not.
 */
function freeVoicesOf(view: View, bodyId: BodyId): readonly Mandate[] {
  const about = nominationsAbout(view.round, view.definition.about);
  const isFree = (mandate: Mandate): boolean => {
    const personId = answererOf(view.task, mandate);
    return about.length === 0 || about.some(({ id }) => mayTakePart(view.round, personId, id));
  };
  const voices = voicesOf(view, bodyId).filter(isFree);
  return voices.length > 0 ? voices : mandatesIn(view, [bodyId], workers).filter(isFree);
}

/** Remarks that stand: one by somebody held out of the nomination since is kept, and set aside. */
export function standingRemarks(view: Pick<View, 'round' | 'task'>): readonly Remark[] {
  return statementsIn(view).remarks.filter(
    ({ by, nominationId }) => nominationId === null || mayTakePart(view.round, by, nominationId),
  );
}

function statementsIn({ task }: Pick<View, 'task'>): Statements {
  return task.work.family === 'statements' ? task.work : { family: 'statements', remarks: [], given: {} };
}

function bodiesOf(view: View): readonly BodyId[] {
  return partiesOf(view, view.definition.bodies);
}

function missing(view: View): readonly BodyId[] {
  const { given } = statementsIn(view);
  return bodiesOf(view).filter((bodyId) => given[bodyId] === undefined);
}

function countsOf(view: View): Json {
  const remarks = standingRemarks(view);
  return {
    bodies: bodiesOf(view).length,
    given: bodiesOf(view).length - missing(view).length,
    missing: missing(view),
    remarks: remarks.length,
    nominationsRemarkedOn: new Set(remarks.flatMap(({ nominationId }) => nominationId ?? [])).size,
  };
}
