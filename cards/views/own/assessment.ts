// One nomination to assess at a time (CARDS.md §2): the principles of the definition with its own scale, evidence, one
// reason. As a personal card that is left alone until it is answered, or as a dialog for who answers from a channel.
import type { Definition, TaskDefinitionOf } from '../../../services/process/definition/schema';
import { nominationsAbout } from '../../../services/process/round/queries';
import { assessedIn, shareOf } from '../../../services/process/round/kinds/assess/coverage';
import { mayTakePart } from '../../../services/process/round/matters/impartiality/standing';
import type { Assessment, Nomination } from '../../../services/process/round/state';
import { execute, openDialog, submit } from '../../card';
import type { Card, DialogContent, Element } from '../../card';
import { block } from '../../escape';
import type { Fault } from '../../fault';
import type { AssessmentCardInput, AssessmentValues } from '../../inputs/round';
import { present } from '../blocks';
import { formOf, noForm } from '../forms/form';
import { choiceInput, textInput } from '../forms/inputs';
import { ownScene } from '../scene';
import type { Scene } from '../scene';
import { taskOf } from '../seats';
import type { TaskOf } from '../seats';
import { ofKind } from '../shared/pieces';
import { behalfLine } from '../lists/nominations';
import { secondLines, viewOf } from './assessment-again';
import { receiptOf } from './assessment-given';
import { isPrincipleUnscored } from './principles';

const REASON_MAX = 4_000;

/** The card in a personal chat. */
export function assessmentCard(input: AssessmentCardInput): Card {
  return assessmentForm({ ...input, surface: 'chat' }).card;
}

export function assessmentForm(input: AssessmentCardInput): DialogContent {
  const scene = ownScene(input);
  const { round } = scene;
  const of = taskOf(scene, input.taskId);
  const assess = of === null ? null : ofKind(of, 'assess');
  const nomination = round.nominations[input.nominationId];
  if (assess === null || nomination === undefined) return noForm(scene.language, { name: 'UnknownNomination' });
  if (!mayTakePart(round, input.viewer.personId, nomination.id)) return noForm(scene.language, heldOut(nomination));
  const view = viewOf(scene, assess);
  const { given, second } = assessedIn(view);
  const standing = given[nomination.id]?.[input.mandateId];
  return formOf({
    language: scene.language,
    title: scene.numbered(nomination),
    eyebrow: positionLine(scene, assess, input),
    ...receiptLine(scene, input),
    fault: input.fault,
    lead: [
      ...leadLines(scene, assess, nomination, standing),
      ...(second === null ? [] : secondLines(scene, view, nomination.id, input.viewer.personId)),
    ],
    inputs: inputsOf(scene, assess, input.values),
    notes: present(
      scene.t.common.reasonIsRecorded,
      assess.definition.secondRound !== undefined && scene.t.assessment.nameHidden,
    ),
    actions: actionsOf(scene, assess, input, standing, second !== null),
  });
}

/** What was given just before, in one line: the next one comes at once. */
function receiptLine(scene: Scene, { previous, ...input }: AssessmentCardInput): { readonly receipt?: string } {
  const receipt = previous === undefined ? null : receiptOf(scene, { ...input, ...previous });
  return receipt === null ? {} : { receipt: `${receipt.given} ${receipt.progress}` };
}

function heldOut({ id }: Nomination): Fault {
  return { name: 'HeldOut', nominationIds: [id] };
}

/** Where the nomination stands among those the seat is asked about; one it is not asked about among all. */
function positionLine(
  scene: Scene,
  assess: TaskOf<TaskDefinitionOf<'assess'>>,
  { mandateId, nominationId }: AssessmentCardInput,
): string {
  const { t, f, round } = scene;
  const { task, definition } = assess;
  const view = viewOf(scene, assess);
  const mandate = round.electorate.mandates[mandateId];
  const share = mandate === undefined ? [] : shareOf(mandate, view);
  const among = share.includes(nominationId) ? share : nominationsAbout(round, definition.about).map(({ id }) => id);
  const index = among.indexOf(nominationId) + 1;
  const isAgain = assessedIn(view).second !== null;
  if (task.deadlineAt === null) {
    return (isAgain ? t.assessment.secondPosition : t.assessment.positionOpen)(index, among.length);
  }
  const moment = f.moment(task.deadlineAt);
  return (isAgain ? t.assessment.secondPositionUntil : t.assessment.position)(index, among.length, moment);
}

function leadLines(
  scene: Scene,
  { definition }: TaskOf<TaskDefinitionOf<'assess'>>,
  nomination: Nomination,
  standing: Assessment | undefined,
): readonly string[] {
  return present(
    behalfLine(scene, nomination),
    ...essentials(scene, nomination),
    standing !== undefined && standing.nominationRevision < nomination.revision && scene.t.assessment.changed,
    definition.text && scene.say(definition.text),
  );
}

