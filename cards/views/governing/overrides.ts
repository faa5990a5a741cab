// Overrides as cards: one with its buttons, the list of a round, and what a channel is told when one is done.
// Shows the buttons to those who may press them; the rules decide again when they do.
import { secondsOf, taskOfChange } from '../../../services/process/round/matters/overrides/authority';
import { overridesOf } from '../../../services/process/round/matters/overrides';
import type { Override } from '../../../services/process/round/matters/overrides/state';
import { isSecretariat } from '../../../services/process/round/queries';
import { execute, openDialog } from '../../card';
import type { Card, Element } from '../../card';
import { inline, plain } from '../../escape';
import type { OverrideInput, OverridePostedInput, OverridesInput } from '../../inputs/governing';
import { render } from '../../render';
import type { Row } from '../../templates';
import { buttons, listOf, paged, pageNote, pageOf, pager } from '../blocks';
import { plainCard } from '../plain';
import { caps, ownScene, sceneOf } from '../scene';
import type { Scene } from '../scene';
import { changeLines, peopleLines } from './override-lines';

const ROWS_PER_PAGE = 6;

export function overrideCard(input: OverrideInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const override = round.matters.overrides.all[input.overrideId];
  if (override === undefined) return plainCard(scene, t.faults.UnknownOverride);
  const ids = { roundId: round.id, overrideId: override.id };
  const isOpen = override.status === 'proposed';
  const isOwn = override.by === input.viewer.personId;
  const isSecond = secondsOf(round, override, scene.date).some(({ personId }) => personId === input.viewer.personId);
  const data = {
    eyebrow: [t.override.row(t.override.title, t.override.state[override.status])],
    title: t.override.kind[override.change.kind],
    lead: changeLines(scene, override),
    status: peopleLines(scene, override),
    notes: isOpen ? [t.override.two] : [],
    buttons: buttons(
      isOpen && isSecond && execute(t.override.confirm, 'override.confirm', ids, { style: 'primary' }),
      isOpen && isSecond && openDialog(t.override.decline, 'override.decline.open', ids),
      isOpen && isOwn && execute(t.override.takeBack, 'override.decline', ids),
      execute(t.override.listTitle, 'overrides.show', { roundId: round.id }),
    ),
  };
  return render('page', pageOf(data), { language: scene.language, summary: data.title });
}

export function overridesCard(input: OverridesInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const list = paged(overridesOf(round).toReversed(), input.page, ROWS_PER_PAGE);
  const turn = (page: number, title: string): Element => execute(title, 'overrides.show', { roundId: round.id, page });
  const mayPropose = round.status !== 'closed' && isSecretariat(round, input.viewer.personId, scene.date);
  const ids = { roundId: round.id };
  const data = {
    eyebrow: [inline(round.name, caps.label)],
    title: t.override.listTitle,
    lead: list.total === 0 ? [t.override.none] : [],
    rows: list.items.map((override) => rowOf(scene, override)),
    notes: [...pageNote(t, list), ...(mayPropose ? [t.override.two] : [])],
    buttons: buttons(
      ...pager(t, list, turn),
      mayPropose && openDialog(t.override.replace, 'override.replace.open', ids),
      mayPropose && openDialog(t.override.amend, 'override.amend.open', ids),
      execute(t.common.back, 'round.show', ids),
    ),
  };
  return render('list', listOf(data), { language: scene.language, summary: data.title });
}

function rowOf(scene: Scene, override: Override): Row {
  const { t, f, round } = scene;
  const ids = { roundId: round.id, overrideId: override.id };
  return {
    title: t.override.row(t.override.kind[override.change.kind], t.override.state[override.status]),
    lines: [
      ...changeLines(scene, override).slice(0, 2),
      t.override.proposedBy(scene.person(override.by), f.moment(override.at)),
    ],
    buttons: buttons(execute(t.common.show, 'override.show', ids)),
  };
}

/** Told in the channel at once: what, why, and the two who did it. */
export function overridePostedCard(input: OverridePostedInput): Card {
  const scene = sceneOf(input);
  const { t, round } = scene;
  const override = round.matters.overrides.all[input.overrideId];
  if (override === undefined) return plainCard(scene, t.faults.UnknownOverride);
  const taskId = taskOfChange(round, override.change);
  const isOfTask = 'taskId' in override.change;
  const data = {
    eyebrow: [taskId === null || !isOfTask ? inline(round.name, caps.label) : scene.eyebrow(taskId)],
    title: t.override.kind[override.change.kind],
    lead: changeLines(scene, override),
    deadline: [],
    status: peopleLines(scene, override),
    rows: [],
    result: [],
    notes: [],
    buttons: buttons(
      isOfTask && taskId !== null
        ? execute(t.common.show, 'task.show', { roundId: round.id, taskId })
        : execute(t.common.show, 'override.show', { roundId: round.id, overrideId: override.id }),
    ),
  };
  return render('task', data, { language: scene.language, summary: plain(data.title, caps.line) });
}
