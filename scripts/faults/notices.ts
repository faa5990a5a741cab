// `npm run faults -- notices`: so many due notices, three bots and a database as processes of their own: each is sent once.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ballotDefinition, ballotIds, seedBallot } from '../../bench/ballot';
import type { Voter } from '../../bench/messages';
import { LocalTeamsClient } from '../../services/local/teams/client';
import { SANDBOX_TENANT_ID, type LocalTeams } from '../../services/local/teams/local-teams';
import { calendarOf } from '../../services/schedule/calendar';
import { openStore } from '../../services/store/open';
import type { Notice } from '../../services/store/ports';
import { onGround } from './ground';
import { startCompany, stopCompany } from './processes';

const instances = 3;
const perPerson = 5;

/** People read in the morning, and the ballot is open. */
const calendar = calendarOf(ballotDefinition.calendar);
/** Nine in the morning of a working day to come: the next one, or so many after it. */
export const morningAfter = (days: number): string =>
  calendar.instantOf(calendar.addWorkingDays(calendar.dateOf(new Date().toISOString()), 1 + days), '09:00');

/** Prints its figures; false when a notice was not sent, or somebody got two digests. */
export async function manyNotices(count: number): Promise<boolean> {
  return onGround('notices', async (folder, teams) => {
    const people = Math.ceil(count / perPerson);
    await seedNotices(join(folder, 'database'), people, teams, [morningAfter(0)]);
    const company = await startCompany({
      dataDir: folder,
      bots: instances,
      env: { LOCAL_TEAMS_URL: teams.serviceUrl, EXAMPLE_DATA: 'off' },
    });
    teams.setBots(company.bots.map(({ port }) => `http://127.0.0.1:${port}/api/messages`));
    const client = new LocalTeamsClient(teams.serviceUrl);
    const startedAt = performance.now();
    await client.moveClock({ to: morningAfter(0) });
    // On a slow machine a tick is not waited for to its end: then until nothing is posted any more.
    for (let posted = -1; posted !== (await client.counters()).posted;) {
      ({ posted } = await client.counters());
      await client.moveClock({ byMs: 60_000 });
    }
    const seconds = (performance.now() - startedAt) / 1_000;
    const counters = await client.counters();
    await stopCompany(company);
    const notices = await noticesIn(join(folder, 'database'));
    const sent = notices.filter(({ state }) => state === 'sent');
    const digests = new Set(sent.map(({ messageId }) => messageId)).size;
    console.log(
      `${notices.length} notices due to ${people} people, ${instances} instances: ${sent.length} sent in ${digests} digests, ` +
        `${counters.posted} messages in Teams, ${counters.duplicates} duplicates, ${seconds.toFixed(1)} s`,
    );
    return sent.length === notices.length && digests === people && counters.duplicates === 0;
  });
}

/** A ballot with as many seats, everyone in Teams, and each with so many reminders of it on each of the mornings. */
export async function seedNotices(
  databaseDir: string,
  people: number,
  teams: { seed: LocalTeams['seed'] },
  mornings: readonly string[],
): Promise<readonly Voter[]> {
  const voters = await seedBallot(databaseDir, people, SANDBOX_TENANT_ID);
  await teams.seed({
    people: voters.map(({ aadObjectId, teamsId, name }) => ({
      id: teamsId,
      aadObjectId,
      name,
      title: '',
      language: 'da' as const,
    })),
    teams: [],
  });
  const store = await openStore({ dataDir: databaseDir, stamp: 'local', ids: randomUUID });
  try {
    const seated = await store.people.all();
    await store.notices.want(
      seated.flatMap(({ id }) =>
        mornings.flatMap((dueAt, day) =>
          Array.from({ length: perPerson }, (_, index) => ({
            key: `due/${id}/${day}/${index}`,
            addressKey: `personal/${id}`,
            kind: 'reminder',
            data: { roundId: ballotIds.roundId, taskId: ballotIds.taskId, wanted: 'ballot' },
            dueAt,
          })),
        ),
      ),
    );
    return voters;
  } finally {
    await store.close();
  }
}

export async function noticesIn(databaseDir: string): Promise<readonly Notice[]> {
  const store = await openStore({ dataDir: databaseDir, stamp: 'local', ids: randomUUID });
  try {
    return await store.notices.ofPrefix('due/');
  } finally {
    await store.close();
  }
}
