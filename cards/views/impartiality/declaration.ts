// Declaring interests: one list to tick, then a ground for each tick. The common answer is one press: nothing to declare.
import { hasPart } from '../../../services/process/round/matters/impartiality/people';
import type { NominationId, PersonId } from '../../../services/process/ids';
import { aboutFieldOf, grounds } from '../../../services/process/round/matters/impartiality/declare';
import { conflictOf, isOpenConflict } from '../../../services/process/round/matters/impartiality/standing';
import { nominationsAbout } from '../../../services/process/round/queries';
import type { Nomination } from '../../../services/process/round/state';
import { submit } from '../../card';
import type { DialogContent, Element } from '../../card';
import type { DeclarationInput, GroundsInput } from '../../inputs/impartiality';
import { present } from '../blocks';
import { numberedLabel } from '../forms/answers';
import { formOf, noForm } from '../forms/form';
import { choiceInput, textInput } from '../forms/inputs';
import { ownScene } from '../scene';
import type { Scene } from '../scene';
import { hintOf } from './nominations';

/** A short explanation: the long one belongs in a conversation. */
const ABOUT_MAX = 1_000;

export function declarationForm(input: DeclarationInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const { personId } = input.viewer;
  const all = nominationsAbout(round, 'submitted');
  // The button stands on shared cards, also before those who only follow.
  if (!hasPart(round, personId, scene.date)) return noForm(scene.language, { name: 'NoMandate' });
  if (all.length === 0) return noForm(scene.language, { name: 'NothingHere' });
  const settled = all.filter(({ id }) => conflictOf(round, personId, id)?.ruling);
  const open = all.filter((nomination) => !settled.includes(nomination));
  const picked = input.picked ?? open.filter(({ id }) => isReported(scene, personId, id)).map(({ id }) => id);
  const hinted = open.map((nomination) => ({ nomination, hint: hintOf(scene, personId, nomination) }));
  const nearFirst = hinted.toSorted((one, other) => Number(other.hint !== null) - Number(one.hint !== null));
  const data = { roundId: round.id, basis: round.matters.impartiality.declarations[personId]?.revision ?? 0 };
  return formOf({
    language: scene.language,
    title: t.impartiality.declarationTitle,
    fault: input.fault,
    lead: [t.impartiality.chooseLead, ...settled.map((nomination) => settledLine(scene, personId, nomination))],
    inputs: choiceInput(t, {
      id: 'picked',
      label: t.impartiality.chooseLabel,
      several: true,
      value: picked.join(','),
      options: nearFirst.map(({ nomination, hint }) => ({
        title: hint === null ? labelOf(scene, nomination) : `${labelOf(scene, nomination)} (${hint})`,
        value: nomination.id,
      })),
    }),
    actions: [
      submit(
        input.surface,
        t.impartiality.none,
        'interests.choose',
        { ...data, picked: undefined },
        { style: 'primary' },
      ),
    ],
  });
}

function isReported(scene: Scene, personId: PersonId, id: NominationId): boolean {
  const conflict = conflictOf(scene.round, personId, id);
  return conflict !== null && isOpenConflict(conflict);
}

function labelOf(scene: Scene, nomination: Nomination): string {
  return numberedLabel(nomination.number, scene.titleLabel(nomination));
}

function settledLine(scene: Scene, personId: PersonId, nomination: Nomination): string {
  const ruling = conflictOf(scene.round, personId, nomination.id)?.ruling;
  if (!ruling) return '';
  const { t, f } = scene;
  return t.impartiality.ruledBefore(scene.numbered(nomination), t.impartiality.votes[ruling.outcome], f.day(ruling.at));
}

/** A ground, and words where wanted, for everything that was ticked. */
export function groundsForm(input: GroundsInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const { personId } = input.viewer;
  const chosen = nominationsAbout(round, 'submitted').filter(({ id }) => input.picked.includes(id));
  if (chosen.length === 0) return noForm(scene.language, { name: 'NothingHere' });
  const data = { roundId: round.id, basis: round.matters.impartiality.declarations[personId]?.revision ?? 0 };
  return formOf({
    language: scene.language,
    title: t.impartiality.declarationTitle,
    fault: input.fault,
    lead: [t.impartiality.chosenLead(chosen.length), t.impartiality.declaredNote],
    inputs: chosen.flatMap((nomination) => conflictInputs(scene, input, nomination)),
    notes: [t.common.textIsRecorded],
    actions: present(
      submit(input.surface, t.impartiality.give, 'interests.declare', data, { style: 'primary' }),
      submit(input.surface, t.common.previous, 'interests.open', { roundId: round.id }, { inputs: false }),
    ),
  });
}

function conflictInputs(scene: Scene, input: GroundsInput, nomination: Nomination): readonly Element[] {
  const { t, round } = scene;
  const { id } = nomination;
  const known = conflictOf(round, input.viewer.personId, id);
  const about = known?.texts ? scene.look.texts(known.texts)?.[aboutFieldOf(id)] : undefined;
  return [
    ...groundInput(scene, `ground_${id}`, t.impartiality.groundOf(labelOf(scene, nomination)), {
      value: input.grounds[id] ?? known?.grounds[0] ?? '',
    }),
    ...textInput(t, {
      id: `about_${id}`,
      label: t.impartiality.aboutOf(nomination.number ?? scene.titleLabel(nomination)),
      multiline: true,
      value: input.abouts[id] ?? about ?? '',
      help: t.impartiality.aboutHelp,
      max: ABOUT_MAX,
    }),
  ];
}

/** The grounds of the Act as a folded choice; personal and institutional interest are told apart in their words. */
export function groundInput(
  scene: Scene,
  id: string,
  label: string,
  { value }: { readonly value: string },
): readonly Element[] {
  const { t } = scene;
  return choiceInput(t, {
    id,
    label,
    required: true,
    folded: true,
    value,
    placeholder: t.nomination.choose,
    options: grounds.map((ground) => ({ title: t.impartiality.grounds[ground], value: ground })),
  });
}
