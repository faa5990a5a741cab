// Forms of the joint advice: a draft per nomination, one after another, and the chair's signature under all of them.
import { draftsBasis } from '../../../services/process/round/kinds/conclude';
import { mayTakePart, openTo } from '../../../services/process/round/matters/impartiality/standing';
import { nominationsAbout } from '../../../services/process/round/queries';
import { submit } from '../../card';
import type { DialogContent } from '../../card';
import type { ConclusionFormInput, PublicationInput } from '../../inputs/round';
import { behalfLine } from '../lists/nominations';
import { present } from '../blocks';
import { signsFor, whereOf, worksFor } from '../own/part';
import { ownScene, taskTitle } from '../scene';
import { taskOf } from '../seats';
import { conclusionOf } from '../shared/assessments';
import { ofKind } from '../shared/pieces';
import { numberedLabel } from './answers';
import { basisLines } from './conclusion-basis';
import { formOf, noForm } from './form';
import { choiceInput, textInput } from './inputs';

const outcomes = ['qualified', 'notQualified', 'moreInformation', 'mergedWith'] as const;

export function conclusionForm(input: ConclusionFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  const conclude = of === null ? null : ofKind(of, 'conclude');
  const nomination = round.nominations[input.nominationId];
  if (conclude === null || nomination === undefined) return noForm(scene.language, { name: 'UnknownNomination' });
  if (!mayTakePart(round, input.viewer.personId, nomination.id)) {
    return noForm(scene.language, { name: 'HeldOut', nominationIds: [nomination.id] });
  }
  const { bodies, draftedBy } = conclude.definition;
  const where = whereOf(scene, conclude);
  const { personId } = input.viewer;
  if (!signsFor(where, personId, bodies) && worksFor(where, personId, draftedBy).length === 0) {
    return noForm(scene.language, { name: 'NotForYou' });
  }
  const about = openTo(round, input.viewer.personId, nominationsAbout(round, conclude.definition.about));
  const index = about.findIndex(({ id }) => id === nomination.id) + 1;
  const basis = conclusionOf(conclude.task, nomination)?.revision ?? 0;
  const data = { roundId: round.id, taskId: input.taskId, nominationId: nomination.id, basis };
  const { surface, values } = input;
  return formOf({
    language: scene.language,
    title: t.assessment.conclusionFormTitle(index, about.length),
    eyebrow: scene.numbered(nomination),
    fault: input.fault,
    lead: [...present(behalfLine(scene, nomination)), ...basisLines(scene, conclude.definition, nomination.id)],
    inputs: [
      ...choiceInput(t, {
        id: 'outcome',
        label: t.assessment.conclusionOutcome,
        required: true,
        value: values.outcome ?? '',
        options: outcomes.map((value) => ({ title: t.assessment.outcome[value], value })),
      }),
      ...choiceInput(t, {
        id: 'into',
        label: t.assessment.conclusionInto,
        folded: true,
        value: values.into ?? '',
        help: t.assessment.conclusionIntoHelp,
        placeholder: t.nomination.choose,
        options: about
          .filter(({ id }) => id !== nomination.id)
          .map((one) => ({ title: numberedLabel(one.number, scene.titleLabel(one)), value: one.id })),
      }),
      ...textInput(t, {
        id: 'reason',
        label: t.assessment.conclusionReason,
        required: true,
        multiline: true,
        value: values.reason,
        max: 4_000,
      }),
    ],
    notes: [t.common.reasonIsRecorded],
    actions: [
      submit(surface, t.assessment.draftAndNext, 'conclusion.draft', { ...data, go: 'next' }, { style: 'primary' }),
      submit(surface, t.common.save, 'conclusion.draft', { ...data, go: 'close' }),
    ],
  });
}

export function signConclusionsForm(input: PublicationInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  const conclude = of === null ? null : ofKind(of, 'conclude');
  if (conclude === null) return noForm(scene.language, { name: 'UnknownTask' });
  const about = openTo(round, input.viewer.personId, nominationsAbout(round, conclude.definition.about));
  const drafted = about.filter((nomination) => conclusionOf(conclude.task, nomination) !== null).length;
  return formOf({
    language: scene.language,
    title: t.assessment.signTitle,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: [t.assessment.signLead(drafted), t.assessment.signAfter],
    actions: [
      submit(
        input.surface,
        t.assessment.sign,
        'conclusions.sign',
        {
          roundId: round.id,
          taskId: input.taskId,
          drafted: draftsBasis(round, conclude.task.work, input.viewer.personId),
        },
        { style: 'primary' },
      ),
    ],
  });
}
