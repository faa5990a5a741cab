// The minutes of a round: every task that has been open, in the order of the process, with who answered what, the result
// and its dissent, conditions, and the overrides. Counts nothing: results are those of the record.
import type { MandateId } from '../../services/process/ids';
import { overridesOf } from '../../services/process/round/matters/overrides';
import type { CastBallot, Task } from '../../services/process/round/state';
import { ballotArithmetic } from '../views/arithmetic';
import { present } from '../views/blocks';
import { conditionLines } from '../views/governing/conditions';
import { correctionLines, reopeningLines } from '../views/governing/marks';
import { meetingLines } from '../views/governing/meetings';
import { changeLines, peopleLines } from '../views/governing/override-lines';
import { remarkLines } from '../views/lists/professional';
import type { Scene } from '../views/scene';
import { seatBody, taskOf } from '../views/seats';
import type { TaskOf } from '../views/seats';
import { pieceOf } from '../views/shared/pieces';
import { allOf, heading, listed, paragraphs, under } from './markdown';
import type { CaseDocument } from './markdown';

export function roundMinutes(scene: Scene): CaseDocument {
  const { t, round } = scene;
  const title = t.document.minutes(round.name);
  const steps = round.definition.steps.map((step) =>
    under(2, scene.say(step.title), ...step.tasks.map(({ id }) => taskMinutes(scene, taskOf(scene, id)))),
  );
  const overrides = overridesOf(round).map((override) =>
    paragraphs(
      heading(3, t.override.row(t.override.kind[override.change.kind], t.override.state[override.status])),
      listed([...changeLines(scene, override), ...peopleLines(scene, override)]),
    ),
  );
  const content = paragraphs(
    heading(1, scene.say({ da: title, en: title })),
    ...steps,
    under(2, t.override.listTitle, overrides.length === 0 ? t.override.none : paragraphs(...overrides)),
  );
  return { name: 'referat', title, content };
}

function taskMinutes(scene: Scene, of: TaskOf | null): string {
  if (of === null || of.task.openedAt === null) return '';
  const { t, f } = scene;
  const { task, definition } = of;
  const piece = pieceOf(scene, of, null);
  const lines = present(
    t.document.opened(f.moment(task.openedAt ?? '')),
    task.closedAt !== null && t.task.closedAt(f.moment(task.closedAt)),
    closingLine(scene, task),
    ...reopeningLines(scene, task),
    ...piece.status,
    ...piece.result,
    ...withheldLines(scene, task),
    ...meetingLines(scene, task),
    ...conditionLines(scene, task.id),
    ...correctionLines(scene, task.id),
    ...piece.notes,
  );
  return paragraphs(
    heading(3, scene.say(definition.title)),
    listed(lines),
    listed(piece.rows),
    ...workSections(scene, of),
  );
}

/** Who closed it by hand, and why. */
function closingLine(scene: Scene, { status, closing }: Task): string | null {
  if (status !== 'closed' || closing === undefined) return null;
  const by = closing.by === null ? scene.t.common.formerPerson : scene.person(closing.by);
  return scene.t.document.closedByHand(by, scene.text(closing.texts, 'reason'));
}

/** Seats whose answer counts nowhere because its giver is disqualified. */
function withheldLines(scene: Scene, { result }: Task): readonly string[] {
  const withheld = result === null ? [] : (ballotArithmetic(result)?.withheld ?? []);
  return withheld.length === 0
    ? []
    : [scene.t.impartiality.withheld(scene.f.list(withheld.map((id) => seatName(scene, id as MandateId))))];
}

function workSections(scene: Scene, of: TaskOf): readonly string[] {
  const { work, status } = of.task;
  const { t, f } = scene;
  if (work.family === 'statements') {
    const about = (id: (typeof work.remarks)[number]['nominationId']): string => {
      const nomination = id === null ? undefined : scene.round.nominations[id];
      return nomination === undefined ? t.assessment.remarkAboutAll : scene.numbered(nomination);
    };
    const by = (one: (typeof work.remarks)[number]): string =>
      t.assessment.remarkBy(scene.body(one.bodyId), scene.person(one.by), f.day(one.at));
    const remarks = work.remarks.map((one) =>
      paragraphs(about(one.nominationId), ...remarkLines(scene, of, one), by(one)),
    );
    const given = Object.entries(work.given).map(([id, one]) =>
      paragraphs(scene.body(id as keyof typeof work.given), ...allOf(scene, one.texts)),
    );
    return [under(4, t.document.remarks, listed(remarks)), under(4, t.document.statements, listed(given))];
  }
  if (work.family !== 'ballots') return [];
  if (work.box !== null) return [t.document.secret(work.box.voted.length)];
  // What others have answered is hidden until the task closes where the process says so; minutes wait for it always.
  if (status !== 'closed') return [];
  return [
    under(
      4,
      t.document.answers,
      listed(answers(scene, { ...work.ballots })),
      listed(answers(scene, work.instead ?? {})),
    ),
    ...work.earlier.map(({ ballots, at }) => under(4, t.document.earlier(f.day(at)), listed(answers(scene, ballots)))),
  ];
}

/** "Anna Prøve, Region Syd: Godkend, indført af …" with the words that were given. */
function answers(scene: Scene, ballots: Readonly<Record<MandateId, CastBallot>>): readonly string[] {
  const { t } = scene;
  return (Object.entries(ballots) as [MandateId, CastBallot][]).map(([id, cast]) => {
    const holder = scene.round.electorate.mandates[id]?.holder;
    const choice = cast.choice === 'ranked' ? tiersLine(scene, cast) : t.ballot.choice[cast.choice];
    const who = present(
      scene.person(cast.by),
      holder !== undefined && holder !== cast.by && t.document.insteadOf(scene.person(holder)),
      bodyOf(scene, id),
    ).join(', ');
    const entered = cast.enteredBy === undefined ? '' : `, ${t.document.enteredBy(scene.person(cast.enteredBy))}`;
    return paragraphs(`${t.common.labelled(who, choice)}${entered}`, ...allOf(scene, cast.texts));
  });
}

/** "Høj: 2027-001, 2027-004; Lav: 2027-002" */
function tiersLine(scene: Scene, { tiers }: CastBallot): string {
  const { round } = scene;
  const names = round.definition.steps.flatMap(({ tasks }) =>
    tasks.flatMap((task) => (task.kind === 'rank' ? task.tiers : [])),
  );
  const placed = Object.entries(tiers ?? {});
  return [...new Map(names.map((tier) => [tier.id, tier]))]
    .map(([id, tier]) => {
      const numbers = placed
        .filter(([, at]) => at === id)
        .map(([nomination]) => round.nominations[nomination as keyof typeof round.nominations]?.number ?? '');
      return numbers.length === 0 ? '' : `${scene.say(tier.label)}: ${numbers.sort().join(', ')}`;
    })
    .filter((line) => line !== '')
    .join('; ');
}

function bodyOf(scene: Scene, id: MandateId): string {
  const mandate = scene.round.electorate.mandates[id];
  return mandate === undefined ? '' : scene.body(seatBody(mandate));
}

function seatName(scene: Scene, id: MandateId): string {
  const mandate = scene.round.electorate.mandates[id];
  return mandate === undefined ? '' : scene.person(mandate.holder);
}
