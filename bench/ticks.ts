// What a tick costs with 1, 10 and 100 open rounds, in an empty database and beside 100,000 commits: it grows with what is
// open and due, not with what exists. `npm run faults -- ticks` prints a table.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdapter } from '../bot/teams/adapter';
import * as cards from '../cards';
import { compose } from '../services/delivery/compose';
import { createDeliverer } from '../services/delivery/deliverer';
import { noCardLink } from '../services/delivery/cardLinks';
import { createLook } from '../services/delivery/look';
import { messageOf } from '../services/delivery/roundCards';
import { createTeamsMessenger } from '../services/delivery/teamsMessenger';
import { SANDBOX_BOT_ID, SANDBOX_TENANT_ID, startLocalTeams } from '../services/local/teams/local-teams';
import type { RoundId } from '../services/process/ids';
import { as } from '../services/process/ids';
import { electorateFor } from '../services/process/organisation/electorate';
import { organisationDecider } from '../services/process/organisation/decider';
import { emptyOrganisation } from '../services/process/organisation/state';
import { roundDecider } from '../services/process/round/decider';
import { advanceAll, type AdvanceParts } from '../services/schedule/advance';
import { calendarOf } from '../services/schedule/calendar';
import { openStore } from '../services/store/open';
import type { Decider, Request, Store } from '../services/store/ports';
import { ballotDefinition, seedBallot } from './ballot';

const seats = 20;
const ticksMeasured = 5;

/** What other work on the machine may make of a measurement of a few milliseconds. */
const besideRatioMax = 1.5;
const besideMs = 5;

/** A stream that only grows: commits nobody asks about. */
const filler: Decider<number, null, { readonly type: 'Added' }, never> = {
  kind: 'filler',
  initial: 0,
  decide: () => ({ kind: 'accepted', events: [{ type: 'Added' }] }),
  evolve: (state) => state + 1,
};

function bySystem<Command>(command: Command, verb: string, subject: string): Request<Command> {
  const now = new Date().toISOString();
  return {
    actor: { kind: 'system' },
    now,
    verb,
    subject,
    basis: 0,
    input: subject,
    texts: null,
    command: () => command,
  };
}

async function fill(store: Store, count: number): Promise<void> {
  const streams = store.streams(filler);
  const atOnce = 1_000;
  for (let from = 0; from < count; from += atOnce)
    await Promise.all(
      Array.from({ length: atOnce }, async (_, index) =>
        streams.execute('one', bySystem(null, 'Add', String(from + index))),
      ),
    );
}

async function measured(
  rounds: number,
  commits: number,
): Promise<{ readonly tickMs: number; readonly commits: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'trinvis-ticks-'));
  const teams = await startLocalTeams({ port: 0, token: 'bench-token-0002', bots: [] });
  await seedBallot(folder, seats, SANDBOX_TENANT_ID);
  const store = await openStore({ dataDir: folder, stamp: 'local', ids: randomUUID });
  const tick = tickOn(store, teams.serviceUrl);
  try {
    const organisation = await tick.advance.organisation();
    for (let index = 1; index < rounds; index += 1) {
      const roundId = as<RoundId>(`bench-round-${index}`);
      const command = {
        type: 'StartRound' as const,
        roundId,
        name: `Måling ${index}`,
        definition: ballotDefinition,
        definitionHash: 'bench',
        startsAt: new Date().toISOString(),
        orgSeq: organisation?.seq ?? 0,
        electorate: electorateFor(ballotDefinition, organisation ?? emptyOrganisation),
        previous: null,
        carriedOver: [],
      };
      await tick.advance.rounds.execute(roundId, bySystem(command, command.type, roundId));
    }
    await fill(store, commits);
    // The first tick posts and warms up; the others find nothing due.
    await tick.run();
    const startedAt = performance.now();
    for (let turn = 0; turn < ticksMeasured; turn += 1) await tick.run();
    return { tickMs: (performance.now() - startedAt) / ticksMeasured, commits };
  } finally {
    await tick.stop();
    await store.close();
    await teams.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function failed(error: unknown): never {
  throw error;
}

function tickOn(store: Store, serviceUrl: string) {
  const organisation = store.streams(organisationDecider((at) => at.slice(0, 10)));
  const advance: AdvanceParts = {
    rounds: store.streams(roundDecider(calendarOf)),
    boxes: store.boxes,
    organisation: async () => (await organisation.read('organisation'))?.state ?? null,
    calendarOf,
    now: () => new Date().toISOString(),
  };
  const look = createLook(store);
  const composing = {
    ...advance,
    people: store.people,
    drafts: store.drafts,
    posted: store.postedCards,
    look,
    cardLink: noCardLink,
  };
  const deliverer = createDeliverer({
    ...store,
    ...advance,
    errands: null,
    cardLink: noCardLink,
    posted: store.postedCards,
    messenger: createTeamsMessenger({
      adapter: createAdapter(null),
      appId: '',
      botId: SANDBOX_BOT_ID,
      serviceUrl: () => serviceUrl,
    }),
    look,
    instance: randomUUID(),
    token: randomUUID,
    movedOn: () => messageOf(cards.supersededCard({ language: 'da' })),
    stray: () => messageOf(cards.strayCard({ language: 'da' })),
    compose: async (key, notices) => compose({ ...composing, languageOf: () => 'da' }, key, notices),
    personBehind: async () => null,
    failed,
  });
  return {
    advance,
    run: async () => {
      await advanceAll(advance, failed);
      await deliverer.pass();
    },
    stop: async () => deliverer.stop(),
  };
}

/**
 * Prints a table and its figures as one JSON line; false when a tick beside many commits costs more than one alone, beyond
 * what a busy machine explains.
 */
export async function tickCosts(commitsMany: number): Promise<boolean> {
  const rows: { readonly rounds: number; readonly commits: number; readonly tickMs: number }[] = [];
  console.log('open rounds   commits beside   ms per tick   ms per round');
  for (const commits of [0, commitsMany])
    for (const rounds of [1, 10, 100]) {
      const { tickMs } = await measured(rounds, commits);
      rows.push({ rounds, commits, tickMs: Number(tickMs.toFixed(2)) });
      const columns = [String(rounds), String(commits), tickMs.toFixed(1), (tickMs / rounds).toFixed(2)];
      console.log(columns.map((column, index) => column.padStart([11, 17, 14, 15][index] ?? 0)).join(''));
    }
  console.log(JSON.stringify({ ticks: rows }));
  return rows
    .filter(({ commits }) => commits > 0)
    .every(({ rounds, tickMs }) => {
      const alone = rows.find((row) => row.rounds === rounds && row.commits === 0)?.tickMs ?? 0;
      return tickMs <= besideRatioMax * alone + besideMs;
    });
}
