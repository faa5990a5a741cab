// Owns the Bot Connector's paths (/v3/…): each call suffers its faults and limits, is done, saved, logged, answered.
// Must not hold rules of Teams: posts.ts, creations.ts and rosters.ts do.

import { setTimeout as delay } from 'node:timers/promises';
import type { Creations } from './creations';
import { RefusedCall } from './errors';
import type { FaultPlan } from './faults';
import { errorBody, type Answer, type Call, type HttpGround, type Method } from './http';
import type { LimitKind } from './limits';
import type { Posts } from './posts';
import type { Rosters } from './rosters';
import type { Sandbox } from './sandbox';
import { oneLineJson } from './traffic';

interface Done {
  readonly status: number;
  readonly body: unknown;
}

interface BotRoute {
  readonly method: Method;
  readonly path: string;
  readonly limit: LimitKind;
  readonly do: (call: Call) => Done | Promise<Done>;
}

export interface ConnectorParts {
  readonly sandbox: Sandbox;
  readonly plan: FaultPlan;
  readonly posts: Posts;
  readonly creations: Creations;
  readonly rosters: Rosters;
}

/** A path parameter that the route has by its form. */
function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}

function postRoutes({ posts }: ConnectorParts): readonly BotRoute[] {
  const post = (call: Call): Done => {
    const id = posts.post(param(call, 'conversationId'), call.body, call.bodyText);
    return { status: 201, body: id === null ? {} : { id } };
  };
  const one = '/v3/conversations/:conversationId/activities/:activityId';
  return [
    { method: 'post', path: '/v3/conversations/:conversationId/activities', limit: 'send', do: post },
    // A reply: `replyToId` does not route, the conversation id does (TEAMS.md §3).
    { method: 'post', path: one, limit: 'send', do: post },
    {
      method: 'put',
      path: one,
      limit: 'send',
      do: (call) => {
        const { body, bodyText } = call;
        return {
          status: 200,
          body: { id: posts.edit(param(call, 'conversationId'), param(call, 'activityId'), body, bodyText) },
        };
      },
    },
    {
      method: 'del',
      path: one,
      limit: 'send',
      do: (call) => {
        posts.delete(param(call, 'conversationId'), param(call, 'activityId'));
        return { status: 200, body: {} };
      },
    },
  ];
}

function read(path: string, answer: (call: Call) => unknown): BotRoute {
  return { method: 'get', path, limit: 'read', do: (call) => ({ status: 200, body: answer(call) }) };
}

function otherRoutes({ creations, rosters }: ConnectorParts): readonly BotRoute[] {
  const members = '/v3/conversations/:conversationId/members';
  return [
    {
      method: 'post',
      path: '/v3/conversations',
      limit: 'send',
      do: async ({ body, bodyText }) => ({ status: 201, body: await creations.create(body, bodyText) }),
    },
    read(members, (call) => rosters.members(param(call, 'conversationId'))),
    read(`${members}/:memberId`, (call) => rosters.member(param(call, 'conversationId'), param(call, 'memberId'))),
    read('/v3/conversations/:conversationId/pagedmembers', (call) => {
      const pageSize = Number(call.query.get('pageSize'));
      const token = call.query.get('continuationToken');
      return rosters.pagedMembers(param(call, 'conversationId'), pageSize > 0 ? pageSize : null, token);
    }),
    read('/v3/teams/:teamId', (call) => rosters.team(param(call, 'teamId'))),
    read('/v3/teams/:teamId/conversations', (call) => rosters.channels(param(call, 'teamId'))),
  ];
}

/** Puts the connector's routes on the ground. */
export function routeConnector(ground: HttpGround, parts: ConnectorParts): void {
  for (const route of [...postRoutes(parts), ...otherRoutes(parts)]) {
    ground.route(route.method, route.path, (call) => answerBot(parts, route, call));
  }
}

/**
 * Answers one call of the bot. What was done is on disk before the answer leaves: a crash between the two leaves a
 * message whose id the bot never got, exactly the ambiguity of the real Teams.
 */
async function answerBot(parts: ConnectorParts, route: BotRoute, call: Call): Promise<Answer> {
  const { sandbox, plan } = parts;
  const at = sandbox.clock.iso();
  const fault = plan.drawFault();
  if (fault === 'reset') {
    note(sandbox, at, call, null, null);
    return cut(call);
  }
  if (fault === 'slow') {
    await delay(plan.slowMs);
  }
  const outcome = await attempt(() => {
    if (typeof fault === 'number') {
      throw plan.refusalOfStatus(fault);
    }
    const about = call.params['conversationId'] ?? call.params['teamId'] ?? parts.creations.aboutOf(call.body);
    plan.checkRefused(about);
    plan.checkLimits(route.limit, about);
    return route.do(call);
  });
  const body = outcome instanceof RefusedCall ? errorBody(outcome.code, outcome.message) : outcome.body;
  note(sandbox, at, call, fault === 'lost' ? null : outcome.status, body);
  await sandbox.storage.saved();
  if (fault === 'lost') {
    return cut(call);
  }
  if (outcome instanceof RefusedCall) {
    throw outcome;
  }
  return outcome;
}

/** What was done, or the refusal; anything else that is thrown goes on. */
async function attempt(work: () => Done | Promise<Done>): Promise<Done | RefusedCall> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusedCall) {
      return error;
    }
    throw error;
  }
}

function cut(call: Call): Answer {
  call.request.socket.resetAndDestroy();
  return { answered: true };
}

function note(sandbox: Sandbox, at: string, call: Call, status: number | null, answer: unknown): void {
  sandbox.storage.traffic.add({
    at,
    direction: 'from-bot',
    method: call.request.method ?? '',
    path: (call.request.url ?? '').slice(1 + sandbox.identity.token.length),
    status,
    bodyJson: oneLineJson(call.bodyText === '' ? null : call.bodyText, call.body),
    answerJson: answer === null ? null : JSON.stringify(answer),
  });
}
