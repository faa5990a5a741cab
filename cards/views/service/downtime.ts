// To the chair after downtime shortly before a deadline: extend, or let the deadline stand (DESIGN.md §6). No rules.
import { questionOf } from '../../../services/process/round/matters/downtime';
import { execute, openDialog } from '../../card';
import type { Card } from '../../card';
import { render } from '../../render';
import { serviceTexts } from '../../texts/service';
import { buttons, pageOf, present } from '../blocks';
import { sceneOf, taskTitle } from '../scene';
import type { SteeringInput } from './notes';

export function downtimeCard(input: SteeringInput): Card {
  const { round, taskId, language } = input;
  const scene = sceneOf(input);
  const { f } = scene;
  const t = serviceTexts[language];
  const question = questionOf(round, taskId);
  const title = t.downtimeTitle(taskTitle(scene, taskId));
  const ids = { roundId: round.id, taskId };
  const data = pageOf({
    eyebrow: [scene.eyebrow(taskId)],
    title,
    deadline: present(question !== null && t.deadline(f.moment(question.of))),
    status:
      question === null
        ? [t.downtimeOver]
        : [t.downtimeLine(f.moment(question.from), f.moment(question.to)), t.downtimeKept],
    buttons: buttons(
      question !== null && openDialog(scene.t.task.extend, 'deadline.open', ids),
      question !== null && execute(t.keepDeadline, 'deadline.keep', ids),
      execute(t.seeTask, 'task.show', ids),
    ),
  });
  return render('page', data, { language, summary: title });
}
