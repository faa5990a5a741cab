// A round for the tests of cards: the shipped definition, people and organisations of the example data, and small ways to
// put one task into a state. Names are invented; nominations are marked "Eksempeldata". Nothing here decides anything.
import { beginMatters } from '../../services/process/round/matters';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldTexts, Lookups, Viewer } from '../../cards/view';
import { parseDefinition } from '../../services/process/definition/load';
import type { ChoiceId, Definition } from '../../services/process/definition/schema';
import { as } from '../../services/process/ids';
import type {
  BodyId,
  FieldId,
  MandateId,
  NominationId,
  PersonId,
  RoundId,
  TaskId,
  TextId,
} from '../../services/process/ids';
import { emptyOrganisation } from '../../services/process/organisation/state';
import type { Mandate, OrganisationState, Role } from '../../services/process/organisation/state';
import { ask } from '../../services/process/round/view';
import { rulesOf } from '../../services/process/round/kinds';
import { taskDefinition, taskDefinitions } from '../../services/process/round/queries';
import type { CastBallot, Nomination, RoundState, Task, Work } from '../../services/process/round/state';
import type { TextsRef } from '../../services/process/text';
import type { Language } from '../../services/process/words';
import { calendarOf } from '../../services/schedule/calendar';

export const now = '2027-06-14T14:05:00.000Z';
export const deadline = '2027-06-18T10:00:00.000Z';

const root = join(__dirname, '..', '..');

export function definitionOf(name: string): Definition {
  const json: unknown = JSON.parse(readFileSync(join(root, 'data', 'definitions', `${name}.json`), 'utf8'));
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.definition;
}

export const ngc = definitionOf('ngc-2019');
export const simple = definitionOf('simple-approval');
export const calendar = calendarOf(ngc.calendar);

export const person = (name: string): PersonId => as<PersonId>(name);
export const taskId = (id: string): TaskId => as<TaskId>(id);
export const bodyId = (id: string): BodyId => as<BodyId>(id);
export const nominationId = (n: number): NominationId => as<NominationId>(`n${String(n).padStart(2, '0')}`);

/** The free texts of a world, by reference; what is not here has been erased. */
export class Words {
  readonly #texts = new Map<TextId, FieldTexts>();
  readonly #names = new Map<PersonId, string>();

  keep(id: string, fields: Readonly<Record<string, string>>): TextsRef {
    this.#texts.set(as<TextId>(id), fields);
    return { id: as<TextId>(id), hash: `hash-${id}`, fields: Object.keys(fields).map((field) => as<FieldId>(field)) };
  }

  call(id: PersonId, name: string): void {
    this.#names.set(id, name);
  }

  look(at = now): Lookups {
    return {
      name: (id) => this.#names.get(id) ?? '',
      texts: (ref) => this.#texts.get(ref.id) ?? null,
      now: at,
      calendar,
    };
  }
}

interface SeatSketch {
  readonly body: string;
  readonly holder: string;
  readonly role?: Role;
  readonly speaksFor?: string;
  readonly substitute?: string;
  readonly preparers?: readonly string[];
}

const seats: readonly SeatSketch[] = [
  { body: 'sekretariatet', holder: 'sara' },
  { body: 'sundhedsdirektoerer', holder: 'nina', speaksFor: 'region-nordjylland' },
  { body: 'sundhedsdirektoerer', holder: 'mads', speaksFor: 'region-midtjylland', preparers: ['pia'] },
  { body: 'sundhedsdirektoerer', holder: 'signe', speaksFor: 'region-syddanmark', substitute: 'viggo' },
  { body: 'sundhedsdirektoerer', holder: 'oluf', speaksFor: 'region-oestdanmark' },
  { body: 'lvs', holder: 'lise', role: 'chair' },
  { body: 'lvs', holder: 'kaj', role: 'contact' },
  { body: 'region-midtjylland', holder: 'rikke', role: 'contact' },
  { body: 'region-nordjylland', holder: 'niels', role: 'contact' },
  { body: 'forsknings-infrastrukturudvalget', holder: 'frede', role: 'chair' },
  { body: 'bestyrelsen', holder: 'bente', role: 'chair' },
  { body: 'bestyrelsen', holder: 'bo' },
  { body: 'bestyrelsen', holder: 'birgit' },
  { body: 'bestyrelsen', holder: 'otto', role: 'observer' },
  { body: 'ngc', holder: 'gerda', role: 'chair' },
  { body: 'sundhedsministeriet', holder: 'ulla', role: 'chair' },
  { body: 'danske-patienter', holder: 'dorte', role: 'contact' },
  { body: 'sundk', holder: 'klaus', role: 'contact' },
  ...['anna', 'arne', 'asta', 'aage', 'alma', 'axel', 'agnes', 'albert', 'anders'].map((holder, index) => ({
    body: 'arbejdsgruppe-klinisk-anvendelse',
    holder,
    role: (index === 0 ? 'chair' : 'member') as Role,
  })),
];

