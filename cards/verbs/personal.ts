// What the personal cards carry: help, overviews, language, the handbook, reminders; and paging and refresh of every card.
// Must hold ids and choices only.
import { z } from 'zod';
import * as s from './shapes';

/** The lists that can be turned page by page. Which ids a list needs stands in its card. */
export const listName = z.enum([
  /** A task's nominations. */
  'nominations',
  /** Nominations of a nominate task, with their state. */
  'submitted',
  /** The viewer's own nominations. */
  'mine',
  /** All that waits for the viewer. */
  'tasks',
  'remarks',
  'statements',
  'conclusions',
  'selection',
  'groups',
  'networks',
  'chapters',
  /** A result's table. */
  'result',
  /** A ranking pair by pair. */
  'duels',
  /** What the secretariat has checked and what not. */
  'intake',
  /** Nominations that wait for a body's backing. */
  'backing',
  'assessments',
  'decisions',
  /** What was declared and ruled on, for the secretariat. */
  'declarations',
  /** Decisions with their reasons, for those who write them. */
  'reasons',
  /** Remarks on the versions of a document. */
  'documentRemarks',
]);
export type ListName = z.infer<typeof listName>;

/** Sections of the handbook. */
export const section = z.enum(['principles', 'patientGroups', 'forms', 'guides', 'minutes', 'terms', 'news']);
export type Section = z.infer<typeof section>;

export const personalVerbs = {
  /** Automatic or by hand: the viewer's own view. Ids only, as the card may be an old one. */
  refresh: z.object({ roundId: s.roundId, taskId: s.taskId.optional(), stepId: s.stepId.optional() }),
  page: z.object({
    list: listName,
    page: s.page,
    roundId: s.roundId.optional(),
    taskId: s.taskId.optional(),
    bodyId: s.optionalBodyId,
  }),
  'help.show': z.object({}),
  'tasks.show': z.object({ page: s.page.optional() }),
  'status.show': z.object({ roundId: s.roundId.optional() }),
  'nominations.show': z.object({ page: s.page.optional() }),
  'language.show': z.object({}),
  'language.choose': z.object({ language: z.enum(['da', 'en']) }),
  'handbook.show': z.object({ section, page: s.page.optional(), entryId: s.entryId.optional() }),
  'bodies.show': z.object({ page: s.page.optional() }),
  'body.show': z.object({ bodyId: s.bodyId }),
  'news.follow': z.object({ follow: z.boolean() }),
  /** "Mind mig i morgen". */
  'reminder.tomorrow': z.object({}),
  /** "Jeg kan ikke nå det". */
  'unable.open': z.object({}),
  'unable.send': z.object({
    /** `<roundId>/<taskId>` of the task meant. */
    task: s.optionalText,
    wish: z.enum(['extension', 'substitute', 'write']).optional().catch(undefined),
    text: s.optionalText,
  }),
};
