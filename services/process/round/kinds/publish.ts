// Publishing: one act by a body that tells the nominators, shows the result, or ends the round (PROCESS.md §2, steps 3
// and 5). What is sent is delivery's business, and the round's end is round/lifecycle's; here it is only said and recorded.
import { accepted, refused, unchanged } from '../../decision';
import { askedOf, mandatesIn, outstandingFor, partiesOf, workers, worksFor } from './acting';
import type { KindRules, TaskView } from './kind';

type View = TaskView<'publish'>;

export const PUBLICATION_VERSION = 'publication/1';

export const publish: KindRules<'publish'> = {
  begin: () => ({ family: 'publication', publishedAt: null }),
  decide(command, view, context) {
    if (command.type !== 'Publish') return refused({ name: 'NotThisTask', taskId: view.task.id });
    if (!worksFor(view, context, view.definition.bodies)) return refused({ name: 'NoMandate' });
    return isPublished(view) ? unchanged : accepted({ type: 'Published', taskId: command.taskId });
  },
  evolve(work, { event, at }) {
    return work.family === 'publication' && event.type === 'Published' ? { ...work, publishedAt: at } : work;
  },
  outstanding(view) {
    if (isPublished(view)) return [];
    const asked = askedOf(mandatesIn(view, partiesOf(view, view.definition.bodies), workers));
    return outstandingFor(view, asked, 'publication');
  },
  complete: isPublished,
  end(view) {
    if (!isPublished(view)) return null;
    const arithmetic = { effects: view.definition.effects };
    return { result: { version: PUBLICATION_VERSION, outcome: 'published', arithmetic }, effects: [] };
  },
  closes: 'whenAnswered',
  late: 'accepted',
};

function isPublished({ task }: View): boolean {
  return task.work.family === 'publication' && task.work.publishedAt !== null;
}
