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

const meeting = { ...round, meetingId: s.meetingId };

export const meetingVerbs = {
  'meetings.show': z.object({ ...round, page: s.page.optional() }),
  'meeting.show': z.object(meeting),
  /** The record of one meeting: who was there, what was decided, who left for which item. */
  'meeting.minutes': z.object(meeting),
  /** A new meeting of a task's body, or another time and agenda for one that is called. */
  'meeting.call.open': z.object({ ...round, bodyId: s.bodyId, meetingId: s.meetingId.optional() }),
  'meeting.call': z.object({
    ...meeting,
    bodyId: s.bodyId,
    date: s.optionalDate,
    time: s.optionalTime,
    agenda: s.ticked,
  }),
  'meeting.attend.open': z.object(meeting),
  'meeting.attend': z.object({ ...meeting, present: s.ticked, apologies: s.ticked }),
  'meeting.decide.open': z.object({ ...meeting, taskId: s.taskId }),
  'meeting.decide': s.withInputs(
    { ...meeting, taskId: s.taskId, choice: s.optionalChoice, left: s.ticked, reason: s.optionalText },
    { otherwise: 'own_' },
  ),
  'meeting.close': z.object(meeting),
};

const obligation = { ...task, obligationId: s.obligationId };

export const obligationVerbs = {
  'obligation.report': z.object(obligation),
  'obligation.confirm': z.object(obligation),
  'obligation.back.open': z.object(obligation),
  'obligation.back': z.object({ ...obligation, reason: s.optionalText }),
  'obligation.assign.open': z.object(obligation),
  'obligation.assign': z.object({
    ...obligation,
    bodyId: s.optionalBodyId,
    date: s.optionalDate,
    gates: s.optionalText,
  }),
};
