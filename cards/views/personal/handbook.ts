// The handbook and who takes part: principles, patient groups, forms, guides, news; bodies with members and papers.
// The secretariat gets the buttons that change it; what it may do is decided again when one is pressed.
import type { Body } from '../../../services/process/definition/schema';
import { inForce } from '../../../services/process/round/queries';
import type { Mandate, OrganisationState } from '../../../services/process/organisation/state';
import { existsOn } from '../../../services/process/organisation/successors';
import { execute, openDialog, openUrl } from '../../card';
import type { Card, Element } from '../../card';
import type { BodiesInput, BodyInput, HandbookEntry, HandbookInput } from '../../inputs/personal';
import { render } from '../../render';
import type { Row } from '../../templates';
import { buttons, listOf, paged, pageNote, pageOf, pager, present, section } from '../blocks';
import { plainCard } from '../plain';
import { bodyName, settingOf } from '../scene';
import type { Setting } from '../scene';
import { escapeMarkdown } from '../../escape';

const ENTRIES_PER_PAGE = 6;
const BODIES_PER_PAGE = 10;
/** Shown of an entry in a list; the whole text is one press away. */
const EXCERPT_MAX = 240;
/** Members named on a body's card; a larger body is listed with its seats by the secretariat. */
const MEMBERS_MAX = 40;

const turnBodies = (page: number, title: string): Element => execute(title, 'bodies.show', { page });

export function handbookCard(input: HandbookInput): Card {
  const setting = settingOf(input.viewer.language, input.look);
  const { t } = setting;
  const opened = input.entries.find(({ id }) => id === input.entryId);
  if (opened !== undefined) return entryCard(setting, input, opened);
  const list = paged(input.entries, input.page, ENTRIES_PER_PAGE);
  const { section: name } = input;
  const turn = (page: number, title: string): Element => execute(title, 'handbook.show', { section: name, page });
  const data = {
    eyebrow: [],
    title: t.personal.section[name],
    lead: present(
      input.entries.length === 0 && t.common.empty,
      name === 'news' && input.followsNews && t.personal.following,
    ),
    rows: list.items.map((entry) => entryRow(setting, input, entry)),
    notes: pageNote(t, list),
    buttons: buttons(
      ...pager(t, list, turn),
      name === 'news' &&
        execute(input.followsNews ? t.personal.unfollow : t.personal.follow, 'news.follow', {
          follow: !input.followsNews,
        }),
      input.secretariat && openDialog(t.personal.addEntry, 'handbook.edit.open', { section: name }),
    ),
  };
  return render('list', listOf(data), { language: setting.language, summary: data.title });
}

function entryRow(setting: Setting, { section: name }: HandbookInput, entry: HandbookEntry): Row {
  const text = entry.text === null ? null : setting.say(entry.text);
  const excerpt = text !== null && text.length > EXCERPT_MAX ? `${text.slice(0, EXCERPT_MAX).trimEnd()}…` : text;
  return {
    title: setting.say(entry.title),
    lines: present(entry.date !== null && setting.t.personal.entryDated(setting.f.date(entry.date)), excerpt),
    buttons: buttons(execute(setting.t.common.read, 'handbook.show', { section: name, entryId: entry.id })),
  };
}

function entryCard(setting: Setting, input: HandbookInput, entry: HandbookEntry): Card {
  const { t } = setting;
  const ids = { section: input.section, entryId: entry.id };
  const data = {
    eyebrow: [t.personal.section[input.section]],
    title: setting.say(entry.title),
    lead: present(
      entry.date !== null && t.personal.entryDated(setting.f.date(entry.date)),
      entry.text !== null && setting.say(entry.text),
    ),
    sections: [],
    notes: [],
    buttons: buttons(
      entry.link !== null && openUrl(t.common.openLink, entry.link),
      execute(t.common.back, 'handbook.show', { section: input.section }),
      input.secretariat && openDialog(t.personal.editEntry, 'handbook.edit.open', ids),
      input.secretariat && openDialog(t.personal.removeEntry, 'handbook.remove.open', ids),
    ),
  };
  return render('page', pageOf(data), { language: setting.language, summary: setting.label(entry.title) });
}

