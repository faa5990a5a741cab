// Lists of nominations: those a task is about, those sent, those that wait for backing, a proposal, the decisions.
import { candidatesOf } from '../../../services/process/round/kinds/ballots/propose';
import { ballotsIn } from '../../../services/process/round/kinds/ballots/work';
import type { PersonId, TaskId } from '../../../services/process/ids';
import { mayTakePart, openTo } from '../../../services/process/round/matters/impartiality/standing';
import { nominationsAbout } from '../../../services/process/round/queries';
import type { Nomination } from '../../../services/process/round/state';
import { execute } from '../../card';
import type { Element } from '../../card';
import type { ListInput } from '../../inputs/round';
import type { Row } from '../../templates';
import { buttons, present } from '../blocks';
import { notShownLines } from '../impartiality/nominations';
import { awaitingOf } from '../own/nominating';
import { isFinal, statusWord } from '../nomination-status';
import { reasonLine } from '../reasons';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import { collegialView } from '../shared/ballots';
import { ofKind } from '../shared/pieces';
import { nominationsIn } from '../shared/nominating';
import type { Rows } from './list-card';

export function readButton(scene: Scene, taskId: TaskId, nomination: Nomination): Element {
  return execute(scene.t.common.read, 'nomination.show', {
    roundId: scene.round.id,
    nominationId: nomination.id,
    taskId,
  });
}

export function nominationRow(scene: Scene, taskId: TaskId, nomination: Nomination, lines: readonly string[]): Row {
  return { title: scene.numbered(nomination), lines, buttons: buttons(readButton(scene, taskId, nomination)) };
}

/** "Region Midtjylland og LVS", under a title. */
export function behalfLine(scene: Scene, nomination: Nomination): string | null {
  if (nomination.onBehalfOf.length === 0) return null;
  return scene.t.nomination.onBehalfOf(scene.f.list(nomination.onBehalfOf.map((id) => scene.body(id))));
}

export function nominationRows(scene: Scene, { task, definition }: TaskOf, personId: PersonId): Rows {
  const subject = 'about' in definition ? definition.about : 'submitted';
  const all = nominationsAbout(scene.round, subject === 'round' ? 'submitted' : subject);
  const about = openTo(scene.round, personId, all);
  return {
    title: scene.t.nomination.listTitle,
    lead: [scene.t.nomination.total(all.length), ...notShownLines(scene, all.length, about.length)],
    rows: about.map(
      (nomination) => () => nominationRow(scene, task.id, nomination, present(behalfLine(scene, nomination))),
    ),
  };
}

/** Those sent in one task. Awaiting ones show their title to their nominators and backers only: it is not sent yet. */
export function submittedRows(scene: Scene, of: TaskOf, personId: PersonId): Rows {
  const nominating = ofKind(of, 'nominate');
  const backs = nominating === null ? [] : awaitingOf(scene, nominating, personId).flatMap((one) => one.nominations);
  const visible = nominationsIn(scene.round, of.task.id)
    .filter(
      (nomination) =>
        (nomination.status === 'submitted' && mayTakePart(scene.round, personId, nomination.id)) ||
        nomination.nominators.includes(personId) ||
        backs.includes(nomination),
    )
    .sort((a, b) => scene.f.compare(a.number ?? '~', b.number ?? '~'));
  return {
    title: scene.t.nomination.submittedTitle,
    lead: [scene.t.nomination.total(visible.length)],
    rows: visible.map((nomination) => () => {
      const word =
        nomination.status === 'submitted'
          ? null
          : scene.t.nomination.statusLine(statusWord(scene, nomination, personId));
      return nominationRow(scene, of.task.id, nomination, present(behalfLine(scene, nomination), word));
    }),
  };
}

export function backingRows(scene: Scene, of: TaskOf, { viewer, bodyId }: ListInput): Rows {
  const nominating = ofKind(of, 'nominate');
  const waiting = nominating === null ? [] : awaitingOf(scene, nominating, viewer.personId);
  const shown = waiting.filter((one) => bodyId === null || one.bodyId === bodyId);
  return {
    title: scene.t.nomination.awaitingTitle,
    lead: shown.map((one) => scene.t.nomination.awaiting(scene.body(one.bodyId), one.nominations.length)),
    rows: shown.flatMap((one) =>
      one.nominations.map(
        (nomination) => () => nominationRow(scene, of.task.id, nomination, present(behalfLine(scene, nomination))),
      ),
    ),
  };
}

/** The proposed list, then the rest. */
export function selectionRows(scene: Scene, of: TaskOf, personId: PersonId): Rows {
  const { t } = scene;
  const { definition } = of;
  const candidates = definition.kind === 'vote' ? candidatesOf(collegialView(scene, { ...of, definition })) : [];
  const proposal = ballotsIn(of.task).proposal;
  const on = new Set(proposal?.nominationIds);
  const shown = openTo(scene.round, personId, candidates);
  const sorted = [...shown].sort((a, b) => Number(on.has(b.id)) - Number(on.has(a.id)));
  return {
    title: t.product.proposedTitle,
    lead: present(
      proposal === null ? t.ballot.noProposal : t.ballot.proposal(on.size, candidates.length),
      proposal !== null && t.ballot.proposedAt(scene.f.moment(proposal.at)),
      ...notShownLines(scene, candidates.length, shown.length),
    ),
    rows: sorted.map((nomination) => () => {
      const word = on.has(nomination.id) ? t.product.onTheList : t.product.notOnTheList;
      return nominationRow(scene, of.task.id, nomination, [word]);
    }),
  };
}

/** The decisions, once they are final. */
export function decisionRows(scene: Scene, { task }: TaskOf): Rows {
  const { t, round } = scene;
  const decided = Object.values(round.nominations)
    .filter((nomination) => isFinal(round, nomination))
    .sort((a, b) => scene.f.compare(a.number ?? '', b.number ?? ''));
  const selected = decided.filter(({ decision }) => decision === 'selected').length;
  return {
    title: t.product.decisionsTitle,
    lead: decided.length === 0 ? [] : [t.product.selectedCount(selected, decided.length)],
    rows: decided.map((nomination) => () => {
      const word = nomination.decision === 'selected' ? t.nomination.selected : t.nomination.notSelected;
      return nominationRow(
        scene,
        task.id,
        nomination,
        present(t.nomination.decision(word), reasonLine(scene, nomination)),
      );
    }),
  };
}
