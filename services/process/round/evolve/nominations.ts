// Folding nominations and groups: what every later task reads. Who may do what with them is decided by the kinds.
import type { Instant } from '../../calendar';
import { never } from '../../decision';
import type { AnswerEvent, NominationEvent, ProductEvent } from '../events';
import type { Nomination, RoundState } from '../state';

type Sent = Extract<NominationEvent, { type: 'NominationSentForBacking' }>;

/** A nomination is there: new, or sent again after it was returned. */
export function nominationSent(state: RoundState, event: Sent): RoundState {
  const known = state.nominations[event.nominationId];
  const nomination: Nomination = {
    id: event.nominationId,
    taskId: event.taskId,
    number: known?.number ?? null,
    status: 'awaitingBacking',
    nominators: event.nominators,
    onBehalfOf: event.onBehalfOf,
    backedBy: [],
    revision: (known?.revision ?? 0) + 1,
    texts: event.texts,
    facts: event.facts,
    submittedAt: known?.submittedAt ?? null,
    returned: null,
    conclusion: null,
    decision: null,
    groupId: null,
  };
  return { ...state, nominations: { ...state.nominations, [nomination.id]: nomination } };
}

/** A number is used up only by a nomination that had none: one submitted again keeps its own. */
export function nominationChanged(state: RoundState, event: Exclude<NominationEvent, Sent>, at: Instant): RoundState {
  const nomination = state.nominations[event.nominationId];
  if (nomination === undefined) return state;
  const nominations = { ...state.nominations, [nomination.id]: change(nomination, event, at) };
  const isNumbered = event.type === 'NominationSubmitted' && nomination.number === null;
  if (!isNumbered) return { ...state, nominations };
  return { ...state, nominations, numbering: { ...state.numbering, last: state.numbering.last + 1 } };
}

function change(nomination: Nomination, event: Exclude<NominationEvent, Sent>, at: Instant): Nomination {
  switch (event.type) {
    case 'NominationBacked':
      return { ...nomination, backedBy: [...nomination.backedBy, event.bodyId] };
    case 'NominationSubmitted':
      return { ...nomination, status: 'submitted', number: event.number, submittedAt: at };
    case 'NominationReturned':
      return { ...nomination, status: 'returned', backedBy: [], returned: { by: event.bodyId, texts: event.texts } };
    case 'NominationRevised':
      return revised(nomination, event);
    case 'NominationWithdrawn':
      return { ...nomination, status: 'withdrawn' };
    default:
      return never(event);
  }
}

/** A new text. Before it is submitted it needs every backing anew: a contact backs what he has read, and nothing else. */
function revised(nomination: Nomination, event: Extract<NominationEvent, { type: 'NominationRevised' }>): Nomination {
  const isSubmitted = nomination.status === 'submitted';
  return {
    ...nomination,
    status: isSubmitted ? 'submitted' : 'awaitingBacking',
    onBehalfOf: event.onBehalfOf,
    backedBy: isSubmitted ? nomination.backedBy : [],
    texts: event.texts,
    facts: event.facts,
    revision: nomination.revision + 1,
    returned: null,
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
