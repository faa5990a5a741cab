// Brings the example to life on an empty data directory: people and teams, a round set up and begun in chat, some
// nominations, a handbook. All through the HTTP edge, by pressing what is on cards; all of it marked as example data.
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { localTeamsClient, type LocalTeamsClient } from '../teams/client';
import { Company } from '../rehearsal/company';
import { Course } from '../rehearsal/players/course';
import { Journal } from '../rehearsal/players/journal';
import type { Device } from '../rehearsal/players/device';
import type { Player } from '../rehearsal/players/player';
import { inParallel } from '../rehearsal/parallel';
import { fill } from '../rehearsal/players/filling';
import { find } from '../rehearsal/players/screen';
import { parseScenario } from '../rehearsal/scenario/read';
import type { Scenario } from '../rehearsal/scenario/schema';
import { setUpRound } from '../rehearsal/setting-up';
import { aadOf, directoryOf } from '../rehearsal/stage';
import { goToDayBefore, morningOf } from '../rehearsal/start-day';
import { firstDays } from './chosen';
import { exampleEntries, type ExampleEntry, type PublishedGroup } from './handbook';

/** The same people judge alike in every installation. */
const SEED = 1;
/** Days the example has been going on: one to agree on the process, the others to write and to back. */
const DAYS = 3;
const RETRY_MS = 60;
const MINUTE_MS = 60_000;

/** What each section of the handbook is called in the chat. */
const words: Readonly<Record<ExampleEntry['section'], string>> = {
  principles: 'principper',
  patientGroups: 'patientgrupper',
  forms: 'blanketter',
  guides: 'vejledning',
  news: 'nyheder',
};

/** Who sets up the example: must be among those whom the bot lets set up the first round. */
export const exampleSecretariat: readonly string[] = [aadOf('sek-leder')];

export interface SeedOptions {
  /** The local Teams, with the bot already among its endpoints. */
  readonly serviceUrl: string;
  /** `data/scenarios/ngc-2019.json` and `data/patient-groups.json`. */
  readonly scenarioFile: string;
  readonly patientGroupsFile: string;
}

/**
 * Seeds an empty local Teams and the bot behind it; answers when everything can be seen. Refused with
 * `RehearsalFileError` (a faulty file) or `PlayerStuckError` (the bot does not offer what is needed).
 */
export async function seedExample(options: SeedOptions): Promise<void> {
  const { scenarioFile } = options;
  const whole = parseScenario(await readJson(scenarioFile), scenarioFile, null);
  const scenario = firstDays(whole);
  const client = localTeamsClient(options.serviceUrl);
  const company = new Company({
    client,
    scenario,
    seed: SEED,
    journal: new Journal(),
    watch: { onTask: () => undefined, playsRound: () => true },
    pause: async (tries) => delay(RETRY_MS * tries),
    // The example stops in step 1: nothing of what people do later.
    course: new Course([]),
  });
  await client.putDirectory(directoryOf(scenario));
  const startsOn = await goToDayBefore(client, scenario.round.startsOn);
  const secretariat = company.device(scenario.setUpBy);
  await setUpRound({ scenario, startsOn, device: secretariat });
  await firstSteps(client, company, startsOn);
  await writeHandbook(secretariat, await publishedGroups(options.patientGroupsFile), scenario);
  await client.settle();
}

async function firstSteps(client: LocalTeamsClient, company: Company, startsOn: string): Promise<void> {
  const players = await company.arrive();
  await client.moveClock({ to: morningOf(startsOn) });
  await company.heard();
  for (let day = 0; day < DAYS; day += 1) {
    const active = players.filter((player: Player) => player.unread.size > 0 || player.hasToAct(day));
    await inParallel(active, async (player) => player.visit(day, false));
    await client.settle();
    // A minute later the bot has seen what waits for whom; the morning after, it tells them.
    await client.moveClock({ byMs: MINUTE_MS });
    await client.moveClock({ toNext: true });
    await company.heard();
  }
  await company.leave();
}

async function writeHandbook(device: Device, groups: readonly PublishedGroup[], scenario: Scenario): Promise<void> {
  const chat = (await device.places()).chats[0]?.conversationId ?? '';
  const entries = exampleEntries(groups);
  for (const section of new Set(entries.map((entry) => entry.section))) {
    const card = await device.ask(chat, words[section]);
    const add = card === null ? undefined : find(card, 'handbook.edit.open', { section });
    if (card === null || add === undefined) continue;
    for (const entry of entries.filter((one) => one.section === section)) {
      const form = await device.press(card, { button: add, typed: {} });
      const save = form.kind === 'screen' ? find(form.screen, 'handbook.save') : undefined;
      if (form.kind !== 'screen' || save === undefined) break;
      const { titleDa, titleEn, textDa, textEn } = entry;
      const date = section === 'news' ? scenario.round.startsOn : '';
      const typed = fill(form.screen.inputs, { titleDa, titleEn, textDa, textEn, date }, titleDa);
      await device.press(form.screen, { button: save, typed });
    }
  }
}

async function publishedGroups(file: string): Promise<readonly PublishedGroup[]> {
  const read = (await readJson(file)) as { readonly patientGroups?: readonly PublishedGroup[] };
  return read.patientGroups ?? [];
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}
