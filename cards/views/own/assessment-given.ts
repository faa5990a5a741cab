// What is said after an assessment was given: how far the person is, and the way on (CARDS.md §2, "After").
// Shows nobody else's scores: those have a card of their own, with its own condition.
import { assessedIn, progressOf } from '../../../services/process/round/kinds/assess/coverage';
import { mayTakePart } from '../../../services/process/round/matters/impartiality/standing';
import { nominationsAbout } from '../../../services/process/round/queries';
import { execute, submit } from '../../card';
import type { Card } from '../../card';
import type { AssessmentGivenInput } from '../../inputs/round';
import { render } from '../../render';
import { buttons, pageOf, section } from '../blocks';
import { faultSentence } from '../faults';
import { plainCard } from '../plain';
import { ownScene } from '../scene';
import { taskOf } from '../seats';
import { ofKind } from '../shared/pieces';
import { viewOf } from './assessment-again';

export function assessmentGivenCard(input: AssessmentGivenInput): Card {
  const scene = ownScene(input);
  const { t, f, round } = scene;
  const of = taskOf(scene, input.taskId);
  const assess = of === null ? null : ofKind(of, 'assess');
  const nomination = round.nominations[input.nominationId];
  const view = assess === null ? null : viewOf(scene, assess);
  const given = view === null ? undefined : assessedIn(view).given[input.nominationId]?.[input.mandateId];
  const mandate = round.electorate.mandates[input.mandateId];
  if (view === null || mandate === undefined || nomination === undefined || given === undefined) {
    return plainCard(scene, faultSentence(t, { name: 'UnknownNomination' }));
  }
  const progress = progressOf(mandate, view);
  const heldOut = nominationsAbout(round, view.definition.about).filter(
    ({ id }) => !mayTakePart(round, input.viewer.personId, id),
  ).length;
  const isAgain = assessedIn(view).second !== null;
  const seat = { roundId: round.id, taskId: input.taskId, mandateId: input.mandateId };
  const next = { ...seat, after: nomination.id };
  const again = { ...seat, nominationId: nomination.id };
  const done = progress.given >= progress.total;
  const data = {
    eyebrow: [scene.eyebrow(input.taskId)],
    title: t.assessment.givenTitle,
    lead: [
      t.assessment.givenAt(scene.numbered(nomination), f.time(given.at)),
      t.assessment.progress(progress.given, progress.total, input.drafts, heldOut),
    ],
    sections: done ? [section({ lines: [isAgain ? t.assessment.secondAllGiven : t.assessment.allGiven] })] : [],
    notes: [],
    buttons: buttons(
      !done && submit(input.surface, t.assessment.nextOne, 'assessment.show', next, { style: 'primary' }),
      submit(input.surface, t.common.change, 'assessment.show', again),
      // The spread is a card of its own with buttons that a dialog cannot press.
      input.surface === 'chat' &&
        execute(t.assessment.seeSpread, 'assessment.spread', {
          roundId: round.id,
          taskId: input.taskId,
          nominationId: nomination.id,
        }),
    ),
  };
  return render('page', pageOf(data), { language: scene.language, summary: t.assessment.givenTitle });
}
