// Answers written for somebody else: a preparer's, which the one he prepares for gives; and one given outside Teams, which the
// secretariat enters with its source. Both say whose answer it is.
import { choicesOf, type Collegial } from '../../../services/process/round/kinds/ballots/choices';
import { ballotsIn } from '../../../services/process/round/kinds/ballots/work';
import type { ChoiceId } from '../../../services/process/definition/schema';
import { submit } from '../../card';
import type { DialogContent, Element } from '../../card';
import type { AnswerForInput } from '../../inputs/round';
import { answerLine } from '../own/ballots';
import { present } from '../blocks';
import { ownScene, taskTitle } from '../scene';
import type { Scene } from '../scene';
import { seatBody, taskOf } from '../seats';
import type { TaskOf } from '../seats';
import { shownBallot } from '../shared/ballots';
import { allChoices, reasonInput } from './answers';
import { formOf, noForm } from './form';
import { textInput } from './inputs';

/** A source is a line, not a letter. */
const SOURCE_MAX = 300;

export function prepareForm(input: AnswerForInput): DialogContent {
  const scene = ownScene(input);
  const { deciding } = scene.t;
  const found = seatOf(scene, input);
  if (found === null) return noForm(scene.language, { name: 'UnknownTask' });
  const { of, seat } = found;
  const ids = { roundId: scene.round.id, taskId: input.taskId, mandateId: input.mandateId };
  return formOf({
    language: scene.language,
    title: deciding.prepareTitle,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: [scene.t.task.prepares(scene.body(seatBody(seat)), scene.person(seat.holder))],
    inputs: answerInputs(scene, of, input),
    notes: [],
    actions: [submit(input.surface, deciding.prepareSave, 'ballot.prepare', ids, { style: 'primary' })],
  });
}

export function enterForm(input: AnswerForInput): DialogContent {
  const scene = ownScene(input);
  const { deciding } = scene.t;
  const found = seatOf(scene, input);
  if (found === null) return noForm(scene.language, { name: 'UnknownTask' });
  const { of, seat } = found;
  const standing = ballotsIn(of.task).ballots[seat.id];
  const data = {
    roundId: scene.round.id,
    taskId: input.taskId,
    mandateId: input.mandateId,
    basis: standing?.revision ?? 0,
    ...shownBallot(of.task),
  };
  return formOf({
    language: scene.language,
    title: deciding.enterTitle,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: present(
      scene.t.admin.missingPerson(scene.person(seat.holder), scene.body(seatBody(seat))),
      standing && answerLine(scene, standing, input.viewer.personId),
      deciding.enterLead,
    ),
    inputs: [
      ...answerInputs(scene, of, input),
      ...textInput(scene.t, {
        id: 'source',
        label: deciding.source,
        value: input.source,
        required: true,
        help: deciding.sourceHelp,
        max: SOURCE_MAX,
      }),
    ],
    notes: [scene.t.common.reasonIsRecorded],
    actions: [submit(input.surface, deciding.enter, 'ballot.enter', data, { style: 'primary' })],
  });
}

function answerInputs(scene: Scene, of: TaskOf<Collegial>, input: AnswerForInput): readonly Element[] {
  const choices: readonly ChoiceId[] = choicesOf(of.definition);
  return [...allChoices(scene, choices, input.choice ?? undefined), ...reasonInput(scene, null, input.reason)];
}

/** The seat in a task that is answered by choosing, in the open; null for anything else. */
function seatOf(scene: Scene, { taskId, mandateId }: AnswerForInput) {
  const of = taskOf(scene, taskId);
  const seat = scene.round.electorate.mandates[mandateId];
  if (of === null || seat === undefined || !('visibility' in of.definition)) return null;
  const { definition } = of;
  if (definition.kind === 'rank' || definition.visibility === 'secret') return null;
  return { of: { ...of, definition }, seat };
}
