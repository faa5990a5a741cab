// Forms of what is made after the decision: appointments, the document with its chapters, publication.
// Saves page by page; nothing is submitted before the person says so.
import type { GroupId } from '../../../services/process/ids';
import { submit } from '../../card';
import type { DialogContent, Element } from '../../card';
import { plain } from '../../escape';
import type { AppointmentFormInput, DocumentFormInput, PublicationInput } from '../../inputs/round';
import { present } from '../blocks';
import { groupName, networkName } from '../lists/products';
import { whereOf, worksFor } from '../own/part';
import { caps, ownScene, taskTitle } from '../scene';
import type { Scene } from '../scene';
import { taskOf } from '../seats';
import { appointmentsMade } from '../shared/appointments';
import { newestVersion } from '../shared/products';
import { ofKind } from '../shared/pieces';
import { formOf, noForm, pageActions } from './form';
import { choiceInput, peopleInput, textInput } from './inputs';

/** A chapter is a long text: two on a page stay below a card's size. */
const CHAPTERS_PER_PAGE = 2;
const CHAPTER_MAX = 4_000;

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
          basis: appointmentsMade(round, input.taskId, input.network),
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
