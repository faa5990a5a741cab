// Setting up a round in chat: a definition, a name and a day, the plan with its dates, bodies with channels and seats, start.
// Kept as a draft outside the record until it is started.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { SetupDraft, SetupFormInput, SetupInput } from '../../cards/inputs/setup';
import type { VerbData } from '../../cards/verbs';
import type { Calendar, Instant, LocalDate } from '../../services/process/calendar';
import type { Definition } from '../../services/process/definition/schema';
import type { RoundId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { electorateFor } from '../../services/process/organisation/electorate';
import { plan } from '../../services/process/round/plan';
import { setupWarnings } from '../../services/process/round/plan-warnings';
import { definitionHash } from '../definitionHash';
import { administer, asSecretariat } from './administering';
import type { Answer } from './answer';
import { draftKinds, everyone, keep } from './drafts';
import { personal } from './personal';
import { seenChannels } from './places';
import { organisationOf } from './rights';
import { fault, said } from './say';
import type { Turn } from './turn';
import { looking, viewerOf } from './turn';

/** What is kept of a set-up: the definition by name, since a broken one would have stopped the start. */
interface Kept {
  readonly definition: string;
  readonly name: string | null;
  readonly startsOn: LocalDate | null;
}

export async function setupShow(turn: Turn, data: VerbData<'setup.show'>): Promise<Answer> {
  return asSecretariat(turn, async () => {
    if (data.setupId !== undefined) return withSetup(turn, data.setupId, async (setup) => overview(turn, setup));
    const definitions = [...turn.parts.definitions.values()];
    const begun = await newestSetup(turn);
    return personal(turn, (input) => cards.definitionsCard({ ...input, definitions, begun }));
  });
}

export async function setupDefinition(turn: Turn, data: VerbData<'setup.definition'>): Promise<Answer> {
  return asSecretariat(turn, async () => {
    const definition = turn.parts.definitions.get(data.definition);
    if (definition === undefined) return fault(turn, { name: 'NothingHere' });
    const id = data.setupId ?? turn.parts.newId(`setup/${turn.person.id}/${definition.name}/${turn.now.slice(0, 10)}`);
    const before = await keptOf(turn, id);
    const registered = await registerBodies(turn, definition);
    if (!registered.ok) return fault(turn, registered.fault);
    await keepSetup(turn, id, {
      name: before?.name ?? null,
      startsOn: before?.startsOn ?? null,
      definition: definition.name,
    });
    return withSetup(turn, id, async (setup) => overview(turn, setup));
  });
}

/** A definition brings its bodies; those the organisation does not know yet are entered, so that seats can be given. */
async function registerBodies(turn: Turn, definition: Definition): ReturnType<typeof administer> {
  const known = (await organisationOf(turn)).bodies;
  const bodies = definition.bodies.filter((body) => known[body.id] === undefined);
  if (bodies.length === 0) return { ok: true, organisation: await organisationOf(turn) };
  return administer(turn, definition.name, bodies.length, { type: 'RegisterBodies', bodies });
}

export async function setupNameOpen(turn: Turn, data: VerbData<'setup.name.open'>): Promise<Answer> {
  return asSecretariat(turn, async () => withSetup(turn, data.setupId, async (setup) => nameForm(turn, setup, null)));
}

export async function setupName(turn: Turn, data: VerbData<'setup.name'>): Promise<Answer> {
  return asSecretariat(turn, async () =>
    withSetup(turn, data.setupId, async (setup) => {
      const typed: SetupDraft = { ...setup, name: data.name ?? setup.name, startsOn: data.startsOn ?? setup.startsOn };
      if (data.name === undefined || data.startsOn === undefined)
        return nameForm(turn, typed, { name: 'MissingField' });
      const today = calendarOf(turn, setup).dateOf(turn.now);
      if (data.startsOn < today) return nameForm(turn, typed, { name: 'StartsInPast' });
      await keepSetup(turn, setup.id, {
        definition: setup.definition.name,
        name: typed.name,
        startsOn: typed.startsOn,
      });
      return overview(turn, typed);
    }),
  );
}

export async function setupPlan(turn: Turn, data: VerbData<'setup.plan'>): Promise<Answer> {
  return asSecretariat(turn, async () =>
    withSetup(turn, data.setupId, async (setup) => setupPage(turn, setup, data.page, cards.setupPlanCard)),
  );
}

export async function setupBodies(turn: Turn, data: VerbData<'setup.bodies'>): Promise<Answer> {
  return asSecretariat(turn, async () =>
    withSetup(turn, data.setupId, async (setup) => setupPage(turn, setup, data.page, cards.setupBodiesCard)),
  );
}

export async function setupBeginOpen(turn: Turn, data: VerbData<'setup.begin.open'>): Promise<Answer> {
  return asSecretariat(turn, async () => withSetup(turn, data.setupId, async (setup) => beginForm(turn, setup, null)));
}

export async function setupBegin(turn: Turn, data: VerbData<'setup.begin'>): Promise<Answer> {
  return asSecretariat(turn, async () =>
    withSetup(turn, data.setupId, async (setup) => {
      if (setup.name === null || setup.startsOn === null) return nameForm(turn, setup, { name: 'MissingField' });
      const wrong = await startRound(turn, setup, setup.name, setup.startsOn);
      if (wrong !== null) return beginForm(turn, setup, wrong);
      await turn.parts.drafts.remove(draftId(setup.id));
      return said(turn, 'roundStarted');
    }),
  );
}

async function startRound(turn: Turn, setup: SetupDraft, name: string, startsOn: LocalDate): Promise<Fault | null> {
  const { definition } = setup;
  const organisation = await organisationOf(turn);
  const roundId = as<RoundId>(setup.id);
  const startsAt = startInstant(turn, calendarOf(turn, setup), startsOn);
  const outcome = await turn.parts.rounds.execute(roundId, {
    actor: { kind: 'person', personId: turn.person.id },
    now: turn.now,
    verb: 'StartRound',
    subject: roundId,
    basis: 0,
    input: { name, startsOn, definition: definition.name },
    texts: null,
    command: () => ({
      type: 'StartRound',
      roundId,
      name,
      definition,
      definitionHash: definitionHash(definition),
      startsAt,
      orgSeq: organisation.seq,
      electorate: electorateFor(definition, organisation),
      previous: null,
      carriedOver: [],
    }),
  });
  return outcome.kind === 'refused' ? outcome.refusal : null;
}

/** A round that starts today starts now; a later one at eight in the morning of its day, when people come to work. */
function startInstant(turn: Turn, calendar: Calendar, startsOn: LocalDate): Instant {
  const morning = calendar.instantOf(startsOn, '08:00');
  return morning > turn.now ? morning : turn.now;
}

export async function setupDiscard(turn: Turn, data: VerbData<'setup.discard'>): Promise<Answer> {
  return asSecretariat(turn, async () => {
    await turn.parts.drafts.remove(draftId(data.setupId));
    return said(turn, 'setupDiscarded');
  });
}

async function overview(turn: Turn, setup: SetupDraft): Promise<Answer> {
  return setupPage(turn, setup, 0, cards.setupCard);
}

async function setupPage(
  turn: Turn,
  setup: SetupDraft,
  page: number,
  make: (input: SetupInput) => ReturnType<typeof cards.setupCard>,
): Promise<Answer> {
  const seen = await projected(turn, setup);
  const channelNames = await channelNamesOf(turn);
  return personal(turn, (input) => make({ ...input, ...seen, setup, page, channelNames }));
}

async function projected(
  turn: Turn,
  setup: SetupDraft,
): Promise<Pick<SetupInput, 'organisation' | 'plan' | 'warnings'>> {
  const organisation = await organisationOf(turn);
  const calendar = calendarOf(turn, setup);
  const startsAt = startInstant(turn, calendar, setup.startsOn ?? calendar.dateOf(turn.now));
  const planned = plan(setup.definition, startsAt, calendar);
  return { organisation, plan: planned, warnings: setupWarnings(setup.definition, planned, organisation, calendar) };
}

/** Names of channels the bot has been seen in, by channel id. */
async function channelNamesOf(turn: Turn): Promise<Readonly<Record<string, string>>> {
  const channels = Object.values(await seenChannels(turn.parts.settings));
  return Object.fromEntries(
    channels.map(({ channelId, team, channel }) => [channelId, [team, channel].filter(Boolean).join(' › ')]),
  );
}

async function nameForm(turn: Turn, setup: SetupDraft, wrong: Fault | null): Promise<Answer> {
  return setupForm(turn, setup, wrong, cards.setupNameForm);
}

async function beginForm(turn: Turn, setup: SetupDraft, wrong: Fault | null): Promise<Answer> {
  const { organisation, warnings } = await projected(turn, setup);
  return setupForm(turn, setup, wrong, (input) => cards.setupBeginForm({ ...input, warnings, organisation }));
}

async function setupForm(
  turn: Turn,
  setup: SetupDraft,
  wrong: Fault | null,
  make: (input: SetupFormInput) => ReturnType<typeof cards.setupNameForm>,
): Promise<Answer> {
  const content = await looking(turn, calendarOf(turn, setup), (look) =>
    make({ viewer: viewerOf(turn), look, setup, surface: turn.surface, fault: wrong }),
  );
  return { kind: 'dialog', title: content.title, card: content.card };
}

function calendarOf(turn: Turn, setup: Pick<SetupDraft, 'definition'>): Calendar {
  return turn.parts.calendarOf(setup.definition.calendar);
}

async function withSetup(turn: Turn, id: string, answer: (setup: SetupDraft) => Promise<Answer>): Promise<Answer> {
  const found = await setupOf(turn, id);
  return found === null ? fault(turn, { name: 'NothingHere' }) : answer(found);
}

async function setupOf(turn: Turn, id: string): Promise<SetupDraft | null> {
  const kept = await keptOf(turn, id);
  const definition = kept === null ? undefined : turn.parts.definitions.get(kept.definition);
  return kept === null || definition === undefined
    ? null
    : { id, definition, name: kept.name, startsOn: kept.startsOn };
}

async function newestSetup(turn: Turn): Promise<SetupDraft | null> {
  const [newest] = await turn.parts.drafts.of(everyone, draftKinds.setup);
  return newest === undefined ? null : setupOf(turn, newest.id.slice(draftId('').length));
}

async function keptOf(turn: Turn, id: string): Promise<Kept | null> {
  const draft = await turn.parts.drafts.read(draftId(id));
  return draft === null ? null : (draft.data as Kept);
}

async function keepSetup(turn: Turn, id: string, data: Kept): Promise<void> {
  await keep(turn, { id: draftId(id), kind: draftKinds.setup, subject: '', data });
}

function draftId(setupId: string): string {
  return `setup/${setupId}`;
}
