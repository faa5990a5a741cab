// Forms of what is made after the decision: groups and who is in them, appointments, the document, publication.
import type { GroupId, NominationId } from '../../../services/process/ids';
import { groupsBasis } from '../../../services/process/round/kinds/group';
import { nominationsAbout } from '../../../services/process/round/queries';
import type { Nomination } from '../../../services/process/round/state';
import { submit } from '../../card';
import type { DialogContent, Element } from '../../card';
import { inline, plain } from '../../escape';
import type {
  AppointmentFormInput,
  DocumentFormInput,
  GroupingFormInput,
  GroupNamesInput,
  PublicationInput,
} from '../../inputs/round';
import { paged, present } from '../blocks';
import { groupName, networkName } from '../lists/products';
import { whereOf, worksFor } from '../own/part';
import { caps, ownScene, taskTitle } from '../scene';
import type { Scene } from '../scene';
import { taskOf } from '../seats';
import { newestVersion } from '../shared/products';
import { ofKind } from '../shared/pieces';
import { numberedLabel } from './answers';
import { formOf, noForm, pageActions } from './form';
import { choiceInput, peopleInput, textInput } from './inputs';

/** A choice among all groups on each: six keep sixty groups far below a card's size. */
const GROUPED_PER_PAGE = 6;
/** A chapter is a long text: two on a page stay below a card's size. */
const CHAPTERS_PER_PAGE = 2;
const CHAPTER_MAX = 4_000;

export function groupNamesForm(input: GroupNamesInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  return formOf({
    language: scene.language,
    title: t.product.groupNamesTitle,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: [t.product.groupNamesLead],
    inputs: textInput(t, {
      id: 'names',
      label: t.product.groupNames,
      required: true,
      multiline: true,
      value: input.draft.groups.map(({ name }) => name).join('\n'),
      max: 6_000,
    }),
    actions: [
      submit(
        input.surface,
        t.common.next,
        'grouping.names',
        { roundId: round.id, taskId: input.taskId },
        { style: 'primary' },
      ),
    ],
  });
}

function grouped(input: GroupNamesInput): readonly Nomination[] {
  const task = input.round.definition.steps.flatMap(({ tasks }) => tasks).find(({ id }) => id === input.taskId);
  return task?.kind === 'group' ? nominationsAbout(input.round, task.about) : [];
}

export function groupingForm(input: GroupingFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const list = paged(grouped(input), input.page, GROUPED_PER_PAGE);
  const ids = { roundId: round.id, taskId: input.taskId, page: list.page };
  const options = input.draft.groups.map(({ key, name }) => ({ title: plain(name, caps.label), value: key }));
  return formOf({
    language: scene.language,
    title: t.product.groupFormTitle(list.page + 1, list.pages),
    fault: input.fault,
    lead: [t.product.groupFormLead],
    inputs: list.items.flatMap((nomination) =>
      choiceInput(t, {
        id: `group_${nomination.id}`,
        label: numberedLabel(nomination.number, scene.titleLabel(nomination)),
        folded: true,
        value: input.draft.assigned[nomination.id] ?? '',
        placeholder: t.product.groupChoose,
        options,
      }),
    ),
    actions: pageActions(t, input.surface, 'grouping.save', (go) => ({ ...ids, go }), {
      page: list.page,
      pages: list.pages,
      finish: t.common.continue,
      backAlways: true,
    }),
  });
}

/** The groups with their sizes, and who is left over, before they are proposed. */
export function groupingReview(input: GroupNamesInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const task = round.tasks[input.taskId];
  if (task === undefined) return noForm(scene.language, { name: 'UnknownTask' });
  const { groups, assigned } = input.draft;
  const about = grouped(input);
  const isIn = (id: NominationId, key: string) => assigned[id] === key;
  const left = about.filter(({ id }) => !groups.some(({ key }) => isIn(id, key))).length;
  const ids = { roundId: round.id, taskId: input.taskId };
  return formOf({
    language: scene.language,
    title: t.product.groupReviewTitle,
    fault: input.fault,
    lead: [
      ...groups.map(({ key, name }) =>
        t.product.groupSize(inline(name, caps.label), about.filter(({ id }) => isIn(id, key)).length),
      ),
      ...(left > 0 ? [t.product.groupUngrouped(left)] : []),
    ],
    actions: [
      left === 0 &&
        submit(
          input.surface,
          t.product.proposeGroups,
          'grouping.propose',
          { ...ids, basis: groupsBasis(task.work) },
          { style: 'primary' },
        ),
      submit(
        input.surface,
        t.product.assignGroups,
        'grouping.page.open',
        { ...ids, page: 0 },
        left > 0 ? { style: 'primary' } : {},
      ),
      submit(input.surface, t.product.changeNames, 'grouping.open', ids),
    ],
  });
}

