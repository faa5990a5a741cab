// Forms for answers with words: a ballot with its reason, a remark, a statement. They carry the basis of what stands now.
import { choicesOf } from '../../../services/process/round/kinds/ballots/choices';
import { needsReason } from '../../../services/process/round/kinds/ballots/choices';
import type { Collegial } from '../../../services/process/round/kinds/ballots/choices';
import type { ChoiceId } from '../../../services/process/definition/schema';
import type { BodyId, PersonId } from '../../../services/process/ids';
import { openTo } from '../../../services/process/round/matters/impartiality/standing';
import { nominationsAbout } from '../../../services/process/round/queries';
import { submit } from '../../card';
import type { DialogContent, Element } from '../../card';
import type { BallotFormInput, RemarkFormInput, StatementFormInput } from '../../inputs/round';
import { present } from '../blocks';
import { answerLine, slotOf } from '../own/ballots';
import { whereOf, worksFor } from '../own/part';
import { ownScene, taskTitle } from '../scene';
import type { Scene } from '../scene';
import { partOf, seatBody, seatLine, taskOf } from '../seats';
import type { TaskOf } from '../seats';
import { shownBallot } from '../shared/ballots';
import { formOf, noForm } from './form';
import { choiceInput, textInput } from './inputs';

/** Long enough for a reasoned opinion, short enough for a card that shows it again. */
export const REASON_MAX = 4_000;

export function ballotForm(input: BallotFormInput): DialogContent {
  const scene = ownScene(input);
  const of = taskOf(scene, input.taskId);
  if (of === null || of.definition.kind === 'rank') return noForm(scene.language, { name: 'UnknownTask' });
  const { t } = scene;
  const { seats } = partOf(scene.round, of, input.viewer.personId);
  const seat = seats.find(({ id }) => id === input.mandateId) ?? (seats.length === 1 ? seats[0] : undefined);
  const collegial = of as TaskOf<Collegial>;
  const standing = seat === undefined ? undefined : slotOf(scene, collegial, seat.id, input.viewer.personId).present;
  const { choice } = input;
  const data = {
    roundId: scene.round.id,
    taskId: input.taskId,
    basis: standing?.revision ?? 0,
    ...shownBallot(of.task),
    ...(seat === undefined ? {} : { mandateId: seat.id }),
    ...(choice === null ? {} : { choice }),
  };
  const title = choice === null ? t.ballot.give : t.ballot.choice[choice];
  return formOf({
    language: scene.language,
    title: choice === null ? t.ballot.formTitle : t.ballot.choice[choice],
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: present(
      seat && seatLine(scene, of.task, seat, input.viewer.personId),
      standing && answerLine(scene, standing, input.viewer.personId),
    ),
    inputs: [
      ...(seat === undefined ? seatInput(scene, of, input.viewer.personId) : []),
      ...(choice === null ? allChoices(scene, choicesOf(of.definition as Collegial), standing?.choice) : []),
      ...reasonInput(scene, choice, input.reason),
    ],
    notes: present(choice === 'wantsMeeting' && t.ballot.meetingHelp, t.common.textIsRecorded),
    // A choice made in the form comes as an input; the schema asks for it either way.
    actions: [
      submit(input.surface, title, 'ballot.cast', data as typeof data & { choice: ChoiceId }, { style: 'primary' }),
    ],
  });
}

function seatInput(scene: Scene, of: TaskOf, personId: PersonId): readonly Element[] {
  const { seats } = partOf(scene.round, of, personId);
  return choiceInput(scene.t, {
    id: 'mandateId',
    label: scene.t.ballot.forWhom,
    required: true,
    options: seats.map((mandate) => ({ title: scene.bodyLabel(seatBody(mandate)), value: mandate.id })),
  });
}

export function allChoices(
  scene: Scene,
  choices: readonly ChoiceId[],
  standing: string | undefined,
): readonly Element[] {
  return choiceInput(scene.t, {
    id: 'choice',
    label: scene.t.ballot.chooseAnswer,
    required: true,
    value: standing,
    folded: false,
    options: choices.map((choice) => ({ title: scene.t.ballot.choice[choice], value: choice })),
  });
}

