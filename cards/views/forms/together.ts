// The dialogs of doing it together: comparing before one sends, proposing a merge, taking one apart.
import { submit } from '../../card';
import type { DialogContent, Element } from '../../card';
import { inline, plain } from '../../escape';
import type { CompareInput, MergeFormInput, UndoMergeInput } from '../../inputs/nominators';
import type { NominationId } from '../../../services/process/ids';
import { mayTakePart } from '../../../services/process/round/matters/impartiality/standing';
import { mayProposeFor, mayUndo } from '../../../services/process/round/matters/merging/rights';
import type { Nomination } from '../../../services/process/round/state';
import { buttons } from '../blocks';
import { behalfLine } from '../lists/nominations';
import { fieldLine } from '../own/nomination-card';
import { namesOf } from '../own/nomination-together';
import { caps, ownScene } from '../scene';
import type { Scene } from '../scene';
import { formOf, noForm } from './form';
import { choiceInput, textInput, type Option } from './inputs';

/** A whole round of the usual size, and far below the size of a card. */
const OFFERED_MAX = 120;

/** Side by side with one's own title; each with its short texts and the way to join it. */
export function compareForm(input: CompareInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const alike = input.alike.flatMap((id) => round.nominations[id] ?? []);
  const own = { roundId: round.id, taskId: input.taskId, nominationId: input.nominationId };
  return formOf({
    language: scene.language,
    title: t.together.compareTitle,
    fault: input.fault,
    lead: [t.together.compareLead, t.together.yours(inline(input.title, caps.title))],
    inputs: alike.flatMap((nomination) => alikePart(scene, input, nomination)),
    notes: [t.together.joinNote],
    actions: [
      submit(input.surface, t.together.sendAnyway, 'nomination.send', { ...own, go: 'finish' }, { style: 'primary' }),
      submit(input.surface, t.together.backToForm, 'nomination.send', { ...own, go: 'back' }),
    ],
  });
}

function alikePart(scene: Scene, input: CompareInput, nomination: Nomination): readonly Element[] {
  const { t, round } = scene;
  const fields = (round.definition.form?.pages ?? [])
    .flatMap((page) => page.fields)
    .filter(({ id, kind }) => kind === 'text' && id !== round.definition.form?.titleField);
  const lines = [
    `**${scene.numbered(nomination)}**`,
    behalfLine(scene, nomination) ?? '',
    ...fields.map((field) => fieldLine(scene, nomination, field)),
  ].filter((line) => line !== '');
  const join = submit(input.surface, t.together.joinThis, 'nomination.join', {
    roundId: round.id,
    nominationId: nomination.id,
    joinId: input.joinId,
  });
  const texts = lines.map((text) => ({ type: 'TextBlock', text, wrap: true, spacing: 'Small' }));
  const [set] = buttons(join);
  const items = [...texts, ...(set === undefined ? [] : [{ type: 'ActionSet', actions: set.actions }])];
  return [{ type: 'Container', separator: true, spacing: 'Medium', items }];
}

export function mergeForm(input: MergeFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const nomination = round.nominations[input.nominationId];
  if (nomination?.status !== 'submitted') return noForm(scene.language, { name: 'UnknownNomination' });
  const { personId } = input.viewer;
  if (!mayTakePart(round, personId, nomination.id) && !nomination.nominators.includes(personId)) {
    return noForm(scene.language, { name: 'HeldOut', nominationIds: [nomination.id] });
  }
  if (!mayProposeFor(round, nomination, personId, scene.date)) return noForm(scene.language, { name: 'NoMandate' });
  const title = scene.numbered(nomination);
  const alike = input.alike.flatMap(({ id, words }) => mergeOption(scene, id, words));
  const rest = input.rest.flatMap((id) => mergeOption(scene, id, [])).sort((a, b) => scene.f.compare(a.title, b.title));
  if (alike.length + rest.length === 0)
    return formOf({
      language: scene.language,
      title: t.together.proposeTitle,
      fault: null,
      lead: [t.together.proposeNone],
      actions: [],
    });
  const data = { roundId: round.id, nominationId: nomination.id, mergeId: input.mergeId };
  return formOf({
    language: scene.language,
    title: t.together.proposeTitle,
    fault: input.fault,
    lead: [t.together.proposeLead(title)],
    inputs: [
      ...choiceInput(t, {
        id: 'from',
        label: t.together.others,
        required: true,
        several: true,
        value: input.picked.join(','),
        help: alike.length === 0 ? t.together.noneAlike : t.together.alikeFirst,
        options: [...alike, ...rest].slice(0, OFFERED_MAX),
      }),
      ...textInput(t, {
        id: 'reason',
        label: t.common.reason,
        value: input.reason,
        multiline: true,
        required: true,
        max: 2_000,
      }),
    ],
    notes: [t.common.reasonIsRecorded],
    actions: [submit(input.surface, t.together.propose, 'merge.propose', data, { style: 'primary' })],
  });
}

/** "2027-007 Nyresygdom (ens: nyre, arvelig)". */
function mergeOption(scene: Scene, id: NominationId, words: readonly string[]): readonly Option[] {
  const nomination = scene.round.nominations[id];
  if (nomination === undefined) return [];
  const name = [nomination.number ?? '', scene.titleLabel(nomination)].join(' ').trim();
  const shared = plain(words.join(', '), caps.name);
  return [{ title: shared === '' ? name : scene.t.together.alikeIn(name, shared), value: id }];
}

export function undoMergeForm(input: UndoMergeInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const merge = round.matters.merging[input.mergeId];
  if (merge === undefined) return noForm(scene.language, { name: 'UnknownMerge' });
  // An id can be forged: titles are named to nobody but those whose it is.
  if (!mayUndo(round, merge, input.viewer.personId, scene.date))
    return noForm(scene.language, { name: 'NotNominator' });
  if (merge.status !== 'done') return noForm(scene.language, { name: 'MergeSettled' });
  return formOf({
    language: scene.language,
    title: t.together.undoTitle,
    fault: input.fault,
    lead: [t.together.undoLead(namesOf(scene, merge))],
    inputs: textInput(t, {
      id: 'reason',
      label: t.common.reason,
      value: input.reason,
      multiline: true,
      required: true,
      max: 2_000,
    }),
    notes: [t.common.reasonIsRecorded],
    actions: [
      submit(
        input.surface,
        t.together.undo,
        'merge.undo',
        { roundId: round.id, mergeId: merge.id },
        { style: 'primary' },
      ),
    ],
  });
}
