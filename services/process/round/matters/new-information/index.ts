// A nomination that was not selected can come back on new information (PROCESS.md §9): its nominator says what is new once he
// has been told the decision, and until the round closes. Then it goes on to the next round; whether it is better there is
// for its organisations, who back it again.
import { accepted, refused, unchanged } from '../../../decision';
import { as, type FieldId } from '../../../ids';
import { has } from '../../../text';
import { toldAt } from '../../kinds/publish/reasons';
import type { Nomination, RoundState } from '../../state';
import type { MatterRules } from '../matter';
import type { NewInformationCommand } from './messages';

export const newInformation: MatterRules<'newInformation'> = {
  begin: {},
  decide(command, round, { actor }) {
    const { nominationId, texts, basis } = command as NewInformationCommand;
    if (round.status === 'closed') return refused({ name: 'RoundClosed' });
    const nomination = round.nominations[nominationId];
    if (nomination === undefined) return refused({ name: 'UnknownNomination' });
    if (actor.kind !== 'person' || !nomination.nominators.includes(actor.personId)) {
      return refused({ name: 'NotNominator' });
    }
    if (!canComeBack(round, nomination)) return refused({ name: 'NotDecidedAgainst' });
    if (!has(texts, as<FieldId>('information'))) return refused({ name: 'InformationMissing' });
    const present = round.matters.newInformation[nominationId];
    if (present?.texts.hash === texts.hash) return unchanged;
    const revision = present?.revision ?? 0;
    if (basis !== revision) return refused({ name: 'AnswerChangedMeanwhile', basis: revision });
    return accepted({ type: 'NewInformationTold', nominationId, texts });
  },
  evolve(slice, { event, by, at }) {
    if (event.type !== 'NewInformationTold' || by === null) return slice;
    const { nominationId, texts } = event;
    return { ...slice, [nominationId]: { texts, by, at, revision: (slice[nominationId]?.revision ?? 0) + 1 } };
  },
  outstanding: () => [],
  settle: () => [],
  moments: () => [],
  holdsBack: () => false,
};

/** True once the nominators have been told that the nomination was not selected, or that it was not qualified. */
export function canComeBack(round: RoundState, nomination: Nomination): boolean {
  const isAgainst = nomination.decision === 'notSelected' || nomination.conclusion?.outcome === 'notQualified';
  return nomination.status === 'submitted' && nomination.decision !== 'selected' && isAgainst && toldAt(round) !== null;
}
