// Five hundred people vote at once, and the bot keeps one card up to date: nothing is lost and it is over in time.

import { cardAnswer } from './bot-server';
import { card, cardText, person, refreshingCard, startRig } from './rig';

const VOTERS = 500;
// DESIGN: 500 voters in 10 s must not be limited by this server.
const WITHIN_MS = 10_000;

test('500 voters press one card and each gets his own view', async () => {
  const rig = await startRig({ bots: [] });
  const people = Array.from({ length: VOTERS }, (_, n) => person(1000 + n, `Vælger ${n}`));
  const id = '19:vote@thread.tacv2';
  const members = people.map(({ aadObjectId }) => aadObjectId);
  await rig.client.putDirectory({
    people,
    teams: [{ id, name: 'Alle', members, channels: [{ id, name: 'Generelt' }] }],
  });
  rig.teams.setBots([rig.bot.endpoint]);
  const shared = refreshingCard('0 stemmer', []);
  const messageId = await rig.postCard(id, shared);
  let votes = 0;
  rig.bot.react = async (activity) => {
    votes += 1;
    if (votes % 100 === 0) {
      await rig.editCard(id, messageId, refreshingCard(`${votes} stemmer`, []));
    }
    return cardAnswer(card(`svar til ${(activity['from'] as { id: string }).id}`));
  };
  const started = performance.now();
  const answers = await Promise.all(people.map((who) => rig.press(who, id, messageId, 'stem', { valg: 'for' })));
  expect(performance.now() - started).toBeLessThan(WITHIN_MS);
  expect(answers.map((answer) => (answer.kind === 'card' ? cardText(answer.card) : answer.kind))).toEqual(
    people.map((who) => `svar til ${who.id}`),
  );
  expect(await rig.client.counters()).toMatchObject({ updated: 5, redelivered: 0, violations: 0 });
  const [last] = await rig.client.messages(members[0] ?? '', id);
  expect(last?.id).toBe(messageId);
  await rig.close();
});
