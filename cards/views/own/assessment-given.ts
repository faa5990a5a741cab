// What is said after an assessment was given: that it is, how far the person is, and the way on (CARDS.md §2, "After").
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
import type { Scene } from '../scene';
import { taskOf } from '../seats';
import { ofKind } from '../shared/pieces';
import { viewOf } from './assessment-again';

interface Receipt {
  /** "2027-014 Arvelig nethindesygdom: afgivet kl. 14.12." */
  readonly given: string;
  /** "14 af 38 · 1 kladde". */
  readonly progress: string;
  readonly isDone: boolean;
  readonly isAgain: boolean;
}

/** After the last one: nothing is left to go on to. */
export function assessmentGivenCard(input: AssessmentGivenInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const receipt = receiptOf(scene, input);
  if (receipt === null) return plainCard(scene, faultSentence(t, { name: 'UnknownNomination' }));
  const seat = { roundId: round.id, taskId: input.taskId, mandateId: input.mandateId };
  const again = { ...seat, nominationId: input.nominationId };
  const done = receipt.isAgain ? t.assessment.secondAllGiven : t.assessment.allGiven;
  const data = {
    eyebrow: [scene.eyebrow(input.taskId)],
    title: t.assessment.givenTitle,
    lead: [receipt.given, receipt.progress],
    sections: receipt.isDone ? [section({ lines: [done] })] : [],
    notes: [],
    buttons: buttons(
      submit(input.surface, t.common.change, 'assessment.show', again),
      // The spread is a card of its own with buttons that a dialog cannot press.
      input.surface === 'chat' &&
        execute(t.assessment.seeSpread, 'assessment.spread', {
          roundId: round.id,
          taskId: input.taskId,
          nominationId: input.nominationId,
        }),
    ),
  };
  return render('page', pageOf(data), { language: scene.language, summary: t.assessment.givenTitle });
}

/** Null where nothing was given. */
export function receiptOf(
  scene: Scene,
  input: Pick<AssessmentGivenInput, 'taskId' | 'nominationId' | 'mandateId' | 'viewer' | 'drafts'>,
): Receipt | null {
  const { t, f, round } = scene;
  const of = taskOf(scene, input.taskId);
  const assess = of === null ? null : ofKind(of, 'assess');
  const nomination = round.nominations[input.nominationId];
  const view = assess === null ? null : viewOf(scene, assess);
  const given = view === null ? undefined : assessedIn(view).given[input.nominationId]?.[input.mandateId];
  const mandate = round.electorate.mandates[input.mandateId];
  if (view === null || mandate === undefined || nomination === undefined || given === undefined) return null;
  const progress = progressOf(mandate, view);
  const heldOut = nominationsAbout(round, view.definition.about).filter(
    ({ id }) => !mayTakePart(round, input.viewer.personId, id),
  ).length;
  return {
    given: t.assessment.givenAt(scene.numbered(nomination), f.time(given.at)),
    progress: t.assessment.progress(progress.given, progress.total, input.drafts, heldOut),
    isDone: progress.given >= progress.total,
    isAgain: assessedIn(view).second !== null,
  };
}
