// Which verbs only show something: pressed again they show what stands now, and nothing is done by them.
import type { Verb } from '../cards/verbs';

/** Verbs that only show: asked again they show what stands now. */
export const showing: ReadonlySet<Verb> = new Set<Verb>([
  'tasks.show',
  'task.show',
  'status.show',
  'nominations.show',
  'nomination.show',
  'result.show',
  'page',
  'ranking.show',
  'round.show',
  'round.missing',
  'setup.show',
  'setup.bodies',
  'mandates.show',
  'meetings.show',
  'meeting.show',
  'overrides.show',
  'override.show',
  'handbook.show',
  'bodies.show',
  'body.show',
  'sheet.show',
]);

/** A verb that shows a card, or opens a form. */
export function onlyShows(verb: Verb): boolean {
  return showing.has(verb) || verb.endsWith('.open');
}
