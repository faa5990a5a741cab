// What an override is, in lines: what changes, why, who proposed and who confirmed. The same on every card that tells it.
import { begunAfter } from '../../../services/process/round/lifecycle/reopening';
import type { RoundState } from '../../../services/process/round/state';
import { differencesOf, type Difference } from '../../../services/process/round/matters/overrides/amendment';
import type { Override } from '../../../services/process/round/matters/overrides/state';
import { inline } from '../../escape';
import { present } from '../blocks';
import { caps, taskTitle } from '../scene';
import type { Scene } from '../scene';
import { seatBody } from '../seats';

/** Differences told on a card before "Og 12 punkter mere": a card stays readable, the record holds both versions whole. */
const DIFFERENCES_MAX = 20;

/** What changes: one line each. */
export function changeLines(scene: Scene, { change, texts, status }: Override): readonly string[] {
  const { t, f, round } = scene;
  switch (change.kind) {
    case 'reopen':
      return present(
        t.override.about(taskTitle(scene, change.taskId)),
        t.override.newDeadline(f.moment(change.deadlineAt)),
        status === 'proposed' && setBackLine(scene, round, change.taskId),
      );
    case 'closeEarly':
      return [t.override.about(taskTitle(scene, change.taskId))];
    case 'replacePerson':
      return [replacementLine(scene, change, status)];
    case 'correct':
      return present(
        t.override.about(taskTitle(scene, change.taskId)),
        change.nominationId !== null && nominationLine(scene, change.nominationId),
        lineOf(scene.text(texts, 'wrong'), t.override.wrong),
        lineOf(scene.text(texts, 'right'), t.override.right),
      );
    case 'amend':
      return status === 'proposed' ? differenceLines(scene, differencesOf(round.definition, change.definition)) : [];
    default:
      return change satisfies never;
  }
}

/** Why, and who: the reason, the one who proposed, and the second person. */
export function peopleLines(scene: Scene, override: Override): readonly string[] {
  const { t, f } = scene;
  const { second, status } = override;
  const told = status === 'done' ? t.override.confirmedBy : t.override.declinedBy;
  return present(
    lineOf(scene.text(override.texts, 'reason'), t.override.reason),
    t.override.proposedBy(scene.person(override.by), f.moment(override.at)),
    second !== null && told(scene.person(second.by), f.moment(second.at)),
    second !== null && lineOf(scene.text(second.texts, 'reason'), t.override.reason),
  );
}

/** "Begynder forfra bagefter: …": what a reopened task takes with it. */
export function setBackLine(scene: Scene, round: RoundState, taskId: Parameters<typeof begunAfter>[1]): string | null {
  const titles = begunAfter(round, taskId).map((id) => taskTitle(scene, id));
  return titles.length === 0 ? null : scene.t.override.setBack(scene.f.list(titles));
}

/** A setting that differs, by the task's title and the setting's name in the file, which is what was changed. */
export function differenceLines(scene: Scene, differences: readonly Difference[]): readonly string[] {
  const { t } = scene;
  const shown = differences.slice(0, DIFFERENCES_MAX).map((difference) => differenceLine(scene, difference));
  const more = differences.length - shown.length;
  return more > 0 ? [...shown, t.override.amendMore(more)] : shown;
}

function differenceLine(scene: Scene, { taskId, path, before, after }: Difference): string {
  const { t } = scene;
  const title = taskId === null ? t.override.process : inline(taskTitle(scene, taskId) || taskId, caps.label);
  if (path.length === 0) return before === null ? t.override.taskAdded(taskId ?? '') : t.override.taskRemoved(title);
  const value = (text: string | null) => (text === null ? t.override.empty : inline(text, caps.label));
  return t.override.difference(`${title}, ${inline(path.join(' '), caps.label)}`, value(before), value(after));
}

function replacementLine(
  scene: Scene,
  { mandateId, personId }: Extract<Override['change'], { kind: 'replacePerson' }>,
  status: Override['status'],
): string {
  const { t, round } = scene;
  const mandate = round.electorate.mandates[mandateId];
  const replaced = round.matters.overrides.replaced[mandateId];
  const was = status === 'done' ? replaced?.was : mandate?.holder;
  const body = mandate === undefined ? t.common.unknownBody : scene.body(seatBody(mandate));
  return t.override.replacement(body, was === undefined ? t.common.none : scene.person(was), scene.person(personId));
}

function nominationLine(scene: Scene, id: Parameters<Scene['numbered']>[0]['id']): string | null {
  const nomination = scene.round.nominations[id];
  return nomination === undefined ? null : scene.t.override.aboutNomination(scene.numbered(nomination));
}

function lineOf(text: string | null, line: (text: string) => string): string | null {
  return text === null ? null : line(text);
}
