// The shared cards of the professional work: assessments as totals only, statements by body, conclusions by outcome.
// Must not show what anybody assessed: in a channel there are totals and the deadline, nothing else (CARDS.md §2).
import type { TaskDefinitionOf } from '../../../services/process/definition/schema';
import type { BodyId, MandateId, NominationId } from '../../../services/process/ids';
import { bodiesOf, nominationsAbout, seatsOf } from '../../../services/process/round/queries';
import type { Assessment, Conclusion, SecondRound, Task } from '../../../services/process/round/state';
import { execute, openDialog } from '../../card';
import { present } from '../blocks';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import type { Piece } from './piece';

type Given = Readonly<Record<NominationId, Readonly<Record<MandateId, Assessment>>>>;

export function givenIn(task: Task): Given {
  return task.work.family === 'assessments' ? task.work.given : {};
}

export function assessPiece(scene: Scene, of: TaskOf<TaskDefinitionOf<'assess'>>): Piece {
  const { t, round } = scene;
  const { task, definition, date } = of;
  const ids = { roundId: round.id, taskId: task.id };
  const about = nominationsAbout(round, definition.about);
  const members = seatsOf(round, definition, date).length;
  const each = Math.min(members, definition.assessorsPerNomination ?? members);
  const given = about.reduce((sum, { id }) => sum + Object.keys(givenIn(task)[id] ?? {}).length, 0);
  const second = task.work.family === 'assessments' ? task.work.second : null;
  return {
    status:
      second === null
        ? [t.assessment.members(members, about.length), t.assessment.given(given, each * about.length)]
        : secondLines(scene, second),
    rows: [],
    result: [],
    notes: [],
    actions: [openDialog(t.assessment.start, 'assessment.open', ids, { style: 'primary' })],
    reading: [execute(t.common.seeList, 'page', { ...ids, list: 'assessments', page: 0 })],
  };
}

function secondLines({ t }: Scene, { nominationIds, before, answered }: SecondRound): readonly string[] {
  const count = (of: (id: NominationId) => number): number => nominationIds.reduce((sum, id) => sum + of(id), 0);
  return [
    t.assessment.second(nominationIds.length),
    t.assessment.secondAnswered(
      count((id) => answered[id]?.length ?? 0),
      count((id) => Object.keys(before[id] ?? {}).length),
    ),
  ];
}

export function statePiece(scene: Scene, of: TaskOf<TaskDefinitionOf<'state'>>): Piece {
  const { t, round, f } = scene;
  const { task, definition, date } = of;
  const ids = { roundId: round.id, taskId: task.id };
  const remarks = task.work.family === 'statements' ? task.work.remarks : [];
  const given = statementsIn(task);
  return {
    status: [],
    rows: bodiesOf(round.electorate, definition.bodies, date).map((id) => {
      const statement = given[id];
      return statement === undefined
        ? t.assessment.statementMissing(scene.body(id))
        : t.assessment.statementGiven(scene.body(id), f.day(statement.at));
    }),
    result: [],
    notes: remarks.length > 0 ? [t.assessment.remarks(remarks.length)] : [],
    actions: [openDialog(t.assessment.writeRemark, 'remark.open', ids, { style: 'primary' })],
    reading: present(
      remarks.length > 0 && execute(t.assessment.seeRemarks, 'page', { ...ids, list: 'remarks', page: 0 }),
      Object.keys(given).length > 0 &&
        execute(t.assessment.seeStatements, 'page', { ...ids, list: 'statements', page: 0 }),
      execute(t.common.seeList, 'page', { ...ids, list: 'nominations', page: 0 }),
    ),
  };
}

type Statement = Extract<Task['work'], { family: 'statements' }>['given'][BodyId];

/** Statements by body; a body that has given none is absent. */
export function statementsIn(task: Task): Partial<Readonly<Record<BodyId, Statement>>> {
  return task.work.family === 'statements' ? task.work.given : {};
}

export function concludePiece(scene: Scene, of: TaskOf<TaskDefinitionOf<'conclude'>>): Piece {
  const { t, round } = scene;
  const { task, definition } = of;
  const ids = { roundId: round.id, taskId: task.id };
  const about = nominationsAbout(round, definition.about);
  const drafted = about.filter((nomination) => conclusionOf(task, nomination) !== null);
  const closed = task.status === 'closed';
  return {
    status: closed
      ? []
      : present(
          t.assessment.drafted(drafted.length, about.length),
          about.length > 0 && drafted.length === about.length && t.assessment.signing,
        ),
    rows: closed
      ? [
          outcomeCounts(
            scene,
            drafted.flatMap((nomination) => conclusionOf(task, nomination) ?? []),
          ),
        ]
      : [],
    result: closed ? [t.assessment.signed(drafted.length)] : [],
    notes: [],
    actions: [],
    reading: [
      execute(closed ? t.common.seeList : t.assessment.seeDrafts, 'page', { ...ids, list: 'conclusions', page: 0 }),
    ],
  };
}

/** What stands on a nomination: signed, or the draft. */
export function conclusionOf(
  task: Task,
  nomination: { readonly id: NominationId; readonly conclusion: Conclusion | null },
): Conclusion | null {
  const drafts: Partial<Record<NominationId, Conclusion>> = task.work.family === 'conclusions' ? task.work.drafts : {};
  return nomination.conclusion ?? drafts[nomination.id] ?? null;
}

/** "30 kvalificeret, 4 ikke kvalificeret." */
function outcomeCounts(scene: Scene, conclusions: readonly Conclusion[]): string {
  const words = scene.t.assessment.outcomeCount;
  const parts = (Object.keys(words) as Conclusion['outcome'][]).flatMap((outcome) => {
    const count = conclusions.filter((conclusion) => conclusion.outcome === outcome).length;
    return count === 0 ? [] : [words[outcome](count)];
  });
  return scene.t.assessment.outcomes(parts.join(', '));
}
