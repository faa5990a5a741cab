// Plays a round by what is outstanding and by nothing else: it knows how each kind of act is done, but no definition, no
// body and no order of tasks. So it plays any definition that has no fault.
import type { Instant, LocalDate } from '../../../services/process/calendar';
import type { Definition, Field } from '../../../services/process/definition/schema';
import { as, type BodyId, type GroupId, type NominationId, type RoundId } from '../../../services/process/ids';
import type { RoundCommand } from '../../../services/process/round/commands';
import { choicesOf } from '../../../services/process/round/kinds/ballots/choices';
import { groupsBasis } from '../../../services/process/round/kinds/group';
import type { Outstanding } from '../../../services/process/round/kinds/kind';
import { outstanding } from '../../../services/process/round/outstanding';
import { bodiesOf, nominationsAbout, taskDefinition } from '../../../services/process/round/queries';
import type { Appointment, Facts, NetworkKey, RoundState, Task } from '../../../services/process/round/state';
import type { Mandate, Role } from '../../../services/process/organisation/state';
import {
  by,
  electorateOf,
  freeze,
  nominationId,
  roundMachine,
  seat,
  secondsAfter,
  started,
  texts,
  written,
} from './playing';

/** A chair, a member and a contact for every body; the chair and the member of each region speak for it. */
export function peopleOf(definition: Definition): readonly Mandate[] {
  const roles: readonly Role[] = ['chair', 'member', 'contact'];
  return definition.bodies.flatMap((body) => roles.map((role) => seat(`${role}-${body.id}`, body.id, { role })));
}

export interface Played {
  readonly state: RoundState;
  /** What was refused to somebody who had it outstanding: there must be nothing. */
  readonly refused: readonly string[];
  readonly acts: number;
}

/** More acts than this and the round does not end; the real scale (72 nominations, 12 networks) stays below. */
const ACTS_MAX = 20_000;

/** Plays until the round is closed, somebody is refused what he was asked for, or nothing more can happen. */
export function play(definition: Definition, nominations: number, startsAt: Instant): Played {
  const electorate = electorateOf(definition, ...peopleOf(definition));
  const start = follow(null, started(definition, electorate, { at: startsAt, startsAt }), startsAt);
  let played: Turn = { state: start.state, now: startsAt, refused: null };
  let acts = 0;
  while (played.state.status !== 'closed' && played.refused === null && acts < ACTS_MAX) {
    acts += 1;
    const next = turn(allNominated(played.state, nominations, played.now), played.now);
    if (next === null) break;
    played = next;
  }
  return { state: played.state, refused: played.refused === null ? [] : [played.refused], acts };
}

interface Turn {
  readonly state: RoundState;
  readonly now: Instant;
  readonly refused: string | null;
}

/** The first thing that somebody is asked for, else the next deadline; null when nothing is left. */
function turn(state: RoundState, before: Instant): Turn | null {
  const [wanted] = outstanding(state, dateOf(before)).flatMap(({ taskId, entries }) => {
    const task = state.tasks[taskId];
    const entry = entries.find((left) => left.wanted !== 'nominating');
    return task === undefined || entry === undefined ? [] : [{ task, entry }];
  });
  if (wanted === undefined) {
    const now = afterDeadline(state, before);
    const ticked = follow(state, by('system', { type: 'Advance' }), now);
    return ticked.kind === 'accepted' ? { state: ticked.state, now, refused: null } : null;
  }
  const { task, entry } = wanted;
  const now = secondsAfter(before, 1);
  const done = follow(state, by(entry.personId, actOf(state, task, entry)), now);
  const refused = done.kind === 'accepted' ? null : `${task.id} ${entry.wanted}: ${done.kind} ${done.why}`;
  return { state: done.state, now, refused };
}

/** Once a task takes in nominations, all of them are sent. */
function allNominated(state: RoundState, nominations: number, now: Instant): RoundState {
  if (Object.keys(state.nominations).length > 0) return state;
  const ids = Array.from({ length: nominations }, (_, at) => `n${at + 1}`);
  return ids.reduce((told, id) => nominated(told, id, now), state);
}

