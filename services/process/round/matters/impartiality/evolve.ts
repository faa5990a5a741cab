// The fold of impartiality: what was declared, reported, voted and ruled. Computes nothing: rulings come counted.
import type { NominationId, PersonId } from '../../../ids';
import type { Recorded, RoundEvent } from '../../events';
import type { ImpartialityEvent } from './messages';
import type { Conflict, Impartiality } from './state';

type Event<Type extends ImpartialityEvent['type']> = Extract<ImpartialityEvent, { type: Type }>;

export const nothingDeclared: Impartiality = {
  requested: {},
  declarations: {},
  conflicts: {},
  atClosing: {},
  voted: {},
};

export function evolveImpartiality(slice: Impartiality, { event, by, at }: Recorded<RoundEvent>): Impartiality {
  switch (event.type) {
    case 'DeclarationsRequested':
      return {
        ...slice,
        requested: { ...slice.requested, [event.taskId]: { at, deadlineAt: event.deadlineAt } },
      };
    case 'InterestsDeclared': {
      if (by === null) return slice;
      const revision = (slice.declarations[by]?.revision ?? 0) + 1;
      return { ...slice, declarations: { ...slice.declarations, [by]: { at, texts: event.texts, revision } } };
    }
    case 'ConflictReported':
      return by === null ? slice : reported(slice, event, by, at);
    case 'ConflictWithdrawn':
      return withConflict(slice, event, (conflict) => ({
        ...conflict,
        withdrawnAt: at,
        revision: conflict.revision + 1,
      }));
    case 'ConflictsVotedOn':
      return by === null ? slice : votedOn(slice, event, by, at);
    case 'RulingsPassedOn': {
      const { to, deadlineAt } = event;
      return event.conflicts.reduce<Impartiality>(
        (folded, one) =>
          withConflict(folded, one, (conflict) => ({
            ...conflict,
            deadlineAt,
            passedOn: { to, at },
            // What the chair has answered already stands. Of the secretariat one answers for all, knowing that he does.
            votes: to === 'chair' ? conflict.votes : {},
          })),
        slice,
      );
    }
    case 'ConflictRuled': {
      const { outcome, counts, deciders, texts } = event;
      return withConflict(slice, event, (conflict) => ({
        ...conflict,
        ruling: { outcome, counts, deciders, texts, at },
      }));
    }
    case 'TaskClosed':
      return { ...slice, atClosing: { ...slice.atClosing, [event.taskId]: slice.conflicts } };
    default:
      return slice;
  }
}

/** Reported anew, it waits anew; what was ruled before stays to be read. */
function reported(slice: Impartiality, event: Event<'ConflictReported'>, by: PersonId, at: string): Impartiality {
  const { type: _, ...told } = event;
  const known = slice.conflicts[event.nominationId]?.[event.personId];
  const conflict: Conflict = {
    ...told,
    reportedBy: by,
    reportedAt: at,
    votes: {},
    ruling: null,
    withdrawnAt: null,
    revision: (known?.revision ?? 0) + 1,
    earlier: known === undefined || known.ruling === null ? (known?.earlier ?? []) : [...known.earlier, known.ruling],
  };
  return put(slice, conflict);
}

function votedOn(slice: Impartiality, event: Event<'ConflictsVotedOn'>, by: PersonId, at: string): Impartiality {
  const voted = { ...slice.voted, [by]: (slice.voted[by] ?? 0) + 1 };
  return event.votes.reduce<Impartiality>(
    (folded, vote) =>
      withConflict(folded, vote, (conflict) => ({
        ...conflict,
        votes: { ...conflict.votes, [by]: { outcome: vote.outcome, texts: event.texts, at } },
      })),
    { ...slice, voted },
  );
}

function withConflict(
  slice: Impartiality,
  { personId, nominationId }: { readonly personId: PersonId; readonly nominationId: NominationId },
  change: (conflict: Conflict) => Conflict,
): Impartiality {
  const conflict = slice.conflicts[nominationId]?.[personId];
  return conflict === undefined ? slice : put(slice, change(conflict));
}

function put(slice: Impartiality, conflict: Conflict): Impartiality {
  const ofNomination = { ...slice.conflicts[conflict.nominationId], [conflict.personId]: conflict };
  return { ...slice, conflicts: { ...slice.conflicts, [conflict.nominationId]: ofNomination } };
}
