// What cards carry between those who nominated and those who handle the nomination: questions, the check of what was
// received, following. No verb carries a person who acts, a role or a state.
import { z } from 'zod';
import * as s from './shapes';

const nomination = { roundId: s.roundId, nominationId: s.nominationId };
const question = { roundId: s.roundId, questionId: s.questionId };
const merge = { roundId: s.roundId, mergeId: s.mergeId };
/** From which task, in whose name, and whether the nomination shall be opened again. */
const asked = { ...nomination, taskId: s.taskId, bodyId: s.bodyId, kind: z.enum(['question', 'more']) };

export const nominatorVerbs = {
  /** The question's id is minted when the dialog opens. */
  'question.open': z.object(asked),
  'question.ask': z.object({ ...asked, questionId: s.questionId, text: s.optionalText, date: s.optionalDate }),
  'question.answer.open': z.object({ ...question, list: s.fromTasks }),
  'question.answer': z.object({ ...question, text: s.optionalText }),
  'question.withdraw': z.object(question),
  /** From the comparing: sends the draft all the same, or goes back to it. */
  'nomination.send': z.object({ ...nomination, taskId: s.taskId, go: z.enum(['finish', 'back']) }),
  /** Asks to join another's nomination; the join's id is minted with the comparing. */
  'nomination.join': z.object({ ...nomination, joinId: s.joinId }),
  'join.answer': z.object({ roundId: s.roundId, joinId: s.joinId, accepts: z.boolean() }),
  /** An organisation's own earlier deadline. */
  'internal.open': z.object({ roundId: s.roundId, taskId: s.taskId, bodyId: s.bodyId }),
  'internal.set': z.object({ roundId: s.roundId, taskId: s.taskId, bodyId: s.bodyId, date: s.optionalDate }),
  'merge.open': z.object(nomination),
  'merge.propose': z.object({ ...nomination, mergeId: s.mergeId, from: s.ticked, reason: s.optionalText }),
  'merge.answer': z.object({ ...merge, agrees: z.boolean() }),
  'merge.withdraw': z.object(merge),
  'merge.undo.open': z.object(merge),
  'merge.undo': z.object({ ...merge, reason: s.optionalText }),
  'nomination.check': z.object({ ...nomination, basis: s.basis }),
  'nomination.follow': z.object({ ...nomination, follow: z.boolean() }),
};
