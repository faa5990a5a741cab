// How all assessed one nomination: the spread per principle, never only a mean, and never who said what (PROCESS.md §4).
// Shown only to who has given his own assessment, or once the task is closed: others' scores must not colour one's own.
import { nominationsAbout } from '../../../services/process/round/queries';
import { assessedIn, countedIn, givenIn } from '../../../services/process/round/kinds/assess/coverage';
import { changedIn, summaryOf } from '../../../services/process/round/kinds/assess/second-round';
import type { NominationId } from '../../../services/process/ids';
import { mayTakePart } from '../../../services/process/round/matters/impartiality/standing';
import type { TaskView } from '../../../services/process/round/kinds/kind';
import type { Assessment } from '../../../services/process/round/state';
import { execute } from '../../card';
import type { Card } from '../../card';
import type { SpreadInput } from '../../inputs/round';
import { render } from '../../render';
import type { Section } from '../../templates';
import { buttons, pageOf, present, section } from '../blocks';
import { plainCard } from '../plain';
import { ownScene } from '../scene';
import type { Scene } from '../scene';
import { partOf, taskOf } from '../seats';
import { ofKind } from '../shared/pieces';
import { countsLine, middleLine, scoredOf, viewOf } from './assessment-again';

type View = TaskView<'assess'>;
type Principle = View['round']['definition']['principles'][number];

export function spreadCard(input: SpreadInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  const assess = of === null ? null : ofKind(of, 'assess');
  const nomination = round.nominations[input.nominationId];
  if (assess === null || nomination === undefined) return plainCard(scene, t.faults.UnknownNomination);
  if (!mayTakePart(round, input.viewer.personId, nomination.id)) return plainCard(scene, t.faults.HeldOut);
  const { task, definition } = assess;
  const view = viewOf(scene, assess);
  const own = givenIn(view, nomination.id).some(({ by }) => by === input.viewer.personId);
  const seats = partOf(round, assess, input.viewer.personId).seats;
  const ids = { roundId: round.id, taskId: task.id };
  const back = execute(t.common.back, 'task.show', ids);
  if (!own && task.status !== 'closed') return plainCard(scene, t.assessment.spreadHidden, [], [back]);
  const after = { ...ids, mandateId: seats[0]?.id, after: nomination.id };
  const data = {
    eyebrow: [scene.numbered(nomination)],
    title: t.assessment.spreadTitle,
    ...spreadOf(scene, view, nomination.id),
    buttons: buttons(
      seats.length > 0 &&
        nominationsAbout(round, definition.about).length > 1 &&
        task.status === 'open' &&
        execute(t.assessment.nextOne, 'assessment.show', after, { style: 'primary' }),
      back,
    ),
  };
  return render('page', pageOf(data), { language: scene.language, summary: t.assessment.spreadTitle });
}

/** How a nomination was assessed; whoever shows it has asked whether it may be seen. */
export function spreadOf(
  scene: Scene,
  view: View,
  id: NominationId,
): { readonly lead: readonly string[]; readonly sections: readonly Section[] } {
  const { t } = scene;
  const given = givenIn(view, id);
  const { second } = assessedIn(view);
  const isAgain = second?.nominationIds.includes(id) ?? false;
  const before = isAgain ? countedIn(view, id, second?.before).map(([, assessment]) => assessment) : null;
  return {
    lead: present(
      t.assessment.spreadCount(given.length),
      divided(scene, view, given),
      isAgain && t.assessment.changedCount(changedIn(view, id)),
    ),
    sections: [
      ...scoredOf(view).map((principle) => spreadSection(scene, view, principle, given, before)),
      ...evidenceSections(scene, given),
    ],
  };
}

function spreadSection(
  scene: Scene,
  view: View,
  principle: Principle,
  given: readonly Assessment[],
  before: readonly Assessment[] | null,
): Section {
  const { t } = scene;
  const earlier = before === null ? '' : countsLine(scene, principle, before);
  return section({
    heading: [scene.say(principle.label)],
    lines: present(
      countsLine(scene, principle, given) || null,
      middleLine(scene, view, principle, given),
      earlier !== '' && t.common.labelled(t.assessment.before, earlier),
    ),
  });
}

/** "Svag 2 · Stærk 1", where the definition grades evidence. */
function evidenceSections(scene: Scene, given: readonly Assessment[]): readonly Section[] {
  const counts = scene.round.definition.evidence.flatMap((grade) => {
    const count = given.filter(({ evidence }) => evidence === grade.id).length;
    return count === 0 ? [] : [scene.t.ranking.tierCount(scene.say(grade.label), count)];
  });
  if (counts.length === 0) return [];
  return [section({ heading: [scene.t.assessment.evidenceSpread], lines: [counts.join(' · ')] })];
}

/** Names the principles on which answers lie further apart than the definition calls agreement. */
export function divided(scene: Scene, view: View, given: readonly Assessment[]): string {
  const names = scoredOf(view)
    .filter((principle) => summaryOf(view, principle.id, given).disagreement)
    .map((principle) => scene.say(principle.label));
  return names.length === 0 ? scene.t.assessment.noDisagreement : scene.t.assessment.disagreement(scene.f.list(names));
}
