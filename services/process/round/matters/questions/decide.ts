// Asking nominators, answering, adding to a nomination on request, and the secretariat's check of what was received.
// Who may ask is read from the round's own electorate; a person held out of a nomination asks nothing about it.
import type { Context } from '../../../context';
import { accepted, never, refused, unchanged, type Decision } from '../../../decision';
import { as, type FieldId } from '../../../ids';
import { has } from '../../../text';
import type { RoundEvent } from '../../events';
import { personOf } from '../../kinds/acting';
import { contentFaults, revisedOnRequest } from '../../kinds/nominate/supplement';
import { isSecretariat } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { RoundState } from '../../state';
import { today } from '../../view';
import type { QuestionCommand } from './messages';
import { askersFor, isAskable, isOpenQuestion } from './queries';
import type { Question } from './state';

type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends QuestionCommand['type']> = Extract<QuestionCommand, { type: Type }>;

export function decideQuestion(command: QuestionCommand, round: RoundState, context: Context): Outcome {
  if (round.status === 'closed') return refused({ name: 'RoundClosed' });
  if (round.status === 'paused') return refused({ name: 'RoundPaused' });
  switch (command.type) {
    case 'AskNominator':
      return ask(command, round, context);
    case 'AnswerQuestion':
      return answer(command, round, context);
    case 'SupplementNomination':
      return supplement(command, round, context);
    case 'WithdrawQuestion':
      return withdraw(command, round, context);
    case 'CheckNomination':
      return check(command, round, context);
    default:
      return never(command);
  }
}

/**
 * A body asks with a deadline of its own. A request for more is the secretariat's, as it opens the nomination again.
 * Refused: to whoever may not ask, about what is settled, without words, with a deadline that has passed.
 */
function ask(command: Command<'AskNominator'>, round: RoundState, context: Context): Outcome {
  const { questionId, nominationId, taskId, bodyId, kind, deadlineAt, texts } = command;
  const nomination = round.nominations[nominationId];
  const personId = personOf(context);
  if (nomination === undefined) return refused({ name: 'UnknownNomination' });
  if (round.matters.questions.asked[questionId] !== undefined) return unchanged;
  if (personId === null) return refused({ name: 'NoMandate' });
  if (!isAskable(nomination)) return refused({ name: 'NominationSettled' });
  const askers = askersFor(round, personId, nomination, today(context));
  if (!askers.some((one) => one.bodyId === bodyId && one.taskId === taskId)) return refused({ name: 'NoMandate' });
  if (kind === 'more' && bodyId !== round.definition.secretariat) return refused({ name: 'NotSecretariat' });
  if (!has(texts, as<FieldId>('question'))) return refused({ name: 'TextMissing' });
  if (deadlineAt <= context.now) return refused({ name: 'DeadlineInPast' });
  return accepted({ type: 'NominatorAsked', questionId, kind, nominationId, taskId, bodyId, deadlineAt, texts });
}

/** By any of the nominators, also after the deadline: a late answer is worth more than none, until the advice is signed. */
function answer({ questionId, texts }: Command<'AnswerQuestion'>, round: RoundState, context: Context): Outcome {
  const question = toAnswer(round, context, questionId);
  if ('name' in question) return refused(question);
  if (question.answer?.texts?.hash === texts.hash) return unchanged;
  if (!isOpenQuestion(round, question)) return refused({ name: 'QuestionSettled' });
  if (!has(texts, as<FieldId>('answer'))) return refused({ name: 'TextMissing' });
  return accepted({ type: 'QuestionAnswered', questionId, texts });
}

/** The nomination as it was made complete: organisations, number and backing stay, since the same people stand behind it. */
function supplement(command: Command<'SupplementNomination'>, round: RoundState, context: Context): Outcome {
  const { questionId, basis } = command;
  const question = toAnswer(round, context, questionId);
  if ('name' in question) return refused(question);
  const nomination = round.nominations[question.nominationId];
  if (nomination === undefined) return refused({ name: 'UnknownNomination' });
  if (nomination.texts.hash === command.texts.hash && question.answer !== null) return unchanged;
  if (question.kind !== 'more' || !isOpenQuestion(round, question)) return refused({ name: 'QuestionSettled' });
  if (basis !== nomination.revision) return refused({ name: 'AnswerChangedMeanwhile', basis: nomination.revision });
  const content = { onBehalfOf: nomination.onBehalfOf, texts: command.texts, facts: command.facts };
  const fault = contentFaults(content, round, nomination, today(context));
  if (fault !== null) return refused(fault);
  return accepted(revisedOnRequest(content, round, nomination), { type: 'QuestionAnswered', questionId, texts: null });
}

function toAnswer(round: RoundState, context: Context, id: Question['id']): Question | RoundRefusal {
  const question = round.matters.questions.asked[id];
  if (question === undefined) return { name: 'UnknownQuestion' };
  const personId = personOf(context);
  const nominators = round.nominations[question.nominationId]?.nominators ?? [];
  return personId !== null && nominators.includes(personId) ? question : { name: 'NotNominator' };
}

/** By whoever could have asked it in that body's name. */
function withdraw({ questionId }: Command<'WithdrawQuestion'>, round: RoundState, context: Context): Outcome {
  const question = round.matters.questions.asked[questionId];
  const personId = personOf(context);
  const nomination = question === undefined ? undefined : round.nominations[question.nominationId];
  if (question === undefined || nomination === undefined) return refused({ name: 'UnknownQuestion' });
  if (question.withdrawnAt !== null) return unchanged;
  const askers = personId === null ? [] : askersFor(round, personId, nomination, today(context));
  if (!askers.some(({ bodyId }) => bodyId === question.bodyId)) return refused({ name: 'NoMandate' });
  if (question.answer !== null) return refused({ name: 'QuestionSettled' });
  return accepted({ type: 'QuestionWithdrawn', questionId });
}

/** The secretariat has read the text it was shown and misses nothing. A new text is to be checked anew. */
function check({ nominationId, basis }: Command<'CheckNomination'>, round: RoundState, context: Context): Outcome {
  const nomination = round.nominations[nominationId];
  const personId = personOf(context);
  if (nomination === undefined) return refused({ name: 'UnknownNomination' });
  if (personId === null || !isSecretariat(round, personId, today(context))) return refused({ name: 'NotSecretariat' });
  if (round.matters.questions.checked[nominationId]?.revision === nomination.revision) return unchanged;
  if (!isAskable(nomination)) return refused({ name: 'NominationSettled' });
  if (basis !== nomination.revision) return refused({ name: 'AnswerChangedMeanwhile', basis: nomination.revision });
  return accepted({ type: 'NominationChecked', nominationId, revision: nomination.revision });
}
