// Appointing members to the networks (PROCESS.md §2, step 4): each body fills its seats, one network per patient group or
// one for the round, and who is appointed says whether he takes the seat. What becomes of a seat after the task has closed
// (terms, renewals) is the organisation's.
import type { LocalDate } from '../../calendar';
import type { Context } from '../../context';
import { accepted, refused, unchanged, type Decision } from '../../decision';
import { as, type BodyId, type FieldId, type GroupId } from '../../ids';
import { lastDayOfTerm } from '../../months';
import { bodyOn } from '../../organisation/successors';
import { has } from '../../text';
import type { RoundCommand } from '../commands';
import type { RoundEvent } from '../events';
import type { RoundRefusal } from '../refusals';
import type { Appointment, NetworkKey } from '../state';
import { askedOf, isAmong, mandatesIn, outstandingFor, partiesOf, personOf, workers } from './acting';
import { evolveAppointments, isTaken, noAppointments, seatsIn, type Seats } from './appoint/work';
import type { KindRules, Outstanding, TaskView } from './kind';

type View = TaskView<'appoint'>;
type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends RoundCommand['type']> = Extract<RoundCommand, { type: Type }>;

export const APPOINTMENTS_VERSION = 'appointments/1';

export const appoint: KindRules<'appoint'> = {
  begin: () => noAppointments,
  decide(command, view, context) {
    switch (command.type) {
      case 'AppointMember':
        return appointMember(command, view, context);
      case 'AnswerAppointment':
        return answerAppointment(command, view, context);
      case 'WithdrawAppointment':
        return withdrawAppointment(command, view, context);
      default:
        return refused({ name: 'NotThisTask', taskId: view.task.id });
    }
  },
  evolve: evolveAppointments,
  outstanding: (view) => [...seatsLeft(view), ...answersLeft(view)],
  complete: (view) => countsOf(view).filled === countsOf(view).of,
  /** Ends with the seats that are filled. */
  end(view) {
    const counts = countsOf(view);
    const outcome = counts.filled === counts.of ? 'filled' : 'partlyFilled';
    return { result: { version: APPOINTMENTS_VERSION, outcome, arithmetic: counts }, effects: [] };
  },
  closes: 'whenAnswered',
  late: 'accepted',
};

/**
 * By anyone who works for the body: a person known by id, or a name in the text field `name`. Who is known is asked, where
 * the task asks; who has declined can be asked again.
 */
function appointMember(command: Command<'AppointMember'>, view: View, context: Context): Outcome {
  const { taskId, network, bodyId, personId, texts } = command;
  if (!isOfParty(bodyId, view, context)) return refused({ name: 'NoMandate' });
  if (!networksOf(view).includes(network)) return refused({ name: 'UnknownGroup' });
  if (personId === null && !has(texts, as<FieldId>('name'))) return refused({ name: 'AppointeeMissing' });
  const taken = appointedBy(bodyId, network, view).filter(isTaken);
  const isThere = personId !== null && taken.some((appointment) => appointment.personId === personId);
  if (isThere) return unchanged;
  if (taken.length >= view.definition.seatsPerParty) return refused({ name: 'SeatsTaken' });
  const { acceptance, termMonths } = view.definition;
  return accepted({
    type: 'MemberAppointed',
    taskId,
    network,
    bodyId,
    personId,
    texts,
    ...(acceptance === 'asked' && personId !== null ? { asked: true } : {}),
    ...(termMonths === undefined ? {} : { lastDay: lastDayOfTerm(view.date, termMonths) }),
  });
}

/** By the appointed alone, who may change his mind while the task is open; a no frees the seat for another. */
function answerAppointment(command: Command<'AnswerAppointment'>, view: View, context: Context): Outcome {
  const { taskId, network, bodyId, index, accepts, texts, basis } = command;
  const appointment = seatsIn(view.task.work)[network]?.[bodyId]?.[index];
  if (appointment === undefined || appointment.answer === 'withdrawn') return refused({ name: 'UnknownAppointment' });
  if (appointment.personId === null || appointment.personId !== personOf(context)) {
    return refused({ name: 'NotAppointed' });
  }
  if (appointment.answer === (accepts ? 'accepted' : 'declined')) return unchanged;
  if (basis !== appointment.revision) return refused({ name: 'AnswerChangedMeanwhile', basis: appointment.revision });
  const isGivenAway = appointment.answer === 'declined' && isFull(bodyId, network, view);
  if (isGivenAway) return refused({ name: 'SeatsTaken' });
  return accepted({ type: 'AppointmentAnswered', taskId, network, bodyId, index, accepts, texts });
}

