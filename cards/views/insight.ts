// Who sees what has been said of a nomination before the decision is final: those who handle it, and those whose own it is.
// For showing only: the rules decide again about every act. What a recused person must not see is asked beside this.
import type { PersonId } from '../../services/process/ids';
import { inForce, isSecretariat, taskDefinitions, bodiesOf } from '../../services/process/round/queries';
import type { Nomination } from '../../services/process/round/state';
import type { Scene } from './scene';

/** True for the secretariat and for whoever holds any seat in a body that does more in the round than nominate. */
export function handlesNominations({ round, date }: Scene, personId: PersonId): boolean {
  if (isSecretariat(round, personId, date)) return true;
  const parties = taskDefinitions(round).flatMap((task) => (task.kind === 'nominate' ? [] : task.bodies));
  const bodies = new Set(bodiesOf(round.electorate, parties, date));
  return Object.values(round.electorate.mandates).some(
    (mandate) => mandate.holder === personId && bodies.has(mandate.bodyId) && inForce(mandate, date),
  );
}

/** A nominator's own, or one made on behalf of an organisation the person speaks for. */
export function isOwnNomination({ round, date }: Scene, nomination: Nomination, personId: PersonId): boolean {
  if (nomination.nominators.includes(personId)) return true;
  return Object.values(round.electorate.mandates).some(
    (mandate) =>
      mandate.holder === personId && nomination.onBehalfOf.includes(mandate.bodyId) && inForce(mandate, date),
  );
}
