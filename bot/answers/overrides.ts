// Overrides: one of the secretariat proposes in a dialog, a second person confirms on a card. Rights are the rules'.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import type { MandateId, OverrideId, PersonId, RoundId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { differencesOf } from '../../services/process/round/matters/overrides/amendment';
import type { Change } from '../../services/process/round/matters/overrides/state';
import { definitionHash } from '../definitionHash';
import { act, reasonTexts, required } from './act';
import type { Answer } from './answer';
import { pickedPerson } from './picked';
import { ask, fault, inRound, said, show } from './say';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

export async function overridesShow(turn: Turn, data: VerbData<'overrides.show'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    show(turn, standing, (look) => cards.overridesCard({ ...own(turn, standing), look, page: data.page ?? 0 })),
  );
}

export async function overrideShow(turn: Turn, data: VerbData<'override.show'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => overrideCard(turn, standing, data.overrideId));
}

export async function overrideConfirm(turn: Turn, data: VerbData<'override.confirm'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const acted = await act(turn, standing, {
      subject: data.overrideId,
      basis: 0,
      texts: null,
      command: () => ({ type: 'ConfirmOverride', overrideId: data.overrideId }),
    });
    return acted.ok ? overrideCard(turn, acted.standing, data.overrideId) : fault(turn, acted.fault);
  });
}

export async function overrideDeclineOpen(turn: Turn, data: VerbData<'override.decline.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => declineForm(turn, standing, data, null));
}

export async function overrideDecline(turn: Turn, data: VerbData<'override.decline'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const acted = await act(turn, standing, {
      subject: data.overrideId,
      basis: 0,
      texts: reasonTexts(data.reason),
      command: (texts) => ({ type: 'DeclineOverride', overrideId: data.overrideId, texts }),
    });
    if (acted.ok) return overrideCard(turn, acted.standing, data.overrideId);
    return acted.fault.name === 'ReasonMissing'
      ? declineForm(turn, acted.standing, data, acted.fault)
      : fault(turn, acted.fault);
  });
}

async function declineForm(
  turn: Turn,
  standing: Standing,
  data: VerbData<'override.decline.open'>,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.declineOverrideForm({
      ...own(turn, standing),
      look,
      surface: turn.surface,
      fault: wrong,
      overrideId: data.overrideId,
      reason: '',
    }),
  );
}

export async function overrideReopenOpen(turn: Turn, data: VerbData<'override.reopen.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    reopenForm(
      turn,
      standing,
      { ...data, overrideId: newOverride(turn, standing), date: undefined, reason: undefined },
      null,
    ),
  );
}

export async function overrideReopen(turn: Turn, data: VerbData<'override.reopen'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    if (data.date === undefined) return reopenForm(turn, standing, data, { name: 'DateInvalid' });
    const deadlineAt = standing.calendar.deadlineOn(data.date);
    const change: Change = { kind: 'reopen', taskId: data.taskId, deadlineAt };
    return propose(turn, standing, data, change, {}, async (now, wrong) => reopenForm(turn, now, data, wrong));
  });
}

async function reopenForm(
  turn: Turn,
  standing: Standing,
  data: VerbData<'override.reopen'>,
  wrong: Fault | null,
): Promise<Answer> {
  const { taskId, date } = data;
  return ask(turn, standing, (look) =>
    cards.reopenForm({ ...form(turn, standing, data, wrong), look, taskId, date: date ?? null }),
  );
}

/** The dialog by which a task is closed before its deadline. */
export async function closeEarlyOpen(
  turn: Turn,
  standing: Standing,
  data: VerbData<'task.close.open'>,
): Promise<Answer> {
  return closeEarlyForm(turn, standing, { ...data, overrideId: newOverride(turn, standing), reason: undefined }, null);
}

export async function overrideClose(turn: Turn, data: VerbData<'override.close'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const change: Change = { kind: 'closeEarly', taskId: data.taskId };
    return propose(turn, standing, data, change, {}, async (now, wrong) => closeEarlyForm(turn, now, data, wrong));
  });
}

async function closeEarlyForm(
  turn: Turn,
  standing: Standing,
  data: VerbData<'override.close'>,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.closeEarlyForm({ ...form(turn, standing, data, wrong), look, taskId: data.taskId }),
  );
}

export async function overrideCorrectOpen(turn: Turn, data: VerbData<'override.correct.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const empty = { reason: undefined, wrong: undefined, right: undefined };
    return correctForm(turn, standing, { ...data, ...empty, overrideId: newOverride(turn, standing) }, null);
  });
}