/** By anyone who works for the body, as after a wrong name; what was appointed and taken back stays in the record. */
function withdrawAppointment(command: Command<'WithdrawAppointment'>, view: View, context: Context): Outcome {
  const { taskId, network, bodyId, index } = command;
  const current = bodyOn(view.round.electorate.bodies, bodyId, view.date)?.id ?? bodyId;
  if (!isOfParty(current, view, context)) return refused({ name: 'NoMandate' });
  const appointment = seatsIn(view.task.work)[network]?.[bodyId]?.[index];
  if (appointment === undefined) return refused({ name: 'UnknownAppointment' });
  if (appointment.answer === 'withdrawn') return unchanged;
  return accepted({ type: 'AppointmentWithdrawn', taskId, network, bodyId, index });
}

function isOfParty(bodyId: BodyId, view: View, context: Context): boolean {
  const isParty = partiesOf(view, view.definition.bodies).includes(bodyId);
  return isParty && isAmong(view, personOf(context), mandatesIn(view, [bodyId], workers));
}

function seatsLeft(view: View): readonly Outstanding[] {
  return partiesOf(view, view.definition.bodies).flatMap((bodyId) => {
    const total = networksOf(view).length * view.definition.seatsPerParty;
    const left = total - seatsOf(bodyId, view, isTaken);
    const asked = askedOf(mandatesIn(view, [bodyId], workers));
    return left === 0 ? [] : outstandingFor(view, asked, 'appointments', { left, total });
  });
}

/** The appointed who have not answered: once per person and body, however many networks. */
function answersLeft(view: View): readonly Outstanding[] {
  return partiesOf(view, view.definition.bodies).flatMap((bodyId) => {
    const own = networksOf(view).flatMap((network) => appointedBy(bodyId, network, view));
    const waiting = own.flatMap(({ answer, personId }) => (answer === 'asked' && personId !== null ? [personId] : []));
    return [...new Set(waiting)].sort().map((personId): Outstanding => {
      const left = waiting.filter((id) => id === personId).length;
      return { personId, mandateId: null, bodyId, wanted: 'acceptance', left, total: left, nominationIds: [] };
    });
  });
}

/** The networks there are: one per confirmed group, or the round's. */
export function networksOf({ round, definition }: Pick<View, 'round' | 'definition'>): readonly NetworkKey[] {
  return definition.per === 'round' ? ['round'] : (Object.keys(round.groups) as GroupId[]).sort();
}

/** An appointment with the place it has in the record, where answers name it. */
export interface Placed extends Appointment {
  readonly network: NetworkKey;
  readonly bodyId: BodyId;
  readonly index: number;
}

/** Whom a body has appointed to a network, with those of bodies it took over (PROCESS.md §3), in the order of appointment. */
export function appointedBy(
  bodyId: BodyId,
  network: NetworkKey,
  { round, task, date }: Pick<View, 'round' | 'task'> & { readonly date: LocalDate },
): readonly Placed[] {
  const ofNetwork: Seats[NetworkKey] = seatsIn(task.work)[network] ?? {};
  const entries = Object.entries(ofNetwork) as [BodyId, readonly Appointment[]][];
  return entries.flatMap(([id, appointed]) =>
    id === bodyId || bodyOn(round.electorate.bodies, id, date)?.id === bodyId
      ? appointed.map((appointment, index) => ({ ...appointment, network, bodyId: id, index }))
      : [],
  );
}

function isFull(bodyId: BodyId, network: NetworkKey, view: View): boolean {
  const current = bodyOn(view.round.electorate.bodies, bodyId, view.date)?.id ?? bodyId;
  return appointedBy(current, network, view).filter(isTaken).length >= view.definition.seatsPerParty;
}

const isFilled = ({ answer }: Appointment): boolean => answer === 'notAsked' || answer === 'accepted';

/** Seats of a body that are taken or filled; more than there are, as after a merger of two bodies, count as full. */
function seatsOf(bodyId: BodyId, view: View, is: (appointment: Appointment) => boolean): number {
  const { seatsPerParty } = view.definition;
  return networksOf(view)
    .map((network) => Math.min(appointedBy(bodyId, network, view).filter(is).length, seatsPerParty))
    .reduce((sum, count) => sum + count, 0);
}

function countsOf(view: View) {
  const bodies = partiesOf(view, view.definition.bodies);
  return {
    networks: networksOf(view).length,
    bodies: bodies.length,
    filled: bodies.reduce((sum, bodyId) => sum + seatsOf(bodyId, view, isFilled), 0),
    of: bodies.length * networksOf(view).length * view.definition.seatsPerParty,
  };
}
