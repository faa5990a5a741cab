// Which ballot speaks for a seat: about one nomination, and about the task as a whole. A list is answered once and counts
// per item (PROCESS.md §6): a ballot says nothing of what its giver is held out of, and a called substitute's ballot stands
// beside the holder's for those items alone. Reads only.
import type { NominationId, PersonId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { answererFor, isOut } from '../../matters/impartiality/answering';
import { mayTakePart } from '../../matters/impartiality/standing';
import { answererOf, nominationsAbout, seatsOf } from '../../queries';
import type { CastBallot } from '../../state';
import type { TaskView } from '../kind';
import type { CollegialKind } from './choices';
import { ballotsIn } from './work';

type View = TaskView<CollegialKind>;

/** A seat's answer as it counts. */
export interface Voice {
  readonly mandate: Mandate;
  readonly ballot: CastBallot | null;
  /** Held out: it has no part, and is neither entitled nor missing. */
  readonly recused: boolean;
  /** Nominations of the task that `ballot` says nothing of. */
  readonly silentOn: readonly NominationId[];
  /** The substitute's ballot beside the seat's own, and the nominations it speaks of. */
  readonly beside: { readonly ballot: CastBallot; readonly on: readonly NominationId[] } | null;
}

/** The nominations a task is about; none where it is about the round. */
export function itemsOf(view: View): readonly NominationId[] {
  return nominationsAbout(view.round, view.definition.about).map(({ id }) => id);
}

/** False where nothing was ever reported in the round: then every seat speaks for the whole, and nothing need be asked. */
export function isTouched(view: View): boolean {
  const { conflicts } = view.round.matters.impartiality;
  return Object.keys(conflicts).length > 0 && itemsOf(view).length > 0;
}

/** The voices of all seats in force on the task as a whole, sorted by the mandates' ids. */
export function voicesOn(view: View): readonly Voice[] {
  const touched = isTouched(view);
  return seatsOf(view.round, view.definition, view.date).map((mandate) =>
    touched ? wholeVoice(view, mandate) : plainVoice(mandate, ballotsIn(view.task).ballots[mandate.id] ?? null),
  );
}

function plainVoice(mandate: Mandate, ballot: CastBallot | null, recused = false): Voice {
  return { mandate, ballot, recused, silentOn: [], beside: null };
}

/** The seat's own ballot where it says anything that counts, else the substitute's; held out only where it is of everything. */
function wholeVoice(view: View, mandate: Mandate): Voice {
  const items = itemsOf(view);
  const own = ballotsIn(view.task).ballots[mandate.id];
  const about = items.map((id) => voiceAbout(view, mandate, id));
  if (about.every(({ recused }) => recused)) return plainVoice(mandate, null, true);
  const spoken = about.flatMap(({ ballot }) => ballot ?? []);
  const ballot = spoken.find((one) => one === own) ?? spoken[0] ?? null;
  const other = spoken.find((one) => one !== ballot);
  const by = (wanted: CastBallot | null | undefined) => (_: NominationId, at: number) => about[at]?.ballot === wanted;
  return {
    mandate,
    ballot,
    recused: false,
    silentOn: ballot === null ? [] : items.filter((id, at) => !by(ballot)(id, at)),
    beside: other === undefined ? null : { ballot: other, on: items.filter(by(other)) },
  };
}

/** The seat's voice about one nomination of the task. */
export function voiceAbout(view: View, mandate: Mandate, id: NominationId): Voice {
  const { ballots, instead } = ballotsIn(view.task);
  const own = ballots[mandate.id];
  if (own !== undefined && covers(view, own, id)) return plainVoice(mandate, own);
  const person = answererFor(view, mandate, id);
  const other = instead?.[mandate.id];
  const isInstead = person !== null && person !== answererOf(view.task, mandate);
  const stands = isInstead && other !== undefined && other.by === person && covers(view, other, id);
  return plainVoice(mandate, stands ? other : null, person === null);
}

function covers(view: View, ballot: CastBallot, id: NominationId): boolean {
  return !(ballot.without?.includes(id) ?? false) && mayTakePart(view.round, ballot.by, id);
}

/** Who still has to answer for a seat: by person, with the nominations nothing has been said of. */
export function missingFor(view: View, mandate: Mandate): ReadonlyMap<PersonId, readonly NominationId[]> {
  const missing = new Map<PersonId, NominationId[]>();
  for (const id of itemsOf(view)) {
    const person = answererFor(view, mandate, id);
    if (person === null || voiceAbout(view, mandate, id).ballot !== null) continue;
    missing.set(person, [...(missing.get(person) ?? []), id]);
  }
  return missing;
}

/** True when nothing more can come from the seat: answered, or held out for good. One that waits for a ruling may still answer. */
export function isThrough(view: View, mandate: Mandate): boolean {
  return itemsOf(view).every((id) => voiceAbout(view, mandate, id).ballot !== null || isOut(view, mandate, id));
}

/** Seats held out of the task only until it is ruled on. */
export function pendingAmong(view: View, voices: readonly Voice[]): number {
  return voices.filter(({ mandate, recused }) => recused && itemsOf(view).some((id) => !isOut(view, mandate, id)))
    .length;
}
