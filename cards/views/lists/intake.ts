// The secretariat's check of what was received, nomination by nomination: what is yet to be read, what waits for an answer.
import type { PersonId } from '../../../services/process/ids';
import { isAskable, isOpenQuestion, questionsAbout } from '../../../services/process/round/matters/questions/queries';
import { isSecretariat } from '../../../services/process/round/queries';
import type { Nomination, RoundState } from '../../../services/process/round/state';
import { execute } from '../../card';
import type { Section } from '../../templates';
import { buttons, present, section } from '../blocks';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import type { Rows } from './list-card';
import { behalfLine, nominationRow } from './nominations';

/** What can still be checked of a task's nominations, the unread first, then by number. */
export function intakeRows(scene: Scene, { task }: TaskOf, personId: PersonId): Rows {
  const { t, round, f, date } = scene;
  const received = isSecretariat(round, personId, date) ? receivedIn(round, task.id) : [];
  const sorted = [...received].sort(
    (one, other) =>
      Number(isChecked(round, one)) - Number(isChecked(round, other)) ||
      f.compare(one.number ?? '', other.number ?? ''),
  );
  const left = received.filter((nomination) => !isChecked(round, nomination)).length;
  return {
    title: t.question.intakeTitle,
    lead: received.length === 0 ? [] : [t.question.intakeLead(left, received.length)],
    rows: sorted.map(
      (nomination) => () =>
        nominationRow(scene, task.id, nomination, present(behalfLine(scene, nomination), stateLine(scene, nomination))),
    ),
  };
}

/** On the secretariat's own view of the task. */
export function intakeSection({ t, round }: Scene, { task }: TaskOf): readonly Section[] {
  const received = receivedIn(round, task.id);
  if (received.length === 0 || round.status !== 'running') return [];
  const left = received.filter((nomination) => !isChecked(round, nomination)).length;
  return [
    section({
      lines: [t.question.intakeLead(left, received.length)],
      buttons: buttons(
        execute(t.question.intake, 'page', { roundId: round.id, taskId: task.id, list: 'intake', page: 0 }),
      ),
    }),
  ];
}

function receivedIn(round: RoundState, taskId: TaskOf['task']['id']): readonly Nomination[] {
  return Object.values(round.nominations).filter((nomination) => nomination.taskId === taskId && isAskable(nomination));
}

function isChecked(round: RoundState, { id, revision }: Nomination): boolean {
  return round.matters.questions.checked[id]?.revision === revision;
}

function stateLine({ t, f, round }: Scene, nomination: Nomination): string {
  const open = questionsAbout(round, nomination.id).find((question) => isOpenQuestion(round, question));
  const check = round.matters.questions.checked[nomination.id];
  if (open !== undefined) return t.question.awaitsAnswer(f.day(open.deadlineAt));
  if (check === undefined) return t.question.notChecked;
  return check.revision === nomination.revision ? t.question.checkedAt(f.day(check.at)) : t.question.changedSince;
}
