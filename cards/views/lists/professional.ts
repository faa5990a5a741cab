// Lists of the professional work: what is left to assess, remarks, statements, conclusions.
// Never anybody's scores: the spread of one nomination has its own view, with its own condition.
import type { PersonId } from '../../../services/process/ids';
import { mayTakePart, openTo } from '../../../services/process/round/matters/impartiality/standing';
import { nominationsAbout } from '../../../services/process/round/queries';
import type { Conclusion, Nomination, Remark } from '../../../services/process/round/state';
import { execute, openDialog } from '../../card';
import type { Row } from '../../templates';
import { buttons, present } from '../blocks';
import { notShownLines } from '../impartiality/nominations';
import { signsFor, whereOf, worksFor } from '../own/part';
import type { Scene } from '../scene';
import { isOpen, partOf } from '../seats';
import type { TaskOf } from '../seats';
import { conclusionOf, givenIn, statementsIn } from '../shared/assessments';
import { behalfLine, nominationRow, readButton } from './nominations';
import type { Rows } from './list-card';

export function assessmentRows(scene: Scene, of: TaskOf, personId: PersonId): Rows {
  const { t, round } = scene;
  const { task, definition } = of;
  const all = definition.kind === 'assess' ? nominationsAbout(round, definition.about) : [];
  const about = openTo(round, personId, all);
  const [seat] = partOf(round, of, personId).seats;
  return {
    title: t.assessment.listTitle,
    lead: notShownLines(scene, all.length, about.length),
    rows: about.map((nomination) => () => {
      if (seat === undefined) return nominationRow(scene, task.id, nomination, present(behalfLine(scene, nomination)));
      const isGiven = givenIn(task)[nomination.id]?.[seat.id] !== undefined;
      const ids = { roundId: round.id, taskId: task.id, nominationId: nomination.id };
      const assess = openDialog(isGiven ? t.common.change : t.assessment.start, 'assessment.open', {
        ...ids,
        mandateId: seat.id,
      });
      return {
        title: scene.numbered(nomination),
        lines: [isGiven ? t.assessment.stateGiven : t.assessment.stateMissing],
        buttons: buttons(
          isOpen(round, task) ? assess : readButton(scene, task.id, nomination),
          (isGiven || task.status === 'closed') && execute(t.assessment.seeSpread, 'assessment.spread', ids),
        ),
      };
    }),
  };
}

/** Remarks on what the viewer is held out of are not for him; one of somebody held out since says that it is set aside. */
export function remarkRows(scene: Scene, of: TaskOf, personId: PersonId): Rows {
  const { work } = of.task;
  const all = work.family === 'statements' ? work.remarks : [];
  const remarks = all.filter(({ nominationId: id }) => id === null || mayTakePart(scene.round, personId, id));
  return {
    title: scene.t.assessment.remarksTitle,
    lead: present(remarks.length > 0 && scene.t.assessment.remarks(remarks.length)),
    rows: remarks.map((remark) => () => remarkRow(scene, of, remark)),
  };
}

function remarkRow(scene: Scene, of: TaskOf, remark: Remark): Row {
  const { t, f, round } = scene;
  const nomination = remark.nominationId === null ? undefined : round.nominations[remark.nominationId];
  const about = nomination === undefined ? t.assessment.remarkAboutAll : scene.numbered(nomination);
  const [title, ...more] = remarkLines(scene, of, remark);
  return {
    title: title ?? t.common.erased,
    lines: present(
      ...more,
      about,
      t.assessment.remarkBy(scene.body(remark.bodyId), scene.person(remark.by), f.day(remark.at)),
      remark.nominationId !== null &&
        !mayTakePart(round, remark.by, remark.nominationId) &&
        t.impartiality.remarkSetAside,
    ),
    buttons: [],
  };
}

/** What a remark says: its text, and "Manglende specialer: …" for each field of the definition that was filled in. */
export function remarkLines(scene: Scene, { definition }: TaskOf, { texts }: Remark): readonly string[] {
  const fields = definition.kind === 'state' ? (definition.remarkFields ?? []) : [];
  return present(
    scene.text(texts, 'remark'),
    ...fields.map(({ id, label }) => {
      const written = scene.text(texts, id);
      return written === null ? null : scene.t.common.labelled(scene.say(label), written);
    }),
  );
}

export function statementRows(scene: Scene, { task }: TaskOf): Rows {
  const { t, f } = scene;
  const given = task.work.family === 'statements' ? statementsIn(task) : {};
  return {
    title: t.assessment.statementsTitle,
    lead: [],
    rows: Object.entries(given).flatMap(([bodyId, statement]) =>
      statement === undefined
        ? []
        : [
            () => ({
              title: scene.text(statement.texts, 'statement') ?? t.assessment.statementNone,
              lines: [
                t.assessment.remarkBy(scene.body(bodyId as never), scene.person(statement.by), f.day(statement.at)),
              ],
              buttons: [],
            }),
          ],
    ),
  };
}

export function conclusionRows(scene: Scene, of: TaskOf, personId: PersonId): Rows {
  const { t, round } = scene;
  const { task, definition } = of;
  const all = definition.kind === 'conclude' ? nominationsAbout(round, definition.about) : [];
  const about = openTo(round, personId, all);
  const parties = definition.kind === 'conclude' ? definition.draftedBy : [];
  const where = whereOf(scene, of);
  const signs = definition.kind === 'conclude' && signsFor(where, personId, definition.bodies);
  const writes = isOpen(round, task) && (signs || worksFor(where, personId, parties).length > 0);
  return {
    title: t.assessment.conclusionsTitle,
    lead: notShownLines(scene, all.length, about.length),
    rows: about.map((nomination) => () => {
      const conclusion = conclusionOf(task, nomination);
      const title = conclusion === null ? t.assessment.writeDraft : t.assessment.changeDraft;
      const ids = { roundId: round.id, taskId: task.id, nominationId: nomination.id };
      return {
        title: scene.numbered(nomination),
        lines: conclusion === null ? [t.assessment.noDraft] : conclusionLines(scene, conclusion),
        buttons: buttons(
          writes ? openDialog(title, 'conclusion.open', ids) : execute(t.common.read, 'nomination.show', ids),
        ),
      };
    }),
  };
}

/** "Faglig rådgivning: sammenlagt med 2027-014 …" and the reason. */
export function conclusionLines(scene: Scene, conclusion: Conclusion): readonly string[] {
  const { t, round } = scene;
  const into: Nomination | undefined = conclusion.into === null ? undefined : round.nominations[conclusion.into];
  const word =
    conclusion.outcome === 'mergedWith' && into !== undefined
      ? t.nomination.mergedWithTitle(scene.numbered(into))
      : t.nomination[conclusion.outcome];
  const reason = scene.text(conclusion.texts, 'reason');
  return present(t.nomination.advice(word), reason !== null && t.nomination.outcomeReason(reason));
}
