// The joint professional advice on each nomination: the secretariat drafts, the chair signs all at once (PROCESS.md §2,
// step 2). Signing makes the drafts the nominations' conclusions, which round/evolve folds; nothing is concluded by itself.
import type { Context } from '../../context';
import { accepted, refused, unchanged, type Decision } from '../../decision';
import { as, type FieldId, type NominationId, type PersonId } from '../../ids';
import type { Mandate } from '../../organisation/state';
import { same } from '../../same';
import { has } from '../../text';
import type { RoundCommand } from '../commands';
import type { RoundEvent } from '../events';
import { mayTakePart } from '../matters/impartiality/standing';
import { answererOf, nominationsAbout } from '../queries';
import type { RoundRefusal } from '../refusals';
import type { Conclusion, Json, RoundState, Work } from '../state';
import {
  askedOf,
  isAmong,
  mandatesIn,
  outstandingFor,
  partiesOf,
  personOf,
  signersOf,
  workers,
  worksFor,
} from './acting';
import type { KindRules, Outstanding, TaskView } from './kind';

type View = TaskView<'conclude'>;
type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends RoundCommand['type']> = Extract<RoundCommand, { type: Type }>;
type Drafts = Readonly<Record<NominationId, Conclusion>>;

export const CONCLUSIONS_VERSION = 'conclusions/1';

const outcomes: ReadonlySet<string> = new Set(['qualified', 'notQualified', 'moreInformation', 'mergedWith']);

export const conclude: KindRules<'conclude'> = {
  begin: () => ({ family: 'conclusions', drafts: {} }),
  decide(command, view, context) {
    switch (command.type) {
      case 'DraftConclusion':
        return draftConclusion(command, view, context);
      case 'SignConclusions':
        return signConclusions(command, view, context);
      default:
        return refused({ name: 'NotThisTask', taskId: view.task.id });
    }
  },
  evolve(work, { event, at, by }) {
    if (work.family !== 'conclusions' || event.type !== 'ConclusionDrafted' || by === null) return work;
    const { nominationId, outcome, into, texts } = event;
    const revision = (work.drafts[nominationId]?.revision ?? 0) + 1;
    return { ...work, drafts: { ...work.drafts, [nominationId]: { outcome, into, texts, by, at, revision } } };
  },
  outstanding: (view) =>
    isSigned(view) ? [] : undrafted(view).length > 0 ? draftsWanted(view) : signatureWanted(view),
  complete: isSigned,
  end(view) {
    if (!isSigned(view)) return null;
    return { result: { version: CONCLUSIONS_VERSION, outcome: 'signed', arithmetic: countsOf(view) }, effects: [] };
  },
  standing: (view) => ({ ...countsOf(view), drafted: Object.keys(draftsIn(view)).length }),
  closes: 'whenAnswered',
  late: 'accepted',
};

/** A draft for one nomination, by a member of those who draft, or by who signs it; drafted again until it is signed. */
function draftConclusion(command: Command<'DraftConclusion'>, view: View, context: Context): Outcome {
  const { taskId, nominationId, outcome, into, texts } = command;
  const signs = isAmong(view, personOf(context), signersOf(view, partiesOf(view, view.definition.bodies)));
  if (!signs && !worksFor(view, context, view.definition.draftedBy)) return refused({ name: 'NoMandate' });
  if (view.round.nominations[nominationId] === undefined) return refused({ name: 'UnknownNomination' });
  if (!subject(view).includes(nominationId)) return refused({ name: 'NominationNotInTask', nominationId });
  if (!outcomes.has(outcome)) return refused({ name: 'UnknownChoice' });
  const heldOut = [nominationId, ...(into === null ? [] : [into])].filter((id) => !isOpenTo(view, context, id));
  if (heldOut.length > 0) return refused({ name: 'HeldOut', nominationIds: heldOut });
  if (!isMergeable(command, view)) return refused({ name: 'MergeTargetInvalid' });
  if (!has(texts, as<FieldId>('reason'))) return refused({ name: 'ReasonMissing' });
  const present = draftsIn(view)[nominationId];
  const isSame = present?.outcome === outcome && present.into === into && present.texts.hash === texts.hash;
  if (isSame) return unchanged;
  const basis = present?.revision ?? 0;
  if (command.basis !== basis) return refused({ name: 'AnswerChangedMeanwhile', basis });
  return accepted({ type: 'ConclusionDrafted', taskId, nominationId, outcome, into, texts });
}

/**
 * A merged nomination goes into another of the task that stays: not itself, none that is merged, and none may be merged
 * into one that goes. Any other outcome has no target.
 */
function isMergeable({ nominationId, outcome, into }: Command<'DraftConclusion'>, view: View): boolean {
  if (outcome !== 'mergedWith') return into === null;
  if (into === null || into === nominationId || !subject(view).includes(into)) return false;
  const drafts = draftsIn(view);
  const isTarget = Object.values(drafts).some((draft) => draft.outcome === 'mergedWith' && draft.into === nominationId);
  return drafts[into]?.outcome !== 'mergedWith' && !isTarget;
}

