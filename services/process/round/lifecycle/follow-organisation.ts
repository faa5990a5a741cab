// Following the organisation: what changed for this round since the last time, as an event of its own (DESIGN.md §3).
// A change counts from that commit; answers already given stay in the record and are set aside when counted.
import type { Context } from '../../context';
import { accepted, refused, unchanged } from '../../decision';
import type { MandateId } from '../../ids';
import type { RoundCommand } from '../commands';
import type { RoundDecision } from '../decide';
import { asReplaced } from '../evolve/overrides';
import type { RoundState } from '../state';
import { same } from '../../same';

type FollowOrganisation = Extract<RoundCommand, { type: 'FollowOrganisation' }>;

/**
 * Only the system follows. Unchanged when this organisation was followed before, or when nothing in it concerns the round
 * (then `orgSeq` stays, and the record free of noise). A closed round follows no more: its rights end with it.
 */
export function followOrganisation(command: FollowOrganisation, state: RoundState, context: Context): RoundDecision {
  if (context.actor.kind !== 'system') return refused({ name: 'NotSecretariat' });
  if (state.status === 'closed' || command.orgSeq <= state.orgSeq) return unchanged;
  const { bodies, mandates } = command.electorate;
  const changedBodies = Object.values(bodies).filter((body) => !same(body, state.electorate.bodies[body.id]));
  const changedMandates = Object.values(mandates).filter(
    (mandate) => !same(asReplaced(mandate, state.matters.overrides), state.electorate.mandates[mandate.id]),
  );
  const removed = (Object.keys(state.electorate.mandates) as MandateId[]).filter((id) => !(id in mandates)).sort();
  if (changedBodies.length + changedMandates.length + removed.length === 0) return unchanged;
  return accepted({
    type: 'OrganisationFollowed',
    orgSeq: command.orgSeq,
    bodies: changedBodies,
    mandates: changedMandates,
    removed,
  });
}
