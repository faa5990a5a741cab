// What a change of the organisation did to a round, in words: who was followed by whom, which answers were set aside, which
// seats are empty. Names bodies and, to the secretariat only, holders of seats.
import type { BodyId, MandateId } from '../../../services/process/ids';
import { daysFrom } from '../../../services/process/months';
import type { Count } from '../../../services/process/round/kinds/ballots/count';
import { endingsIn } from '../../../services/process/round/matters/succession/ending';
import type { Lapsed, Passed } from '../../../services/process/round/matters/succession/state';
import { vacanciesIn } from '../../../services/process/round/matters/succession/vacancies';
import { present } from '../blocks';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import { seatBody } from '../seats';

/** "Sat til side, fordi pladsen er ophørt: Region Hovedstaden (nu Region Østdanmark)." on an open task; null without. */
export function setAsideLine(scene: Scene, { task }: TaskOf, count: Pick<Count, 'setAside'>): string | null {
  if (task.status !== 'open' || count.setAside.length === 0) return null;
  const names = count.setAside.flatMap((id) => nameOf(scene, id));
  return scene.t.after.setAside(scene.f.list([...new Set(names)]));
}

function nameOf(scene: Scene, id: MandateId): readonly string[] {
  const mandate = scene.round.electorate.mandates[id];
  return mandate === undefined ? [] : [scene.body(seatBody(mandate))];
}

/** "Sundhedsdirektørerne mangler en plads for Region Østdanmark." for every empty seat the task waits for. */
export function seatMissingLines(
  scene: Scene,
  { task, date }: TaskOf,
  ofBody: BodyId | null = null,
): readonly string[] {
  if (task.status !== 'open') return [];
  const vacancies = vacanciesIn(scene.round, task.id, date).filter(
    ({ bodyId }) => ofBody === null || bodyId === ofBody,
  );
  return vacancies.map(({ bodyId, organisation }) =>
    scene.t.after.seatMissing(scene.body(bodyId), scene.body(organisation)),
  );
}

/** "Pladsen for … udløber 31. december 2026." for every seat that ends soon with nobody after it. */
export function seatEndingLines(scene: Scene, { task, date }: TaskOf, ofBody: BodyId): readonly string[] {
  return endingsIn(scene.round, task.id, date)
    .filter(({ mandate }) => mandate.bodyId === ofBody)
    .map(({ mandate, lastDay }) => scene.t.after.seatEnding(scene.body(seatBody(mandate)), scene.f.date(lastDay)));
}

/** What has passed and run out while the round ran, oldest first. */
export function successionLines(scene: Scene): readonly string[] {
  const { passed, lapsed } = scene.round.matters.succession;
  const entries = [
    ...Object.values(passed).map((one) => ({ lastDay: one.lastDay, line: passedLine(scene, one) })),
    ...Object.values(lapsed).map((one) => ({ lastDay: one.lastDay, line: lapsedLine(scene, one) })),
  ];
  return entries.toSorted((one, other) => scene.f.compare(one.lastDay, other.lastDay)).map(({ line }) => line);
}

function passedLine(scene: Scene, passed: Passed): string {
  const { t, f, round } = scene;
  const body = round.electorate.bodies[passed.bodyId];
  const name = body === undefined ? t.common.unknownBody : scene.label(body);
  const what = t.after.passedOn(passed.tasks.length, passed.nominations.length, passed.seats);
  return present(
    passed.successor === null
      ? t.after.ended(name, f.date(passed.lastDay))
      : t.after.succeeded(name, scene.body(passed.successor), f.date(daysFrom(passed.lastDay, 1))),
    passed.successor !== null && what !== '' && t.after.takenOver(what),
    asideWord(scene, passed),
  ).join(' ');
}

function lapsedLine(scene: Scene, lapsed: Lapsed): string {
  const { t, f, round } = scene;
  const mandate = round.electorate.mandates[lapsed.mandateId];
  const name = mandate === undefined ? t.common.formerPerson : scene.person(mandate.holder);
  const body = mandate === undefined ? t.common.unknownBody : scene.body(mandate.bodyId);
  return present(t.after.mandateLapsed(name, body, f.date(lapsed.lastDay)), asideWord(scene, lapsed)).join(' ');
}

function asideWord({ t }: Scene, { setAside }: Pick<Passed, 'setAside'>): string | null {
  const count = setAside.reduce((sum, { mandateIds }) => sum + mandateIds.length, 0);
  return count === 0 ? null : t.after.answersSetAside(count);
}