function isOpenTo(view: View, context: Context, id: NominationId): boolean {
  const personId = personOf(context);
  return personId !== null && mayTakePart(view.round, personId, id);
}

/** What a view of the drafts open to a person shows, as the basis of signing them: it grows with every draft. */
export function draftsBasis(round: RoundState, work: Work, personId: PersonId | null): number {
  const drafts = work.family === 'conclusions' ? Object.entries(work.drafts) : [];
  return drafts
    .filter(([id]) => personId !== null && mayTakePart(round, personId, as<NominationId>(id)))
    .reduce((sum, [, draft]) => sum + draft.revision, 0);
}

/** Who may sign for one nomination: chair and deputy; where both are held out of it, the members who are not. */
function signersFor(view: View, id: NominationId): readonly Mandate[] {
  const isFree = (mandate: Mandate): boolean => mayTakePart(view.round, answererOf(view.task, mandate), id);
  return partiesOf(view, view.definition.bodies).flatMap((bodyId) => {
    const free = signersOf(view, [bodyId]).filter(isFree);
    return free.length > 0 ? free : mandatesIn(view, [bodyId], ['member']).filter(isFree);
  });
}

/** The chair signs the drafts he was shown: all of the task, or all but those he is held out of, which the deputy signs. */
function signConclusions(command: Command<'SignConclusions'>, view: View, context: Context): Outcome {
  const personId = personOf(context);
  const signers = signersOf(view, partiesOf(view, view.definition.bodies));
  const nominationIds = subject(view).filter((id) => isAmong(view, personId, signersFor(view, id)));
  if (nominationIds.length === 0 && !isAmong(view, personId, signers)) {
    return refused(worksFor(view, context, view.definition.bodies) ? { name: 'NotChair' } : { name: 'NoMandate' });
  }
  if (isSigned(view)) return unchanged;
  const missing = undrafted(view).length;
  if (missing > 0) return refused({ name: 'ConclusionsMissing', missing });
  if (nominationIds.length === 0) return refused({ name: 'HeldOut', nominationIds: subject(view) });
  if (nominationIds.every((id) => isSignedFor(view, id))) return unchanged;
  const basis = draftsBasis(view.round, view.task.work, personId);
  if (command.drafted !== basis) return refused({ name: 'AnswerChangedMeanwhile', basis });
  return accepted({ type: 'ConclusionsSigned', taskId: command.taskId, nominationIds });
}

function subject(view: View): readonly NominationId[] {
  return nominationsAbout(view.round, view.definition.about).map(({ id }) => id);
}

/** A draft about a nomination that has since become part of another waits for nothing: it stands again when that is undone. */
function draftsIn({ task, round }: View): Drafts {
  const drafts = task.work.family === 'conclusions' ? task.work.drafts : {};
  const isPart = (id: string): boolean => round.nominations[id as NominationId]?.status === 'merged';
  return Object.keys(drafts).some(isPart) ? withoutParts(drafts, isPart) : drafts;
}

function withoutParts(drafts: Drafts, isPart: (id: string) => boolean): Drafts {
  return Object.fromEntries(Object.entries(drafts).filter(([id]) => !isPart(id)));
}

function undrafted(view: View): readonly NominationId[] {
  const drafts = draftsIn(view);
  return subject(view).filter((id) => drafts[id] === undefined);
}

/**
 * True when every draft has become its nomination's conclusion, so a second task of this kind is not taken for signed by
 * the first. With no nomination to conclude on there is nothing to sign.
 */
function isSigned(view: View): boolean {
  const drafts = Object.keys(draftsIn(view)) as NominationId[];
  if (drafts.length === 0) return subject(view).length === 0;
  return drafts.every((id) => isSignedFor(view, id));
}

function isSignedFor(view: View, id: NominationId): boolean {
  return same(view.round.nominations[id]?.conclusion ?? null, draftsIn(view)[id]);
}

function draftsWanted(view: View): readonly Outstanding[] {
  return mandatesIn(view, partiesOf(view, view.definition.draftedBy), workers).flatMap((drafter) => {
    const isOpen = (id: NominationId): boolean => mayTakePart(view.round, answererOf(view.task, drafter), id);
    const nominationIds = undrafted(view).filter(isOpen);
    if (nominationIds.length === 0) return [];
    const more = { left: nominationIds.length, total: subject(view).filter(isOpen).length, nominationIds };
    return outstandingFor(view, [drafter], 'drafts', more);
  });
}

function signatureWanted(view: View): readonly Outstanding[] {
  const asked = subject(view)
    .filter((id) => !isSignedFor(view, id))
    .flatMap((id) => askedOf(signersFor(view, id)));
  return outstandingFor(view, [...new Set(asked)], 'signature');
}

function countsOf(view: View): Readonly<Record<Conclusion['outcome'], number>> & Readonly<Record<string, Json>> {
  const drafts = Object.values(draftsIn(view));
  const count = (outcome: Conclusion['outcome']): number => drafts.filter((draft) => draft.outcome === outcome).length;
  return {
    qualified: count('qualified'),
    notQualified: count('notQualified'),
    moreInformation: count('moreInformation'),
    mergedWith: count('mergedWith'),
  };
}
