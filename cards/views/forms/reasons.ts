// Forms of reasons: those that decisions share, one nomination's own, and what a nominator says is new about his.
import { heldOutOfReason, publicationIn } from '../../../services/process/round/kinds/publish/reasons';
import type { TextsRef } from '../../../services/process/text';
import { submit } from '../../card';
import type { DialogContent } from '../../card';
import type { NominationActInput, PublicationInput, ReasonInput } from '../../inputs/round';
import { writesReasons } from '../lists/reasons';
import { ownScene, taskTitle } from '../scene';
import type { Scene } from '../scene';
import { taskOf } from '../seats';
import { formOf, noForm } from './form';
import { textInput } from './inputs';

/** A reason is short (PROCESS.md §9: a brief rationale): about half a page. */
const REASON_MAX = 1_500;

export function reasonsForm(input: PublicationInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  if (of === null) return noForm(scene.language, { name: 'UnknownTask' });
  if (!writesReasons(scene, of, input.viewer.personId)) return noForm(scene.language, { name: 'NotForYou' });
  const heldOut = heldOutOfReason(round, of.task, input.viewer.personId, null);
  if (heldOut.length > 0) return noForm(scene.language, { name: 'HeldOut', nominationIds: heldOut });
  const { common } = publicationIn(of.task.work);
  const text = (id: 'selected' | 'notSelected', label: string) =>
    textInput(t, { id, label, value: raw(scene, common?.texts ?? null, id), multiline: true, max: REASON_MAX });
  return formOf({
    language: scene.language,
    title: t.after.reasonsTitle,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: [t.after.reasonsLead],
    inputs: [...text('selected', t.after.reasonSelected), ...text('notSelected', t.after.reasonNotSelected)],
    notes: [t.common.reasonIsRecorded, t.common.noPatientData],
    actions: [
      submit(
        input.surface,
        t.common.save,
        'reasons.save',
        { roundId: round.id, taskId: input.taskId, basis: common?.revision ?? 0 },
        { style: 'primary' },
      ),
    ],
  });
}

export function reasonForm(input: ReasonInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  const nomination = round.nominations[input.nominationId];
  if (of === null || nomination === undefined) return noForm(scene.language, { name: 'UnknownNomination' });
  if (!writesReasons(scene, of, input.viewer.personId)) return noForm(scene.language, { name: 'NotForYou' });
  const heldOut = heldOutOfReason(round, of.task, input.viewer.personId, nomination.id);
  if (heldOut.length > 0) return noForm(scene.language, { name: 'HeldOut', nominationIds: heldOut });
  const own = publicationIn(of.task.work).own[nomination.id];
  const ids = { roundId: round.id, taskId: input.taskId, nominationId: nomination.id };
  return formOf({
    language: scene.language,
    title: t.after.reasonOwnTitle,
    fault: input.fault,
    lead: [scene.numbered(nomination)],
    inputs: textInput(t, {
      id: 'reason',
      label: t.common.reason,
      value: raw(scene, own?.texts ?? null, 'reason'),
      help: t.after.reasonOwnHelp,
      multiline: true,
      max: REASON_MAX,
    }),
    notes: [t.common.reasonIsRecorded, t.common.noPatientData],
    actions: [
      submit(input.surface, t.common.save, 'reason.save', { ...ids, basis: own?.revision ?? 0 }, { style: 'primary' }),
    ],
  });
}

export function informationForm(input: NominationActInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const nomination = round.nominations[input.nominationId];
  if (nomination === undefined) return noForm(scene.language, { name: 'UnknownNomination' });
  if (!nomination.nominators.includes(input.viewer.personId)) return noForm(scene.language, { name: 'NotNominator' });
  const told = round.matters.newInformation[nomination.id];
  const ids = { roundId: round.id, nominationId: nomination.id };
  return formOf({
    language: scene.language,
    title: t.after.informationTitle,
    fault: input.fault,
    lead: [t.after.informationLead(scene.numbered(nomination))],
    inputs: textInput(t, {
      id: 'information',
      label: t.after.informationInput,
      value: raw(scene, told?.texts ?? null, 'information'),
      multiline: true,
      required: true,
      max: 4_000,
    }),
    notes: [t.common.textIsRecorded, t.common.noPatientData],
    actions: [
      submit(
        input.surface,
        t.after.informationTell,
        'information.tell',
        { ...ids, basis: told?.revision ?? 0 },
        { style: 'primary' },
      ),
    ],
  });
}

/** As it was typed: an input shows no markdown. */
function raw({ look }: Scene, ref: TextsRef | null, field: string): string {
  const texts: Readonly<Record<string, string>> | null = ref === null ? null : look.texts(ref);
  return texts?.[field] ?? '';
}
