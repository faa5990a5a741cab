// How all assessed one nomination: the spread per principle, never only a mean, and never who said what (PROCESS.md §4).
// Shown only to who has given his own assessment, or once the task is closed: others' scores must not colour one's own.
import type { Definition } from '../../../services/process/definition/schema';
import { nominationsAbout } from '../../../services/process/round/queries';
import { givenIn as countedIn } from '../../../services/process/round/kinds/assess/coverage';
import type { Assessment } from '../../../services/process/round/state';
import { execute } from '../../card';
import type { Card } from '../../card';
import type { SpreadInput } from '../../inputs/round';
import { render } from '../../render';
import type { Section } from '../../templates';
import { buttons, pageOf, section } from '../blocks';
import { plainCard } from '../plain';
import { ownScene } from '../scene';
import type { Scene } from '../scene';
import { partOf, taskOf } from '../seats';
import { ofKind } from '../shared/pieces';

export function spreadCard(input: SpreadInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  const assess = of === null ? null : ofKind(of, 'assess');
  const nomination = round.nominations[input.nominationId];
  if (assess === null || nomination === undefined) return plainCard(scene, t.faults.UnknownNomination);
  const { task, definition, date } = assess;
  const given = countedIn({ round, task, definition, date }, nomination.id);
  const own = given.some(({ by }) => by === input.viewer.personId);
  const seats = partOf(round, assess, input.viewer.personId).seats;
  const ids = { roundId: round.id, taskId: task.id };
  const back = execute(t.common.back, 'task.show', ids);
  if (!own && task.status !== 'closed') return plainCard(scene, t.assessment.spreadHidden, [], [back]);
  const scored = round.definition.principles.filter((principle) => principle.scored);
  const after = { ...ids, mandateId: seats[0]?.id, after: nomination.id };
  const data = {
    eyebrow: [scene.numbered(nomination)],
    title: t.assessment.spreadTitle,
    lead: [t.assessment.spreadCount(given.length), divided(scene, scored, given, definition.disagreementFrom)],
    sections: scored.map((principle) => spreadSection(scene, principle, given)),
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

type Principles = Definition['principles'];

/** "I mindre grad 1 · I høj grad 4": every step of the scale that somebody chose. Reads on a phone, where a table would not. */
function spreadSection(scene: Scene, principle: Principles[number], given: readonly Assessment[]): Section {
  const counts = scene.round.definition.scale.flatMap((step) => {
    const count = given.filter(({ scores }) => scores[principle.id] === step.id).length;
    return count === 0 ? [] : [scene.t.ranking.tierCount(scene.say(step.label), count)];
  });
  return section({ heading: [scene.say(principle.label)], lines: counts.length === 0 ? [] : [counts.join(' · ')] });
}

/** Names the principles on which answers lie further apart than the definition calls agreement. */
function divided(scene: Scene, principles: Principles, given: readonly Assessment[], from: number): string {
  const names = principles
    .filter((principle) => rangeOf(scene, principle, given) >= from)
    .map((principle) => scene.say(principle.label));
  return names.length === 0 ? scene.t.assessment.noDisagreement : scene.t.assessment.disagreement(scene.f.list(names));
}

function rangeOf(scene: Scene, principle: Principles[number], given: readonly Assessment[]): number {
  const values = given.flatMap(({ scores }) => {
    const step = scene.round.definition.scale.find(({ id }) => id === scores[principle.id]);
    return step === undefined || step.value === null ? [] : [step.value];
  });
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
}
