// The secretariat sets up a round in chat, card by card: the definition, who sits where, which channel is whose, the start.
// Knows what the buttons are called and nothing behind them. Used by the rehearsal and by the example data.
import { inParallel } from './parallel';
import type { Screen } from './players/screen';
import { datum, find } from './players/screen';
import { fill } from './players/filling';
import type { Device } from './players/device';
import { told } from './players/device';
import { PlayerStuckError } from './players/errors';
import type { Scenario, ScenarioMandate } from './scenario/schema';
import { aadOf, channelIdOf } from './stage';

const setUp = { da: 'ny runde', en: 'new round' } as const;

export interface SetUp {
  readonly scenario: Scenario;
  /** The day the round is to start; it may differ from the scenario's where the sandbox is later. */
  readonly startsOn: string;
  /** The device of whoever sets up. */
  readonly device: Device;
  readonly onStep?: (text: string) => void;
}

/** Sets up and starts the round. Refused with `PlayerStuckError` where a card does not offer what is needed. */
export async function setUpRound(setting: SetUp): Promise<void> {
  const { scenario, device, onStep = () => undefined } = setting;
  const chat = (await device.places()).chats[0]?.conversationId ?? '';
  onStep('Definition');
  let setup = await chooseDefinition(setting, chat);
  onStep('Pladser');
  await giveMandates(setting, setup);
  onStep('Kanaler');
  await inParallel(scenario.bodies, async (entry) => bindChannel(setting, channelIdOf(scenario, entry), entry.body));
  onStep('Start');
  setup = await chooseDefinition(setting, chat);
  setup = await nameIt(setting, setup);
  await begin(setting, setup);
}

async function chooseDefinition({ scenario, device }: SetUp, chat: string): Promise<Screen> {
  const list = await device.ask(chat, setUp[languageOf(scenario)]);
  if (list === null) throw stuck(device, 'nobody answered when a new round was to be set up.');
  // A set-up that has been begun is offered first.
  const begun = find(list, 'setup.show');
  const button = begun ?? find(list, 'setup.definition', { definition: scenario.definition });
  if (button === undefined) throw stuck(device, `no button for the definition: ${told(list)}`);
  return pressed(device, list, button);
}

function languageOf(scenario: Scenario): 'da' | 'en' {
  return scenario.people.find(({ key }) => key === scenario.setUpBy)?.language ?? 'da';
}

/**
 * The secretariat's own seats first: whoever sets up must be in the record before he gives others theirs. Then body by
 * body, several at a time: the order among them is nobody's business.
 */
async function giveMandates(setting: SetUp, setup: Screen): Promise<void> {
  const { mandates, setUpBy } = setting.scenario;
  const home = mandates.find(({ person }) => person === setUpBy)?.body ?? '';
  const own = mandates.filter(({ body }) => body === home);
  const first = own.toSorted((one, other) => Number(other.person === setUpBy) - Number(one.person === setUpBy));
  await giveSeats(setting, setup, home, first);
  const others = [...new Set(mandates.map(({ body }) => body))].filter((body) => body !== home);
  await inParallel(others, async (body) =>
    giveSeats(
      setting,
      setup,
      body,
      mandates.filter((mandate) => mandate.body === body),
    ),
  );
}

/** All seats of one body, from its card: the dialog that ends leaves the card as it was. */
async function giveSeats(
  { device, scenario }: SetUp,
  setup: Screen,
  bodyId: string,
  mandates: readonly ScenarioMandate[],
): Promise<void> {
  const card = await mandatesCard(device, setup, bodyId);
  for (const mandate of mandates) await giveMandate(device, card, mandate);
  const named = mandates.filter(({ substitute, preparers }) => substitute !== undefined || preparers.length > 0);
  if (named.length === 0) return;
  const seated = await mandatesCard(device, setup, bodyId);
  for (const mandate of named) await namePeople(device, seated, mandate, scenario);
}

async function giveMandate(device: Device, card: Screen, mandate: ScenarioMandate): Promise<void> {
  const form = await pressed(device, card, needed(device, card, 'mandate.open', { bodyId: mandate.body }));
  const give = needed(device, form, 'mandate.give');
  const { role, speaksFor, person } = mandate;
  const known = { person: aadOf(person), role, ...(speaksFor === undefined ? {} : { speaksFor }) };
  const seen = await device.press(form, { button: give, typed: fill(form.inputs, known, '') });
  if (seen.kind === 'screen' && seen.complaint) throw stuck(device, `a seat was refused: ${told(seen.screen)}`);
}

