// A viewer's own part in taking in nominations: his drafts, his nominations, and what waits for his organisation's backing.
// Until the decision is final it tells only the five plain states (CARDS.md §1).
import type { TaskDefinitionOf } from '../../../services/process/definition/schema';
import type { PersonId } from '../../../services/process/ids';
import { backersOf, unbacked } from '../../../services/process/round/kinds/nominate/backing';
import { isAmong } from '../../../services/process/round/kinds/acting';
import type { TaskView } from '../../../services/process/round/kinds/kind';
import type { BodyId } from '../../../services/process/ids';
import { isTakenAt } from '../../../services/process/round/matters/grace/state';
import { internalDeadlineOf } from '../../../services/process/round/matters/internal/state';
import type { Nomination } from '../../../services/process/round/state';
import { execute, openDialog } from '../../card';
import { inline } from '../../escape';
import type { DraftView } from '../../inputs/round';
import type { Section } from '../../templates';
import { buttons, present, section } from '../blocks';
import { caps } from '../scene';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import { isOpen } from '../seats';
import { nominationsIn } from '../shared/nominating';
import { sharedLine } from '../personal/overview';
import { speaksFor, whereOf } from './part';
import { statusWord } from '../nomination-status';

type Of = TaskOf<TaskDefinitionOf<'nominate'>>;

/** Shown in the own view before "mine indstillinger" takes over. */
const OWN_MAX = 3;

export function ownNominating(
  scene: Scene,
  of: Of,
  personId: PersonId,
  drafts: readonly DraftView[],
): readonly Section[] {
  const { t, round } = scene;
  const ids = { roundId: round.id, taskId: of.task.id };
  const open = isOpen(round, of.task);
  const taken = (draft: DraftView) => open && isTakenAt(round, of.task, scene.look.now, draft.begunAt);
  const own = nominationsIn(round, of.task.id).filter(({ nominators }) => nominators.includes(personId));
  return [
    ...drafts.slice(0, OWN_MAX).map((draft) =>
      section({
        lines: present(draftLine(scene, draft), draft.owner === null && sharedLine(scene, draft)),
        buttons: buttons(
          taken(draft) &&
            openDialog(
              t.common.continue,
              'nomination.open',
              { ...ids, nominationId: draft.nominationId },
              { style: 'primary' },
            ),
          taken(draft) &&
            draft.owner === null &&
            openDialog(t.draft.share, 'nomination.share.open', { ...ids, nominationId: draft.nominationId }),
        ),
      }),
    ),
    ...own.slice(0, OWN_MAX).map((nomination) => ownSection(scene, nomination, personId)),
    ...(own.length > OWN_MAX
      ? [section({ buttons: buttons(execute(t.personal.command.nominations, 'nominations.show', {})) })]
      : []),
    ...awaitingSections(scene, of, personId),
    ...internalSections(scene, of, personId),
  ];
}

/** "Din kladde …", or whose it is. */
function draftLine(scene: Scene, { title, filled, total, owner }: DraftView): string {
  const { t } = scene;
  const shown = inline(title, caps.title) || t.common.untitled;
  return owner === null
    ? t.nomination.draft(shown, filled, total)
    : t.draft.others(scene.person(owner), shown, filled, total);
}

function ownSection(scene: Scene, nomination: Nomination, personId: PersonId): Section {
  const { t, round } = scene;
  return section({
    lines: [scene.numbered(nomination)],
    notes: [t.nomination.statusLine(statusWord(scene, nomination, personId))],
    buttons: buttons(
      execute(t.common.open, 'nomination.show', {
        roundId: round.id,
        nominationId: nomination.id,
        taskId: nomination.taskId,
      }),
    ),
  });
}

/** For contacts: how many wait for each of their organisations. */
function awaitingSections(scene: Scene, of: Of, personId: PersonId): readonly Section[] {
  const { t, round } = scene;
  return awaitingOf(scene, of, personId).map(({ bodyId, nominations }) =>
    section({
      lines: present(t.nomination.awaiting(scene.body(bodyId), nominations.length)),
      buttons: buttons(
        execute(
          t.nomination.seeAwaiting,
          'page',
          { roundId: round.id, taskId: of.task.id, list: 'backing', bodyId, page: 0 },
          { style: 'primary' },
        ),
      ),
    }),
  );
}

/** For contacts: the organisation's own deadline, and the way to set it. */
function internalSections(scene: Scene, of: Of, personId: PersonId): readonly Section[] {
  const { t, f, round } = scene;
  if (!isOpen(round, of.task) || !of.definition.backing) return [];
  return speaksFor(whereOf(scene, of), personId, of.definition.bodies).map((bodyId) => {
    const at = internalDeadlineOf(round, of.task.id, bodyId);
    const ids = { roundId: round.id, taskId: of.task.id, bodyId };
    return section({
      lines: present(at !== null && t.nomination.internalDeadline(scene.body(bodyId), f.moment(at))),
      buttons: buttons(openDialog(t.nomination.setInternal, 'internal.open', ids)),
    });
  });
}

export interface Awaiting {
  readonly bodyId: BodyId;
  readonly nominations: readonly Nomination[];
}

/** What waits for the backing of organisations the person speaks for, by organisation. */
export function awaitingOf(scene: Scene, { task, definition, date }: Of, personId: PersonId): readonly Awaiting[] {
  const view: TaskView<'nominate'> = { round: scene.round, task, definition, date };
  const waiting = new Map<BodyId, Nomination[]>();
  for (const nomination of nominationsIn(scene.round, task.id)) {
    if (nomination.status !== 'awaitingBacking') continue;
    for (const id of unbacked(nomination, view)) waiting.set(id, [...(waiting.get(id) ?? []), nomination]);
  }
  return [...waiting]
    .filter(([id]) => isAmong(view, personId, backersOf(id, view)))
    .map(([bodyId, nominations]) => ({ bodyId, nominations }));
}
