// What the cards of overrides, conditions and meetings carry, verb by verb. Ids only: who acts comes from Teams, what he
// may do from the state.
import { z } from 'zod';
import * as s from './shapes';

const round = { roundId: s.roundId };
const task = { ...round, taskId: s.taskId };
const override = { ...round, overrideId: s.overrideId };
const proposed = { reason: s.optionalText };

export const overrideVerbs = {
  /** All overrides of the round, and the way to propose one that hangs on no task. */
  'overrides.show': z.object({ ...round, page: s.page.optional() }),
  'override.show': z.object(override),
  'override.confirm': z.object(override),
  'override.decline.open': z.object(override),
  'override.decline': z.object({ ...override, reason: s.optionalText }),
  'override.reopen.open': z.object(task),
  'override.reopen': z.object({ ...task, ...override, ...proposed, date: s.optionalDate }),
  'override.close': z.object({ ...task, ...override, ...proposed }),
  'override.correct.open': z.object({ ...task, nominationId: s.optionalNominationId }),
  'override.correct': z.object({
    ...task,
    ...override,
    ...proposed,
    nominationId: s.optionalNominationId,
    wrong: s.optionalText,
    right: s.optionalText,
  }),
  'override.replace.open': z.object(round),
  'override.replace': z.object({ ...override, ...proposed, mandateId: s.optionalMandateId, person: s.people }),
  'override.amend.open': z.object(round),
  'override.amend': z.object({ ...override, ...proposed }),
};
