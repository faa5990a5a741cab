// What cards carry between those who nominated and those who handle the nomination: questions, the check of what was
// received, following. No verb carries a person who acts, a role or a state.
import { z } from 'zod';
import * as s from './shapes';

const nomination = { roundId: s.roundId, nominationId: s.nominationId };
const question = { roundId: s.roundId, questionId: s.questionId };
/** From which task, in whose name, and whether the nomination shall be opened again. */
const asked = { ...nomination, taskId: s.taskId, bodyId: s.bodyId, kind: z.enum(['question', 'more']) };

export const nominatorVerbs = {
  /** The question's id is minted when the dialog opens. */
  'question.open': z.object(asked),
  'question.ask': z.object({ ...asked, questionId: s.questionId, text: s.optionalText, date: s.optionalDate }),
  'question.answer.open': z.object(question),
  'question.answer': z.object({ ...question, text: s.optionalText }),
  'question.withdraw': z.object(question),
  'nomination.check': z.object({ ...nomination, basis: s.basis }),
  'nomination.follow': z.object({ ...nomination, follow: z.boolean() }),
};
