// Folding nominations and groups: what every later task reads. Who may do what with them is decided by the kinds.
import { never } from '../../decision';
import type { AnswerEvent, NominationEvent, ProductEvent, Recorded, RoundEvent } from '../events';
import type { Change, Nomination, RoundState } from '../state';

type Sent = Extract<NominationEvent, { type: 'NominationSentForBacking' }>;

/** A nomination is there: new, or sent again after it was returned. */
export function nominationSent(state: RoundState, event: Sent, when: When): RoundState {
  const known = state.nominations[event.nominationId];
  const revision = (known?.revision ?? 0) + 1;
  const nomination: Nomination = {
    id: event.nominationId,
    taskId: event.taskId,
    number: known?.number ?? null,
    status: 'awaitingBacking',
    nominators: event.nominators,
    onBehalfOf: event.onBehalfOf,
    backedBy: [],
    revision,
    texts: event.texts,
    facts: event.facts,
    submittedAt: known?.submittedAt ?? null,
    returned: null,
    conclusion: null,
    decision: null,
    groupId: null,
    ...(known === undefined ? {} : { changes: changesOf(known, when) }),
    askedAt: revision,
  };
  return { ...state, nominations: { ...state.nominations, [nomination.id]: nomination } };
}

/** Who did it, and when. */
type When = Pick<Recorded<RoundEvent>, 'by' | 'at'>;

function changesOf({ changes, onBehalfOf, texts, facts }: Nomination, { by, at }: When): readonly Change[] {
  return [...(changes ?? []), { by, at, before: { onBehalfOf, texts, facts } }];
}

/** A number is used up only by a nomination that had none: one submitted again keeps its own. */
export function nominationChanged(state: RoundState, event: Exclude<NominationEvent, Sent>, when: When): RoundState {
  const nomination = state.nominations[event.nominationId];
  if (nomination === undefined) return state;
  const nominations = { ...state.nominations, [nomination.id]: change(nomination, event, when) };
  const isNumbered = event.type === 'NominationSubmitted' && nomination.number === null;
  if (!isNumbered) return { ...state, nominations };
  return { ...state, nominations, numbering: { ...state.numbering, last: state.numbering.last + 1 } };
}

function change(nomination: Nomination, event: Exclude<NominationEvent, Sent>, when: When): Nomination {
  switch (event.type) {
    case 'NominationBacked':
      return { ...nomination, backedBy: [...nomination.backedBy, event.bodyId] };
    case 'NominationSubmitted':
      return { ...nomination, status: 'submitted', number: event.number, submittedAt: when.at };
    case 'NominationReturned':
      return { ...nomination, status: 'returned', backedBy: [], returned: { by: event.bodyId, texts: event.texts } };
    case 'NominationRevised':
      return revised(nomination, event, when);
    case 'NominationWithdrawn':
      return { ...nomination, status: 'withdrawn' };
    default:
      return never(event);
  }
}

/** A new text. Before it is submitted it needs every backing anew: a contact backs what he has read, and nothing else. */
function revised(
  nomination: Nomination,
  event: Extract<NominationEvent, { type: 'NominationRevised' }>,
  when: When,
): Nomination {
  const isSubmitted = nomination.status === 'submitted';
  const revision = nomination.revision + 1;
  // Who has been asked and has not answered is not asked again because the text has become better.
  const isAskedAnew = !isSubmitted && (nomination.status === 'returned' || nomination.backedBy.length > 0);
  return {
    ...nomination,
    status: isSubmitted ? 'submitted' : 'awaitingBacking',
    onBehalfOf: event.onBehalfOf,
    backedBy: isSubmitted ? nomination.backedBy : [],
    texts: event.texts,
    facts: event.facts,
    revision,
    returned: null,
    changes: changesOf(nomination, when),
    ...(isAskedAnew ? { askedAt: revision } : {}),
  };
}

/** The drafts that were signed become the nominations' conclusions. */
export function conclusionsSigned(
  state: RoundState,
  event: Extract<AnswerEvent, { type: 'ConclusionsSigned' }>,
): RoundState {
  const work = state.tasks[event.taskId]?.work;
  if (work?.family !== 'conclusions') return state;
  const nominations = { ...state.nominations };
  for (const id of event.nominationIds) {
    const nomination = nominations[id];
    const conclusion = work.drafts[id];
    if (nomination !== undefined && conclusion !== undefined) nominations[id] = { ...nomination, conclusion };
  }
  return { ...state, nominations };
}

/** The proposed groups become the round's, and each nomination knows its own. */
export function groupsConfirmed(
  state: RoundState,
  event: Extract<ProductEvent, { type: 'GroupsConfirmed' }>,
): RoundState {
  const work = state.tasks[event.taskId]?.work;
  if (work?.family !== 'groups') return state;
  const nominations = { ...state.nominations };
  for (const group of work.proposed) {
    for (const id of group.nominationIds) {
      const nomination = nominations[id];
      if (nomination !== undefined) nominations[id] = { ...nomination, groupId: group.id };
    }
  }
  return { ...state, nominations, groups: Object.fromEntries(work.proposed.map((group) => [group.id, group])) };
}
