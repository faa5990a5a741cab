// Who may propose a merge, and who may take one apart: asked by the rules and by every dialog that names a title. Reads only.
import type { LocalDate } from '../../../calendar';
import type { PersonId } from '../../../ids';
import { isSecretariat } from '../../queries';
import type { Nomination, RoundState } from '../../state';
import { mayTakePart } from '../impartiality/standing';
import { askersFor } from '../questions/queries';
import { concerned, nominationsOf } from './queries';
import type { Merge } from './state';

/** Who may propose that others become part of a nomination: its nominators, and those who may ask about it. */
export function mayProposeFor(round: RoundState, nomination: Nomination, personId: PersonId, date: LocalDate): boolean {
  return nomination.nominators.includes(personId) || askersFor(round, personId, nomination, date).length > 0;
}

/** Who may take a merge apart: any nominator of what was merged, or a member of the secretariat who is held out of none of it. */
export function mayUndo(
  round: RoundState,
  merge: Pick<Merge, 'into' | 'from'>,
  personId: PersonId,
  date: LocalDate,
): boolean {
  if (nominationsOf(round, merge).some(({ nominators }) => nominators.includes(personId))) return true;
  return isSecretariat(round, personId, date) && concerned(merge).every((id) => mayTakePart(round, personId, id));
}
