// The load generator, a process of its own: so many voters at once on one ballot, each answering and changing his mind.
// Told what to send by its parent; tells how long every answer took.
import { Agent, request } from 'node:http';
import type { LoadOrder, LoadReport } from './messages';

process.on('message', (order: LoadOrder) => {
  run(order).then(
    (report) => process.send?.(report),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function run(order: LoadOrder): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: order.voters.length });
  const millis: number[] = [];
  let refused = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + order.durationMs;
  await Promise.all(
    order.voters.map(async (voter) => {
      for (let basis = 0; performance.now() < endsAt; basis += 1) {
        const choice = basis % 2 === 0 ? 'for' : 'against';
        const sentAt = performance.now();
        const answer = await post(agent, order.port, activity(order, voter, choice, basis));
        millis.push(performance.now() - sentAt);
        if (!answer.includes(order.expect)) refused += 1;
      }
    }),
  );
  const elapsedMs = performance.now() - startedAt;
  agent.destroy();
  millis.sort((a, b) => a - b);
  return {
    answers: millis.length,
    refused,
    elapsedMs,
    perSecond: (millis.length * 1_000) / elapsedMs,
    p50Ms: millis[Math.floor(millis.length * 0.5)] ?? 0,
    p99Ms: millis[Math.floor(millis.length * 0.99)] ?? 0,
  };
}

function activity(order: LoadOrder, voter: LoadOrder['voters'][number], choice: string, basis: number): string {
  const data = { ...order.data, mandateId: voter.mandateId, choice, basis };
  return JSON.stringify({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${voter.mandateId}-${basis}`,
    channelId: 'msteams',
    serviceUrl: order.serviceUrl,
    from: { id: voter.teamsId, name: voter.name, aadObjectId: voter.aadObjectId },
    recipient: { id: order.botId, name: 'Trinvis' },
    conversation: { id: order.conversationId, conversationType: 'channel', tenantId: order.tenantId, isGroup: true },
    channelData: { tenant: { id: order.tenantId }, channel: { id: order.conversationId } },
    replyToId: '1700000000000',
    locale: 'da-DK',
    value: { action: { type: 'Action.Execute', verb: data.verb, data }, trigger: 'manual' },
  });
}

async function post(agent: Agent, port: number, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: '/api/messages',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
