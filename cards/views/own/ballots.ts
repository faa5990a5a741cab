// A viewer's own part in a task that a body answers together: each seat he answers for, what stands, what he can press.
// Must carry the basis of what it shows: the next answer counts only against this view (DESIGN.md §4).
import type { MandateId, PersonId } from '../../../services/process/ids';
import type { Mandate } from '../../../services/process/organisation/state';
import { slotFor, type Slot } from '../../../services/process/round/kinds/ballots/cast';
import { choicesOf } from '../../../services/process/round/kinds/ballots/choices';
import { votedIn } from '../../../services/process/round/kinds/ballots/secret';
import { waitingSeats } from '../../../services/process/round/kinds/ballots/turns';
import { proposersOf } from '../../../services/process/round/kinds/ballots/propose';
import { ballotsIn, hasProposal } from '../../../services/process/round/kinds/ballots/work';
import { nominationsAbout } from '../../../services/process/round/queries';
import type { CastBallot } from '../../../services/process/round/state';
import type { PreparedView } from '../../inputs/round';
import { block } from '../../escape';
import { execute, openDialog } from '../../card';
import type { Element } from '../../card';
import type { Section } from '../../templates';
import { buttons, present, section } from '../blocks';
import { caps } from '../scene';
import type { Scene } from '../scene';
import type { Part, TaskOf } from '../seats';
import { isOpen, seatBody, seatLine } from '../seats';
import { forecastSection } from './forecast';
import { answerButtons, collegialView, shownBallot, turnLines } from '../shared/ballots';
import type { Collegial } from '../shared/ballots';

type Of = TaskOf<Collegial>;

export function ownBallots(
  scene: Scene,
  of: Of,
  part: Part,
  personId: PersonId,
  prepared: readonly PreparedView[],
): readonly Section[] {
  return [
    ...part.seats.flatMap((mandate) => [
      seatSection(scene, of, mandate, personId),
      ...preparedSection(scene, of, mandate, preparedFor(prepared, mandate)),
    ]),
    ...part.givenAway.map((mandate) => {
      const called = of.task.standIns[mandate.id];
      return section({ lines: called ? [scene.t.task.substituteCalled(scene.person(called))] : [] });
    }),
    ...part.prepares
      .filter((mandate) => !part.seats.includes(mandate))
      .map((mandate) => preparesSection(scene, of, mandate, preparedFor(prepared, mandate))),
    ...proposalSection(scene, of, personId),
    ...forecastSection(scene, of, part, personId),
  ];
}

function seatSection(scene: Scene, of: Of, mandate: Mandate, personId: PersonId): Section {
  const { t } = scene;
  const slot = slotOf(scene, of, mandate.id, personId);
  const ballot = slot.present;
  const open = isOpen(scene.round, of.task);
  const voted = votedIn(of.task).includes(mandate.id);
  return section({
    lines: [
      seatLine(scene, of.task, mandate, personId),
      ...(ballot === undefined
        ? present(open && (voted ? t.deciding.hasVoted : t.ballot.notAnswered))
        : standingLines(scene, of, ballot, personId)),
    ],
    notes: present(subjectNote(scene, of, slot.without.length), ...turnLines(scene, of)),
    buttons: buttons(
      ...(open && !voted && isAnswerable(scene, of, slot) ? seatActions(scene, of, mandate, ballot, personId) : []),
    ),
  });
}

/** Where the viewer's answer for a seat stands: its own, or a substitute's beside it. */
export function slotOf(scene: Scene, of: Of, mandateId: MandateId, personId: PersonId): Slot {
  return slotFor(mandateId, collegialView(scene, of), { actor: { kind: 'person', personId } });
}

/** Nobody is offered an answer that would speak of nothing. */
function isAnswerable(scene: Scene, { definition }: Of, { without }: Slot): boolean {
  return without.length === 0 || without.length < nominationsAbout(scene.round, definition.about).length;
}

/** What the viewer answered, his words, and until when it can be changed. */
function standingLines(scene: Scene, of: Of, ballot: CastBallot, personId: PersonId): readonly string[] {
  const { t } = scene;
  const remark = scene.text(ballot.texts, 'reason');
  const source = scene.text(ballot.texts, 'source');
  return present(
    answerLine(scene, ballot, personId),
    source !== null && t.deciding.sourceLine(source),
    remark !== null && t.ballot.remark(remark),
    isOpen(scene.round, of.task) && changeLine(scene, of),
  );
}

export function answerLine(scene: Scene, ballot: CastBallot, personId: PersonId): string {
  const { t, f } = scene;
  const when = f.moment(ballot.at);
  if (ballot.enteredBy !== undefined) {
    const choice = ballot.choice === 'ranked' ? t.ranking.edit : t.ballot.choice[ballot.choice];
    return t.deciding.enteredLine(scene.person(ballot.enteredBy), choice, when);
  }
  if (ballot.by === personId || ballot.choice === 'ranked') return t.ballot.did[ballot.choice](when);
  return t.ballot.didBy(scene.person(ballot.by), t.ballot.choice[ballot.choice], when);
}

