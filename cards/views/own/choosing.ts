// Two small own views between a press and an answer: for whom, when a person answers for several; and whether to replace
// an answer that stands. Both carry what the rules need to tell a wish from a slip (DESIGN.md §4).
import { needsReason } from '../../../services/process/round/kinds/ballots/choices';
import { execute, openDialog } from '../../card';
import type { Card } from '../../card';
import type { ChooseSeatInput, ConfirmBallotInput } from '../../inputs/round';
import { present } from '../blocks';
import { plainCard } from '../plain';
import { ownScene } from '../scene';
import { partOf, seatBody, seatLine, taskOf } from '../seats';
import type { TaskOf } from '../seats';
import type { Collegial } from '../shared/ballots';
import { shownBallot } from '../shared/ballots';
import { answerLine, slotOf } from './ballots';

export function chooseSeatCard(input: ChooseSeatInput): Card {
  const scene = ownScene(input);
  const of = taskOf(scene, input.taskId);
  if (of === null) return plainCard(scene, scene.t.faults.UnknownTask);
  const { t, round } = scene;
  const { seats } = partOf(round, of, input.viewer.personId);
  return plainCard(
    scene,
    t.ballot.chooseSeatTitle,
    [t.ballot.chooseSeatText(t.ballot.choice[input.choice])],
    seats.map((mandate) =>
      execute(scene.bodyLabel(seatBody(mandate)), 'ballot.cast', {
        roundId: round.id,
        taskId: input.taskId,
        mandateId: mandate.id,
        choice: input.choice,
        basis: 0,
        ...shownBallot(of.task),
      }),
    ),
  );
}

export function confirmBallotCard(input: ConfirmBallotInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  const mandate = round.electorate.mandates[input.mandateId];
  const ballot =
    of === null ? undefined : slotOf(scene, of as TaskOf<Collegial>, input.mandateId, input.viewer.personId).present;
  if (of === null || mandate === undefined) return plainCard(scene, t.faults.UnknownTask);
  const ids = { roundId: round.id, taskId: input.taskId };
  const seat = { ...ids, mandateId: mandate.id, choice: input.choice };
  const choice = t.ballot.choice[input.choice];
  return plainCard(
    scene,
    t.ballot.confirmTitle,
    present(
      seatLine(scene, of.task, mandate),
      ballot && answerLine(scene, ballot, input.viewer.personId),
      t.ballot.confirmText(choice),
    ),
    [
      needsReason(input.choice)
        ? openDialog(t.ballot.confirmButton(choice), 'ballot.open', seat, { style: 'primary' })
        : execute(
            t.ballot.confirmButton(choice),
            'ballot.confirm',
            { ...seat, basis: ballot?.revision ?? 0, ...shownBallot(of.task) },
            { style: 'primary' },
          ),
      execute(t.ballot.keepAnswer, 'task.show', ids),
    ],
  );
}
