// Which channel is whose, and who has a seat: the card in a channel, and the forms for channels and mandates.
// A channel's card holds no input: choosing happens in a dialog (DESIGN.md §5).
import { inForce } from '../../../services/process/round/queries';
import { existsFrom } from '../../../services/process/organisation/successors';
import type { Mandate, OrganisationState } from '../../../services/process/organisation/state';
import { execute, openDialog, submit } from '../../card';
import type { Card, DialogContent, Element } from '../../card';
import { escapeMarkdown, inline, plain } from '../../escape';
import type {
  ChannelCardInput,
  ChannelFormInput,
  MandateEndInput,
  MandateFormInput,
  MandatePeopleInput,
  MandatesInput,
} from '../../inputs/setup';
import { render } from '../../render';
import type { Row } from '../../templates';
import { textsOf } from '../../texts';
import { buttons, listOf, paged, pageNote, pager, present } from '../blocks';
import { formOf, noForm } from '../forms/form';
import { choiceInput, dateInput, peopleInput } from '../forms/inputs';
import { memberLine } from '../personal/handbook';
import { plainCard } from '../plain';
import { bodyName, caps, settingOf } from '../scene';
import type { Setting } from '../scene';

const MANDATES_PER_PAGE = 8;
const roles = ['member', 'chair', 'deputyChair', 'contact', 'observer'] as const;

export function channelCard({ language, body }: ChannelCardInput): Card {
  const { setup } = textsOf(language);
  if (body === null) {
    return plainCard(
      { language },
      setup.channelUnbound,
      [setup.channelUnboundLead],
      [openDialog(setup.channelChoose, 'channel.open', {}, { style: 'primary' })],
    );
  }
  return plainCard(
    { language },
    setup.channelBound(inline(body[language], caps.label)),
    [setup.channelBoundLead],
    [openDialog(setup.channelChange, 'channel.open', {})],
  );
}

export function channelForm(input: ChannelFormInput): DialogContent {
  const { language, organisation, bodyId, channels } = input;
  const t = textsOf(language);
  const bodies = Object.values(organisation.bodies).filter((body) => existsFrom(body, input.date));
  const fixed = bodyId === null ? undefined : organisation.bodies[bodyId];
  return formOf({
    language,
    title: t.setup.channelTitle,
    fault: input.fault,
    lead: present(
      fixed && escapeMarkdown(plain(fixed[language], caps.label)),
      fixed && channels.length === 0 && t.setup.channelNone,
    ),
    inputs:
      fixed === undefined
        ? choiceInput(t, {
            id: 'bodyId',
            label: t.setup.channelBody,
            required: true,
            folded: true,
            options: bodies.map((body) => ({ title: plain(body[language], caps.label), value: body.id })),
          })
        : channelInput(input),
    actions: [
      (fixed === undefined || channels.length > 0) &&
        submit(input.surface, t.setup.channelBind, 'channel.bind', fixed === undefined ? {} : { bodyId: fixed.id }, {
          style: 'primary',
        }),
    ],
  });
}

function channelInput({ language, channels }: ChannelFormInput): readonly Element[] {
  if (channels.length === 0) return [];
  const t = textsOf(language);
  return choiceInput(t, {
    id: 'channel',
    label: t.setup.channelInput,
    required: true,
    folded: true,
    options: channels.map(({ teamId, channelId, team, channel }) => ({
      // Teams does not tell the name of a team's General.
      title: plain(channel === '' ? team : t.setup.channelName(team, channel), caps.label),
      value: `${teamId}/${channelId}`,
    })),
  });
}

export function mandatesCard({ viewer, look, organisation, bodyId, page }: MandatesInput): Card {
  const setting = settingOf(viewer.language, look);
  const { t } = setting;
  if (organisation.bodies[bodyId] === undefined) return plainCard(setting, t.faults.UnknownBody);
  const mandates = Object.values(organisation.mandates)
    .filter((one) => one.bodyId === bodyId && (inForce(one, setting.date) || (one.validFrom ?? '') > setting.date))
    .sort((a, b) => setting.f.compare(look.name(a.holder), look.name(b.holder)));
  const list = paged(mandates, page, MANDATES_PER_PAGE);
  const turn = (to: number, title: string): Element => execute(title, 'mandates.show', { bodyId, page: to });
  const data = {
    eyebrow: [],
    title: t.admin.mandatesTitle(escapeMarkdown(bodyName(setting, organisation.bodies, bodyId))),
    lead: mandates.length === 0 ? [t.admin.mandatesNone] : [],
    rows: list.items.map((mandate) => mandateRow(setting, organisation, mandate)),
    notes: pageNote(t, list),
    buttons: buttons(
      openDialog(t.admin.addMandate, 'mandate.open', { bodyId }, { style: 'primary' }),
      ...pager(t, list, turn),
    ),
  };
  return render('list', listOf(data), { language: setting.language, summary: data.title });
}

