// Forms of a proposed selection: a list to tick, page by page, in the order of the ranking it builds on; then the whole.
// Must tick nothing by itself: a cut in the ranking is a help the person asks for (PROCESS.md §4).
import type { NominationId, TaskId } from '../../../services/process/ids';
import { ballotsIn } from '../../../services/process/round/kinds/ballots/work';
import { nominationsAbout, taskDefinition } from '../../../services/process/round/queries';
import { rankedOrder } from '../../../services/process/round/ranked';
import type { Nomination, RoundState } from '../../../services/process/round/state';
import { submit } from '../../card';
import type { DialogContent, Element } from '../../card';
import type { SelectionFormInput, SelectionReviewInput } from '../../inputs/round';
import { paged } from '../blocks';
import { ownScene } from '../scene';
import type { Scene } from '../scene';
import { numberedLabel } from './answers';
import { formOf, noForm, pageActions } from './form';
import { choiceInput, numberInput } from './inputs';

const TICKS_PER_PAGE = 12;
/** Titles named in the review; the whole list is on the pages before it. */
const REVIEWED_MAX = 40;
/** Lines in one text: a text block stays a few screens long at most. */
const LINES_PER_BLOCK = 10;

/** The candidates in the order they are offered: the ranking's where there is one, else by number. */
export function selectionCandidates(round: RoundState, taskId: TaskId): readonly Nomination[] {
  const definition = taskDefinition(round, taskId);
  if (definition?.kind !== 'vote') return [];
  const about = nominationsAbout(round, definition.about === 'round' ? 'submitted' : definition.about);
  const ranked = rankedOrder(round, taskId).flat();
  const at = (id: NominationId) => (ranked.includes(id) ? ranked.indexOf(id) : ranked.length);
  return [...about].sort((a, b) => at(a.id) - at(b.id));
}

/** Which nominations stand on a page of the form: those the answer of that page speaks of. */
export function selectionPageIds(round: RoundState, taskId: TaskId, page: number): readonly NominationId[] {
  return paged(selectionCandidates(round, taskId), page, TICKS_PER_PAGE).items.map(({ id }) => id);
}

export function selectionForm(input: SelectionFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const candidates = selectionCandidates(round, input.taskId);
  if (candidates.length === 0) return noForm(scene.language, { name: 'NothingHere' });
  const list = paged(candidates, input.page, TICKS_PER_PAGE);
  const ids = { roundId: round.id, taskId: input.taskId, page: list.page };
  const shown = list.items.filter(({ id }) => input.picked.includes(id)).map(({ id }) => id);
  const ranked = rankedOrder(round, input.taskId).length > 1;
  return formOf({
    language: scene.language,
    title: t.product.selectionTitle(list.page + 1, list.pages),
    fault: input.fault,
    lead: [t.product.selectionLead, t.product.selectionPicked(input.picked.length, candidates.length)],
    inputs: [
      ...choiceInput(t, {
        id: 'picked',
        label: t.product.selectionInput,
        several: true,
        value: shown.join(','),
        options: list.items.map((one) => ({
          title: numberedLabel(one.number, scene.titleLabel(one)),
          value: one.id,
        })),
      }),
      ...(ranked && list.page === 0 ? cutInput(scene, candidates.length) : []),
    ],
    actions: [
      ...pageActions(t, input.surface, 'selection.save', (go) => ({ ...ids, go, picked: undefined }), {
        page: list.page,
        pages: list.pages,
        finish: t.product.selectionReview,
      }),
      ranked &&
        list.page === 0 &&
        submit(input.surface, t.product.selectionCutButton, 'selection.cut', {
          roundId: round.id,
          taskId: input.taskId,
        }),
    ],
  });
}

function cutInput(scene: Scene, max: number): readonly Element[] {
  return numberInput(scene.t, {
    id: 'cut',
    label: scene.t.product.selectionCut,
    help: scene.t.product.selectionCutHelp,
    min: 1,
    max,
  });
}

export function selectionReview(input: SelectionReviewInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const task = round.tasks[input.taskId];
  if (task === undefined) return noForm(scene.language, { name: 'UnknownTask' });
  const candidates = selectionCandidates(round, input.taskId);
  const picked = candidates.filter(({ id }) => input.picked.includes(id));
  const titles = picked.slice(0, REVIEWED_MAX).map((nomination) => `- ${scene.numbered(nomination)}`);
  const more = picked.length - titles.length;
  const lines = [...titles, ...(more > 0 ? [`- ${t.task.andMore(more)}`] : [])];
  const basis = ballotsIn(task).proposal?.revision ?? 0;
  const ids = { roundId: round.id, taskId: input.taskId };
  return formOf({
    language: scene.language,
    title: t.product.selectionReviewTitle,
    fault: input.fault,
    lead: [
      t.ballot.proposal(picked.length, candidates.length),
      ...chunked(lines, LINES_PER_BLOCK).map((chunk) => chunk.join('\n')),
    ],
    notes: [t.product.selectionReviewLead],
    actions: [
      picked.length > 0 &&
        submit(input.surface, t.product.propose, 'selection.propose', { ...ids, basis }, { style: 'primary' }),
      submit(input.surface, t.product.changeList, 'selection.open', ids),
    ],
  });
}

function chunked<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, n * size + size));
}
