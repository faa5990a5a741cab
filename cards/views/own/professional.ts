// A viewer's own part in the professional work: how far he is with assessing, his body's statement, drafts and signature.
import type { TaskDefinitionOf } from '../../../services/process/definition/schema';
import type { PersonId } from '../../../services/process/ids';
import { assessedIn, progressOf, uncovered } from '../../../services/process/round/kinds/assess/coverage';
import { nominationsAbout } from '../../../services/process/round/queries';
import { draftsBasis } from '../../../services/process/round/kinds/conclude';
import { execute, openDialog } from '../../card';
import type { Section } from '../../templates';
import { buttons, present, section } from '../blocks';
import type { Scene } from '../scene';
import type { Part, TaskOf } from '../seats';
import { isOpen, seatLine } from '../seats';
import { conclusionOf, statementsIn } from '../shared/assessments';
import { viewOf } from './assessment-again';
import { leads } from './order';
import { signsFor, speaksFor, whereOf, worksFor } from './part';

export function ownAssess(
  scene: Scene,
  of: TaskOf<TaskDefinitionOf<'assess'>>,
  part: Part,
  personId: PersonId,
  place: 'channel' | 'personal',
): readonly Section[] {
  const { t, round } = scene;
  const view = viewOf(scene, of);
  const isAgain = assessedIn(view).second !== null;
  const own = part.seats.map((mandate) => {
    const { given, total } = progressOf(mandate, view);
    const ids = { roundId: round.id, taskId: of.task.id, mandateId: mandate.id };
    const title = given === 0 ? t.assessment.start : t.assessment.continue;
    const start =
      place === 'channel'
        ? openDialog(title, 'assessment.open', ids, { style: 'primary' })
        : execute(title, 'assessment.show', ids, { style: 'primary' });
    return section({
      lines: [seatLine(scene, of.task, mandate), progressLine(scene, isAgain, given, total)],
      buttons: buttons(
        isOpen(round, of.task) && given < total && start,
        isOpen(round, of.task) && place === 'personal' && !isAgain && execute(t.sheet.button, 'sheet.show', ids),
      ),
    });
  });
  return [...own, ...leadSections(scene, of, part, personId)];
}

function progressLine({ t }: Scene, isAgain: boolean, given: number, total: number): string {
  if (!isAgain) return given < total ? t.assessment.own(given, total) : t.assessment.allGiven;
  if (total === 0) return t.assessment.secondNone;
  return given < total ? t.assessment.secondOwn(given, total) : t.assessment.secondAllGiven;
}

/** What the one who leads the work can do: see how firm the order is, and open a second round before the deadline does. */
function leadSections(
  scene: Scene,
  of: TaskOf<TaskDefinitionOf<'assess'>>,
  part: Part,
  personId: PersonId,
): readonly Section[] {
  const { t, round } = scene;
  const view = viewOf(scene, of);
  if (!leads(view, part, personId)) return [];
  const ids = { roundId: round.id, taskId: of.task.id };
  const opens =
    isOpen(round, of.task) &&
    of.definition.secondRound !== undefined &&
    assessedIn(view).second === null &&
    signsFor(view, personId, of.definition.bodies) &&
    uncovered(view).length === 0;
  return [
    section({
      notes: opens ? [t.assessment.openSecondHelp] : [],
      buttons: buttons(
        execute(t.assessment.seeOrder, 'assessment.order', { ...ids, page: 0 }),
        opens && execute(t.assessment.openSecond, 'assessment.again', ids),
      ),
    }),
  ];
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