export function appointmentForm(input: AppointmentFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  const appoint = of === null ? null : ofKind(of, 'appoint');
  if (of === null || appoint === null) return noForm(scene.language, { name: 'UnknownTask' });
  const own = worksFor(whereOf(scene, of), input.viewer.personId, appoint.definition.bodies);
  const bodies = input.bodyId === null ? own : own.filter((id) => id === input.bodyId);
  const [only] = bodies;
  const fixed = bodies.length === 1 ? only : undefined;
  const network = networkName(scene, input.network);
  return formOf({
    language: scene.language,
    title: t.product.appointTitle,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: [
      fixed === undefined ? t.product.appointLeadShort(network) : t.product.appointLead(network, scene.body(fixed)),
    ],
    inputs: [
      ...(bodies.length > 1
        ? choiceInput(t, {
            id: 'bodyId',
            label: t.product.appointFor,
            required: true,
            options: bodies.map((id) => ({ title: scene.bodyLabel(id), value: id })),
          })
        : []),
      ...peopleInput(t, { id: 'person', label: t.product.appointPerson }),
      ...textInput(t, {
        id: 'name',
        label: t.product.appointName,
        value: input.name,
        help: t.product.appointHelp,
        max: 200,
      }),
    ],
    actions: [
      submit(
        input.surface,
        t.product.appoint,
        'appointment.make',
        {
          roundId: round.id,
          taskId: input.taskId,
          network: input.network,
          ...(fixed === undefined ? {} : { bodyId: fixed }),
          person: undefined,
        },
        { style: 'primary' },
      ),
    ],
  });
}

export function documentForm(input: DocumentFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  const document = of === null ? null : ofKind(of, 'document');
  if (document === null) return noForm(scene.language, { name: 'UnknownTask' });
  const chapters = document.definition.chapters === 'group' ? (Object.keys(round.groups) as GroupId[]) : [];
  const pages = 1 + Math.ceil(chapters.length / CHAPTERS_PER_PAGE);
  const page = Math.min(input.page, pages - 1);
  const version = (newestVersion(document.task)?.version ?? 0) + 1;
  const ids = { roundId: round.id, taskId: input.taskId, page, version };
  const from = (page - 1) * CHAPTERS_PER_PAGE;
  return formOf({
    language: scene.language,
    title: t.product.documentTitle(page + 1, pages),
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: page === 0 ? [] : [t.product.documentChaptersLead],
    inputs:
      page === 0
        ? headInputs(scene, input)
        : chapters.slice(from, from + CHAPTERS_PER_PAGE).flatMap((id) => chapterInput(scene, input, id)),
    notes: present(version > 1 && t.product.documentNewVersionNote, t.common.textIsRecorded),
    actions: pageActions(t, input.surface, 'document.save', (go) => ({ ...ids, go }), {
      page,
      pages,
      finish: t.product.documentSubmit,
    }),
  });
}

function headInputs(scene: Scene, { values }: DocumentFormInput): readonly Element[] {
  const { t } = scene;
  return [
    ...textInput(t, {
      id: 'link',
      label: t.product.documentLink,
      value: values.link,
      help: t.product.documentLinkHelp,
      max: 2_000,
    }),
    ...textInput(t, {
      id: 'summary',
      label: t.product.documentSummary,
      value: values.summary,
      multiline: true,
      max: CHAPTER_MAX,
    }),
  ];
}

function chapterInput(scene: Scene, { values, round }: DocumentFormInput, id: GroupId): readonly Element[] {
  return textInput(scene.t, {
    id: `chapter_${id}`,
    label: scene.t.product.documentChapter(plain(groupName(scene, round.groups[id]).replaceAll('\\', ''), caps.label)),
    value: values.chapters[id] ?? '',
    multiline: true,
    max: CHAPTER_MAX,
  });
}

export function publicationForm(input: PublicationInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  const publish = of === null ? null : ofKind(of, 'publish');
  if (publish === null) return noForm(scene.language, { name: 'UnknownTask' });
  return formOf({
    language: scene.language,
    title: t.product.publishTitle,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: [t.product.publishLead, ...publish.definition.effects.map((effect) => t.product.publishEffects[effect])],
    notes: [t.product.publishFinal],
    actions: [
      submit(
        input.surface,
        t.product.publish,
        'publication.publish',
        { roundId: round.id, taskId: input.taskId },
        { style: 'primary' },
      ),
    ],
  });
}
