// What one writes and another goes on with: an answer that a preparer writes and the holder gives, one that the secretariat
// enters, and a nomination taken along into the next round. By card, from press to record.
import type { LocalPerson } from '../../services/local/teams/api';
import {
  as,
  type BodyId,
  type FieldId,
  type MandateId,
  type NominationId,
  type PersonId,
} from '../../services/process/ids';
import type { RoundId, TaskId, TextId } from '../../services/process/ids';
import { electorateFor } from '../../services/process/organisation/electorate';
import { emptyOrganisation } from '../../services/process/organisation/state';
import type { RoundCommand } from '../../services/process/round/commands';
import { definitionWith } from '../process/given';
import { form } from '../process/kinds/sketches';
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
import { envelope } from './asking';
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

/** The same from an open dialog: what stands in it afterwards, or the words it closes with. */
async function submit(who: LocalPerson, verb: string, more: object): Promise<{ words: string; stays: boolean }> {
  const data = { v: 1, verb, roundId, taskId: 'ballot', ...more };
  const { body } = await rig.post(
    envelope(rig.teams.serviceUrl, who, { type: 'invoke', name: 'task/submit', value: { data } }),
  );
  const { task } = body as { task: { type: string; value: unknown } };
  const words = typeof task.value === 'string' ? task.value : JSON.stringify(task.value);
  return { words, stays: task.type === 'continue' };
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

describe('a dialog', () => {
  test('closes with what was done, and never calls a prepared answer an answer', async () => {
    const seat = { mandateId: 'seat-mette' };
    expect(await submit(stranger, 'ballot.prepare', { ...seat, choice: 'for' })).toEqual({
      words: 'Gemt.',
      stays: false,
    });
    const present = (await ballotOf('seat-mette')) as { revision: number };
    const answer = { ...seat, choice: 'for', reason: 'Enig.', basis: present.revision };
    const given = await submit(mette, 'ballot.cast', answer);
    expect(given).toEqual({ words: 'Dit svar er modtaget.', stays: false });
  });

  test('stays open with buttons of its own kind while another answer stands; the press there gives it', async () => {
    const stale = await submit(mette, 'ballot.cast', { mandateId: 'seat-mette', choice: 'abstain', basis: 0 });
    expect(stale.stays).toBe(true);
    expect(stale.words).toContain('Action.Submit');
    expect(stale.words).not.toMatch(/Action\.Execute|task\/fetch/);
    expect(await ballotOf('seat-mette')).toMatchObject({ choice: 'for', revision: 2 });
    const { revision: basis } = (await ballotOf('seat-mette')) as { revision: number };
    const confirmed = await submit(mette, 'ballot.confirm', { mandateId: 'seat-mette', choice: 'abstain', basis });
    expect(confirmed).toEqual({ words: 'Dit svar er modtaget.', stays: false });
  });
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

describe('a nomination that was too late, taken along into the next round', () => {
  const [before, next] = [as<RoundId>('round-8'), as<RoundId>('round-9')];
  const task = as<TaskId>('indstil');
  const [indstiller, medindstiller] = [mette, jens];

  beforeAll(async () => {
    await startNominating(before, '2026-01-12T09:00:00.000Z');
    for (const id of ['late-1', 'late-2']) await sendLate(before, id, '2026-01-13T09:00:00.000Z');
    await execute(before, null, '2026-06-01T09:00:00.000Z', null, () => ({ type: 'Advance' }));
    await startNominating(next, new Date(rig.teams.now()).toISOString());
  });

  async function startNominating(id: RoundId, startsAt: string): Promise<void> {
    const bodies = councilDefinition.bodies;
    const pages = form.pages.map((page) => ({
      ...page,
      fields: page.fields.map((field) => (field.kind === 'bodies' ? { ...field, from: ['council'] } : field)),
    }));
    const tasks = [{ id: 'indstil', kind: 'nominate' as const, bodies: ['council'], workingDays: 20 }];
    const definition = definitionWith(tasks, { secretariat: 'office', bodies, form: { ...form, pages } });
    const organisation = (await rig.app.parts.organisation.read('organisation'))?.state ?? emptyOrganisation;
    await execute(id, null, startsAt, null, () => ({
      type: 'StartRound',
      roundId: id,
      name: id,
      definition,
      definitionHash: 'test',
      startsAt,
      orgSeq: organisation.seq,
      electorate: electorateFor(definition, organisation),
      previous: null,
      carriedOver: [],
    }));
  }

  async function personOf(one: LocalPerson): Promise<PersonId> {
    return (await rig.store.people.byAadObjectId(one.aadObjectId))?.id ?? as<PersonId>('nobody');
  }

  /** By both together: without the organisation's backing it waits. */
  async function sendLate(id: RoundId, nominationId: string, at: string): Promise<void> {
    const colleague = await personOf(medindstiller);
    await execute(id, await personOf(indstiller), at, { titel: 'Sidste års ord' }, (texts) => ({
      type: 'SendForBacking',
      taskId: task,
      nominationId: as<NominationId>(nominationId),
      onBehalfOf: [as<BodyId>('council')],
      texts: texts ?? { id: as<TextId>(''), hash: '', fields: [] },
      facts: { [as<FieldId>('paa-vegne-af')]: ['council'] },
      colleagues: [colleague],
    }));
  }

  async function execute(
    id: RoundId,
    personId: PersonId | null,
    now: string,
    texts: Readonly<Record<string, string>> | null,
    command: Parameters<typeof rig.app.parts.rounds.execute>[1]['command'],
  ): Promise<void> {
    const plain: RoundCommand = command(null);
    const outcome = await rig.app.parts.rounds.execute(id, {
      actor: personId === null ? { kind: 'system' } : { kind: 'person', personId },
      now,
      verb: plain.type,
      subject: JSON.stringify(plain),
      basis: 0,
      input: plain,
      texts,
      command,
    });
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusal));
  }

  const carry = async (who: LocalPerson, nominationId: string) =>
    press(who, 'nomination.carry', { roundId: next, taskId: task, from: before, nominationId });

  it('is its nominators’ together, whoever of them had begun to change it', async () => {
    const owner = await personOf(medindstiller);
    const kept = { kind: 'nomination', subject: `${before}/${task}`, updatedAt: '2026-01-14T09:00:00.000Z' };
    const data = { texts: { titel: 'Rettet' }, facts: {} };
    await rig.store.drafts.save({ ...kept, id: 'late-1', personId: owner, data });
    await carry(indstiller, 'late-1');
    const carried = { personId: owner, subject: `${next}/${task}`, sharedWith: [await personOf(indstiller)], data };
    expect(await rig.store.drafts.read('late-1')).toMatchObject(carried);
    expect(await carry(indstiller, 'late-1')).toMatch(/Rettet/);
  });

  it('is told of to a colleague each time it is shared with him anew, and once each time', async () => {
    const told = async () => (await rig.store.notices.ofPrefix('draftShared/')).length;
    const share = async (inputs: object) =>
      press(indstiller, 'nomination.share', { roundId: next, taskId: task, nominationId: 'late-3', ...inputs });
    const owned = { personId: await personOf(indstiller), kind: 'nomination', subject: `${next}/${task}` };
    const data = { texts: { titel: 'Ny' }, facts: {} };
    await rig.store.drafts.save({ ...owned, id: 'late-3', data, updatedAt: '2027-01-13T09:00:00.000Z' });
    for (const _ of ['pressed', 'twice']) await share({ people: stranger.aadObjectId });
    expect(await told()).toBe(1);
    await share({ stop: await personOf(stranger) });
    await share({ people: stranger.aadObjectId });
    expect(await told()).toBe(2);
  });

  it('keeps a field of which a CPR number was taken out, and asks before a form of a draft changes what was sent', async () => {
    const page0 = { roundId: next, taskId: task, nominationId: 'late-4', page: 0, go: 'next', seen: 1 };
    const owned = { personId: await personOf(indstiller), kind: 'nomination', subject: `${next}/${task}` };
    const data = { texts: { titel: 'Før' }, facts: {} };
    await rig.store.drafts.save({ ...owned, id: 'late-4', data, updatedAt: '2027-01-13T09:00:00.000Z' });
    await press(indstiller, 'nomination.save', { ...page0, field_titel: 'om 010190-1234' });
    expect(await rig.store.drafts.read('late-4')).toMatchObject({ data, revision: 1 });
    await rig.store.drafts.remove('late-4');
    await sendLate(next, 'late-4', new Date(rig.teams.now()).toISOString());
    const asked = await press(medindstiller, 'nomination.save', { ...page0, field_titel: 'Mit' });
    expect(asked).toMatch(/Mette Prøve har skrevet: Sidste års ord/);
    expect(await rig.store.drafts.read('late-4')).toBeNull();
    await press(medindstiller, 'nomination.save', { ...page0, basis: 1, seen: 0, field_titel: 'Mit' });
    expect(await rig.store.drafts.read('late-4')).toMatchObject({ data: { texts: { titel: 'Mit' } } });
  });

  it('stays as it was sent there, when the old button is pressed again', async () => {
    await carry(indstiller, 'late-2');
    expect(await rig.store.drafts.read('late-2')).toMatchObject({ subject: `${next}/${task}` });
    await rig.store.drafts.remove('late-2');
    await sendLate(next, 'late-2', new Date(rig.teams.now()).toISOString());
    await carry(indstiller, 'late-2');
    expect(await rig.store.drafts.read('late-2')).toBeNull();
  });
});