export function reasonInput(scene: Scene, choice: ChoiceId | null, value: string): readonly Element[] {
  const { t } = scene;
  const labels: Partial<Readonly<Record<ChoiceId, string>>> = t.ballot.textOf;
  return textInput(t, {
    id: 'reason',
    label: (choice === null ? undefined : labels[choice]) ?? t.ballot.textOfAny,
    value,
    multiline: true,
    required: choice !== null && needsReason(choice),
    help: choice === null ? t.ballot.textHelp : undefined,
    max: REASON_MAX,
  });
}

/** Bodies of the task the viewer may write for: the one named, or those he works for. */
function bodiesFor(scene: Scene, of: TaskOf, bodyId: BodyId | null, personId: PersonId): readonly BodyId[] {
  const own = worksFor(whereOf(scene, of), personId, of.definition.bodies);
  return bodyId === null ? own : own.filter((id) => id === bodyId);
}

function bodyInput(scene: Scene, bodies: readonly BodyId[]): readonly Element[] {
  if (bodies.length < 2) return [];
  return choiceInput(scene.t, {
    id: 'bodyId',
    label: scene.t.assessment.remarkOnBehalf,
    required: true,
    options: bodies.map((id) => ({ title: scene.bodyLabel(id), value: id })),
  });
}

export function remarkForm(input: RemarkFormInput): DialogContent {
  const scene = ownScene(input);
  const of = taskOf(scene, input.taskId);
  if (of === null) return noForm(scene.language, { name: 'UnknownTask' });
  const { t, round } = scene;
  const bodies = bodiesFor(scene, of, input.bodyId, input.viewer.personId);
  const all = of.definition.kind === 'state' ? nominationsAbout(round, of.definition.about) : [];
  const about = openTo(round, input.viewer.personId, all);
  const fields = of.definition.kind === 'state' ? (of.definition.remarkFields ?? []) : [];
  const data = {
    roundId: round.id,
    taskId: input.taskId,
    ...(bodies.length === 1 ? { bodyId: bodies[0] } : {}),
  };
  return formOf({
    language: scene.language,
    title: t.assessment.remarkFormTitle,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    inputs: [
      ...bodyInput(scene, bodies),
      ...choiceInput(t, {
        id: 'nominationId',
        label: t.assessment.remarkAbout,
        value: input.nominationId ?? '',
        folded: true,
        placeholder: t.assessment.remarkAboutAll,
        options: about.map((one) => ({
          title: numberedLabel(one.number, scene.titleLabel(one)),
          value: one.id,
        })),
      }),
      ...textInput(t, {
        id: 'text',
        label: t.assessment.remarkText,
        value: input.text,
        multiline: true,
        required: fields.length === 0,
        max: REASON_MAX,
      }),
      ...fields.flatMap(({ id, label, help }) =>
        textInput(t, {
          id: `field_${id}`,
          label: scene.label(label),
          value: input.fields[id] ?? '',
          help: help && scene.say(help),
          multiline: true,
          max: REASON_MAX,
        }),
      ),
    ],
    notes: [t.common.textIsRecorded],
    actions: [submit(input.surface, t.common.send, 'remark.make', data, { style: 'primary' })],
  });
}

/** "2027-014 Arvelig …" as a choice; 72 of them stay far below a card's size. */
export function numberedLabel(number: string | null, title: string): string {
  const short = title.length > 80 ? `${title.slice(0, 79).trimEnd()}…` : title;
  return number === null ? short : `${number} ${short}`;
}

export function statementForm(input: StatementFormInput): DialogContent {
  const scene = ownScene(input);
  const of = taskOf(scene, input.taskId);
  if (of === null) return noForm(scene.language, { name: 'UnknownTask' });
  const { t, round } = scene;
  const bodies = bodiesFor(scene, of, input.bodyId, input.viewer.personId);
  const [only] = bodies;
  const data = { roundId: round.id, taskId: input.taskId, ...(bodies.length === 1 ? { bodyId: only } : {}) };
  return formOf({
    language: scene.language,
    title: t.assessment.statementFormTitle,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: bodies.length === 1 && only !== undefined ? [t.assessment.statementLead(scene.body(only))] : [],
    inputs: [
      ...bodyInput(scene, bodies),
      ...textInput(t, {
        id: 'text',
        label: t.assessment.statementText,
        value: input.text,
        multiline: true,
        help: t.assessment.statementOptional,
        max: 8_000,
      }),
    ],
    notes: [t.common.textIsRecorded],
    actions: [submit(input.surface, t.assessment.giveStatement, 'statement.give', data, { style: 'primary' })],
  });
}
