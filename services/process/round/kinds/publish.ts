// Publishing: one act by a body that tells the nominators, shows the result, or ends the round (PROCESS.md §2, steps 3
// and 5). Before nominators are told, each decision gets its reason. What is sent is delivery's business, and the round's end
// is round/lifecycle's; here it is only said and recorded.
import type { Context } from '../../context';
import { accepted, refused, unchanged, type Decision } from '../../decision';
import type { RoundCommand } from '../commands';
import type { RoundEvent } from '../events';
import type { RoundRefusal } from '../refusals';
import { askedOf, mandatesIn, outstandingFor, partiesOf, personOf, workers, worksFor } from './acting';
import type { KindRules, TaskView } from './kind';
import { evolvePublication, heldOutOfReason, notPublished, publicationIn, withoutReason } from './publish/reasons';

type View = TaskView<'publish'>;
type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends RoundCommand['type']> = Extract<RoundCommand, { type: Type }>;

export const PUBLICATION_VERSION = 'publication/1';

export const publish: KindRules<'publish'> = {
  begin: () => notPublished,
  decide(command, view, context) {
    switch (command.type) {
      case 'Publish':
        return publishNow(command, view, context);
      case 'WriteReason':
        return writeReason(command, view, context);
      default:
        return refused({ name: 'NotThisTask', taskId: view.task.id });
    }
  },
  evolve: evolvePublication,
  outstanding(view) {
    if (isPublished(view)) return [];
    const asked = askedOf(mandatesIn(view, partiesOf(view, view.definition.bodies), workers));
    const missing = reasonsMissing(view);
    return missing === 0
      ? outstandingFor(view, asked, 'publication')
      : outstandingFor(view, asked, 'reasons', { left: missing, total: missing });
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

/** Where the task asks for reasons, nobody is told a decision without one (PROCESS.md §2, step 3). */
function publishNow({ taskId }: Command<'Publish'>, view: View, context: Context): Outcome {
  if (!worksFor(view, context, view.definition.bodies)) return refused({ name: 'NoMandate' });
  if (isPublished(view)) return unchanged;
  const missing = reasonsMissing(view);
  return missing > 0 ? refused({ name: 'ReasonsMissing', missing }) : accepted({ type: 'Published', taskId });
}

/**
 * The reason of one nomination's decision, or without a nomination those that all selected and all not selected share. An
 * own reason without words is taken away, and the shared one stands again. Not by who is held out of what it is about.
 */
function writeReason(command: Command<'WriteReason'>, view: View, context: Context): Outcome {
  const { taskId, nominationId, texts, basis } = command;
  if (!worksFor(view, context, view.definition.bodies)) return refused({ name: 'NoMandate' });
  if (isPublished(view)) return refused({ name: 'TaskClosed', taskId });
  if (nominationId !== null && view.round.nominations[nominationId] === undefined) {
    return refused({ name: 'UnknownNomination' });
  }
  const personId = personOf(context);
  const heldOut = personId === null ? [] : heldOutOfReason(view.round, view.task, personId, nominationId);
  if (heldOut.length > 0) return refused({ name: 'HeldOut', nominationIds: heldOut });
  const { common, own } = publicationIn(view.task.work);
  const present = nominationId === null ? common : own[nominationId];
  const revision = present?.revision ?? 0;
  if ((present?.texts?.hash ?? null) === (texts?.hash ?? null)) return unchanged;
  if (basis !== revision) return refused({ name: 'AnswerChangedMeanwhile', basis: revision });
  return accepted({ type: 'ReasonWritten', taskId, nominationId, texts });
}

function reasonsMissing(view: View): number {
  return view.definition.reasons === 'required' ? withoutReason(view.round, view.task).length : 0;
}

function isPublished({ task }: View): boolean {
  return publicationIn(task.work).publishedAt !== null;
}
