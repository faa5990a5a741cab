// The dialog in which a contact sets his organisation's own earlier deadline.
import { submit } from '../../card';
import type { DialogContent } from '../../card';
import type { InternalDeadlineInput } from '../../inputs/nominators';
import { ownScene, taskTitle } from '../scene';
import { formOf } from './form';
import { dateInput } from './inputs';

export function internalDeadlineForm(input: InternalDeadlineInput): DialogContent {
  const scene = ownScene(input);
  const { t, f, round } = scene;
  const { taskId, bodyId } = input;
  const deadlineAt = round.tasks[taskId]?.deadlineAt ?? null;
  return formOf({
    language: scene.language,
    title: t.nomination.internalTitle,
    eyebrow: taskTitle(scene, taskId),
    fault: input.fault,
    lead: [
      t.nomination.internalLead(scene.body(bodyId)),
      ...(deadlineAt === null ? [] : [t.common.deadline(f.moment(deadlineAt))]),
    ],
    inputs: dateInput(t, { id: 'date', label: t.nomination.internalTitle, value: input.date }),
    actions: [
      submit(input.surface, t.common.save, 'internal.set', { roundId: round.id, taskId, bodyId }, { style: 'primary' }),
    ],
  });
}
