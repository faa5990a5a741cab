// What the secretariat's cards carry: setting up a round, bodies, channels and mandates, running a round, the handbook.
// A set-up is a draft outside the record; `setupId` names it until the round is started.
import { z } from 'zod';
import * as s from './shapes';
import { section } from './personal';

const setup = { setupId: s.plainId };
const task = { roundId: s.roundId, taskId: s.taskId };
const round = { roundId: s.roundId };

export const setupVerbs = {
  /** Begins a set-up, or goes on with the one named. */
  'setup.show': z.object({ setupId: s.plainId.optional() }),
  'setup.definition': z.object({ setupId: s.plainId.optional(), definition: s.plainId }),
  'setup.name.open': z.object(setup),
  'setup.name': z.object({ ...setup, name: s.optionalText, startsOn: s.optionalDate }),
  'setup.plan': z.object({ ...setup, page: s.page }),
  'setup.bodies': z.object({ ...setup, page: s.page }),
  'setup.begin.open': z.object(setup),
  'setup.begin': z.object(setup),
  'setup.discard': z.object(setup),
  /** From a channel: which body is it the channel of? The channel is the conversation the press came from. */
  'channel.open': z.object({ bodyId: s.optionalBodyId }),
  /** `channel` only where it was chosen from the known ones: `<teamId>/<channelId>`. */
  'channel.bind': z.object({ bodyId: s.optionalBodyId, channel: s.optionalText }),
};

export const mandateVerbs = {
  'mandates.show': z.object({ bodyId: s.bodyId, page: s.page.optional() }),
  /** `about`: somebody who is proposed for the seat. */
  'mandate.open': z.object({ bodyId: s.bodyId, about: s.personId.optional() }),
  'mandate.give': z.object({
    bodyId: s.bodyId,
    person: s.people,
    role: z.enum(['chair', 'deputyChair', 'member', 'contact', 'observer']).optional().catch(undefined),
    speaksFor: s.optionalBodyId,
    validFrom: s.optionalDate,
    validTo: s.optionalDate,
  }),
  /** Substitute and preparers of one mandate. */
  'mandate.people.open': z.object({ mandateId: s.mandateId }),
  'mandate.people': z.object({ mandateId: s.mandateId, substitute: s.people, preparers: s.people }),
  'mandate.end.open': z.object({ mandateId: s.mandateId }),
  'mandate.end': z.object({ mandateId: s.mandateId, lastDay: s.optionalDate }),
};

export const runningVerbs = {
  /** The secretariat's overview: where the round stands and who is missing. */
  'round.show': z.object({ ...round, page: s.page.optional() }),
  'round.missing': z.object({ ...task, page: s.page.optional() }),
  'deadline.open': z.object(task),
  /** After downtime: the question to the chair, and his answer that the deadline stands. */
  'downtime.show': z.object(task),
  'deadline.keep': z.object(task),
  'deadline.extend': z.object({ ...task, date: s.optionalDate, time: s.optionalTime, reason: s.optionalText }),
  'round.pause.open': z.object(round),
  'round.pause': z.object({ ...round, reason: s.optionalText }),
  'round.resume': z.object(round),
  /** Opens what is due and closes what has run out, now. */
  'round.advance': z.object(round),
  'task.close.open': z.object(task),
  'task.close': z.object({ ...task, reason: s.optionalText }),
};

export const handbookVerbs = {
  'handbook.edit.open': z.object({ section, entryId: s.entryId.optional() }),
  'handbook.save': z.object({
    section,
    entryId: s.entryId.optional(),
    titleDa: s.optionalText,
    titleEn: s.optionalText,
    textDa: s.optionalText,
    textEn: s.optionalText,
    link: s.optionalText,
    date: s.optionalDate,
    bodyId: s.optionalBodyId,
  }),
  'handbook.remove.open': z.object({ section, entryId: s.entryId }),
  'handbook.remove': z.object({ section, entryId: s.entryId }),
};
