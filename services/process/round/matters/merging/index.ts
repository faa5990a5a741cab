// Merging by consent as a matter of the round: waits for every nominator concerned, and holds nothing back meanwhile.
import type { LocalDate } from '../../../calendar';
import type { Recorded, RoundEvent } from '../../events';
import type { OutstandingTask } from '../../outstanding';
import type { RoundState } from '../../state';
import type { MatterRules } from '../matter';
import { isAskable } from '../questions/queries';
import { decideMerging } from './decide';
import type { MergingCommand } from './messages';
import { concerned, nominationsOf, toAgree } from './queries';
import type { Merge, Merging } from './state';

export const merging: MatterRules<'merging'> = {
  begin: {},
  decide: (command, round, context) => decideMerging(command as MergingCommand, round, context),
  evolve,
  outstanding,
  settle: () => [],
  moments: () => [],
  holdsBack: () => false,
};

/** The key of a merge among what waits for people. */
export function mergeKey({ id }: Pick<Merge, 'id'>): string {
  return `merge/${id}`;
}

/** Without a deadline: who does not answer leaves everything as it is. */
function outstanding(round: RoundState, _date: LocalDate): readonly OutstandingTask[] {
  return Object.values(round.matters.merging).flatMap((merge): readonly OutstandingTask[] => {
    const target = round.nominations[merge.into];
    const isOpen = merge.status === 'proposed' && nominationsOf(round, merge).every(isAskable);
    if (!isOpen || target === undefined) return [];
    const nominationIds = concerned(merge);
    const entries = toAgree(round, merge).map((personId) => ({
      personId,
      mandateId: null,
      bodyId: round.definition.secretariat,
      wanted: 'merge' as const,
      left: 1,
      total: 1,
      nominationIds,
    }));
    const deadline = { deadlineAt: null, deadlineSetAt: null, deadlineRevision: 0 };
    return [{ taskId: target.taskId, matter: mergeKey(merge), ...deadline, entries }];
  });
}

function evolve(slice: Merging, { event, by, at }: Recorded<RoundEvent>): Merging {
  switch (event.type) {
    case 'MergeProposed': {
      if (by === null) return slice;
      const { type: _, mergeId: id, ...proposed } = event;
      const begun = { agreed: [], agreedFor: [], status: 'proposed', endedAt: null, before: null } as const;
      return { ...slice, [id]: { ...proposed, ...begun, id, by, proposedAt: at } };
    }
    case 'MergeAnswered':
      return changed(slice, event.mergeId, (merge) => {
        if (!event.agrees) return { status: 'declined', endedAt: at };
        if (event.bodyIds.length > 0) return { agreedFor: [...merge.agreedFor, ...event.bodyIds] };
        return by === null ? {} : { agreed: [...merge.agreed, by] };
      });
    case 'NominationsMerged':
      return changed(slice, event.mergeId, () => ({ status: 'done', endedAt: at, before: event.before }));
    case 'MergeWithdrawn':
      return changed(slice, event.mergeId, () => ({ status: 'withdrawn', endedAt: at }));
    case 'MergeUndone':
      return changed(slice, event.mergeId, () => ({ status: 'undone', endedAt: at }));
    default:
      return slice;
  }
}

function changed(slice: Merging, id: Merge['id'], change: (merge: Merge) => Partial<Merge>): Merging {
  const merge = slice[id];
  return merge === undefined ? slice : { ...slice, [id]: { ...merge, ...change(merge) } };
}
