// Owns the control API's paths (/local/…) for the page, the rehearsal's players and tests.
// Must not hold behaviour: each route parses, asks one part, and answers when what it changed is on disk.

import type { Acts } from './acts';
import type { BotClock } from './bot-clock';
import type { BotLink } from './bot-link';
import { RefusedCall } from './errors';
import type { FaultPlan } from './faults';
import type { Answer, Call, HttpGround, Method } from './http';
import type { Installs } from './installs';
import type { Refresher } from './refresher';
import type { Sandbox } from './sandbox';
import type { Says } from './says';
import * as schemas from './schemas';
import { markSeen, messageFor, messagesFor, placesOf } from './views';

export interface ControlParts {
  readonly sandbox: Sandbox;
  readonly plan: FaultPlan;
  readonly bots: BotLink;
  readonly clock: BotClock;
  readonly installs: Installs;
  readonly refresher: Refresher;
  readonly acts: Acts;
  readonly says: Says;
}

type Control = readonly [method: Method, path: string, answer: (call: Call) => unknown];

// One answer of the traffic log; a page asks again for the rest.
const TRAFFIC_ENTRIES_MAX = 1000;

/** The person a query names; refused when the directory does not know him. */
function viewerOf(sandbox: Sandbox, call: Call): string {
  return sandbox.person(call.query.get('as') ?? '').aadObjectId;
}

/** A whole number of a query; refused when it is none. */
function numberOf(call: Call, key: string): number | null {
  const text = call.query.get(key);
  if (text !== null && !/^\d{1,15}$/.test(text)) {
    throw new RefusedCall('BadArgument', `${key} is a whole number.`);
  }
  return text === null ? null : Number(text);
}

function personRoutes({ sandbox, acts, says, refresher }: ControlParts): readonly Control[] {
  const messages = '/local/conversations/:conversationId/messages';
  return [
    ['get', '/local/places', (call) => placesOf(sandbox, viewerOf(sandbox, call))],
    ['get', messages, (call) => openConversation(sandbox, call)],
    ['get', `${messages}/:messageId`, (call) => readMessage(sandbox, call)],
    ['post', '/local/act', ({ body }) => acts.act(schemas.parseAs(schemas.ActSchema, body))],
    ['post', '/local/dialog', ({ body }) => acts.dialog(schemas.parseAs(schemas.DialogSchema, body))],
    ['post', '/local/search', ({ body }) => acts.search(schemas.parseAs(schemas.SearchSchema, body))],
    ['post', '/local/say', ({ body }) => says.say(schemas.parseAs(schemas.SaySchema, body))],
    [
      'post',
      '/local/refresh',
      async ({ body }) => {
        const { as, conversationId, messageId } = schemas.parseAs(schemas.RefreshSchema, body);
        const conversation = sandbox.conversationOf(as, conversationId);
        const message = sandbox.message(conversation, messageId);
        await refresher.shown(conversation, message, sandbox.person(as));
        return messageFor(sandbox, message, as);
      },
    ],
  ];
}

/** One message, also when it is deleted. */
function readMessage(sandbox: Sandbox, call: Call): unknown {
  const as = viewerOf(sandbox, call);
  const conversation = sandbox.conversationOf(as, call.params['conversationId'] ?? '');
  const message = conversation.byId.get(call.params['messageId'] ?? '');
  if (message === undefined) {
    throw new RefusedCall('NotFound', 'The message was not found.');
  }
  return messageFor(sandbox, message, as);
}

/** The messages of a conversation; it is then the one this person has open. A personal chat nobody began is empty. */
function openConversation(sandbox: Sandbox, call: Call): unknown {
  const as = viewerOf(sandbox, call);
  const id = call.params['conversationId'] ?? '';
  sandbox.events.opened(as, id);
  const isUnbegun = !sandbox.world.conversations.has(id) && placesOf(sandbox, as).chats[0]?.conversationId === id;
  if (isUnbegun) {
    return [];
  }
  const conversation = sandbox.conversationOf(as, id);
  const last = numberOf(call, 'last');
  markSeen(sandbox, conversation, as);
  return messagesFor(sandbox, conversation, as, last);
}

function tenantRoutes({ sandbox, installs, bots, clock, refresher }: ControlParts): readonly Control[] {
  return [
    ['get', '/local/directory', () => sandbox.world.directory()],
    ['put', '/local/directory', ({ body }) => installs.seed(schemas.parseAs(schemas.DirectorySchema, body))],
    ['get', '/local/clock', ({ query }) => (query.get('plan') === 'no' ? clock.readBare() : clock.read())],
    ['post', '/local/clock', ({ body }) => clock.move(schemas.parseAs(schemas.ClockSchema, body))],
    ['put', '/local/bots', ({ body }) => bots.setEndpoints(schemas.parseAs(schemas.BotsSchema, body).endpoints)],
    [
      'post',
      '/local/install',
      ({ body }) => {
        const { as, action } = schemas.parseAs(schemas.InstallSchema, body);
        return installs.install(sandbox.person(as), action);
      },
    ],
    [
      'post',
      '/local/lose',
      ({ body }) => {
        const { conversationId, messageId } = schemas.parseAs(schemas.LoseSchema, body);
        const conversation = sandbox.conversation(conversationId);
        sandbox.message(conversation, messageId);
        refresher.noteCause();
        sandbox.commit({ kind: 'Deleted', conversationId: conversation.id, messageId });
        sandbox.tellMessage(conversation, messageId);
      },
    ],
    ['post', '/local/settle', () => bots.settled()],
  ];
}

function testRoutes({ sandbox, plan }: ControlParts): readonly Control[] {
  return [
    ['get', '/local/faults', () => plan.faults],
    ['put', '/local/faults', ({ body }) => plan.set(schemas.parseAs(schemas.FaultsSchema, body))],
    ['get', '/local/counters', () => sandbox.ledger.counters()],
    ['get', '/local/violations', () => sandbox.world.violations],
  ];
}

/** Puts the control API on the ground. A part that answers nothing is answered by `{}`. */
export function routeControl(ground: HttpGround, parts: ControlParts): void {
  const { sandbox } = parts;
  for (const [method, path, answer] of [...personRoutes(parts), ...tenantRoutes(parts), ...testRoutes(parts)]) {
    ground.route(method, path, async (call) => {
      const body = (await answer(call)) ?? {};
      await sandbox.storage.saved();
      return { status: 200, body };
    });
  }
  ground.route('get', '/local/traffic', (call) => {
    const limit = Math.min(numberOf(call, 'limit') ?? TRAFFIC_ENTRIES_MAX, TRAFFIC_ENTRIES_MAX);
    return { status: 200, json: sandbox.storage.traffic.after(numberOf(call, 'after') ?? 0, limit) };
  });
  ground.route('get', '/local/events', (call): Answer => {
    sandbox.events.listen(viewerOf(sandbox, call), call.response, call.query.get('conversationId'));
    return { answered: true };
  });
}
