// The own view of appointing: what a person's bodies have left to fill, and the seats he has been appointed to himself, with
// his answer. Who else was appointed is in the list of networks.
import type { TaskDefinitionOf } from '../../../services/process/definition/schema';
import type { PersonId } from '../../../services/process/ids';
import { networksOf, type Placed } from '../../../services/process/round/kinds/appoint';
import { bodiesOf } from '../../../services/process/round/queries';
import { execute, openDialog } from '../../card';
import type { Section } from '../../templates';
import { buttons, present, section } from '../blocks';
import { networkName } from '../lists/products';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import { isOpen } from '../seats';
import { appointmentsOf, takenBy } from '../shared/appointments';
import { whereOf, worksFor } from './part';

type Appoint = TaskOf<TaskDefinitionOf<'appoint'>>;

export function ownAppoint(scene: Scene, of: Appoint, personId: PersonId): readonly Section[] {
  return [...seatsOfOwn(scene, of, personId), ...filling(scene, of, personId)];
}

/** "Du er udpeget til netværket …", one section for each seat. */
function seatsOfOwn(scene: Scene, of: Appoint, personId: PersonId): readonly Section[] {
  return bodiesOf(scene.round.electorate, of.definition.bodies, of.date)
    .flatMap((bodyId) => appointmentsOf(scene, of, bodyId))
    .filter((one) => one.personId === personId && one.answer !== 'withdrawn')
    .map((one) => seatSection(scene, of, one));
}

function seatSection(scene: Scene, { task }: Appoint, one: Placed): Section {
  const { t, f, round } = scene;
  const place = { roundId: round.id, taskId: task.id, network: one.network, bodyId: one.bodyId, index: one.index };
  const ids = { ...place, basis: one.revision };
  const mayAnswer = isOpen(round, task) && one.answer !== 'notAsked';
  return section({
    lines: present(
      t.after.appointedYou(networkName(scene, one.network), scene.body(one.bodyId)),
      one.lastDay !== null && t.after.term(f.date(one.lastDay)),
      one.answer === 'accepted' && one.answeredAt !== null && t.after.accepted(f.moment(one.answeredAt)),
      one.answer === 'declined' && one.answeredAt !== null && t.after.declined(f.moment(one.answeredAt)),
    ),
    buttons: buttons(
      mayAnswer &&
        one.answer !== 'accepted' &&
        execute(t.after.accept, 'appointment.accept', ids, { style: 'primary' }),
      mayAnswer && one.answer !== 'declined' && openDialog(t.after.decline, 'appointment.decline.open', ids),
    ),
  });
}

function filling(scene: Scene, of: Appoint, personId: PersonId): readonly Section[] {
  const { t, round } = scene;
  const total = networksOf({ round, definition: of.definition }).length * of.definition.seatsPerParty;
  return worksFor(whereOf(scene, of), personId, of.definition.bodies).map((bodyId) => {
    const filled = takenBy(scene, of, bodyId);
    const ids = { roundId: round.id, taskId: of.task.id, bodyId };
    return section({
      lines: [t.product.appointed(scene.body(bodyId), filled, total)],
      buttons: buttons(
        isOpen(round, of.task) &&
          filled < total &&
          execute(t.product.appoint, 'page', { ...ids, list: 'networks', page: 0 }, { style: 'primary' }),
      ),
    });
  });
}