function nominated(state: RoundState, id: string, now: Instant): RoundState {
  const task = Object.values(state.tasks).find(({ kind, status }) => kind === 'nominate' && status === 'open');
  if (task === undefined) return state;
  const { form } = state.definition;
  const fields = form?.pages.flatMap((page) => page.fields) ?? [];
  const backed = fields.find((field) => field.id === form?.backedByField);
  const organisations = backed === undefined ? [] : bodiesOf(state.electorate, backed.from ?? [], dateOf(now));
  const at = Number(id.slice(1)) % Math.max(1, organisations.length);
  const spoken = fields.filter(({ kind }) => kind === 'text' || kind === 'longText').map((field) => field.id);
  const step = by(`nominator-${id}`, {
    type: 'SendForBacking',
    taskId: task.id,
    nominationId: nominationId(id),
    colleagues: [],
    onBehalfOf: organisations.slice(at, at + 1),
    texts: texts(...spoken),
    facts: Object.fromEntries(fields.flatMap((field) => factOf(field, organisations))) as Facts,
  });
  return follow(state, step, now).state;
}

function factOf(field: Field, organisations: readonly BodyId[]): readonly [string, unknown][] {
  if (field.kind === 'number') return [[field.id, field.min ?? 1]];
  if (field.kind === 'choice') return [[field.id, field.options?.[0]?.id]];
  if (field.kind === 'choices') return [[field.id, [field.options?.[0]?.id]]];
  if (field.kind === 'bodies') return [[field.id, organisations.slice(0, 1)]];
  return field.kind === 'confirm' ? [[field.id, true]] : [];
}

/** The act that somebody is asked for. */
function actOf(state: RoundState, task: Task, entry: Outstanding): RoundCommand {
  const taskId = task.id;
  const [first] = entry.nominationIds;
  const about = aboutOf(state, task);
  switch (entry.wanted) {
    case 'ballot':
    case 'ranking':
      return {
        type: 'CastBallot',
        taskId,
        mandateId: entry.mandateId ?? as(''),
        ballot: ballotOf(state, task, about),
        basis: 0,
      };
    case 'proposal':
      return { type: 'ProposeSelection', taskId, nominationIds: about.slice(0, Math.ceil(about.length / 2)), basis: 0 };
    case 'backing':
      return { type: 'BackNomination', nominationId: first ?? as(''), bodyId: entry.bodyId, basis: 1 };
    case 'assessments':
      return assessmentOf(state, task, entry);
    case 'statement':
      return { type: 'GiveStatement', taskId, bodyId: entry.bodyId, texts: null };
    case 'drafts':
      return draftOf(taskId, first ?? as(''));
    case 'signature':
      return { type: 'SignConclusions', taskId, drafted: about.length };
    case 'grouping':
      return { type: 'ProposeGroups', taskId, groups: groupsOf(about), basis: groupsBasis(task.work) };
    case 'confirmation':
      return { type: 'ConfirmGroups', taskId, basis: groupsBasis(task.work) };
    case 'appointments':
      return appointmentOf(state, task, entry.bodyId);
    case 'acceptance':
      return acceptanceOf(task, entry);
    case 'document':
      return { type: 'SubmitDocument', taskId, version: 1, texts: texts('link') };
    case 'agreement':
      return { type: 'AgreeToDocument', taskId, bodyId: entry.bodyId, version: 1 };
    case 'reasons':
      return { type: 'WriteReason', taskId, nominationId: null, texts: texts('selected', 'notSelected'), basis: 0 };
    case 'publication':
      return { type: 'Publish', taskId, nextRoundId: as<RoundId>('r2') };
    case 'declaration':
      return { type: 'DeclareInterests', conflicts: [], texts: null, basis: 0 };
    case 'nominating':
      throw new Error('nominating is not asked for here');
    default:
      throw new Error(`nobody knows how to do ${entry.wanted}`);
  }
}

function aboutOf(state: RoundState, task: Task): readonly NominationId[] {
  const definition = taskDefinition(state, task.id);
  const about = definition !== undefined && 'about' in definition ? definition.about : 'submitted';
  return nominationsAbout(state, about).map(({ id }) => id);
}

function ballotOf(state: RoundState, task: Task, about: readonly NominationId[]) {
  const definition = taskDefinition(state, task.id);
  if (definition?.kind === 'rank') {
    const tier = (at: number): string => definition.tiers[at % definition.tiers.length]?.id ?? '';
    const tiers = Object.fromEntries(about.map((id, at) => [id, tier(at)]));
    return { choice: 'ranked' as const, texts: null, tiers, order: [] };
  }
  const isChoosing =
    definition?.kind === 'agree' ||
    definition?.kind === 'consider' ||
    definition?.kind === 'vote' ||
    definition?.kind === 'approve';
  const choice = isChoosing ? choicesOf(definition)[0] : undefined;
  return { choice: choice ?? ('for' as const), texts: null, tiers: null, order: [] };
}

