// Questions to nominators as a matter of the round: asked by a body with a deadline, answered by any of the nominators in
// his own chat. Holds nothing back: who does not answer is assessed on what there is.
import type { LocalDate } from '../../../calendar';
import type { Recorded, RoundEvent } from '../../events';
import type { OutstandingTask } from '../../outstanding';
import type { RoundState } from '../../state';
import type { MatterRules } from '../matter';
import { decideQuestion } from './decide';
import type { QuestionCommand } from './messages';
import { isOpenQuestion, questionKey } from './queries';
import type { Question, Questions } from './state';

export const questions: MatterRules<'questions'> = {
  begin: { asked: {}, checked: {} },
  decide: (command, round, context) => decideQuestion(command as QuestionCommand, round, context),
  evolve,
  outstanding,
  settle: () => [],
  moments: () => [],
  holdsBack: () => false,
};

/** Every nominator is asked; the first who answers does it for all. */
function outstanding(round: RoundState, _date: LocalDate): readonly OutstandingTask[] {
  return Object.values(round.matters.questions.asked)
    .filter((question) => isOpenQuestion(round, question))
    .map((question) => ({
      taskId: question.taskId,
      matter: questionKey(question),
      deadlineAt: question.deadlineAt,
      deadlineSetAt: question.askedAt,
      deadlineRevision: 0,
      entries: (round.nominations[question.nominationId]?.nominators ?? []).map((personId) => ({
        personId,
        mandateId: null,
        bodyId: question.bodyId,
        wanted: 'question' as const,
        left: 1,
        total: 1,
        nominationIds: [question.nominationId],
      })),
    }));
}

function evolve(slice: Questions, { event, by, at }: Recorded<RoundEvent>): Questions {
  switch (event.type) {
    case 'NominatorAsked': {
      if (by === null) return slice;
      const { type: _, questionId, ...asked } = event;
      const question: Question = { ...asked, id: questionId, by, askedAt: at, answer: null, withdrawnAt: null };
      return { ...slice, asked: { ...slice.asked, [questionId]: question } };
    }
    case 'QuestionAnswered':
      return by === null ? slice : changed(slice, event.questionId, { answer: { by, at, texts: event.texts } });
    case 'QuestionWithdrawn':
      return changed(slice, event.questionId, { withdrawnAt: at });
    case 'NominationChecked':
      return by === null
        ? slice
        : { ...slice, checked: { ...slice.checked, [event.nominationId]: { by, at, revision: event.revision } } };
    default:
      return slice;
  }
}

function changed(slice: Questions, id: Question['id'], change: Partial<Question>): Questions {
  const question = slice.asked[id];
  return question === undefined ? slice : { ...slice, asked: { ...slice.asked, [id]: { ...question, ...change } } };
}