/** The seats of a body: from the set-up's list of bodies, page by page until the body is there. */
async function mandatesCard(device: Device, setup: Screen, bodyId: string): Promise<Screen> {
  let bodies = await pressed(device, setup, needed(device, setup, 'setup.bodies'));
  for (let page = 0; page < 20; page += 1) {
    const show = find(bodies, 'mandates.show', { bodyId });
    if (show !== undefined) return pressed(device, bodies, show);
    const next = find(bodies, 'setup.bodies', { page: page + 1 });
    if (next === undefined) break;
    bodies = await pressed(device, bodies, next);
  }
  throw stuck(device, `the set-up lists no body ${bodyId}.`);
}

async function namePeople(device: Device, card: Screen, mandate: ScenarioMandate, scenario: Scenario): Promise<void> {
  const name = scenario.people.find(({ key }) => key === mandate.person)?.name ?? '';
  const rows = card.buttons.filter(({ verb }) => verb === 'mandate.people.open');
  const button = rows.findLast(({ beside }) => beside.includes(name)) ?? rows.at(-1);
  if (button === undefined) throw stuck(device, `no seat to name people for: ${told(card)}`);
  const form = await pressed(device, card, button);
  const substitute = mandate.substitute === undefined ? '' : aadOf(mandate.substitute);
  const known = { substitute, preparers: mandate.preparers.map(aadOf).join(',') };
  await device.press(form, { button: needed(device, form, 'mandate.people'), typed: fill(form.inputs, known, '') });
}

/** In the channel itself, on the card the bot posted there when it was added. */
async function bindChannel({ device }: SetUp, channelId: string, bodyId: string): Promise<void> {
  const screens = await device.screens(channelId, 20);
  const card = screens.find((screen) => find(screen, 'channel.open') !== undefined);
  if (card === undefined) throw stuck(device, `nothing in the channel asks whose it is (${bodyId}).`);
  const form = await pressed(device, card, needed(device, card, 'channel.open'));
  const bind = needed(device, form, 'channel.bind');
  const seen = await device.press(form, { button: bind, typed: fill(form.inputs, { bodyId }, '') });
  if (seen.kind === 'screen' && seen.complaint) throw stuck(device, `the channel was refused: ${told(seen.screen)}`);
}

async function nameIt({ scenario, startsOn, device }: SetUp, setup: Screen): Promise<Screen> {
  const form = await pressed(device, setup, needed(device, setup, 'setup.name.open'));
  const typed = fill(form.inputs, { name: scenario.round.name, startsOn }, '');
  const seen = await device.press(form, { button: needed(device, form, 'setup.name'), typed });
  if (seen.kind === 'over') return (await device.again(setup)) ?? setup;
  if (seen.complaint) throw stuck(device, `the round's name was refused: ${told(seen.screen)}`);
  return seen.screen;
}

async function begin({ device }: SetUp, setup: Screen): Promise<void> {
  const form = await pressed(device, setup, needed(device, setup, 'setup.begin.open'));
  const seen = await device.press(form, {
    button: needed(device, form, 'setup.begin'),
    typed: fill(form.inputs, {}, ''),
  });
  if (seen.kind === 'screen' && (seen.complaint || find(seen.screen, 'setup.begin') !== undefined)) {
    throw stuck(device, `the round was not started: ${told(seen.screen)}`);
  }
}

function needed(device: Device, screen: Screen, verb: string, data: Readonly<Record<string, unknown>> = {}) {
  const button = find(screen, verb, data);
  if (button === undefined) throw stuck(device, `no button ${verb} ${JSON.stringify(data)} on: ${told(screen)}`);
  return button;
}

async function pressed(device: Device, screen: Screen, button: ReturnType<typeof needed>): Promise<Screen> {
  const seen = await device.press(screen, { button, typed: {} });
  if (seen.kind === 'screen') return seen.screen;
  throw stuck(device, `"${button.title}" (${button.verb} ${datum(button, 'bodyId')}) showed nothing: ${seen.text}`);
}

function stuck(device: Device, message: string): PlayerStuckError {
  return new PlayerStuckError('NotOffered', device.me.key, message);
}