export const seatId = (body: string, holder: string): MandateId => as<MandateId>(`${body}.${holder}`);
export const director = (holder: string): MandateId => seatId('sundhedsdirektoerer', holder);
export const assessor = (holder: string): MandateId => seatId('arbejdsgruppe-klinisk-anvendelse', holder);

function mandateOf(sketch: SeatSketch): Mandate {
  return {
    id: seatId(sketch.body, sketch.holder),
    bodyId: bodyId(sketch.body),
    role: sketch.role ?? 'member',
    holder: person(sketch.holder),
    speaksFor: sketch.speaksFor === undefined ? null : bodyId(sketch.speaksFor),
    substitute: sketch.substitute === undefined ? null : person(sketch.substitute),
    preparers: (sketch.preparers ?? []).map((name) => person(name)),
    validFrom: null,
    validTo: null,
  };
}

export const organisation: OrganisationState = {
  ...emptyOrganisation,
  seq: 12,
  bodies: Object.fromEntries(ngc.bodies.map((body) => [body.id, body])),
  mandates: Object.fromEntries(seats.map((sketch) => [seatId(sketch.body, sketch.holder), mandateOf(sketch)])),
  channels: { [bodyId('bestyrelsen')]: { teamId: 'team-1', channelId: '19:bestyrelsen@thread.tacv2' } },
};

export interface World {
  readonly round: RoundState;
  readonly words: Words;
}

const titles = [
  'Arvelig nethindesygdom hos voksne',
  'Nyresvigt uden kendt årsag',
  'Arvelige hjertesygdomme',
  'Primær immundefekt',
  'Neurogenetiske patienter',
  'Føtal medicin',
  'Endokrinologiske patienter',
  'Sjældne sygdomme hos voksne',
];

/** A running round of `count` submitted nominations, all tasks waiting. `title` makes each nomination's title. */
export function world(
  count = 40,
  title = (n: number) => `${titles[n % titles.length] ?? ''} (Eksempeldata ${n + 1})`,
): World {
  const words = new Words();
  for (const { holder } of seats)
    words.call(person(holder), `${holder[0]?.toUpperCase() ?? ''}${holder.slice(1)} Eksempel`);
  for (const [id, name] of Object.entries({ nora: 'Nora Eksempel', pia: 'Pia Eksempel', viggo: 'Viggo Eksempel' })) {
    words.call(person(id), name);
  }
  const nominations = Array.from({ length: count }, (_, n) => nominationOf(words, n, title(n)));
  const round: RoundState = {
    id: as<RoundId>('runde-2027'),
    name: 'Runde 2027',
    status: 'running',
    pausedAt: null,
    startsAt: '2027-01-11T08:00:00.000Z',
    numbering: { year: '2027', last: count },
    definition: ngc,
    definitionHash: 'd'.repeat(64),
    orgSeq: 12,
    electorate: { bodies: organisation.bodies, mandates: organisation.mandates },
    tasks: Object.fromEntries(taskDefinitions({ definition: ngc }).map((task) => [task.id, waiting(task.id)])),
    nominations: Object.fromEntries(nominations.map((one) => [one.id, one])),
    groups: {},
    previous: null,
    matters: beginMatters(),
    next: null,
  };
  return { round, words };
}

