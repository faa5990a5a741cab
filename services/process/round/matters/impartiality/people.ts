// Who is concerned by impartiality: who is asked to declare, of whom a conflict can be reported, and who rules on it.
// Pure look-ups in the round's own electorate; a person never rules on himself.
import type { LocalDate } from '../../../calendar';
import type { TaskDefinition } from '../../../definition/schema';
import type { BodyId, NominationId, PersonId, TaskId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { answererOf, bodiesOf, inForce, mandatesOf, seatsOf, taskDefinitions } from '../../queries';
import type { RoundState } from '../../state';
import type { Conflict } from './state';
import { conflictsIn, mayTakePart, standingOf } from './standing';

/** Whoever takes part for a party of a task: a seat that answers, or a member of those who draft or propose for it. */
export interface Participant {
  readonly personId: PersonId;
  readonly mandate: Mandate;
}

/** True for tasks in which something is said or decided about single nominations. */
export function judgesNominations(definition: TaskDefinition): boolean {
  switch (definition.kind) {
    case 'assess':
    case 'state':
    case 'conclude':
    case 'rank':
    case 'agree':
    case 'consider':
    case 'vote':
    case 'approve':
      return definition.about !== 'round';
    case 'nominate':
    case 'group':
    case 'appoint':
    case 'document':
    case 'publish':
      return false;
  }
}

/** Who takes part in a task, each once, by their mandates' ids: those who answer, then those who draft or propose. */
export function participantsOf(round: RoundState, definition: TaskDefinition, date: LocalDate): readonly Participant[] {
  const task = round.tasks[definition.id];
  const seats = seatsOf(round, definition, date);
  const others = seatsOf(round, { bodies: [...helpersOf(definition)] }, date);
  const people = new Map<PersonId, Mandate>();
  for (const mandate of [...seats, ...others]) {
    const personId = task === undefined ? mandate.holder : answererOf(task, mandate);
    if (!people.has(personId)) people.set(personId, mandate);
  }
  return [...people].map(([personId, mandate]) => ({ personId, mandate }));
}

function helpersOf(definition: TaskDefinition): readonly string[] {
  if (definition.kind === 'conclude') return definition.draftedBy;
  return definition.kind === 'vote' ? (definition.proposal?.by ?? []) : [];
}

/** True for everyone with a part in the round: holders of mandates in force, their substitutes and preparers. */
export function hasPart(round: RoundState, personId: PersonId, date: LocalDate): boolean {
  return Object.values(round.electorate.mandates)
    .filter((mandate) => inForce(mandate, date))
    .some((mandate) => [mandate.holder, mandate.substitute, ...mandate.preparers].includes(personId));
}

/** Of whose conflict somebody else may speak: people with a seat that counts, in the order of their names' ids. */
export function membersOf(round: RoundState, date: LocalDate): readonly PersonId[] {
  const parties = taskDefinitions(round)
    .filter(judgesNominations)
    .flatMap((definition) => [...definition.bodies, ...helpersOf(definition)]);
  const seats = seatsOf(round, { bodies: [...new Set(parties)] }, date);
  return [
    ...new Set(seats.flatMap(({ holder, substitute }) => (substitute === null ? [holder] : [holder, substitute]))),
  ].sort();
}

/** Where a conflict of a person is ruled on, and the task it hangs on. */
export interface Forum {
  readonly decidedBy: readonly string[];
  readonly taskId: TaskId;
}

/**
 * The seats of the task he takes part in: of those that judge nominations an open one first, then one to come, then one
 * that is over; for anyone else the secretariat. A definition may say who rules instead.
 */
export function forumOf(round: RoundState, personId: PersonId, date: LocalDate): Forum | null {
  const judging = taskDefinitions(round).filter(judgesNominations);
  const order = { open: 0, waiting: 1, closed: 2 } as const;
  const rank = ({ id }: TaskDefinition): number => order[round.tasks[id]?.status ?? 'closed'];
  const byTurn = judging.toSorted((one, other) => rank(one) - rank(other));
  const own = byTurn.find((definition) => sitsIn(round, definition.bodies, personId, date));
  const hangsOn = own ?? byTurn[0] ?? taskDefinitions(round)[0];
  if (hangsOn === undefined) return null;
  const parties = own === undefined ? [round.definition.secretariat] : own.bodies;
  return { decidedBy: round.definition.impartiality?.decidedBy ?? parties, taskId: hangsOn.id };
}

function sitsIn(round: RoundState, parties: readonly string[], personId: PersonId, date: LocalDate): boolean {
  return seatsOf(round, { bodies: [...parties] }, date).some(
    (mandate) => mandate.holder === personId || mandate.substitute === personId,
  );
}

/** Somebody who rules, with the mandate he does it by. */
export interface Decider {
  readonly personId: PersonId;
  readonly mandate: Mandate;
}

/**
 * Who rules on a conflict: the seats named in it without the person himself (forvaltningsloven § 6), and without others who
 * are held out of the same nomination as long as somebody else is left; nobody left, then the secretariat. Where the
 * definition lets the chair rule alone it is the chair, or where he is not among them the deputy. Once they have let their
 * time pass, it is the chair or deputy, and after him the secretariat.
 */
export function decidersOf(round: RoundState, conflict: Conflict, date: LocalDate): readonly Decider[] {
  const office = [round.definition.secretariat];
  const isWithOffice = conflict.passedOn?.to === 'secretariat' && othersIn(round, office, conflict, date).length > 0;
  const named = isWithOffice ? [] : othersIn(round, conflict.decidedBy, conflict, date);
  const others = named.length > 0 ? named : othersIn(round, office, conflict, date);
  const free = others.filter(({ holder }) => mayTakePart(round, holder, conflict.nominationId));
  const mandates = free.length > 0 ? free : others;
  const isAlone = round.definition.impartiality?.ruledBy === 'chair' || conflict.passedOn?.to === 'chair';
  const chair = isAlone && !isWithOffice ? chairOf(mandates) : null;
  return onceEach(chair === null ? mandates : [chair]);
}

/** The seats behind parties, without those of the person himself. */
function othersIn(
  round: RoundState,
  parties: readonly string[],
  { personId }: Conflict,
  date: LocalDate,
): readonly Mandate[] {
  return seatsOf(round, { bodies: [...parties] }, date).filter(({ holder }) => holder !== personId);
}

/** Who leads among some mandates: the chair, else the deputy; null where there is neither. */
export function chairOf(mandates: readonly Mandate[]): Mandate | null {
  const led = (role: Mandate['role']): Mandate | undefined => mandates.find((mandate) => mandate.role === role);
  return led('chair') ?? led('deputyChair') ?? null;
}

function onceEach(mandates: readonly Mandate[]): readonly Decider[] {
  const people = new Map(mandates.toReversed().map((mandate) => [mandate.holder, mandate]));
  return [...people].map(([personId, mandate]) => ({ personId, mandate })).toReversed();
}

/** Nominations somebody is held out of in a body the person leads, and that he may take part in himself. */
export function ledApart(round: RoundState, personId: PersonId, date: LocalDate): readonly NominationId[] {
  const held = conflictsIn(round).filter(
    (conflict) =>
      standingOf(round, conflict.personId, conflict.nominationId) !== 'free' &&
      mayTakePart(round, personId, conflict.nominationId) &&
      leadersOf(round, conflict, date).includes(personId),
  );
  return [...new Set(held.map(({ nominationId }) => nominationId))];
}

/** Who may discuss a nomination in a task: everybody with a part in it who is not held out, and whoever asks. */
export function mayDiscuss(
  round: RoundState,
  definition: TaskDefinition,
  nominationId: NominationId,
  date: LocalDate,
  asking: PersonId,
): readonly PersonId[] {
  const all = [asking, ...participantsOf(round, definition, date).map(({ personId }) => personId)];
  return [...new Set(all)].filter((personId) => mayTakePart(round, personId, nominationId)).sort();
}

/** Chairs of the bodies that rule, else their deputies: those who are told about the channel. */
export function leadersOf(round: RoundState, conflict: Conflict, date: LocalDate): readonly PersonId[] {
  const bodies: readonly BodyId[] = bodiesOf(round.electorate, conflict.decidedBy, date);
  const leaders = bodies.flatMap((bodyId) => {
    const mandates = mandatesOf(round.electorate, [bodyId], date).filter(({ holder }) => holder !== conflict.personId);
    return chairOf(mandates)?.holder ?? [];
  });
  return [...new Set(leaders)].sort();
}
