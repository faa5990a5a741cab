// What people are told of drafts: shared with them, or left from an earlier round; once, and only while it is so.
import { definitionWith } from '../process/given';
import { form } from '../process/kinds/sketches';
import type { PersonId, RoundId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { wordsOf } from '../bot/rig';
import { seatCouncil, type Council } from './council';
import { startGround, type Ground } from './ground';

const definition = definitionWith(
  [
    { id: 'indstil', kind: 'nominate', bodies: ['kind:region'], workingDays: 5 },
    { id: 'enig', kind: 'agree', after: ['indstil'] },
  ],
  { form },
);

let ground: Ground;
let council: Council;

beforeAll(async () => {
  ground = await startGround();
  council = await seatCouncil(ground, { definition, members: 2 });
});
afterAll(async () => ground.close());

const who = (member: number): PersonId => council.people[member]?.personId ?? as<PersonId>('');

async function keep(id: string, owner: number, round = 'round-1'): Promise<void> {
  const data = { texts: { titel: `Kladde ${id}` }, facts: {} };
  const draft = {
    id,
    personId: who(owner),
    kind: 'nomination',
    subject: `${round}/indstil`,
    data,
    updatedAt: ground.now(),
  };
  await ground.one.store.drafts.save(draft);
}

async function told(member: number): Promise<readonly string[]> {
  const chat = await council.chat(member);
  if (chat === '') return [];
  const words = (await ground.messages(council.people[member]?.aadObjectId ?? '', chat)).map(({ cards }) =>
    wordsOf(cards),
  );
  return words.filter((text) => text.toLowerCase().includes('kladde'));
}

const shared = (id: string, member: number) => ({
  key: `draftShared/${id}/${who(member)}`,
  addressKey: `personal/${who(member)}`,
  kind: 'draftShared',
  data: { roundId: 'round-1', taskId: 'indstil', nominationId: id },
  dueAt: ground.now(),
});

test('a colleague is told of a draft shared with him, and of none that is shared no longer', async () => {
  await keep('d1', 0);
  await keep('d2', 0);
  for (const id of ['d1', 'd2']) await ground.one.store.drafts.share(id, who(0), who(1));
  await ground.one.store.notices.want([shared('d1', 1), shared('d2', 1)]);
  await ground.one.store.drafts.unshare('d2', who(1));
  await ground.one.tick();
  const words = await told(1);
  expect(words).toHaveLength(1);
  expect(words[0]).toContain('Kladde d1');
});

test('when the next round takes nominations, whoever has a draft left is told once, and nothing has moved', async () => {
  ground.moveTo('2027-01-20T11:01:00.000Z');
  await ground.one.tick();
  expect(await told(0)).toEqual([]);
  const before = await council.round();
  await council.give(
    {
      type: 'StartRound',
      roundId: as<RoundId>('round-2'),
      name: 'Runde 2028',
      definition,
      definitionHash: 'test',
      startsAt: ground.now(),
      orgSeq: before.orgSeq,
      electorate: before.electorate,
      previous: null,
      carriedOver: [],
    },
    undefined,
    'round-2',
  );
  for (const _ of [1, 2]) await ground.one.tick();
  const words = await told(0);
  expect(words).toHaveLength(1);
  expect(words[0]).toMatch(/2 indstillinger.*Kladde d[12].*Tag med i Runde 2028/s);
  expect(await told(1)).toHaveLength(1);
  expect(await ground.one.store.drafts.about('nomination', 'round-2/indstil')).toEqual([]);
});
