// Bodies' channels and seats, by the secretariat: which channel is whose, who holds a seat, stands in, prepares, leaves.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { DialogContent } from '../../cards/card';
import type { FormInput } from '../../cards/inputs/round';
import type { PersonalInput } from '../../cards/inputs/personal';
import type { VerbData } from '../../cards/verbs';
import type { BodyId, MandateId, PersonId } from '../../services/process/ids';
import type { OrganisationCommand } from '../../services/process/organisation/messages';
import type { Administered } from './administering';
import { administer, asSecretariat } from './administering';
import type { Answer } from './answer';
import { mandateIdOf } from './mandateId';
import { personal } from './personal';
import { pickedPerson } from './picked';
import { organisationCalendar, organisationOf } from './rights';
import { fault, said } from './say';
import { seenChannels } from './places';
import type { Turn } from './turn';
import { looking, viewerOf } from './turn';

export async function channelOpen(turn: Turn, data: VerbData<'channel.open'>): Promise<Answer> {
  return asSecretariat(turn, async () => channelForm(turn, data.bodyId ?? null, null));
}

export async function channelBind(turn: Turn, data: VerbData<'channel.bind'>): Promise<Answer> {
  return asSecretariat(turn, async () => {
    const chosen = data.channel === undefined ? hereOf(turn) : channelOf(data.channel);
    if (data.bodyId === undefined || chosen === null)
      return channelForm(turn, data.bodyId ?? null, { name: 'MissingField' });
    const bound = (await organisationOf(turn)).channels[data.bodyId];
    const outcome = await administer(turn, `${data.bodyId}/${bound?.channelId ?? ''}`, 0, {
      type: 'BindChannel',
      bodyId: data.bodyId,
      channel: chosen,
    });
    return outcome.ok ? said(turn, 'channelBound') : channelForm(turn, data.bodyId, outcome.fault);
  });
}

function hereOf(turn: Turn): { readonly teamId: string; readonly channelId: string } | null {
  const { teamId, channelId } = turn.place;
  return channelId === null ? null : { teamId: teamId ?? '', channelId };
}

function channelOf(chosen: string): { readonly teamId: string; readonly channelId: string } | null {
  const at = chosen.indexOf('/');
  return at === -1 ? null : { teamId: chosen.slice(0, at), channelId: chosen.slice(at + 1) };
}

async function channelForm(turn: Turn, bodyId: BodyId | null, wrong: Fault | null): Promise<Answer> {
  const organisation = await organisationOf(turn);
  const channels = Object.values(await seenChannels(turn.parts.settings));
  const content = cards.channelForm({
    language: turn.language,
    surface: turn.surface,
    fault: wrong,
    organisation,
    date: organisationCalendar(turn).dateOf(turn.now),
    bodyId,
    channels: turn.place.kind === 'channel' ? [] : channels,
  });
  return { kind: 'dialog', title: content.title, card: content.card };
}

export async function mandatesShow(turn: Turn, data: VerbData<'mandates.show'>): Promise<Answer> {
  return asSecretariat(turn, async () => {
    const organisation = await organisationOf(turn);
    if (organisation.bodies[data.bodyId] === undefined)
      return fault(turn, { name: 'UnknownBody', bodyId: data.bodyId });
    return personal(turn, (input) =>
      cards.mandatesCard({ ...input, organisation, bodyId: data.bodyId, page: data.page ?? 0 }),
    );
  });
}

export async function mandateOpen(turn: Turn, data: VerbData<'mandate.open'>): Promise<Answer> {
  return asSecretariat(turn, async () => {
    const { bodyId, about } = data;
    const proposed = about === undefined ? undefined : (await turn.parts.people.read([about])).get(about);
    return mandateForm(turn, bodyId, null, proposed?.aadObjectId);
  });
}

async function mandateForm(turn: Turn, bodyId: BodyId, wrong: Fault | null, entraId?: string): Promise<Answer> {
  const organisation = await organisationOf(turn);
  return organisationForm(turn, wrong, (input) =>
    cards.mandateForm({ ...input, organisation, bodyId, entraId: entraId ?? null }),
  );
}