function mandateRow(setting: Setting, organisation: OrganisationState, mandate: Mandate): Row {
  const { t, f } = setting;
  const ids = { mandateId: mandate.id };
  return {
    title: memberLine(setting, organisation, mandate),
    lines: present(
      mandate.substitute !== null && t.admin.substituteIs(setting.person(mandate.substitute)),
      mandate.preparers.length > 0 && t.admin.preparersAre(f.list(mandate.preparers.map((id) => setting.person(id)))),
      mandate.validFrom !== null && mandate.validFrom > setting.date && t.personal.bodyFrom(f.date(mandate.validFrom)),
      mandate.validTo !== null && t.personal.bodyUntil(f.date(mandate.validTo)),
    ),
    buttons: buttons(
      openDialog(t.admin.mandatePeople, 'mandate.people.open', ids),
      openDialog(t.admin.endMandate, 'mandate.end.open', ids),
    ),
  };
}

export function mandateForm(input: MandateFormInput): DialogContent {
  const setting = settingOf(input.viewer.language, input.look);
  const { t, f } = setting;
  const { organisation, bodyId } = input;
  if (organisation.bodies[bodyId] === undefined) return noForm(setting.language, { name: 'UnknownBody', bodyId });
  const others = Object.values(organisation.bodies)
    .filter((body) => body.id !== bodyId && existsFrom(body, setting.date))
    .sort((a, b) => f.compare(a[setting.language], b[setting.language]));
  return formOf({
    language: setting.language,
    title: t.admin.mandateTitle(bodyName(setting, organisation.bodies, bodyId)),
    fault: input.fault,
    inputs: [
      ...peopleInput(t, {
        id: 'person',
        label: t.admin.person,
        required: true,
        ...(input.entraId === null ? {} : { value: input.entraId }),
      }),
      ...choiceInput(t, {
        id: 'role',
        label: t.admin.role,
        required: true,
        folded: true,
        value: 'member',
        options: roles.map((role) => ({ title: t.personal.role[role], value: role })),
      }),
      ...choiceInput(t, {
        id: 'speaksFor',
        label: t.admin.speaksFor,
        folded: true,
        placeholder: t.admin.speaksForNobody,
        help: t.admin.speaksForHelp,
        options: others.map((body) => ({ title: plain(body[setting.language], caps.label), value: body.id })),
      }),
      ...dateInput(t, { id: 'validFrom', label: t.admin.validFrom, help: t.admin.validHelp }),
      ...dateInput(t, { id: 'validTo', label: t.admin.validTo, help: t.admin.validHelp }),
    ],
    actions: [submit(input.surface, t.admin.give, 'mandate.give', { bodyId, person: undefined }, { style: 'primary' })],
  });
}

export function mandatePeopleForm(input: MandatePeopleInput): DialogContent {
  const setting = settingOf(input.viewer.language, input.look);
  const { t } = setting;
  const mandate = input.organisation.mandates[input.mandateId];
  if (mandate === undefined) return noForm(setting.language, { name: 'UnknownMandate', mandateId: input.mandateId });
  const entra = (ids: Mandate['preparers']) => ids.flatMap((id) => input.entraIds[id] ?? []).join(',');
  return formOf({
    language: setting.language,
    title: t.admin.peopleTitle(setting.personLabel(mandate.holder)),
    fault: input.fault,
    inputs: [
      ...peopleInput(t, {
        id: 'substitute',
        label: t.admin.substitute,
        help: t.admin.substituteHelp,
        value: entra(mandate.substitute === null ? [] : [mandate.substitute]),
      }),
      ...peopleInput(t, {
        id: 'preparers',
        label: t.admin.preparers,
        help: t.admin.preparersHelp,
        several: true,
        value: entra(mandate.preparers),
      }),
    ],
    actions: [
      submit(
        input.surface,
        t.common.save,
        'mandate.people',
        { mandateId: mandate.id, substitute: undefined, preparers: undefined },
        { style: 'primary' },
      ),
    ],
  });
}

export function mandateEndForm(input: MandateEndInput): DialogContent {
  const setting = settingOf(input.viewer.language, input.look);
  const { t } = setting;
  const mandate = input.organisation.mandates[input.mandateId];
  if (mandate === undefined) return noForm(setting.language, { name: 'UnknownMandate', mandateId: input.mandateId });
  return formOf({
    language: setting.language,
    title: t.admin.endTitle(setting.personLabel(mandate.holder)),
    fault: input.fault,
    inputs: dateInput(t, {
      id: 'lastDay',
      label: t.admin.lastDay,
      required: true,
      value: mandate.validTo ?? setting.date,
      help: t.admin.lastDayHelp,
    }),
    actions: [
      submit(input.surface, t.admin.endMandate, 'mandate.end', { mandateId: mandate.id }, { style: 'primary' }),
    ],
  });
}
