// What chair and secretariat see of a task that has not got enough answers: how many are missing, how long is left, and what
// can be done about it with one tap. Gives counts and bodies, never names of people (CARDS.md §5).
import { countOf } from '../../../services/process/round/kinds/ballots/count';
import { hasAnswered } from '../../../services/process/round/kinds/ballots/secret';
import { mandatesOf, bodiesOf } from '../../../services/process/round/queries';
import { as, type BodyId, type PersonId } from '../../../services/process/ids';
import { execute, openDialog } from '../../card';
import type { Element } from '../../card';
import type { Section } from '../../templates';
import { buttons, present, section } from '../blocks';
import type { Scene } from '../scene';
import { isOpen, seatBody, type Part, type TaskOf } from '../seats';
import { collegialView, type Collegial } from '../shared/ballots';

/** Substitutes offered by button: a chair decides about a few seats, not about a list. */
const SUBSTITUTES_MAX = 3;

export function forecastSection(
  scene: Scene,
  of: TaskOf<Collegial>,
  part: Part,
  personId: PersonId,
): readonly Section[] {
  const { t, round, look } = scene;
  const { task } = of;
  if (!isOpen(round, task) || task.deadlineAt === null) return [];
  if (!part.secretariat && !isChair(scene, of, personId)) return [];
  const { quorum } = countOf(collegialView(scene, of));
  if (quorum.met) return [];
  const missing = Math.max(1, quorum.needed - quorum.answered);
  const days = look.calendar.workingDaysBetween(scene.date, look.calendar.dateOf(task.deadlineAt));
  const groups = quorum.missingGroups.map((id) => scene.body(as<BodyId>(id)));
  const ids = { roundId: round.id, taskId: task.id };
  return [
    section({
      lines: present(
        task.deadlineAt < look.now ? t.deciding.notQuorate(missing) : t.deciding.forecast(missing, days),
        groups.length > 0 && t.deciding.missingGroups(scene.f.list(groups)),
      ),
      buttons: buttons(
        execute(t.deciding.nudge, 'ballot.nudge', ids),
        !part.secretariat && openDialog(t.task.extend, 'deadline.open', ids),
        ...substitutes(scene, of),
      ),
    }),
  ];
}

function isChair(scene: Scene, { definition, date }: TaskOf<Collegial>, personId: PersonId): boolean {
  const bodies = bodiesOf(scene.round.electorate, definition.bodies, date);
  return mandatesOf(scene.round.electorate, bodies, date).some(
    ({ role, holder }) => holder === personId && (role === 'chair' || role === 'deputyChair'),
  );
}

/** Seats that have not answered and whose substitute can be called. */
function substitutes(scene: Scene, of: TaskOf<Collegial>): readonly Element[] {
  const { task, definition } = of;
  if (!definition.substitutes) return [];
  return countOf(collegialView(scene, of))
    .seats.filter(({ mandate, recused }) => !recused && mandate.substitute !== null)
    .filter(({ mandate }) => task.standIns[mandate.id] === undefined && !hasAnswered(task, mandate.id))
    .slice(0, SUBSTITUTES_MAX)
    .map(({ mandate }) =>
      execute(scene.t.task.callFor(scene.bodyLabel(seatBody(mandate))), 'substitute.call', {
        roundId: scene.round.id,
        taskId: task.id,
        mandateId: mandate.id,
      }),
    );
}
