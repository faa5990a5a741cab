// The forms by which an override is proposed, or declined by the second person. All ask for the typed reason.
import type { Mandate } from '../../../services/process/organisation/state';
import { taskDefinition } from '../../../services/process/round/queries';
import { submit } from '../../card';
import type { DialogContent, Element } from '../../card';
import { inline } from '../../escape';
import type {
  AmendFormInput,
  CloseEarlyFormInput,
  CorrectFormInput,
  DeclineOverrideInput,
  OverrideFormInput,
  ReopenFormInput,
} from '../../inputs/governing';
import { formOf, noForm } from '../forms/form';
import { choiceInput, dateInput, peopleInput, textInput } from '../forms/inputs';
import { present } from '../blocks';
import { caps, ownScene, taskTitle } from '../scene';
import type { Scene } from '../scene';
import { seatBody } from '../seats';
import { differenceLines, setBackLine } from './override-lines';

/** A reason is read in a channel and in the minutes: a paragraph or two. */
const REASON_MAX = 2_000;

export function reopenForm(input: ReopenFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  if (taskDefinition(round, input.taskId) === undefined) return noForm(scene.language, { name: 'UnknownTask' });
  return formOf({
    ...frame(scene, input, t.override.reopenTitle, taskTitle(scene, input.taskId)),
    lead: present(t.override.reopenLead, setBackLine(scene, round, input.taskId)),
    inputs: [
      ...dateInput(t, { id: 'date', label: t.admin.deadlineDate, required: true, value: input.date ?? '' }),
      ...reasonInput(scene, input.reason),
    ],
    actions: [
      submit(input.surface, t.override.propose, 'override.reopen', { ...idsOf(input), taskId: input.taskId }, primary),
    ],
  });
}

export function closeEarlyForm(input: CloseEarlyFormInput): DialogContent {
  const scene = ownScene(input);
  const { t } = scene;
  const data = { ...idsOf(input), taskId: input.taskId };
  return formOf({
    ...frame(scene, input, t.admin.closeTitle, taskTitle(scene, input.taskId)),
    lead: [t.override.closeLead],
    inputs: reasonInput(scene, input.reason),
    actions: [submit(input.surface, t.override.propose, 'override.close', data, primary)],
  });
}

export function correctForm(input: CorrectFormInput): DialogContent {
  const scene = ownScene(input);
  const { t } = scene;
  const { taskId, nominationId } = input;
  const data = { ...idsOf(input), taskId, ...(nominationId === null ? {} : { nominationId }) };
  return formOf({
    ...frame(scene, input, t.override.correctTitle, taskTitle(scene, taskId)),
    lead: [t.override.correctLead],
    inputs: [
      ...textInput(t, {
        id: 'wrong',
        label: t.override.correctWrong,
        value: input.wrong,
        multiline: true,
        max: REASON_MAX,
      }),
      ...textInput(t, {
        id: 'right',
        label: t.override.correctRight,
        value: input.right,
        multiline: true,
        required: true,
        max: REASON_MAX,
      }),
      ...reasonInput(scene, input.reason),
    ],
    actions: [submit(input.surface, t.override.propose, 'override.correct', data, primary)],
  });
}

export function replaceForm(input: OverrideFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const seats = Object.values(round.electorate.mandates).filter(({ role }) => role !== 'observer');
  return formOf({
    ...frame(scene, input, t.override.replaceTitle, inline(round.name, caps.label)),
    lead: [t.override.replaceLead],
    inputs: [
      ...choiceInput(t, {
        id: 'mandateId',
        label: t.override.replaceSeat,
        required: true,
        folded: true,
        options: seats.map((mandate) => ({ title: seatLabel(scene, mandate), value: mandate.id })),
      }),
      ...peopleInput(t, { id: 'person', label: t.override.replacePerson, required: true }),
      ...reasonInput(scene, input.reason),
    ],
    actions: [submit(input.surface, t.override.propose, 'override.replace', idsOf(input), primary)],
  });
}

export function amendForm(input: AmendFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const { differences } = input;
  const isSame = differences.length === 0;
  return formOf({
    ...frame(scene, input, t.override.amendTitle, inline(round.name, caps.label)),
    lead: isSame
      ? [t.override.amendNone]
      : [t.override.amendLead(differences.length), ...differenceLines(scene, differences)],
    inputs: isSame ? [] : reasonInput(scene, input.reason),
    notes: isSame ? [] : [t.override.two],
    actions: [!isSame && submit(input.surface, t.override.propose, 'override.amend', idsOf(input), primary)],
  });
}

export function declineOverrideForm(input: DeclineOverrideInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const override = round.matters.overrides.all[input.overrideId];
  if (override === undefined) return noForm(scene.language, { name: 'UnknownOverride' });
  return formOf({
    language: scene.language,
    title: t.override.declineTitle,
    eyebrow: t.override.kind[override.change.kind],
    fault: input.fault,
    inputs: textInput(t, {
      id: 'reason',
      label: t.override.declineReason,
      value: input.reason,
      required: true,
      multiline: true,
      max: REASON_MAX,
    }),
    notes: [t.common.reasonIsRecorded],
    actions: [submit(input.surface, t.override.decline, 'override.decline', idsOf(input), primary)],
  });
}

const primary = { style: 'primary' } as const;

function frame(scene: Scene, input: OverrideFormInput, title: string, eyebrow: string) {
  const { language, t } = scene;
  return { language, title, eyebrow, fault: input.fault, notes: [t.override.two, t.common.reasonIsRecorded] };
}

function idsOf({ round, overrideId }: Pick<OverrideFormInput, 'round' | 'overrideId'>) {
  return { roundId: round.id, overrideId };
}

function reasonInput({ t }: Scene, value: string): readonly Element[] {
  return textInput(t, {
    id: 'reason',
    label: t.override.whyReason,
    value,
    required: true,
    multiline: true,
    help: t.override.whyHelp,
    max: REASON_MAX,
  });
}

function seatLabel(scene: Scene, mandate: Mandate): string {
  return scene.t.override.seat(scene.bodyLabel(seatBody(mandate)), scene.personLabel(mandate.holder));
}
