// A document that some bodies write and others agree to, such as the implementation plan (PROCESS.md §2, step 4).
// Holds which version stands and who agreed to it; the document itself is a link in the texts.
import type { Context } from '../../context';
import { accepted, refused, unchanged, type Decision } from '../../decision';
import type { BodyId } from '../../ids';
import type { RoundCommand } from '../commands';
import type { RoundEvent } from '../events';
import type { RoundRefusal } from '../refusals';
import type { Json, Work } from '../state';
import {
  askedOf,
  isAmong,
  mandatesIn,
  outstandingFor,
  partiesOf,
  personOf,
  voicesOf,
  workers,
  worksFor,
} from './acting';
import type { KindRules, TaskView } from './kind';

type View = TaskView<'document'>;
type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends RoundCommand['type']> = Extract<RoundCommand, { type: Type }>;
type Document = Extract<Work, { family: 'document' }>;

export const DOCUMENT_VERSION = 'document/1';

export const document: KindRules<'document'> = {
  begin: () => ({ family: 'document', versions: [], agreements: {} }),
  decide(command, view, context) {
    switch (command.type) {
      case 'SubmitDocument':
        return submitDocument(command, view, context);
      case 'AgreeToDocument':
        return agreeToDocument(command, view, context);
      default:
        return refused({ name: 'NotThisTask', taskId: view.task.id });
    }
  },
  evolve(work, { event, at, by }) {
    if (work.family !== 'document' || by === null) return work;
    if (event.type === 'DocumentSubmitted') {
      const { version, texts } = event;
      return { ...work, versions: [...work.versions, { version, texts, by, at }], agreements: {} };
    }
    if (event.type !== 'DocumentAgreed') return work;
    return { ...work, agreements: { ...work.agreements, [event.bodyId]: { by, at } } };
  },
  returned(work) {
    if (work.family !== 'document') return work;
    return { ...work, agreements: {}, returned: work.versions.at(-1)?.version ?? 0 };
  },
  outstanding(view) {
    if (isWanted(view)) {
      const authors = mandatesIn(view, partiesOf(view, view.definition.bodies), workers);
      return outstandingFor(view, askedOf(authors), 'document');
    }
    return disagreed(view).flatMap((bodyId) => outstandingFor(view, askedOf(voicesOf(view, bodyId)), 'agreement'));
  },
  complete: (view) => !isWanted(view) && disagreed(view).length === 0,
  end(view) {
    if (isWanted(view) || disagreed(view).length > 0) return null;
    const outcome = view.definition.agreedBy.length === 0 ? 'submitted' : 'agreed';
    return { result: { version: DOCUMENT_VERSION, outcome, arithmetic: countsOf(view) }, effects: [] };
  },
  standing: (view) => countsOf(view),
  closes: 'whenAnswered',
  late: 'accepted',
};

/** The next version, by anyone who works for the authors. It takes back every agreement: they were to another text. */
function submitDocument(command: Command<'SubmitDocument'>, view: View, context: Context): Outcome {
  const { taskId, version, texts } = command;
  if (!worksFor(view, context, view.definition.bodies)) return refused({ name: 'NoMandate' });
  if (texts.fields.length === 0) return refused({ name: 'DocumentMissing' });
  if (documentIn(view).versions.some((known) => known.texts.hash === texts.hash && known.version === version)) {
    return unchanged;
  }
  if (version !== newest(view) + 1) return refused({ name: 'OtherVersion', version: newest(view) });
  return accepted({ type: 'DocumentSubmitted', taskId, version, texts });
}

/** Agreement to the newest version, on behalf of a body by those who speak for it. */
function agreeToDocument(command: Command<'AgreeToDocument'>, view: View, context: Context): Outcome {
  const { taskId, bodyId, version } = command;
  if (!partiesOf(view, view.definition.agreedBy).includes(bodyId)) return refused({ name: 'NoMandate' });
  if (!isAmong(view, personOf(context), voicesOf(view, bodyId))) return refused({ name: 'NotContact', bodyId });
  if (isWanted(view)) return refused({ name: 'DocumentMissing' });
  if (version !== newest(view)) return refused({ name: 'OtherVersion', version: newest(view) });
  if (documentIn(view).agreements[bodyId] !== undefined) return unchanged;
  return accepted({ type: 'DocumentAgreed', taskId, bodyId, version });
}

function documentIn({ task }: View): Document {
  return task.work.family === 'document' ? task.work : { family: 'document', versions: [], agreements: {} };
}

/** The number of the version that stands; 0 before the first. */
function newest(view: View): number {
  return documentIn(view).versions.at(-1)?.version ?? 0;
}

/** True before the first version, and while a version that was sent back is the newest. */
function isWanted(view: View): boolean {
  return newest(view) === (documentIn(view).returned ?? 0);
}

/** Bodies that have not agreed to the newest version. */
function disagreed(view: View): readonly BodyId[] {
  const { agreements } = documentIn(view);
  return partiesOf(view, view.definition.agreedBy).filter((bodyId) => agreements[bodyId] === undefined);
}

function countsOf(view: View): Json {
  const bodies = partiesOf(view, view.definition.agreedBy);
  return { version: newest(view), agreed: bodies.length - disagreed(view).length, of: bodies.length };
}
