// Appointing members to the networks (PROCESS.md §2, step 4): each body fills its seats, one network per patient group or
// one for the round. Knows persons by id or a name in the texts, and asks nobody whether they want to.
import type { Context } from '../../context';
import { accepted, refused, unchanged, type Decision } from '../../decision';
import { as, type BodyId, type FieldId, type GroupId } from '../../ids';
import { bodyOn } from '../../organisation/successors';
import { has } from '../../text';
import type { RoundCommand } from '../commands';
import type { RoundEvent } from '../events';
import type { RoundRefusal } from '../refusals';
import type { Appointment, NetworkKey, Work } from '../state';
import { askedOf, isAmong, mandatesIn, outstandingFor, partiesOf, personOf, workers } from './acting';
import type { KindRules, TaskView } from './kind';

type View = TaskView<'appoint'>;
type Command = Extract<RoundCommand, { type: 'AppointMember' }>;

export const APPOINTMENTS_VERSION = 'appointments/1';

/** The state's type says that the network `round` is always there; before its first appointment it is not. */
const noSeats = {} as Extract<Work, { family: 'appointments' }>['seats'];

export const appoint: KindRules<'appoint'> = {
  begin: () => ({ family: 'appointments', seats: noSeats }),
  decide(command, view, context) {
    return command.type === 'AppointMember'
      ? appointMember(command, view, context)
      : refused({ name: 'NotThisTask', taskId: view.task.id });
  },
  evolve(work, { event, at, by }) {
    if (work.family !== 'appointments' || event.type !== 'MemberAppointed' || by === null) return work;
    const { network, bodyId, personId, texts } = event;
    const ofNetwork = work.seats[network] ?? {};
    const appointed = [...(ofNetwork[bodyId] ?? []), { personId, texts, by, at }];
    return { ...work, seats: { ...work.seats, [network]: { ...ofNetwork, [bodyId]: appointed } } };
  },
  outstanding: (view) =>
    partiesOf(view, view.definition.bodies).flatMap((bodyId) => {
      const total = networksOf(view).length * view.definition.seatsPerParty;
      const left = total - filledBy(bodyId, view);
      const asked = askedOf(mandatesIn(view, [bodyId], workers));
      return left === 0 ? [] : outstandingFor(view, asked, 'appointments', { left, total });
    }),
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

/** By anyone who works for the body: a person known by id, or a name in the text field `name`. */
function appointMember(command: Command, view: View, context: Context): Decision<RoundEvent, RoundRefusal> {
  const { taskId, network, bodyId, personId, texts } = command;
  const isParty = partiesOf(view, view.definition.bodies).includes(bodyId);
  const isOfBody = isAmong(view, personOf(context), mandatesIn(view, [bodyId], workers));
  if (!isParty || !isOfBody) return refused({ name: 'NoMandate' });
  if (!networksOf(view).includes(network)) return refused({ name: 'UnknownGroup' });
  if (personId === null && !has(texts, as<FieldId>('name'))) return refused({ name: 'AppointeeMissing' });
  const appointed = appointedBy(bodyId, network, view);
  const isThere = personId !== null && appointed.some((appointment) => appointment.personId === personId);
  if (isThere) return unchanged;
  if (appointed.length >= view.definition.seatsPerParty) return refused({ name: 'SeatsTaken' });
  return accepted({ type: 'MemberAppointed', taskId, network, bodyId, personId, texts });
}

/** The networks there are: one per confirmed group, or the round's. */
export function networksOf({ round, definition }: View): readonly NetworkKey[] {
  return definition.per === 'round' ? ['round'] : (Object.keys(round.groups) as GroupId[]).sort();
}

/** Whom a body has appointed to a network, with those of bodies it took over (PROCESS.md §3). */
function appointedBy(bodyId: BodyId, network: NetworkKey, { round, task, date }: View): readonly Appointment[] {
  if (task.work.family !== 'appointments') return [];
  const entries = Object.entries(task.work.seats[network] ?? {}) as [BodyId, readonly Appointment[]][];
  return entries.flatMap(([id, appointed]) =>
    id === bodyId || bodyOn(round.electorate.bodies, id, date)?.id === bodyId ? appointed : [],
  );
}

/** Seats a body has filled; more appointments than seats, as after a merger of two bodies, count as full. */
function filledBy(bodyId: BodyId, view: View): number {
  const { seatsPerParty } = view.definition;
  const filled = networksOf(view).map((network) => Math.min(appointedBy(bodyId, network, view).length, seatsPerParty));
  return filled.reduce((sum, count) => sum + count, 0);
}

function countsOf(view: View) {
  const bodies = partiesOf(view, view.definition.bodies);
  return {
    networks: networksOf(view).length,
    bodies: bodies.length,
    filled: bodies.reduce((sum, bodyId) => sum + filledBy(bodyId, view), 0),
    of: bodies.length * networksOf(view).length * view.definition.seatsPerParty,
  };
}
