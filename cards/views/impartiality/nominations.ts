// What lists say of nominations a viewer is held out of (their count and nothing else), and which stand near him.
import type { PersonId } from '../../../services/process/ids';
import { mandatesOf, bodiesOf } from '../../../services/process/round/queries';
import type { Nomination } from '../../../services/process/round/state';
import type { Scene } from '../scene';

/** "2 indstillinger vises ikke, …", or nothing. */
export function notShownLines(scene: Scene, all: number, shown: number): readonly string[] {
  return all > shown ? [scene.t.impartiality.notShown(all - shown)] : [];
}

/** A title with why it is near the viewer: he nominated it, or an organisation he speaks for did. */
export function hintOf(scene: Scene, personId: PersonId, nomination: Nomination): string | null {
  const { round, t } = scene;
  if (nomination.nominators.includes(personId)) return t.impartiality.nominator;
  const bodies = bodiesOf(round.electorate, Object.keys(round.electorate.bodies), scene.date);
  const own = mandatesOf(round.electorate, bodies, scene.date).filter(({ holder }) => holder === personId);
  const spokenFor = new Set(own.flatMap(({ speaksFor, bodyId }) => [speaksFor, bodyId]));
  const organisation = nomination.onBehalfOf.find((id) => spokenFor.has(id));
  return organisation === undefined ? null : t.impartiality.ownOrganisation(scene.bodyLabel(organisation));
}