export function waiting(id: TaskId, definition: Definition = ngc): Task {
  const task = taskDefinition({ definition }, id);
  if (task === undefined) throw new Error(`no task ${id}`);
  return {
    id,
    kind: task.kind,
    status: 'waiting',
    openedAt: null,
    deadlineAt: null,
    deadlineRevision: 0,
    deadlineSetAt: null,
    closedAt: null,
    result: null,
    standIns: {},
    work: rulesOf(task.kind).begin(task),
  };
}

function nominationOf(words: Words, n: number, title: string): Nomination {
  const id = nominationId(n);
  const regions = ['region-midtjylland', 'region-nordjylland', 'region-syddanmark', 'region-oestdanmark'];
  const behalf = [bodyId(regions[n % 4] ?? '')];
  return {
    id,
    taskId: taskId('nominate'),
    number: `2027-${String(n + 1).padStart(3, '0')}`,
    status: 'submitted',
    nominators: [person('nora')],
    onBehalfOf: behalf,
    backedBy: behalf,
    revision: 1,
    texts: words.keep(`t-${id}`, {
      title,
      'disease-area': 'Arvelige øjensygdomme',
      why: 'Gruppen er lille, men udbyttet er højt. Mange får i dag ingen diagnose.',
      delimitation: 'Voksne over 18 år med nedsat syn og mistanke om arvelig årsag.',
      'present-offer': 'Panel på udvalgte gener.',
    }),
    facts: { [as('patients-per-year')]: 120, [as('on-behalf-of')]: behalf, [as('no-patient-data')]: true },
    submittedAt: '2027-02-24T09:41:00.000Z',
    returned: null,
    conclusion: null,
    decision: null,
    groupId: null,
  };
}

export function withNominations(
  { round, words }: World,
  change: (nomination: Nomination, n: number) => Partial<Nomination>,
): World {
  const changed = Object.values(round.nominations).map((one, n) => ({ ...one, ...change(one, n) }));
  return { words, round: { ...round, nominations: Object.fromEntries(changed.map((one) => [one.id, one])) } };
}

/** All nominations qualified, as they are when a ranking or a selection runs. */
export function qualified(base: World): World {
  return withNominations(base, (one) => ({
    conclusion: {
      outcome: 'qualified',
      into: null,
      texts: base.words.keep(`c-${one.id}`, { reason: 'Stærk evidens og et klart behandlingsmæssigt udbytte.' }),
      by: person('anna'),
      at: '2027-05-03T10:00:00.000Z',
      revision: 1,
    },
  }));
}

export function withTask({ round, words }: World, id: string, change: Partial<Task>): World {
  const task = round.tasks[taskId(id)] ?? waiting(taskId(id));
  return { words, round: { ...round, tasks: { ...round.tasks, [task.id]: { ...task, ...change } } } };
}

export function opened(base: World, id: string, change: Partial<Task> = {}): World {
  return withTask(base, id, { status: 'open', openedAt: '2027-06-01T08:00:00.000Z', deadlineAt: deadline, ...change });
}

/** Closed with the result the rules give for what stands. */
export function closed(base: World, id: string, at = '2027-06-18T10:00:30.000Z'): World {
  const asked = ask(base.round, taskId(id), calendar.dateOf(at));
  const ending = asked?.rules.end(asked.view, at);
  if (!ending) throw new Error(`${id} cannot end`);
  return withTask(base, id, { status: 'closed', closedAt: at, result: ending.result });
}

export function ballot(by: string, choice: ChoiceId, more: Partial<CastBallot> = {}): CastBallot {
  return {
    choice,
    texts: null,
    tiers: null,
    order: [],
    by: person(by),
    at: '2027-06-14T14:05:00.000Z',
    revision: 1,
    ...more,
  };
}

export function ballots(
  given: Readonly<Record<MandateId, CastBallot>>,
  picked: readonly NominationId[] | null = null,
): Work {
  const proposal =
    picked === null ? null : { nominationIds: picked, by: person('sara'), at: '2027-06-01T08:00:00.000Z', revision: 1 };
  return { family: 'ballots', ballots: given, earlier: [], box: null, voted: [], lot: null, proposal };
}

export function viewer(name: string, language: Language = 'da'): Viewer {
  return { personId: person(name), language };
}