export async function mandateGive(turn: Turn, data: VerbData<'mandate.give'>): Promise<Answer> {
  return asSecretariat(turn, async () => {
    const [picked] = data.person;
    if (picked === undefined) return mandateForm(turn, data.bodyId, { name: 'PersonMissing' });
    if (data.role === undefined) return mandateForm(turn, data.bodyId, { name: 'MissingField' });
    const seat = {
      bodyId: data.bodyId,
      role: data.role,
      holder: await pickedPerson(turn, picked),
      speaksFor: data.speaksFor ?? null,
      validFrom: data.validFrom ?? null,
      validTo: data.validTo ?? null,
    };
    const id = mandateIdOf(await organisationOf(turn), seat);
    const mandate = { id, ...seat, substitute: null, preparers: [] };
    const outcome = await administer(turn, mandate.id, 0, { type: 'GiveMandate', mandate });
    return outcome.ok ? said(turn, 'mandateGiven') : mandateForm(turn, data.bodyId, outcome.fault);
  });
}

export async function mandatePeopleOpen(turn: Turn, data: VerbData<'mandate.people.open'>): Promise<Answer> {
  return asSecretariat(turn, async () => peopleForm(turn, data.mandateId, null));
}

async function peopleForm(turn: Turn, mandateId: MandateId, wrong: Fault | null): Promise<Answer> {
  const organisation = await organisationOf(turn);
  const mandate = organisation.mandates[mandateId];
  if (mandate === undefined) return fault(turn, { name: 'UnknownMandate', mandateId });
  const ids = [...mandate.preparers, ...(mandate.substitute === null ? [] : [mandate.substitute])];
  const people = await turn.parts.people.read(ids);
  const entraIds = Object.fromEntries([...people.values()].map((person) => [person.id, person.aadObjectId]));
  return organisationForm(turn, wrong, (input) =>
    cards.mandatePeopleForm({ ...input, organisation, mandateId, entraIds }),
  );
}

/** Two commands, one after the other: a crash between them leaves the preparers as they were, and the form shows it. */
export async function mandatePeople(turn: Turn, data: VerbData<'mandate.people'>): Promise<Answer> {
  return asSecretariat(turn, async () => {
    const { mandateId } = data;
    const [substitute] = data.substitute;
    const personId = substitute === undefined ? null : await pickedPerson(turn, substitute);
    const personIds: PersonId[] = [];
    for (const preparer of data.preparers) personIds.push(await pickedPerson(turn, preparer));
    const named = await inSequence(turn, mandateId, [
      { type: 'NameSubstitute', mandateId, personId },
      { type: 'NamePreparers', mandateId, personIds },
    ]);
    return named.ok ? said(turn, 'peopleNamed') : peopleForm(turn, mandateId, named.fault);
  });
}

/** The basis counts how often it has been done for this seat: naming, un-naming and naming again are three wishes. */
async function inSequence(
  turn: Turn,
  mandateId: MandateId,
  commands: readonly OrganisationCommand[],
): Promise<Administered> {
  let outcome: Administered = { ok: true, organisation: await organisationOf(turn) };
  for (const command of commands) {
    if (!outcome.ok) return outcome;
    outcome = await administer(turn, mandateId, outcome.organisation.namings[mandateId] ?? 0, command);
  }
  return outcome;
}

export async function mandateEndOpen(turn: Turn, data: VerbData<'mandate.end.open'>): Promise<Answer> {
  return asSecretariat(turn, async () => endForm(turn, data.mandateId, null));
}

async function endForm(turn: Turn, mandateId: MandateId, wrong: Fault | null): Promise<Answer> {
  const organisation = await organisationOf(turn);
  if (organisation.mandates[mandateId] === undefined) return fault(turn, { name: 'UnknownMandate', mandateId });
  return organisationForm(turn, wrong, (input) => cards.mandateEndForm({ ...input, organisation, mandateId }));
}

export async function mandateEnd(turn: Turn, data: VerbData<'mandate.end'>): Promise<Answer> {
  return asSecretariat(turn, async () => {
    const { mandateId, lastDay } = data;
    if (lastDay === undefined) return endForm(turn, mandateId, { name: 'DateInvalid' });
    const before = (await organisationOf(turn)).mandates[mandateId]?.validTo ?? '';
    const outcome = await administer(turn, `${mandateId}/${before}`, 0, { type: 'EndMandate', mandateId, lastDay });
    return outcome.ok ? said(turn, 'mandateEnded') : endForm(turn, mandateId, outcome.fault);
  });
}

async function organisationForm(
  turn: Turn,
  wrong: Fault | null,
  make: (input: PersonalInput & FormInput) => DialogContent,
): Promise<Answer> {
  const content = await looking(turn, organisationCalendar(turn), (look) =>
    make({ viewer: viewerOf(turn), look, surface: turn.surface, fault: wrong }),
  );
  return { kind: 'dialog', title: content.title, card: content.card };
}