export async function overrideCorrect(turn: Turn, data: VerbData<'override.correct'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const change: Change = { kind: 'correct', taskId: data.taskId, nominationId: data.nominationId ?? null };
    const texts = { wrong: data.wrong ?? '', right: data.right ?? '' };
    return propose(turn, standing, data, change, texts, async (now, wrong) => correctForm(turn, now, data, wrong));
  });
}

async function correctForm(
  turn: Turn,
  standing: Standing,
  data: VerbData<'override.correct'>,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.correctForm({
      ...form(turn, standing, data, wrong),
      look,
      taskId: data.taskId,
      nominationId: data.nominationId ?? null,
      wrong: data.wrong ?? '',
      right: data.right ?? '',
    }),
  );
}

export async function overrideReplaceOpen(turn: Turn, data: VerbData<'override.replace.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    replaceForm(turn, standing, { overrideId: newOverride(turn, standing), reason: undefined }, null),
  );
}

export async function overrideReplace(turn: Turn, data: VerbData<'override.replace'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const again = async (now: Standing, wrong: Fault) => replaceForm(turn, now, data, wrong);
    const [picked] = data.person;
    if (data.mandateId === undefined) return again(standing, { name: 'NoSuchSeat' });
    if (picked === undefined) return again(standing, { name: 'PersonMissing' });
    const change = replacement(data.mandateId, await pickedPerson(turn, picked));
    return propose(turn, standing, data, change, {}, again);
  });
}

function replacement(mandateId: MandateId, personId: PersonId): Change {
  return { kind: 'replacePerson', mandateId, personId };
}

async function replaceForm(turn: Turn, standing: Standing, data: Proposed, wrong: Fault | null): Promise<Answer> {
  return ask(turn, standing, (look) => cards.replaceForm({ ...form(turn, standing, data, wrong), look }));
}

export async function overrideAmendOpen(turn: Turn, data: VerbData<'override.amend.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    amendForm(turn, standing, { overrideId: newOverride(turn, standing), reason: undefined }, null),
  );
}

/** The version the round is changed to is the one that a new round of the same process would be started with. */
export async function overrideAmend(turn: Turn, data: VerbData<'override.amend'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const definition = turn.parts.definitions.get(standing.round.definition.name);
    if (definition === undefined) return amendForm(turn, standing, data, { name: 'NothingToAmend' });
    const change: Change = { kind: 'amend', definition, definitionHash: definitionHash(definition) };
    return propose(turn, standing, data, change, {}, async (now, wrong) => amendForm(turn, now, data, wrong));
  });
}

async function amendForm(turn: Turn, standing: Standing, data: Proposed, wrong: Fault | null): Promise<Answer> {
  const present = standing.round.definition;
  const differences = differencesOf(present, turn.parts.definitions.get(present.name) ?? present);
  return ask(turn, standing, (look) => cards.amendForm({ ...form(turn, standing, data, wrong), look, differences }));
}

interface Proposed {
  readonly overrideId: OverrideId;
  readonly reason?: string | undefined;
}

async function propose(
  turn: Turn,
  standing: Standing,
  data: Proposed & { readonly roundId: RoundId },
  change: Change,
  texts: Readonly<Record<string, string>>,
  again: (standing: Standing, wrong: Fault) => Promise<Answer>,
): Promise<Answer> {
  const acted = await act(turn, standing, {
    subject: data.overrideId,
    basis: 0,
    texts: { ...texts, reason: data.reason ?? '' },
    command: (ref) => ({ type: 'ProposeOverride', overrideId: data.overrideId, change, texts: required(ref) }),
  });
  return acted.ok ? said(turn, 'overrideProposed') : again(acted.standing, acted.fault);
}

async function overrideCard(turn: Turn, standing: Standing, overrideId: OverrideId): Promise<Answer> {
  return show(turn, standing, (look) => cards.overrideCard({ ...own(turn, standing), look, overrideId }));
}

function newOverride(turn: Turn, { round }: Standing): OverrideId {
  const before = Object.keys(round.matters.overrides.all).length;
  return as<OverrideId>(turn.parts.newId(`override/${round.id}/${turn.person.id}/${before}`));
}

function own(turn: Turn, standing: Standing) {
  return { round: standing.round, viewer: viewerOf(turn) };
}

function form(turn: Turn, standing: Standing, data: Proposed, wrong: Fault | null) {
  const { overrideId, reason } = data;
  return { ...own(turn, standing), surface: turn.surface, fault: wrong, overrideId, reason: reason ?? '' };
}
