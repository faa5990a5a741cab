// An answer that a preparer writes and the holder gives, and one that the secretariat enters: by card, from press to record.
import type { LocalPerson } from '../../services/local/teams/api';
import { as, type MandateId } from '../../services/process/ids';
import {
  channelId,
  councilDefinition,
  everyone,
  jens,
  mette,
  roundId,
  roundOf,
  seatCouncil,
  secretary,
  stranger,
} from './council';
import type { Rig } from './rig';
import { startRig, wordsOf } from './rig';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig({ definitions: [councilDefinition], people: everyone, secretariat: [] });
  await seatCouncil(rig);
  const { organisation, people } = rig.app.parts;
  const preparer = await people.byAadObjectId(stranger.aadObjectId);
  await organisation.execute('organisation', {
    actor: { kind: 'system' },
    now: new Date(rig.teams.now()).toISOString(),
    verb: 'NamePeople',
    subject: 'test',
    basis: 0,
    input: 'preparer',
    texts: null,
    command: () => ({
      type: 'NamePreparers',
      mandateId: as<MandateId>('seat-mette'),
      personIds: preparer === null ? [] : [preparer.id],
    }),
  });
  // A change of the organisation counts in the round from a commit of the round's own.
  await rig.app.tick();
});

afterAll(async () => rig.close());

async function press(who: LocalPerson, verb: string, more: object): Promise<string> {
  const [message] = await rig.client.messages(who.aadObjectId, channelId);
  const answer = await rig.client.act({
    as: who.aadObjectId,
    conversationId: channelId,
    messageId: message?.id ?? '',
    action: { type: 'Action.Execute', verb, data: { v: 1, verb, roundId, taskId: 'ballot', ...more } },
    inputs: {},
  });
  return answer.kind === 'card' ? wordsOf(answer.card) : JSON.stringify(answer);
}

async function ballotOf(seat: string): Promise<unknown> {
  const work = (await roundOf(rig)).tasks['ballot' as never] as { work: { ballots: Record<string, unknown> } };
  return work.work.ballots[seat];
}

test('a preparer writes, the holder sees and gives; nobody else prepares, and the preparer never gives', async () => {
  const seat = { mandateId: 'seat-mette' };
  expect(await press(jens, 'ballot.prepare', { ...seat, choice: 'for' })).toMatch(/skal ikke svare|følge/);
  await press(stranger, 'ballot.prepare', { ...seat, choice: 'for' });
  expect(await ballotOf('seat-mette')).toBeUndefined();
  expect(await press(mette, 'task.show', {})).toMatch(/Forberedt af Lis Prøve/);
  await press(stranger, 'ballot.give', { ...seat, basis: 0, version: 1 });
  expect(await ballotOf('seat-mette')).toBeUndefined();
  await press(mette, 'ballot.handback', seat);
  expect(await press(stranger, 'task.show', {})).toMatch(/Sendt retur af Mette Prøve/);
  await press(stranger, 'ballot.prepare', { ...seat, choice: 'against' });
  // What was shown first is not what stands now: it is shown, and not given.
  await press(mette, 'ballot.give', { ...seat, basis: 0, version: 1 });
  expect(await ballotOf('seat-mette')).toBeUndefined();
  await press(mette, 'ballot.give', { ...seat, basis: 0, version: 2 });
  expect(await ballotOf('seat-mette')).toMatchObject({ choice: 'against' });
});

test('the chair sees how many are missing, and has them reminded', async () => {
  expect(await press(mette, 'task.show', {})).toMatch(/mangler 1 svar, 5 arbejdsdage tilbage/);
  expect(await press(mette, 'ballot.nudge', {})).toMatch(/får en påmindelse/);
  expect(await press(jens, 'ballot.nudge', {})).not.toMatch(/får en påmindelse/);
});

test('the secretariat enters an answer with its source; others may not, and everyone sees it', async () => {
  const entered = { mandateId: 'seat-jens', choice: 'for', source: 'Brev af 12. januar', basis: 0 };
  expect(await press(mette, 'ballot.enter', entered)).toMatch(/sekretariat/i);
  expect(await press(secretary, 'ballot.enter', { ...entered, source: '' })).toMatch(/hvor svaret kommer fra/);
  await press(secretary, 'ballot.enter', entered);
  expect(await ballotOf('seat-jens')).toMatchObject({ choice: 'for' });
  expect(await press(mette, 'task.show', {})).toMatch(/1 svar er indført af sekretariatet/);
  expect(await press(jens, 'task.show', {})).toMatch(/Kilde: Brev af 12. januar/);
});