function assessmentOf(state: RoundState, task: Task, entry: Outstanding): RoundCommand {
  const { principles, scale, evidence } = state.definition;
  const scores = Object.fromEntries(
    principles.filter(({ scored }) => scored).map(({ id }) => [id, scale[0]?.id ?? '']),
  );
  const nominationIdLeft = entry.nominationIds[0] ?? as<NominationId>('');
  return {
    type: 'GiveAssessment',
    taskId: task.id,
    nominationId: nominationIdLeft,
    mandateId: entry.mandateId ?? as(''),
    scores,
    evidence: evidence[0]?.id ?? null,
    texts: texts('reason', ...Object.keys(scores).map((id) => `reason_${id}`)),
    basis: 0,
  };
}

/** Every fourth nomination needs more information; the others are qualified. */
function draftOf(taskId: Task['id'], id: NominationId): RoundCommand {
  const outcome = Number(id.slice(1)) % 4 === 0 ? 'moreInformation' : 'qualified';
  return { type: 'DraftConclusion', taskId, nominationId: id, outcome, into: null, texts: texts('reason'), basis: 0 };
}

/** Groups of three. */
function groupsOf(about: readonly NominationId[]) {
  const groups = Array.from({ length: Math.ceil(about.length / 3) }, (_, at) => about.slice(at * 3, at * 3 + 3));
  return groups.map((nominationIds, at) => ({ id: as<GroupId>(`g${at + 1}`), texts: texts('name'), nominationIds }));
}

function appointmentOf(state: RoundState, task: Task, bodyId: BodyId): RoundCommand {
  const definition = taskDefinition(state, task.id);
  const seats = definition?.kind === 'appoint' ? definition.seatsPerParty : 1;
  const networks =
    definition?.kind === 'appoint' && definition.per === 'round'
      ? ['round' as const]
      : (Object.keys(state.groups) as GroupId[]);
  const taken = (network: GroupId | 'round'): number =>
    task.work.family === 'appointments' ? (task.work.seats[network]?.[bodyId]?.length ?? 0) : 0;
  const network = networks.find((one) => taken(one) < seats) ?? 'round';
  return {
    type: 'AppointMember',
    taskId: task.id,
    network,
    bodyId,
    personId: null,
    texts: written(`${network} ${taken(network)}`, 'name'),
  };
}

/** Takes the first seat he has been asked to take. */
function acceptanceOf(task: Task, { personId }: Outstanding): RoundCommand {
  const seats = task.work.family === 'appointments' ? task.work.seats : {};
  const asked = (Object.keys(seats) as NetworkKey[]).flatMap((network) =>
    (Object.entries(seats[network] ?? {}) as [BodyId, readonly Appointment[]][]).flatMap(([bodyId, own]) =>
      own.flatMap((one, index) =>
        one.answer === 'asked' && one.personId === personId ? [{ network, bodyId, index }] : [],
      ),
    ),
  );
  const [first = { network: 'round' as const, bodyId: as<BodyId>(''), index: 0 }] = asked;
  return { type: 'AnswerAppointment', taskId: task.id, ...first, accepts: true, texts: null, basis: 0 };
}

function follow(state: RoundState | null, step: ReturnType<typeof by>, now: Instant) {
  const command = typeof step.command === 'function' ? step.command(state) : step.command;
  const decision = roundMachine.decide(command, state, { actor: step.actor, now });
  const person = step.actor.kind === 'person' ? step.actor.personId : null;
  const events = decision.kind === 'accepted' ? decision.events : [];
  const told = events.reduce(
    (folded, event) => freeze(roundMachine.evolve(folded, { event, by: person, at: now })),
    state,
  );
  if (told === null) throw new Error('the round did not start');
  return { kind: decision.kind, why: decision.kind === 'refused' ? decision.refusal.name : '', state: told };
}

/** Just after the next deadline of an open task, or a day later where there is none. */
function afterDeadline(state: RoundState, now: Instant): Instant {
  const deadlines = Object.values(state.tasks).flatMap(({ status, deadlineAt }) =>
    status === 'open' && deadlineAt !== null && deadlineAt > now ? [deadlineAt] : [],
  );
  return secondsAfter(deadlines.sort()[0] ?? now, 60);
}

function dateOf(now: Instant): LocalDate {
  return now.slice(0, 10);
}
