// Forms about one appointment: the appointed says no, or whoever appointed takes it back. Filling a seat is in products.ts.
import { plain } from '../../escape';
import { submit } from '../../card';
import type { DialogContent } from '../../card';
import type { AppointmentActInput } from '../../inputs/round';
import { networkName } from '../lists/products';
import { caps, ownScene } from '../scene';
import type { Scene } from '../scene';
import { appointedName, appointmentAt } from '../shared/appointments';
import { formOf, noForm } from './form';
import { textInput } from './inputs';

export function declineAppointmentForm(input: AppointmentActInput): DialogContent {
  const scene = ownScene(input);
  const { t } = scene;
  if (appointmentAt(scene.round, input) === null) return noForm(scene.language, { name: 'UnknownAppointment' });
  return formOf({
    language: scene.language,
    title: t.after.decline,
    eyebrow: eyebrow(scene, input),
    fault: input.fault,
    lead: [t.after.declineLead(scene.body(input.bodyId))],
    inputs: textInput(t, {
      id: 'reason',
      label: t.after.declineReason,
      help: t.after.declineHelp,
      multiline: true,
      max: 2_000,
    }),
    notes: [t.common.reasonIsRecorded],
    actions: [
      submit(
        input.surface,
        t.after.decline,
        'appointment.decline',
        { ...placeOf(input), basis: input.basis },
        { style: 'primary' },
      ),
    ],
  });
}

export function withdrawAppointmentForm(input: AppointmentActInput): DialogContent {
  const scene = ownScene(input);
  const { t } = scene;
  const appointment = appointmentAt(scene.round, input);
  if (appointment === null) return noForm(scene.language, { name: 'UnknownAppointment' });
  return formOf({
    language: scene.language,
    title: t.after.withdrawAppointmentTitle,
    eyebrow: eyebrow(scene, input),
    fault: input.fault,
    lead: [t.after.withdrawAppointmentLead(appointedName(scene, appointment))],
    actions: [
      submit(input.surface, t.after.withdrawAppointment, 'appointment.withdraw', placeOf(input), {
        style: 'destructive',
      }),
    ],
  });
}

function placeOf({ round, taskId, network, bodyId, index }: AppointmentActInput) {
  return { roundId: round.id, taskId, network, bodyId, index };
}

function eyebrow(scene: Scene, { network }: AppointmentActInput): string {
  return plain(networkName(scene, network), caps.label);
}
