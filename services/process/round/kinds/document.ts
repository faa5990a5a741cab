// A document that some bodies write and others agree to, such as the implementation plan (PROCESS.md §2, step 4).
// Holds which version stands and who agreed to it; the document itself is a link in the texts.
import type { Context } from '../../context';
import { accepted, refused, unchanged, type Decision } from '../../decision';
import { as, type BodyId, type FieldId } from '../../ids';
import { has } from '../../text';
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

const nothing: Document = { family: 'document', versions: [], agreements: {}, remarks: [] };

export const document: KindRules<'document'> = {
  begin: () => nothing,
  decide(command, view, context) {
    switch (command.type) {
      case 'SubmitDocument':
        return submitDocument(command, view, context);
      case 'AgreeToDocument':
        return agreeToDocument(command, view, context);
      case 'RemarkOnDocument':
        return remarkOnDocument(command, view, context);
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
    if (event.type === 'DocumentRemarked') {
      const { version, groupId, bodyId, texts } = event;
      return { ...work, remarks: [...work.remarks, { version, groupId, bodyId, texts, by, at }] };
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

/** A remark on the newest version, by anyone who works for its authors or for those who agree to it. */
function remarkOnDocument(command: Command<'RemarkOnDocument'>, view: View, context: Context): Outcome {
  const { taskId, bodyId, version, groupId, texts } = command;
  const parties = [...view.definition.bodies, ...view.definition.agreedBy];
  const isParty = partiesOf(view, parties).includes(bodyId);
  if (!isParty || !isAmong(view, personOf(context), mandatesIn(view, [bodyId], workers))) {
    return refused({ name: 'NoMandate' });
  }
  if (newest(view) === 0) return refused({ name: 'DocumentMissing' });
  if (version !== newest(view)) return refused({ name: 'OtherVersion', version: newest(view) });
  if (groupId !== null && view.round.groups[groupId] === undefined) return refused({ name: 'UnknownGroup' });
  if (!has(texts, as<FieldId>('remark'))) return refused({ name: 'ReasonMissing' });
  if (documentIn(view).remarks.some((known) => known.texts.hash === texts.hash)) return unchanged;
  return accepted({ type: 'DocumentRemarked', taskId, bodyId, version, groupId, texts });
}

function documentIn({ task }: View): Document {
  return task.work.family === 'document' ? task.work : nothing;
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
