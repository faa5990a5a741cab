// Conditions of an approval on the cards of its task: what is owed, by whom, until when, and the buttons of those concerned.
import type { PersonId, TaskId } from '../../../services/process/ids';
import { checkersOf, obligationsOf, ownersOf } from '../../../services/process/round/matters/obligations';
import type { Obligation } from '../../../services/process/round/matters/obligations/state';
import { isSecretariat } from '../../../services/process/round/queries';
import { execute, openDialog, submit } from '../../card';
import type { DialogContent } from '../../card';
import type { ConditionFormInput } from '../../inputs/governing';
import type { Section } from '../../templates';
import { buttons, present, section } from '../blocks';
import { formOf, noForm } from '../forms/form';
import { choiceInput, dateInput, textInput, toggleInput } from '../forms/inputs';
import { ownScene } from '../scene';
import type { Scene } from '../scene';

const REASON_MAX = 2_000;
const primary = { style: 'primary' } as const;

/** One line per condition, for everyone who sees the task. */
export function conditionLines(scene: Scene, taskId: TaskId): readonly string[] {
  return obligationsOf(scene.round)
    .filter((one) => one.taskId === taskId)
    .map((one) => lineOf(scene, one));
}

/** What one person can do about each condition of a task. */
export function conditionSections(scene: Scene, taskId: TaskId, personId: PersonId): readonly Section[] {
  const { t, f, round, date } = scene;
  return obligationsOf(round).flatMap((one): readonly Section[] => {
    if (one.taskId !== taskId || one.status === 'met') return [];
    const ids = { roundId: round.id, taskId, obligationId: one.id };
    const owns = ownersOf(round, one, date).some(({ holder }) => holder === personId);
    const checks = checkersOf(round, one, date).includes(personId);
    const steers = checks || isSecretariat(round, personId, date);
    if (!owns && !steers) return [];
    return [
      section({
        heading: [t.condition.title],
        lines: present(
          lineOf(scene, one),
          t.condition.due(scene.body(one.bodyId), f.moment(one.deadlineAt)),
          one.gates && t.condition.gates,
        ),
        buttons: buttons(
          owns && one.status === 'open' && execute(t.condition.report, 'obligation.report', ids, primary),
          checks && execute(t.condition.confirm, 'obligation.confirm', ids, primary),
          checks && one.status === 'reported' && openDialog(t.condition.back, 'obligation.back.open', ids),
          steers && openDialog(t.condition.assign, 'obligation.assign.open', ids),
        ),
      }),
    ];
  });
}

function lineOf(scene: Scene, one: Obligation): string {
  const { t } = scene;
  return t.condition.line(scene.text(one.texts, 'reason') ?? t.condition.none, t.condition.state[one.status]);
}

export function conditionBackForm(input: ConditionFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const one = round.matters.obligations.all[input.obligationId];
  if (one === undefined) return noForm(scene.language, { name: 'UnknownObligation' });
  const ids = { roundId: round.id, taskId: one.taskId, obligationId: one.id };
  return formOf({
    language: scene.language,
    title: t.condition.backTitle,
    fault: input.fault,
    lead: [lineOf(scene, one)],
    inputs: textInput(t, {
      id: 'reason',
      label: t.condition.backReason,
      required: true,
      multiline: true,
      max: REASON_MAX,
    }),
    notes: [t.common.reasonIsRecorded],
    actions: [submit(input.surface, t.common.send, 'obligation.back', ids, primary)],
  });
}

export function conditionAssignForm(input: ConditionFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const one = round.matters.obligations.all[input.obligationId];
  if (one === undefined) return noForm(scene.language, { name: 'UnknownObligation' });
  const ids = { roundId: round.id, taskId: one.taskId, obligationId: one.id };
  const held = new Set(Object.values(round.electorate.mandates).map(({ bodyId }) => bodyId));
  return formOf({
    language: scene.language,
    title: t.condition.assignTitle,
    fault: input.fault,
    lead: [lineOf(scene, one)],
    inputs: [
      ...choiceInput(t, {
        id: 'bodyId',
        label: t.condition.owner,
        required: true,
        folded: true,
        value: one.bodyId,
        options: [...held].map((id) => ({ title: scene.bodyLabel(id), value: id })),
      }),
      ...dateInput(t, {
        id: 'date',
        label: t.condition.date,
        required: true,
        value: scene.look.calendar.dateOf(one.deadlineAt),
      }),
      ...toggleInput(t, {
        id: 'gates',
        label: t.condition.title,
        title: t.condition.gatesToggle,
        value: String(one.gates),
      }),
    ],
    actions: [submit(input.surface, t.common.save, 'obligation.assign', ids, primary)],
  });
}