export function changeLine(scene: Scene, { task }: TaskOf): string {
  const { t, f } = scene;
  return task.deadlineAt === null || task.deadlineAt < scene.look.now
    ? t.ballot.canChange
    : t.ballot.canChangeUntil(f.moment(task.deadlineAt));
}

function subjectNote(scene: Scene, { definition }: Of, without: number): string | null {
  if (definition.about === 'round' || definition.kind === 'rank') return null;
  const total = nominationsAbout(scene.round, definition.about).length;
  if (without === 0) return scene.t.ballot.subjectCount(total);
  return scene.t.impartiality.covers(total - without, total, without);
}

function seatActions(
  scene: Scene,
  of: Of,
  mandate: Mandate,
  ballot: CastBallot | undefined,
  personId: PersonId,
): readonly Element[] {
  const { t, round } = scene;
  const { definition, task } = of;
  const ids = { roundId: round.id, taskId: task.id, mandateId: mandate.id };
  const answered = { ...ids, ...shownBallot(task) };
  const mayCall = definition.substitutes && mandate.substitute !== null && mandate.holder === personId;
  const substitute = mayCall && ballot === undefined && execute(t.task.callSubstitute, 'substitute.call', ids);
  if (definition.kind === 'rank') {
    return present(
      ballot === undefined
        ? execute(t.ranking.start, 'ranking.show', ids, { style: 'primary' })
        : openDialog(t.ranking.edit, 'ranking.open', { ...ids, page: 0 }, { style: 'primary' }),
      substitute,
    );
  }
  if (isProposalMissing(of)) return present(substitute);
  if (waitingSeats(collegialView(scene, of)).includes(mandate)) return [];
  if (ballot !== undefined) return [openDialog(t.ballot.changeAnswer, 'ballot.open', answered)];
  return present(
    ...answerButtons(scene, choicesOf(definition), { ...answered, basis: 0 }, definition.visibility === 'secret'),
    substitute,
  );
}

function isProposalMissing({ definition, task }: Of): boolean {
  return definition.kind === 'vote' && definition.proposal !== undefined && !hasProposal(task);
}

function preparedFor(prepared: readonly PreparedView[], { id }: Mandate): PreparedView | undefined {
  return prepared.find(({ mandateId }) => mandateId === id);
}

function preparedLines(scene: Scene, { choice, reason, by, at, returnedBy }: PreparedView): readonly string[] {
  const { t, f } = scene;
  return present(
    t.deciding.preparedBy(scene.person(by), f.weekday(at)),
    returnedBy !== null && t.deciding.handedBack(scene.person(returnedBy)),
    t.deciding.preparedAnswer(t.ballot.choice[choice]),
    reason !== '' && t.deciding.preparedReason(block(reason, caps.paragraph)),
  );
}

/** What was prepared for the viewer to give, as long as it is ready and nothing stands. */
function preparedSection(
  scene: Scene,
  of: Of,
  mandate: Mandate,
  prepared: PreparedView | undefined,
): readonly Section[] {
  const { t, round } = scene;
  const standing = ballotsIn(of.task).ballots[mandate.id];
  if (prepared === undefined || prepared.returnedBy !== null || !isOpen(round, of.task)) return [];
  const ids = { roundId: round.id, taskId: of.task.id, mandateId: mandate.id };
  const { version } = prepared;
  const give = { ...ids, basis: standing?.revision ?? 0, version, ...shownBallot(of.task) };
  return [
    section({
      lines: preparedLines(scene, prepared),
      buttons: buttons(
        execute(t.deciding.give, 'ballot.give', give, { style: 'primary' }),
        execute(t.deciding.handback, 'ballot.handback', ids),
      ),
    }),
  ];
}

function preparesSection(scene: Scene, of: Of, mandate: Mandate, prepared: PreparedView | undefined): Section {
  const { t, round } = scene;
  const { definition } = of;
  const ids = { roundId: round.id, taskId: of.task.id, mandateId: mandate.id };
  const open = isOpen(round, of.task);
  const chooses = open && definition.kind !== 'rank' && definition.visibility !== 'secret' && !isProposalMissing(of);
  return section({
    lines: [
      t.task.prepares(scene.body(seatBody(mandate)), scene.person(mandate.holder)),
      ...(prepared === undefined ? [] : preparedLines(scene, prepared)),
    ],
    buttons: buttons(
      open && definition.kind === 'rank' && execute(t.ranking.start, 'ranking.show', ids),
      chooses && openDialog(t.deciding.prepare, 'ballot.prepare.open', ids),
    ),
  });
}

/** For those who propose what is voted on, as long as nobody has answered. */
function proposalSection(scene: Scene, of: Of, personId: PersonId): readonly Section[] {
  const { t, round } = scene;
  const view = collegialView(scene, of);
  if (!isOpen(round, of.task) || !proposersOf(view).some(({ holder }) => holder === personId)) return [];
  const { proposal, ballots } = ballotsIn(of.task);
  const ids = { roundId: round.id, taskId: of.task.id };
  const title = proposal === null ? t.ballot.openProposal : t.ballot.changeProposal;
  const may = Object.keys(ballots).length === 0;
  return [section({ buttons: buttons(may && openDialog(title, 'selection.open', ids)) })];
}
