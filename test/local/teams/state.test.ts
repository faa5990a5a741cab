// The state on disk: a restart finds everything, a kill -9 loses nothing acknowledged, one folder has one process.

import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { localTeamsClient, type LocalTeamsClient } from '../../../services/local/teams/client';
import { compiledProduct } from '../../support/compiled';
import { BotServer, cardAnswer } from './bot-server';
import {
  card,
  cardActivity,
  cardText,
  CHANNEL,
  closeRigs,
  directory,
  lars,
  mette,
  startRig,
  textActivity,
  TOKEN,
} from './rig';

let stateDir: string;
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'trinvis-teams-'));
});
const children = new Set<ChildProcess>();

afterEach(async () => {
  // Also after a failure half-way: no rig stays open, and no process stays behind.
  children.forEach((child) => child.kill('SIGKILL'));
  children.clear();
  await closeRigs();
  rmSync(stateDir, { recursive: true, force: true });
});

const FAULTS = { rate: 0, seed: 3, kinds: [502], limits: true, refuse: { a: 'ConversationNotFound' } } as const;

test('a restart finds people, messages, edits, own views, what is seen, faults, violations and the clock', async () => {
  const before = await startRig({ stateDir });
  before.bot.react = () => cardAnswer(card('min'));
  const post = await before.postCard(CHANNEL, card('en'));
  await before.postCard(CHANNEL, { type: 'AdaptiveCard', body: [] });
  await before.editCard(CHANNEL, post, card('to'));
  await before.press(lars, CHANNEL, post);
  const root = await before.client.say({
    as: lars.aadObjectId,
    conversationId: CHANNEL,
    text: 'rod',
    mentionBot: false,
  });
  await before.client.lose({ conversationId: CHANNEL, messageId: root.id });
  await before.client.putFaults(FAULTS);
  await before.client.moveClock({ byMs: 86_400_000 });
  const look = async (client: LocalTeamsClient) => ({
    directory: await client.directory(),
    places: await client.places(mette.aadObjectId),
    one: await client.message(lars.aadObjectId, CHANNEL, post),
    all: await client.messages(lars.aadObjectId, CHANNEL),
    faults: await client.faults(),
    violations: await client.violations(),
    traffic: await client.traffic(),
  });
  const seen = await look(before.client);
  const nowMs = before.teams.now();
  await before.close();

  const after = await startRig({ stateDir, bots: [] });
  expect(await look(after.client)).toEqual({ ...seen, places: { ...seen.places } });
  expect(after.teams.now()).toBeGreaterThanOrEqual(nowMs);
  expect([cardText(seen.one.cards[0]), seen.one.own]).toEqual(['min', true]);
  expect(after.bot.received).toEqual([]);
  await after.close();

  const third = await startRig({ stateDir, bots: [] });
  expect(await third.client.messages(lars.aadObjectId, CHANNEL)).toEqual(seen.all);
  await third.close();
});

test('a line cut by a crash is left out; a damaged line before the end stops the start', async () => {
  const first = await startRig({ stateDir });
  await first.postCard(CHANNEL, card('en'));
  await first.close();
  const file = join(stateDir, 'state.jsonl');
  appendFileSync(file, '{"kind":"Posted","mess');
  const second = await startRig({ stateDir, bots: [] });
  expect(await second.client.messages(lars.aadObjectId, CHANNEL)).toHaveLength(1);
  await second.close();

  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [lines[0], '{"kind":"Pos', ...lines.slice(1)].join('\n'));
  await expect(startRig({ stateDir, bots: [] })).rejects.toMatchObject({ code: 'StateDamaged' });
});

test('one folder has one process', async () => {
  const holder = await startRig({ stateDir });
  await expect(startRig({ stateDir })).rejects.toMatchObject({ code: 'StateInUse' });
  await holder.close();
  const next = await startRig({ stateDir });
  await next.close();
});

interface TeamsProcess {
  readonly child: ChildProcess;
  readonly serviceUrl: string;
  readonly client: LocalTeamsClient;
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts scripts/teams.ts as a process of its own, and waits for its address. */
async function startProcess(bot: string): Promise<TeamsProcess> {
  const script = join(compiledProduct(), 'scripts/teams.js');
  const args = [script, '--port', '0', '--state', stateDir, '--token', TOKEN, '--bot', bot];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address !== undefined) {
      const serviceUrl = address.replace(/\/$/, '');
      return { child, serviceUrl, client: localTeamsClient(serviceUrl), ended };
    }
  }
  throw new Error('The process ended before it told its address.');
}

const json = (method: string, body: unknown) => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;

/** Starts and stops the script; answers the token it used. */
const tokenOfRun = async (): Promise<string> => {
  const script = join(compiledProduct(), 'scripts/teams.js');
  const child = spawn(process.execPath, [script, '--port', '0', '--state', stateDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let token = '';
  for await (const line of createInterface({ input: child.stdout })) {
    token = /http:\/\/[^/]+\/([^/]+)\//.exec(line)?.[1] ?? token;
    child.kill('SIGTERM');
  }
  await ended;
  return token;
};

describe('as a process of its own', () => {
  test('kill -9 in the middle of the load loses nothing that was acknowledged', async () => {
    const bot = await BotServer.start((activity) => cardAnswer(card(`svar ${activity.id}`)));
    const teams = await startProcess(bot.endpoint);
    await teams.client.putDirectory(directory);
    const url = `${teams.serviceUrl}/v3/conversations/${encodeURIComponent(CHANNEL)}/activities`;
    const shared = await idOf(await fetch(url, json('POST', cardActivity(card('fælles')))));

    const posted = new Map<string, string>();
    const viewed: string[] = [];
    const work = async (worker: number): Promise<void> => {
      for (let n = 0; ; n += 1) {
        const text = `${worker}-${n}`;
        posted.set(await idOf(await fetch(url, json('POST', textActivity(text)))), text);
        const action = { type: 'Action.Execute', verb: 'v' } as const;
        const answer = await teams.client.act({
          as: lars.aadObjectId,
          conversationId: CHANNEL,
          messageId: shared,
          action,
          inputs: {},
        });
        viewed.push(answer.kind === 'card' ? cardText(answer.card) : '');
        if (posted.size > 150) {
          teams.child.kill('SIGKILL');
        }
      }
    };
    await Promise.allSettled(Array.from({ length: 8 }, (_, worker) => work(worker)));
    expect(await teams.ended).toBe('SIGKILL');
    expect(posted.size).toBeGreaterThan(150);

    const again = await startProcess(bot.endpoint);
    const messages = await again.client.messages(lars.aadObjectId, CHANNEL);
    const found = new Map(messages.map(({ id, text }) => [id, text]));
    expect([...posted].filter(([id, text]) => found.get(id) !== text)).toEqual([]);
    const mine = messages.find(({ id }) => id === shared);
    expect([mine?.own, viewed.length > 100]).toEqual([true, true]);
    const fresh = await idOf(
      await fetch(url.replace(teams.serviceUrl, again.serviceUrl), json('POST', textActivity('ny'))),
    );
    expect(Number(fresh)).toBeGreaterThan(Math.max(...messages.map(({ id }) => Number(id))));
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
    await bot.close();
  });

  test('without --token it keeps its own in the folder, so that remembered addresses stay good', async () => {
    const token = await tokenOfRun();
    expect(token.length).toBeGreaterThan(20);
    expect(await tokenOfRun()).toBe(token);
  });
});
