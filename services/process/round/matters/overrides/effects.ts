// What a confirmed override brings about, or why it cannot be. Asked when it is proposed and again when it is confirmed:
// much may have happened in between.
import type { Context } from '../../../context';
import { as, type FieldId } from '../../../ids';
import { has } from '../../../text';
import type { TextsRef } from '../../../text';
import type { RoundEvent } from '../../events';
import { closingByHand } from '../../lifecycle/close-task';
import { openTask } from '../../lifecycle/open-task';
import { reopened } from '../../lifecycle/reopening';
import type { RoundRefusal } from '../../refusals';
import type { RoundState } from '../../state';
import { isMeasure, unfitOf } from './amendment';
import type { Change } from './state';

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;
export type Effects = { readonly events: readonly RoundEvent[] } | RoundRefusal;

/** The events that follow, in order; or the refusal. A closed round takes corrections only. */
export function effectsOf(round: RoundState, change: Change, texts: TextsRef, context: Context): Effects {
  if (round.status === 'closed' && change.kind !== 'correct') return { name: 'RoundClosed' };
  switch (change.kind) {
    case 'reopen':
      return reopen(round, change, texts, context);
    case 'closeEarly': {
      const view = openTask(round, change.taskId, context);
      return 'name' in view ? view : { events: closingByHand(view, context.now, texts) };
    }
    case 'replacePerson':
      return replacePerson(round, change);
    case 'correct':
      return correct(round, change, texts);
    case 'amend': {
      const unfit = unfitOf(round, change.definition);
      if (unfit !== null) return { name: isMeasure(unfit) ? 'MeasureInUse' : 'AmendmentUnfit', path: unfit };
      const { definition, definitionHash } = change;
      if (definitionHash === round.definitionHash) return { name: 'NothingToAmend' };
      return { events: [{ type: 'DefinitionAmended', definition, definitionHash }] };
    }
    default:
      return change satisfies never;
  }
}

function reopen(round: RoundState, { taskId, deadlineAt }: Of<'reopen'>, texts: TextsRef, context: Context): Effects {
  if (round.status === 'paused') return { name: 'RoundPaused' };
  if (deadlineAt <= context.now) return { name: 'DeadlineInPast' };
  const event = reopened(round, taskId, { because: 'override', from: null, texts: [texts], deadlineAt });
  return 'type' in event ? { events: [event] } : event;
}

function replacePerson(round: RoundState, { mandateId, personId }: Of<'replacePerson'>): Effects {
  const mandate = round.electorate.mandates[mandateId];
  if (mandate === undefined) return { name: 'NoSuchSeat' };
  if (mandate.holder === personId) return { name: 'HoldsTheSeat' };
  return { events: [{ type: 'PersonReplaced', mandateId, was: mandate.holder, personId }] };
}

/** What stood wrong and what is right are both told; the entry itself stays as it is. */
function correct(round: RoundState, { taskId, nominationId }: Of<'correct'>, texts: TextsRef): Effects {
  if (round.tasks[taskId] === undefined) return { name: 'UnknownTask' };
  if (nominationId !== null && round.nominations[nominationId] === undefined) return { name: 'UnknownNomination' };
  if (!has(texts, as<FieldId>('right'))) return { name: 'CorrectionMissing' };
  return { events: [{ type: 'EntryCorrected', taskId, nominationId, texts }] };
}
