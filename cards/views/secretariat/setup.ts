// Setting up a round: which process, its name and start, the plan with its dates, channels and seats, what is missing.
// Forbids nothing: warnings are told, the secretariat decides.
import { inForce } from '../../../services/process/round/queries';
import { existsFrom } from '../../../services/process/organisation/successors';
import { execute, openDialog, submit } from '../../card';
import type { Card, DialogContent, Element } from '../../card';
import { escapeMarkdown, inline, plain } from '../../escape';
import type { DefinitionsInput, SetupBeginInput, SetupFormInput, SetupInput } from '../../inputs/setup';
import { render } from '../../render';
import type { Row } from '../../templates';
import { buttons, listOf, paged, pageNote, pageOf, pager, present, section } from '../blocks';
import { formOf } from '../forms/form';
import { dateInput, textInput } from '../forms/inputs';
import { caps, settingOf } from '../scene';
import { plannedTitle, warningLines } from './warnings';

const TASKS_PER_PAGE = 8;
const BODIES_PER_PAGE = 8;
/** Warnings on the overview; the rest stand on the plan and the list of channels and seats. */
const WARNINGS_MAX = 6;

export function definitionsCard({ viewer, look, definitions, begun }: DefinitionsInput): Card {
  const setting = settingOf(viewer.language, look);
  const { t } = setting;
  const data = {
    eyebrow: [],
    title: t.setup.title,
    lead: begun === null ? [t.setup.chooseLead] : [t.setup.begunLead],
    rows: definitions.map((definition): Row => {
      const tasks = definition.steps.reduce((sum, step) => sum + step.tasks.length, 0);
      return {
        title: setting.say(definition.title),
        lines: [t.setup.steps(definition.steps.length, tasks)],
        buttons: buttons(execute(t.setup.chosen, 'setup.definition', { definition: definition.name })),
      };
    }),
    notes: [],
    buttons:
      begun === null
        ? []
        : buttons(
            execute(t.setup.continue, 'setup.show', { setupId: begun.id }, { style: 'primary' }),
            execute(t.setup.discard, 'setup.discard', { setupId: begun.id }, { style: 'destructive' }),
          ),
  };
  return render('list', listOf(data), { language: setting.language, summary: t.setup.title });
}

export function setupCard({ viewer, look, setup, plan, warnings, organisation }: SetupInput): Card {
  const setting = settingOf(viewer.language, look, setup.definition.calendar.zone);
  const { t, f } = setting;
  const end = plan
    .map(({ deadlineAt }) => deadlineAt)
    .toSorted()
    .at(-1);
  const ready = setup.name !== null && setup.startsOn !== null;
  const ids = { setupId: setup.id };
  const told = warningLines(setting, setup, organisation, warnings);
  const data = {
    eyebrow: [t.setup.title],
    title: t.setup.overview(setup.name === null ? t.setup.unnamed : inline(setup.name, caps.label)),
    lead: present(
      t.setup.process(setting.say(setup.definition.title)),
      setup.startsOn === null ? t.setup.startMissing : t.setup.startLine(f.date(setup.startsOn)),
      ready && end !== undefined && t.setup.endLine(f.weekday(end)),
    ),
    sections: [
      section({
        heading: warnings.length === 0 ? [] : [t.setup.warnings],
        lines: told.length === 0 ? [t.setup.noWarnings] : told.slice(0, WARNINGS_MAX),
        notes: told.length > WARNINGS_MAX ? [t.setup.moreWarnings(told.length - WARNINGS_MAX)] : [],
      }),
    ],
    notes: [],
    buttons: buttons(
      openDialog(t.setup.nameAndStart, 'setup.name.open', ids, ready ? {} : { style: 'primary' }),
      ready && execute(t.setup.plan, 'setup.plan', { ...ids, page: 0 }),
      execute(t.setup.bodies, 'setup.bodies', { ...ids, page: 0 }),
      ready && openDialog(t.setup.begin, 'setup.begin.open', ids, { style: 'primary' }),
    ),
  };
  return render('page', pageOf(data), { language: setting.language, summary: t.setup.title });
}

export function setupPlanCard({ viewer, look, setup, plan, page }: SetupInput): Card {
  const setting = settingOf(viewer.language, look, setup.definition.calendar.zone);
  const { t, f } = setting;
  const list = paged(plan, page, TASKS_PER_PAGE);
  const ids = { setupId: setup.id };
  const turn = (to: number, title: string): Element => execute(title, 'setup.plan', { ...ids, page: to });
  const data = {
    eyebrow: [t.setup.title],
    title: t.setup.planTitle,
    lead: [t.setup.planLead],
    rows: list.items.map((task): Row => ({
      title: plannedTitle(setting, setup, task.taskId),
      lines: [t.setup.planTask(f.weekday(task.opensAt), f.moment(task.deadlineAt))],
      buttons: [],
    })),
    notes: pageNote(t, list),
    buttons: buttons(...pager(t, list, turn), execute(t.setup.backToSetup, 'setup.show', ids)),
  };
  return render('list', listOf(data), { language: setting.language, summary: t.setup.planTitle });
}