/** Bodies that exist today, by kind and name. */
export function bodiesCard({ viewer, look, organisation, page }: BodiesInput): Card {
  const setting = settingOf(viewer.language, look);
  const { t, f } = setting;
  const bodies = Object.values(organisation.bodies)
    .filter((body) => existsOn(body, setting.date))
    .sort((a, b) => f.compare(a.kind, b.kind) || f.compare(a[setting.language], b[setting.language]));
  const list = paged(bodies, page, BODIES_PER_PAGE);
  const data = {
    eyebrow: [],
    title: t.personal.bodiesTitle,
    lead: bodies.length === 0 ? [t.common.empty] : [],
    rows: list.items.map((body): Row => ({
      title: setting.say(body),
      lines: [t.personal.memberCount(membersOf(setting, organisation, body).length)],
      buttons: buttons(execute(t.common.show, 'body.show', { bodyId: body.id })),
    })),
    notes: pageNote(t, list),
    buttons: buttons(...pager(t, list, turnBodies)),
  };
  return render('list', listOf(data), { language: setting.language, summary: t.personal.bodiesTitle });
}

function membersOf({ date }: Setting, organisation: OrganisationState, body: Body): readonly Mandate[] {
  return Object.values(organisation.mandates).filter((one) => one.bodyId === body.id && inForce(one, date));
}

const roleOrder: readonly Mandate['role'][] = ['chair', 'deputyChair', 'member', 'contact', 'observer'];

export function bodyCard({ viewer, look, organisation, bodyId, entries }: BodyInput): Card {
  const setting = settingOf(viewer.language, look);
  const { t, f } = setting;
  const body = organisation.bodies[bodyId];
  if (body === undefined) return plainCard(setting, t.faults.UnknownBody);
  const members = [...membersOf(setting, organisation, body)].sort(
    (a, b) =>
      roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) || f.compare(look.name(a.holder), look.name(b.holder)),
  );
  const data = {
    eyebrow: [],
    title: setting.say(body),
    lead: present(
      body.validFrom !== undefined && t.personal.bodyFrom(f.date(body.validFrom)),
      body.validTo !== undefined && t.personal.bodyUntil(f.date(body.validTo)),
      body.successor !== undefined &&
        t.personal.bodySucceededBy(escapeMarkdown(bodyName(setting, organisation.bodies, body.successor))),
    ),
    sections: [
      section({
        heading: [t.personal.bodyMembers],
        lines: memberLines(setting, organisation, members),
      }),
      ...(['terms', 'minutes'] as const).flatMap((name) => paperSections(setting, name, entries)),
    ],
    notes: [],
    buttons: buttons(execute(t.common.back, 'bodies.show', {})),
  };
  return render('page', pageOf(data), { language: setting.language, summary: setting.label(body) });
}

function memberLines(
  setting: Setting,
  organisation: OrganisationState,
  members: readonly Mandate[],
): readonly string[] {
  const { t } = setting;
  if (members.length === 0) return [t.personal.bodyNoMembers];
  const lines = members.slice(0, MEMBERS_MAX).map((one) => memberLine(setting, organisation, one));
  const more = members.length - lines.length;
  return more > 0 ? [...lines, t.task.andMore(more)] : lines;
}

export function memberLine(setting: Setting, organisation: OrganisationState, mandate: Mandate): string {
  const { t } = setting;
  const name = setting.person(mandate.holder);
  const role = t.personal.role[mandate.role];
  if (mandate.speaksFor === null) return t.personal.memberLine(name, role);
  return t.personal.memberFor(name, role, escapeMarkdown(bodyName(setting, organisation.bodies, mandate.speaksFor)));
}

function paperSections(setting: Setting, name: 'terms' | 'minutes', entries: readonly HandbookEntry[]) {
  const own = entries.filter((entry) => entry.section === name).slice(0, ENTRIES_PER_PAGE);
  if (own.length === 0) return [];
  const { t } = setting;
  return [
    section({
      heading: [name === 'terms' ? t.personal.bodyTerms : t.personal.bodyMinutes],
      buttons: buttons(
        ...own.map((entry) =>
          execute(setting.label(entry.title), 'handbook.show', { section: name, entryId: entry.id }),
        ),
      ),
    }),
  ];
}
