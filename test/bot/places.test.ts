// What becomes of places: the app comes, goes and comes back; channels and teams are renamed, deleted, restored.
import { seenChannels } from '../../bot/answers/places';
import { SANDBOX_TENANT_ID } from '../../services/local/teams/local-teams';
import type { Json } from './asking';
import { envelope } from './asking';
import { channelId, councilDefinition, everyone, mette, seatCouncil, teamId } from './council';
import type { Rig } from './rig';
import { startRig } from './rig';

let rig: Rig;
const second = '19:second@thread.tacv2';
const team = { id: teamId, name: 'Rådet', members: everyone.map((one) => one.aadObjectId) };

beforeEach(async () => {
  rig = await startRig({ definitions: [councilDefinition], people: everyone, secretariat: [] });
  await seatCouncil(rig);
});

afterEach(async () => rig.close());

async function directory(channels: readonly { id: string; name: string }[]): Promise<void> {
  await rig.client.putDirectory({ people: [], teams: [{ ...team, channels }] });
  await rig.client.settle();
}

async function tell(event: string, more: Json = {}): Promise<void> {
  const channelData = { tenant: { id: SANDBOX_TENANT_ID }, team: { id: teamId, name: 'Nyt navn' }, eventType: event };
  const activity = { type: 'conversationUpdate', channelData, conversation: conversation(teamId), ...more };
  expect(await rig.post(envelope(rig.teams.serviceUrl, mette, activity))).toMatchObject({ status: 200, body: null });
}

const conversation = (id: string): Json => ({
  id,
  conversationType: 'channel',
  tenantId: SANDBOX_TENANT_ID,
  isGroup: true,
});

async function unreachable(): Promise<Readonly<Record<string, string>>> {
  const found = await rig.store.addresses.unreachable();
  return Object.fromEntries(found.map(({ key, unreachable: why }) => [key, why?.code ?? '']));
}

async function names(): Promise<readonly string[]> {
  return Object.values(await seenChannels(rig.store.settings))
    .map((seen) => `${seen.team}/${seen.channel}`)
    .sort();
}

test('a new channel is known by its own id, not by the place where Teams told of it', async () => {
  await directory([
    { id: channelId, name: 'Generelt' },
    { id: second, name: 'Sager' },
  ]);
  expect(await names()).toContain('Rådet/Sager');
  expect((await rig.store.addresses.read(`channel/${second}`))?.conversationId).toBe(second);
});

test('a renamed channel and a renamed team are called by their new names', async () => {
  await directory([
    { id: channelId, name: 'Generelt' },
    { id: second, name: 'Sager' },
  ]);
  await directory([
    { id: channelId, name: 'Generelt' },
    { id: second, name: 'Alle sager' },
  ]);
  expect(await names()).toContain('Rådet/Alle sager');
  await tell('teamRenamed');
  expect((await names()).every((name) => name.startsWith('Nyt navn/'))).toBe(true);
});

test('a deleted channel cannot be chosen or reached; restored it can', async () => {
  await directory([
    { id: channelId, name: 'Generelt' },
    { id: second, name: 'Sager' },
  ]);
  await directory([{ id: channelId, name: 'Generelt' }]);
  expect(await names()).not.toContain('Rådet/Sager');
  expect(await unreachable()).toEqual({ [`channel/${second}`]: 'ChannelDeleted' });
  await directory([
    { id: channelId, name: 'Generelt' },
    { id: second, name: 'Sager' },
  ]);
  expect(await names()).toContain('Rådet/Sager');
  expect(await unreachable()).toEqual({});
});

test('a team that is deleted or archived: all its channels, and not the people', async () => {
  await directory([
    { id: channelId, name: 'Generelt' },
    { id: second, name: 'Sager' },
  ]);
  for (const event of ['teamDeleted', 'teamArchived', 'teamHardDeleted']) {
    await tell(event);
    const gone = await unreachable();
    expect([gone[`channel/${channelId}`], gone[`channel/${second}`]]).toEqual([event, event]);
    expect(Object.keys(gone).filter((key) => key.startsWith('personal/'))).toEqual([]);
    await tell('teamRestored');
    expect(await unreachable()).toEqual({});
  }
});

test('the app is removed from a team: nothing is posted there; added again, everything is', async () => {
  await directory([
    { id: channelId, name: 'Generelt' },
    { id: second, name: 'Sager' },
  ]);
  const removed = {
    type: 'installationUpdate',
    action: 'remove',
    channelData: { tenant: { id: SANDBOX_TENANT_ID }, team: { id: teamId } },
  };
  const { posted } = await rig.client.counters();
  const send = async (more: Json): Promise<number> =>
    (
      await rig.post(
        envelope(rig.teams.serviceUrl, mette, { ...removed, conversation: conversation(channelId), ...more }),
      )
    ).status;
  expect(await send({})).toBe(200);
  expect(Object.values(await unreachable())).toEqual(expect.arrayContaining(['AppRemoved', 'AppRemoved']));
  expect((await rig.client.counters()).posted).toBe(posted);
  expect(await send({ action: 'add' })).toBe(200);
  expect(await unreachable()).toEqual({});
});

test('a person removes the app and adds it again', async () => {
  const person = await rig.store.people.byAadObjectId(mette.aadObjectId);
  await rig.client.install({ as: mette.aadObjectId, action: 'remove' });
  await rig.client.settle();
  expect(await unreachable()).toEqual({ [`personal/${person?.id}`]: 'AppRemoved' });
  await rig.client.install({ as: mette.aadObjectId, action: 'add' });
  await rig.client.settle();
  expect(await unreachable()).toEqual({});
});

test('members who come and go, and events that are not known, are taken calmly', async () => {
  for (const event of ['teamMemberAdded', 'teamMemberRemoved', 'channelShared', 'somethingNew', '']) {
    await tell(event, { membersRemoved: [{ id: '29:somebody' }], membersAdded: [{ id: '29:somebody' }] });
    expect([event, await unreachable()]).toEqual([event, {}]);
  }
});