/** Bodies of the definition with their channel and seats, each with the way to set them. */
export function setupBodiesCard({ viewer, look, setup, organisation, page, channelNames }: SetupInput): Card {
  const setting = settingOf(viewer.language, look, setup.definition.calendar.zone);
  const { t, f } = setting;
  const date = setup.startsOn ?? setting.date;
  const list = paged(
    setup.definition.bodies.filter((body) => existsFrom(body, date)),
    page,
    BODIES_PER_PAGE,
  );
  const ids = { setupId: setup.id };
  const turn = (to: number, title: string): Element => execute(title, 'setup.bodies', { ...ids, page: to });
  const data = {
    eyebrow: [t.setup.title],
    title: t.setup.bodiesTitle,
    lead: [t.setup.bodiesLead],
    rows: list.items.map((body): Row => {
      const channel = organisation.channels[body.id];
      const named = channel === undefined ? undefined : (channelNames[channel.channelId] ?? t.setup.bindChannel);
      const mandates = Object.values(organisation.mandates).filter(
        (one) => one.bodyId === body.id && inForce(one, date),
      );
      const contacts = mandates.filter(({ role }) => role === 'contact').length;
      return {
        title: setting.say(body),
        lines: [
          ...present(body.validFrom !== undefined && body.validFrom > date && t.setup.bodyFrom(f.date(body.validFrom))),
          ...present(body.validTo !== undefined && t.setup.bodyUntil(f.date(body.validTo))),
          named === undefined ? t.setup.bodyNoChannel : t.setup.bodyChannel(inline(named, caps.label)),
          t.setup.bodySeats(mandates.length - contacts, contacts),
        ],
        buttons: buttons(
          openDialog(t.setup.bindChannel, 'channel.open', { bodyId: body.id }),
          execute(t.setup.seats, 'mandates.show', { bodyId: body.id }),
        ),
      };
    }),
    notes: pageNote(t, list),
    buttons: buttons(...pager(t, list, turn), execute(t.setup.backToSetup, 'setup.show', ids)),
  };
  return render('list', listOf(data), { language: setting.language, summary: t.setup.bodiesTitle });
}

export function setupNameForm({ viewer, look, setup, surface, fault }: SetupFormInput): DialogContent {
  const setting = settingOf(viewer.language, look);
  const { t } = setting;
  return formOf({
    language: setting.language,
    title: t.setup.nameTitle,
    eyebrow: setting.say(setup.definition.title),
    fault,
    inputs: [
      ...textInput(t, {
        id: 'name',
        label: t.setup.name,
        value: setup.name ?? '',
        required: true,
        help: t.setup.nameHelp,
        max: 80,
      }),
      ...dateInput(t, { id: 'startsOn', label: t.setup.startsOn, value: setup.startsOn ?? '', required: true }),
    ],
    actions: [submit(surface, t.common.save, 'setup.name', { setupId: setup.id }, { style: 'primary' })],
  });
}

export function setupBeginForm(input: SetupBeginInput): DialogContent {
  const { viewer, look, setup, surface, fault, warnings, organisation } = input;
  const setting = settingOf(viewer.language, look, setup.definition.calendar.zone);
  const { t, f } = setting;
  const first = setup.definition.steps.flatMap(({ tasks }) => tasks).filter(({ after }) => after.length === 0);
  const start = setup.startsOn === null ? t.setup.startMissing : f.date(setup.startsOn);
  const name = setup.name === null ? t.setup.unnamed : plain(setup.name, caps.label);
  const told = warningLines(setting, setup, organisation, warnings);
  return formOf({
    language: setting.language,
    title: t.setup.beginTitle,
    fault,
    lead: [
      t.setup.beginLead(escapeMarkdown(name), start),
      t.setup.beginOpens(f.list(first.map((task) => setting.say(task.title)))),
      ...told.slice(0, WARNINGS_MAX),
      ...(told.length > WARNINGS_MAX ? [t.setup.moreWarnings(told.length - WARNINGS_MAX)] : []),
    ],
    notes: [t.setup.beginNote],
    actions: [submit(surface, t.setup.begin, 'setup.begin', { setupId: setup.id }, { style: 'primary' })],
  });
}
