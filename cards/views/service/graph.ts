// What is told about Microsoft Graph: a consent that is missing, seats that differ from a group, what somebody asked for and
// has been made. Names only those whose seats, channel or chat it is about.
import type { BodyId, MandateId, NominationId, PersonId } from '../../../services/process/ids';
import type { OrganisationState } from '../../../services/process/organisation/state';
import type { NetworkKey, RoundState } from '../../../services/process/round/state';
import type { Language } from '../../../services/process/words';
import { execute, openDialog, openUrl } from '../../card';
import type { Card } from '../../card';
import { escapeMarkdown } from '../../escape';
import { render } from '../../render';
import type { Row } from '../../templates';
import { textsOf } from '../../texts';
import type { Texts } from '../../texts';
import { serviceTexts } from '../../texts/service';
import type { Lookups } from '../../view';
import { buttons, listOf, pageOf, present } from '../blocks';
import { networkName } from '../lists/products';
import { bodyName, sceneOf, settingOf } from '../scene';

type Use = keyof Texts['graph']['use'];

/** A phone's worth of differences; the next show when these have been dealt with. */
const ROWS_MAX = 8;

/** Names on a card; more would not be read. */
const NAMES_MAX = 20;

export interface ConsentInput {
  readonly language: Language;
  readonly use: Use;
  /** Permissions of which one suffices, the least first. */
  readonly needs: readonly string[];
}

/** Which permission is missing for what, in one calm sentence. */
export function consentCard({ language, use, needs }: ConsentInput): Card {
  const t = textsOf(language).graph;
  const [first = '', ...others] = needs;
  const named = others.length === 0 ? first : t.consentOr(first, others.join(', '));
  const data = pageOf({ title: t.consentTitle, lead: [t.consentLead(t.use[use], named), t.consentWho] });
  return render('page', data, { language, summary: t.consentTitle });
}

export interface GroupChangeInput {
  readonly language: Language;
  readonly look: Lookups;
  readonly organisation: OrganisationState;
  readonly bodyId: BodyId;
  /** In the group and without a seat. */
  readonly joined: readonly PersonId[];
  /** Seats whose holders are not in the group. */
  readonly departed: readonly MandateId[];
}

/** How a body's seats differ from its group, with what can be done about each; nothing is done by itself. */
export function groupChangeCard(input: GroupChangeInput): Card {
  const { organisation, bodyId } = input;
  const setting = settingOf(input.language, input.look);
  const { t } = setting;
  const title = t.graph.groupTitle(escapeMarkdown(bodyName(setting, organisation.bodies, bodyId)));
  const notNow = (id: string) => execute(t.graph.notNow, 'group.notNow', { bodyId, about: id });
  const joined = input.joined.map((personId): Row => ({
    title: t.graph.joined(setting.person(personId)),
    lines: [],
    buttons: buttons(openDialog(t.graph.giveMandate, 'mandate.open', { bodyId, about: personId }), notNow(personId)),
  }));
  const departed = input.departed.flatMap((mandateId): readonly Row[] => {
    const mandate = organisation.mandates[mandateId];
    if (mandate === undefined) return [];
    const end = openDialog(t.admin.endMandate, 'mandate.end.open', { mandateId });
    return [
      { title: t.graph.departed(setting.person(mandate.holder)), lines: [], buttons: buttons(end, notNow(mandateId)) },
    ];
  });
  const rows = [...joined, ...departed];
  const data = {
    eyebrow: [],
    title,
    lead: [rows.length === 0 ? t.graph.groupSame : t.graph.groupLead],
    rows: rows.slice(0, ROWS_MAX),
    notes: present(rows.length > ROWS_MAX && serviceTexts[input.language].andMore(rows.length - ROWS_MAX)),
    buttons: [],
  };
  return render('list', listOf(data), { language: input.language, summary: title });
}

export interface MadeInput {
  readonly round: RoundState;
  readonly language: Language;
  readonly look: Lookups;
  readonly url: string | null;
}

export interface NetworkMadeInput extends MadeInput {
  readonly network: NetworkKey;
  readonly added: readonly PersonId[];
  /** Whom Teams did not take into the channel. */
  readonly left: readonly PersonId[];
  /** Appointed by name only, so that nobody knows who they are in Teams. */
  readonly unnamed: number;
}

export function networkMadeCard(input: NetworkMadeInput): Card {
  const scene = sceneOf(input);
  const { t, f } = scene;
  const title = t.graph.networkTitle(networkName(scene, input.network));
  const left = input.left.slice(0, NAMES_MAX).map((id) => scene.person(id));
  const data = pageOf({
    title,
    lead: present(
      t.graph.networkDone(input.added.length),
      left.length > 0 && t.graph.networkLeft(f.list(left)),
      input.unnamed > 0 && t.graph.networkUnnamed(input.unnamed),
    ),
    buttons: buttons(input.url !== null && openUrl(t.graph.openChannel, input.url)),
  });
  return render('page', data, { language: input.language, summary: title });
}

export interface ChatMadeInput extends MadeInput {
  readonly nominationId: NominationId;
  /** Empty where nobody knows whether the chat was made. */
  readonly people: readonly PersonId[];
}

/** To the chair: the chat, and with whom it is; or that he must look whether there is one. */
export function chatMadeCard(input: ChatMadeInput): Card {
  const scene = sceneOf(input);
  const { t, f, round } = scene;
  const nomination = round.nominations[input.nominationId];
  const title = t.graph.chatTitle(nomination === undefined ? t.common.untitled : scene.numbered(nomination));
  const names = input.people.slice(0, NAMES_MAX).map((id) => scene.person(id));
  const data = pageOf({
    title,
    lead: names.length === 0 ? [t.graph.chatLost] : [t.graph.chatDone(f.list(names)), t.graph.chatTakenOut],
    buttons: buttons(input.url !== null && openUrl(t.graph.openChat, input.url)),
  });
  return render('page', data, { language: input.language, summary: title });
}

/** To the chair: somebody ought to have left the chat and has not. Names nobody. */
export function chatNotKeptCard(input: Omit<ChatMadeInput, 'people'>): Card {
  const scene = sceneOf(input);
  const { t, round } = scene;
  const nomination = round.nominations[input.nominationId];
  const title = t.graph.chatTitle(nomination === undefined ? t.common.untitled : scene.numbered(nomination));
  const data = pageOf({
    title,
    lead: [t.graph.chatNotKept, t.graph.chatTakeOut],
    buttons: buttons(input.url !== null && openUrl(t.graph.openChat, input.url)),
  });
  return render('page', data, { language: input.language, summary: title });
}

/** What somebody asked for and there was nothing to do about; `reason` as the errand gave it. */
export function errandUndoneCard(input: Pick<ConsentInput, 'language' | 'use'> & { readonly reason: string }): Card {
  const t = textsOf(input.language).graph;
  const why = new Map([
    ['Nobody', t.undoneNobody],
    ['Off', t.undoneOff],
  ]);
  const data = pageOf({
    title: t.failedTitle,
    lead: [t.undone(t.use[input.use]), why.get(input.reason) ?? t.undoneChanged],
  });
  return render('page', data, { language: input.language, summary: t.failedTitle });
}

/** What somebody asked for and Graph refused. */
export function errandFailedCard({ language, use }: Pick<ConsentInput, 'language' | 'use'>): Card {
  const t = textsOf(language).graph;
  const data = pageOf({ title: t.failedTitle, lead: [t.failed(t.use[use])] });
  return render('page', data, { language, summary: t.failedTitle });
}
