// A secret ballot by card, from the pressed button to the count, over a crash between the box and the record: who has voted is
// seen, what is not, until each finds his own vote by its receipt.
import type { ActAnswer, LocalPerson } from '../../services/local/teams/api';
import {
  anna,
  channelId,
  everyone,
  jens,
  mette,
  recordLength,
  roundId,
  roundOf,
  seatCouncil,
  secretDefinition,
} from './council';
import type { Rig } from './rig';
import { buttonsOf, startRig, wordsOf } from './rig';

let rig: Rig;

beforeEach(async () => {
  rig = await startRig({ definitions: [secretDefinition], people: everyone, secretariat: [] });
  await seatCouncil(rig, secretDefinition);
});

afterEach(async () => rig.close());

async function press(who: LocalPerson, verb: string, more: object = {}): Promise<ActAnswer> {
  const messages = await rig.client.messages(who.aadObjectId, channelId);
  const shown = messages.find(({ cards }) => buttonsOf(cards).some(({ data }) => data['verb'] === 'ballot.cast'));
  return rig.client.act({
    as: who.aadObjectId,
    conversationId: channelId,
    messageId: (shown ?? messages[0])?.id ?? '',
    action: { type: 'Action.Execute', verb, data: { v: 1, verb, roundId, taskId: 'ballot', ...more } },
    inputs: {},
  });
}

const wordsIn = (answer: ActAnswer): string => (answer.kind === 'card' ? wordsOf(answer.card) : JSON.stringify(answer));
const vote = async (who: LocalPerson, choice: string) => wordsIn(await press(who, 'ballot.cast', { choice }));
const receiptIn = (words: string): string => /[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/.exec(words)?.[0] ?? '';

test('votes go into the box, nobody is asked twice, and the count holds every receipt with its choice', async () => {
  const before = await recordLength(rig);
  const receipts = {
    mette: receiptIn(await vote(mette, 'for')),
    jens: receiptIn(await vote(jens, 'against')),
  };
  // Nothing of a vote is in the record, and a second one changes nothing.
  expect(await vote(mette, 'against')).toMatch(/Du har stemt/);
  expect(await recordLength(rig)).toBe(before);
  expect(wordsIn(await press(anna, 'task.show'))).toMatch(/2 of 3/);
  expect(wordsIn(await press(anna, 'task.show'))).not.toMatch(/1 (for|against|imod)/);

  await rig.client.moveClock({ to: '2027-01-20T11:05:00.000Z' });
  await rig.app.tick();
  const task = (await roundOf(rig)).tasks['ballot' as never] as { status: string; result: { outcome: string } };
  expect([task.status, task.result.outcome]).toEqual(['closed', 'tied']);
  const counted = wordsIn(await press(mette, 'result.show'));
  expect(counted).toContain(receipts.mette);
  expect(counted).toContain(receipts.jens);
  expect(counted).not.toMatch(/Mette|Jens/);
  // The record has it now; the box is empty and shut.
  const box = await rig.app.parts.boxes.shut(`${roundId}/ballot/0`);
  expect(box).toEqual({ voted: [], ballots: [] });
});

test('a box that was shut when the bot died is counted by the next tick', async () => {
  await vote(mette, 'for');
  await vote(anna, 'for');
  await rig.app.parts.boxes.shut(`${roundId}/ballot/0`);
  await rig.client.moveClock({ to: '2027-01-20T11:05:00.000Z' });
  await rig.app.tick();
  expect((await roundOf(rig)).tasks['ballot' as never]).toMatchObject({
    status: 'closed',
    result: { outcome: 'carried' },
  });
});
