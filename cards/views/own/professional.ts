// A viewer's own part in the professional work: how far he is with assessing, his body's statement, drafts and signature.
import type { TaskDefinitionOf } from '../../../services/process/definition/schema';
import type { MandateId, PersonId } from '../../../services/process/ids';
import { nominationsAbout } from '../../../services/process/round/queries';
import { draftsBasis } from '../../../services/process/round/kinds/conclude';
import { execute, openDialog } from '../../card';
import type { Section } from '../../templates';
import { buttons, present, section } from '../blocks';
import type { Scene } from '../scene';
import type { Part, TaskOf } from '../seats';
import { isOpen, seatLine } from '../seats';
import { conclusionOf, givenIn, statementsIn } from '../shared/assessments';
import { signsFor, speaksFor, whereOf, worksFor } from './part';

export function ownAssess(
  scene: Scene,
  of: TaskOf<TaskDefinitionOf<'assess'>>,
  part: Part,
  place: 'channel' | 'personal',
): readonly Section[] {
  const { t, round } = scene;
  return part.seats.map((mandate) => {
    const { given, total } = progressOf(scene, of, mandate.id);
    const ids = { roundId: round.id, taskId: of.task.id, mandateId: mandate.id };
    const title = given === 0 ? t.assessment.start : t.assessment.continue;
    const start =
      place === 'channel'
        ? openDialog(title, 'assessment.open', ids, { style: 'primary' })
        : execute(title, 'assessment.show', ids, { style: 'primary' });
    return section({
      lines: [
        seatLine(scene, of.task, mandate),
        given < total ? t.assessment.own(given, total) : t.assessment.allGiven,
      ],
      buttons: buttons(isOpen(round, of.task) && given < total && start),
    });
  });
}

/** How many nominations of the task a seat has assessed. */
export function progressOf(
  scene: Scene,
  { task, definition }: TaskOf<TaskDefinitionOf<'assess'>>,
  mandateId: MandateId,
): { readonly given: number; readonly total: number } {
  const about = nominationsAbout(scene.round, definition.about);
  const given = about.filter(({ id }) => givenIn(task)[id]?.[mandateId] !== undefined).length;
  return { given, total: about.length };
}

export function ownState(scene: Scene, of: TaskOf<TaskDefinitionOf<'state'>>, personId: PersonId): readonly Section[] {
  const { t, round, f } = scene;
  const where = whereOf(scene, of);
  const given = statementsIn(of.task);
  const speaks = speaksFor(where, personId, of.definition.bodies);
  return worksFor(where, personId, of.definition.bodies).map((bodyId) => {
    const ids = { roundId: round.id, taskId: of.task.id, bodyId };
    const statement = given[bodyId];
    return section({
      lines: present(
        t.task.answersAs(scene.body(bodyId)),
        statement && t.assessment.statementDone(f.day(statement.at)),
      ),
      buttons: isOpen(round, of.task)
        ? buttons(
            openDialog(t.assessment.writeRemark, 'remark.open', ids),
            statement === undefined &&
              speaks.includes(bodyId) &&
              openDialog(t.assessment.giveStatement, 'statement.open', ids, { style: 'primary' }),
          )
        : [],
    });
  });
}

export function ownConclude(
  scene: Scene,
  of: TaskOf<TaskDefinitionOf<'conclude'>>,
  personId: PersonId,
): readonly Section[] {
  const { t, round } = scene;
  if (!isOpen(round, of.task)) return [];
  const where = whereOf(scene, of);
  const about = nominationsAbout(round, of.definition.about);
  const drafted = about.filter((nomination) => conclusionOf(of.task, nomination) !== null).length;
  const ids = { roundId: round.id, taskId: of.task.id };
  const drafts = worksFor(where, personId, of.definition.draftedBy).length > 0;
  const signs = signsFor(where, personId, of.definition.bodies) && drafted > 0 && drafted === about.length;
  if (!drafts && !signs) return [];
  return [
    section({
      buttons: buttons(
        drafts && openDialog(t.assessment.writeDraft, 'conclusion.open', ids, { style: 'primary' }),
        signs &&
          openDialog(
            t.assessment.sign,
            'conclusions.sign.open',
            { ...ids, drafted: draftsBasis(round, of.task.work, personId) },
            { style: 'primary' },
          ),
      ),
    }),
  ];
}