/** Shown of the nomination's first long text; the whole of it is one press away in the chat. */
const EXCERPT_MAX = 600;

/** Its numbers and the beginning of its first long text: enough to know which it is, in a dialog too. */
function essentials(scene: Scene, nomination: Nomination): readonly string[] {
  const fields = scene.round.definition.form?.pages.flatMap((page) => page.fields) ?? [];
  const numbers = fields.filter(({ kind, id }) => kind === 'number' && nomination.facts[id] !== undefined);
  const long = fields.find(({ kind }) => kind === 'longText');
  const written = long === undefined ? undefined : scene.look.texts(nomination.texts)?.[long.id];
  return [
    ...numbers.map((field) =>
      scene.t.common.labelled(scene.say(field.label), scene.f.number(Number(nomination.facts[field.id]))),
    ),
    ...(written === undefined ? [] : [block(written, EXCERPT_MAX)]),
  ];
}

function inputsOf(
  scene: Scene,
  { definition }: TaskOf<TaskDefinitionOf<'assess'>>,
  values: AssessmentValues | null,
): readonly Element[] {
  const { t, round } = scene;
  const { principles, evidence } = round.definition;
  return [
    ...principles
      .filter(({ scored }) => scored)
      .flatMap((principle) => principleInputs(scene, principle, definition.reasonAtEnds, values)),
    ...(evidence.length === 0
      ? []
      : choiceInput(t, {
          id: 'evidence',
          label: t.assessment.evidence,
          starred: true,
          folded: true,
          value: values?.evidence ?? '',
          placeholder: t.assessment.choose,
          options: evidence.map((grade) => ({ title: scene.label(grade.label), value: grade.id })),
        })),
    ...textInput(t, {
      id: 'reason',
      label: t.assessment.reason,
      starred: true,
      multiline: true,
      value: values?.reason ?? '',
      max: REASON_MAX,
    }),
    ...principles.filter(isPrincipleUnscored).flatMap((principle) =>
      textInput(t, {
        id: `comment_${principle.id}`,
        label: t.assessment.commentOn(scene.label(principle.label)),
        multiline: true,
        value: values?.comments[principle.id] ?? '',
        max: REASON_MAX,
      }),
    ),
  ];
}

function principleInputs(
  scene: Scene,
  principle: Definition['principles'][number],
  reasonAtEnds: boolean,
  values: AssessmentValues | null,
): readonly Element[] {
  const { t, round } = scene;
  const label = scene.label(principle.label);
  const score = choiceInput(t, {
    id: `score_${principle.id}`,
    label,
    starred: true,
    folded: true,
    value: values?.scores[principle.id] ?? '',
    placeholder: t.assessment.choose,
    options: round.definition.scale.map((step) => ({ title: scene.label(step.label), value: step.id })),
  });
  if (!reasonAtEnds) return score;
  return [
    ...score,
    ...textInput(t, {
      id: `reason_${principle.id}`,
      label: t.assessment.reasonFor(label),
      multiline: true,
      value: values?.reasons[principle.id] ?? '',
      help: t.assessment.reasonAtEndsHelp,
      max: 1_000,
    }),
  ];
}

function actionsOf(
  scene: Scene,
  { task }: TaskOf,
  input: AssessmentCardInput,
  standing: Assessment | undefined,
  isAgain: boolean,
): readonly (Element | null | false)[] {
  const { t, round } = scene;
  const { surface, nominationId, mandateId } = input;
  const data = { roundId: round.id, taskId: task.id, nominationId, mandateId, basis: standing?.revision ?? 0 };
  const read = { roundId: round.id, taskId: task.id, nominationId };
  const ways =
    isAgain && standing !== undefined
      ? [
          submit(surface, t.assessment.keep, 'assessment.keep', data, { style: 'primary', inputs: false }),
          submit(surface, t.assessment.giveChanged, 'assessment.give', data),
        ]
      : [submit(surface, t.assessment.give, 'assessment.give', data, { style: 'primary' })];
  return [
    ...ways,
    submit(surface, t.common.saveDraft, 'assessment.save', data),
    submit(surface, t.assessment.skip, 'assessment.skip', data),
    input.previous !== undefined &&
      submit(surface, t.assessment.changePrevious, 'assessment.save', { ...data, backTo: input.previous.nominationId }),
    surface === 'chat'
      ? openDialog(t.impartiality.report, 'conflict.open', { roundId: round.id, nominationId })
      : submit(surface, t.impartiality.report, 'assessment.save', { ...data, go: 'report' }),
    surface === 'chat' ? execute(t.common.readNomination, 'nomination.show', read, { inputs: false }) : null,
  ];
}
