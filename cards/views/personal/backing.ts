// What a contact is told, once, when a nomination begins to wait for his organisation: with the button that backs it.
import { execute, openDialog } from '../../card';
import type { Card } from '../../card';
import type { BackingInput } from '../../inputs/personal';
import { render } from '../../render';
import { buttons } from '../blocks';
import { plainCard } from '../plain';
import { ownScene } from '../scene';
import { nominationFacts } from './notices';

export function backingCard(input: BackingInput): Card {
  const scene = ownScene(input);
  const { t, f, round } = scene;
  const { bodyId } = input;
  const nomination = round.nominations[input.nominationId];
  if (nomination === undefined) return plainCard(scene, t.faults.UnknownNomination);
  const ids = { roundId: round.id, nominationId: nomination.id };
  const act = { ...ids, bodyId, basis: nomination.revision };
  const deadlineAt = round.tasks[nomination.taskId]?.deadlineAt ?? null;
  const data = {
    eyebrow: [scene.eyebrow(nomination.taskId)],
    title: t.nomination.backingTitle(scene.body(bodyId)),
    lead: [t.nomination.backingLead(f.list(nomination.nominators.map((id) => scene.person(id))))],
    facts: nominationFacts(scene, nomination),
    text: deadlineAt === null ? [] : [t.common.deadline(f.moment(deadlineAt))],
    notes: [],
    buttons: buttons(
      execute(t.nomination.backFor(scene.bodyLabel(bodyId)), 'nomination.back', act, { style: 'primary' }),
      execute(t.common.read, 'nomination.show', { ...ids, taskId: nomination.taskId }),
      openDialog(t.nomination.return, 'nomination.return.open', act),
    ),
  };
  return render('letter', data, {
    language: scene.language,
    summary: `${t.nomination.backingTitle(scene.bodyLabel(bodyId))}: ${scene.titleLabel(nomination)}`,
  });
}
