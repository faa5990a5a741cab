// Commands of the secretariat to the organisation: given to its stream in the person's name.
import type { Fault } from '../../cards/fault';
import type { OrganisationCommand } from '../../services/process/organisation/messages';
import type { OrganisationState } from '../../services/process/organisation/state';
import { organisationStream } from '../parts';
import type { Answer } from './answer';
import { administrator, mayAdminister } from './rights';
import { fault } from './say';
import type { Turn } from './turn';

export type Administered =
  { readonly ok: true; readonly organisation: OrganisationState } | { readonly ok: false; readonly fault: Fault };

/** `subject` and `basis` tell two equal wishes apart where the second is meant (DESIGN.md §4). */
export async function administer(
  turn: Turn,
  subject: string,
  basis: number,
  command: OrganisationCommand,
): Promise<Administered> {
  const actor = await administrator(turn);
  if (actor === null) return { ok: false, fault: { name: 'NotSecretariat' } };
  const outcome = await turn.parts.organisation.execute(organisationStream, {
    actor,
    now: turn.now,
    verb: command.type,
    subject,
    basis,
    input: command,
    texts: null,
    command: () => command,
  });
  return outcome.kind === 'refused' ? { ok: false, fault: outcome.refusal } : { ok: true, organisation: outcome.state };
}

/** Answers a member of the secretariat; anyone else is told calmly that this is not his. */
export async function asSecretariat(turn: Turn, answer: () => Promise<Answer>): Promise<Answer> {
  return (await mayAdminister(turn)) ? answer() : fault(turn, { name: 'NotSecretariat' });
}
