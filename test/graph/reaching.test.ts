// What Graph adds to delivery: a person without the app gets it, a message whose answer was lost is found instead of posted
// twice. Without consent everything fails as it would have.
import { createLogger } from '../../bot/log';
import { reaching } from '../../bot/graph/reaching';
import type { Destination, Messenger, Sent } from '../../services/delivery/messenger';
import { DeliveryFailure } from '../../services/delivery/messenger';
import type { LoopbackGraph } from './loopback';
import { manifestId, startLoopbackGraph } from './loopback';

let loopback: LoopbackGraph;

beforeAll(async () => {
  loopback = await startLoopbackGraph();
});
beforeEach(() => {
  loopback.asked.length = 0;
});
afterAll(async () => loopback.close());

const begunAt = '2027-01-13T09:00:00.000Z';
const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Æbler' }] };
const message = { card, summary: 's' };
const channel: Destination = {
  kind: 'address',
  address: { key: 'channel/19:c', conversationId: '19:c', reference: { serviceUrl: 's' }, unreachable: null },
  threadRootId: '77',
};
const nobody: Destination = { kind: 'person', aadObjectId: 'p', tenantId: 't' };
const sent: Sent = { messageId: 'm', conversationId: 'c', reference: null };

/** Teams, as it answers one post after the other. */
function teams(...outcomes: readonly (DeliveryFailure | Sent)[]): { readonly messenger: Messenger; posts: number } {
  const left = [...outcomes];
  const told = {
    posts: 0,
    messenger: {
      post: async (): Promise<Sent> => {
        told.posts += 1;
        const outcome = left.shift();
        if (outcome instanceof DeliveryFailure || outcome === undefined) throw outcome ?? new Error('none left');
        return outcome;
      },
      update: async () => undefined,
    },
  };
  return told;
}

const failure = (kind: DeliveryFailure['kind']) => new DeliveryFailure(kind, 'x', null, null);

function helped(messenger: Messenger, team: string | null = 'team-group'): Messenger {
  return reaching(messenger, {
    graph: loopback.graph,
    appId: 'bot-app',
    teamOf: async () => team,
    nowMs: () => Date.parse(begunAt),
    logger: createLogger('silent'),
  });
}

const inChannel = (id: string, more: object = {}) => ({
  id,
  createdDateTime: begunAt,
  from: { application: { id: 'bot-app' } },
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: JSON.stringify({ body: card.body, version: '1.5', type: 'AdaptiveCard' }),
    },
  ],
  ...more,
});

describe('a message whose answer was lost', () => {
  it('is found in its thread by its card, and not sent again', async () => {
    const told = teams(failure('ambiguous'));
    loopback.lay({
      body: {
        value: [
          inChannel('old', { createdDateTime: '2027-01-12T09:00:00Z' }),
          inChannel('another-bot', { from: { application: { id: 'x' } } }),
          inChannel('another-card', { attachments: [] }),
          inChannel('ours'),
        ],
      },
    });
    expect(await helped(told.messenger).post(channel, message)).toEqual({
      messageId: 'ours',
      conversationId: '19:c',
      reference: { serviceUrl: 's' },
    });
    expect(told.posts).toBe(1);
    expect(loopback.asked[0]?.line).toBe('GET /v1.0/teams/team-group/channels/19%3Ac/messages/77/replies?$top=50');
  });

  it.each([
    ['it is not there', [{ body: { value: [] } }]],
    ['the consent is missing', [{ status: 403, body: { error: { code: 'Forbidden', message: '' } } }]],
  ])('stays in doubt when %s', async (_, answers) => {
    loopback.lay(...answers);
    await expect(helped(teams(failure('ambiguous')).messenger).post(channel, message)).rejects.toMatchObject({
      kind: 'ambiguous',
    });
  });

  it('is not looked for where the team is not known, nor in a personal chat', async () => {
    await expect(helped(teams(failure('ambiguous')).messenger, null).post(channel, message)).rejects.toThrow(
      'ambiguous',
    );
    await expect(helped(teams(failure('ambiguous')).messenger).post(nobody, message)).rejects.toThrow('ambiguous');
    expect(loopback.asked).toEqual([]);
  });
});

describe('a person who lacks the app', () => {
  it('gets it, and then the message', async () => {
    const told = teams(failure('unreachable'), sent);
    loopback.lay({ body: { value: [{ id: 'in-catalogue', externalId: manifestId }] } }, { status: 201 });
    expect(await helped(told.messenger).post(nobody, message)).toBe(sent);
    expect(loopback.asked.map(({ line }) => line.split('?')[0])).toEqual([
      'GET /v1.0/appCatalogs/teamsApps',
      'POST /v1.0/users/p/teamwork/installedApps',
    ]);
  });

  it('stays unreachable without the consent for it, or when he has blocked it', async () => {
    loopback.lay({ status: 403, body: { error: { code: 'Forbidden', message: '' } } });
    await expect(helped(teams(failure('unreachable')).messenger).post(nobody, message)).rejects.toMatchObject({
      kind: 'unreachable',
    });
    loopback.lay({ status: 201 });
    const blocked = teams(failure('unreachable'), failure('unreachable'));
    await expect(helped(blocked.messenger).post(nobody, message)).rejects.toMatchObject({ kind: 'unreachable' });
    expect(blocked.posts).toBe(2);
  });
});

it('what arrives, and what is not in doubt, asks Graph nothing', async () => {
  expect(await helped(teams(sent).messenger).post(channel, message)).toBe(sent);
  await expect(helped(teams(failure('later')).messenger).post(channel, message)).rejects.toThrow('later');
  expect(loopback.asked).toEqual([]);
});
