// What a chair is told when somebody in his body reports a possible conflict or is found disqualified: who, of what, and that
// he has been held out since. The grounds are kept apart from the case and are not told here.
import { execute, openDialog } from '../../card';
import type { Card } from '../../card';
import type { ConflictToldInput } from '../../inputs/impartiality';
import { render } from '../../render';
import { buttons, pageOf, section } from '../blocks';
import { ownScene } from '../scene';
import type { Scene } from '../scene';
import { openBefore } from './rulings';

/** More stand under "Mine opgaver" and on the task. */
const SHOWN_MAX = 12;

type Told = ConflictToldInput['conflicts'][number];

export function conflictToldCard(input: ConflictToldInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const { conflicts } = input;
  const isRuled = conflicts.some(({ ruling }) => ruling !== null);
  const titleOf = isRuled ? t.impartiality.toldRuled : t.impartiality.toldReported;
  const { left } = openBefore(round, input.viewer.personId, scene.date);
  const data = {
    eyebrow: conflicts.slice(0, 1).map(({ taskId }) => scene.eyebrow(taskId)),
    title: titleOf(scene.person(input.personId)),
    sections: [
      section({
        lines: conflicts.slice(0, SHOWN_MAX).map((conflict) => toldLine(scene, conflict)),
        notes: [isRuled ? t.impartiality.toldCounts : t.impartiality.toldHeldOut],
      }),
    ],
    buttons: buttons(
      left.length > 0 && openDialog(t.impartiality.ruleCount(left.length), 'rulings.open', { roundId: round.id }),
      execute(t.personal.command.tasks, 'tasks.show', {}),
    ),
  };
  const summary = titleOf(scene.personLabel(input.personId));
  return render('page', pageOf(data), { language: scene.language, summary });
}

function toldLine(scene: Scene, { nominationId, ruling }: Told): string {
  const { t, round } = scene;
  const nomination = round.nominations[nominationId];
  const name = nomination === undefined ? t.common.untitled : scene.numbered(nomination);
  return ruling === null ? name : t.impartiality.toldOutcome(name, t.impartiality.votes[ruling.outcome]);
}
