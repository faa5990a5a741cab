// The work of an appoint task: appointments by network and body, each in the place it was made. Reading and folding only;
// nothing is ever removed, so a place once given keeps its number.
import type { BodyId } from '../../../ids';
import type { Recorded, RoundEvent } from '../../events';
import type { Appointment, NetworkKey, Work } from '../../state';

export type Appointments = Extract<Work, { family: 'appointments' }>;
export type Seats = Appointments['seats'];

export const noAppointments: Appointments = { family: 'appointments', seats: {} };

/** The seats of a task; none for a task of another family. */
export function seatsIn(work: Work): Seats {
  return work.family === 'appointments' ? work.seats : noAppointments.seats;
}

/** True while the appointment holds its seat: it is answered with yes, not answered, or nobody is asked. */
export function isTaken({ answer }: Pick<Appointment, 'answer'>): boolean {
  return answer !== 'declined' && answer !== 'withdrawn';
}

export function evolveAppointments(work: Work, { event, at, by }: Recorded<RoundEvent>): Work {
  if (work.family !== 'appointments' || by === null) return work;
  switch (event.type) {
    case 'MemberAppointed': {
      const { network, bodyId, personId, texts, asked, lastDay } = event;
      const answer = asked === true ? 'asked' : 'notAsked';
      return changed(work, network, bodyId, (own) => [
        ...own,
        { personId, texts, by, at, answer, answeredAt: null, answerTexts: null, revision: 0, lastDay: lastDay ?? null },
      ]);
    }
    case 'AppointmentAnswered': {
      const answer = event.accepts ? 'accepted' : 'declined';
      return answered(work, event, { answer, answeredAt: at, answerTexts: event.texts });
    }
    case 'AppointmentWithdrawn':
      return answered(work, event, { answer: 'withdrawn', answeredAt: at, answerTexts: null });
    default:
      return work;
  }
}

function answered(
  work: Appointments,
  { network, bodyId, index }: { readonly network: NetworkKey; readonly bodyId: BodyId; readonly index: number },
  answer: Pick<Appointment, 'answer' | 'answeredAt' | 'answerTexts'>,
): Appointments {
  return changed(work, network, bodyId, (own) =>
    own.map((one, at) => (at === index ? { ...one, ...answer, revision: one.revision + 1 } : one)),
  );
}

function changed(
  work: Appointments,
  network: NetworkKey,
  bodyId: BodyId,
  change: (own: readonly Appointment[]) => readonly Appointment[],
): Appointments {
  const ofNetwork = work.seats[network] ?? {};
  const own: readonly Appointment[] = (ofNetwork as Partial<typeof ofNetwork>)[bodyId] ?? [];
  return { ...work, seats: { ...work.seats, [network]: { ...ofNetwork, [bodyId]: change(own) } } };
}
