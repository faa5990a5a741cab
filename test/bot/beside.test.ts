// What is done beside the cards, as Teams sends it: searching and sharing, filing a message to the case, links of ours shown
// as cards. Found and filed is only what the person may see.
import { as } from '../../services/process/ids';
import type { BodyId, FieldId, NominationId, RoundId, TaskId } from '../../services/process/ids';
import { electorateFor } from '../../services/process/organisation/electorate';
import { emptyOrganisation } from '../../services/process/organisation/state';
import type { RoundCommand } from '../../services/process/round/commands';
import type { Actor } from '../../services/process/context';
import { definitionWith } from '../process/given';
import { form } from '../process/kinds/sketches';
import type { Json } from './asking';
import { envelope, written } from './asking';
import { anna, councilDefinition, mette, seatCouncil, secretary, stranger } from './council';
import type { Rig } from './rig';
import { startRig, wordsOf } from './rig';

const host = 'trinvis.example.dk';
const caseId = as<RoundId>('round-2');
let rig: Rig;

beforeAll(async () => {
  rig = await startRig({
    definitions: [councilDefinition],
    people: [],
    secretariat: [],
    env: { PUBLIC_URL: `https://${host}` },
  });
  await seatCouncil(rig);
  await startCase();
});
afterAll(async () => rig.close());

const bodies = [
  { id: 'office', kind: 'secretariat', da: 'Kontoret', en: 'The office' },
  { id: 'council', kind: 'council', da: 'Rådet', en: 'The council' },
  { id: 'region-nord', kind: 'region', da: 'Region Nord', en: 'Region North' },
];

/** A round that takes nominations, with two of the secretary's, backed by nobody's region but the council itself. */
async function startCase(): Promise<void> {
  const definition = definitionWith([{ id: 'indstil', kind: 'nominate', bodies: ['council'], workingDays: 20 }], {
    secretariat: 'office',
    bodies,
    form: { ...form, pages: form.pages.map((page) => ({ ...page, fields: page.fields.map(ofTheCouncil) })) },
  });
  const organisation = (await rig.app.parts.organisation.read('organisation'))?.state ?? emptyOrganisation;
  await execute({ kind: 'system' }, null, () => ({
    type: 'StartRound',
    roundId: caseId,
    name: 'Runde 2028',
    definition,
    definitionHash: 'test',
    startsAt: now(),
    orgSeq: organisation.seq,
    electorate: electorateFor(definition, organisation),
    previous: null,
    carriedOver: [],
  }));
  await nominated('n1', 'Arvelige øjensygdomme hos voksne');
  await nominated('n2', 'Nyresvigt uden kendt årsag');
}

function ofTheCouncil<Field extends { readonly kind: string }>(field: Field): Field {
  return field.kind === 'bodies' ? { ...field, from: ['council'] } : field;
}

async function nominated(id: string, title: string): Promise<void> {
  const nominationId = as<NominationId>(id);
  const council = as<BodyId>('council');
  await execute(await actorOf(secretary), { titel: title }, (texts) => ({
    type: 'SendForBacking',
    taskId: as<TaskId>('indstil'),
    nominationId,
    onBehalfOf: [council],
    texts: texts ?? { id: as(''), hash: '', fields: [] },
    facts: { [as<FieldId>('paa-vegne-af')]: ['council'] },
    colleagues: [],
  }));
  await execute(await actorOf(mette), null, () => ({
    type: 'BackNomination',
    nominationId,
    bodyId: council,
    basis: 1,
  }));
}

const now = (): string => new Date(rig.teams.now()).toISOString();

async function actorOf(one: typeof mette): Promise<Actor> {
  const person = await rig.store.people.byAadObjectId(one.aadObjectId);
  if (person === null) throw new Error('nobody');
  return { kind: 'person', personId: person.id };
}

async function execute(
  actor: Actor,
  texts: Readonly<Record<string, string>> | null,
  command: (texts: Parameters<Parameters<typeof rig.app.parts.rounds.execute>[1]['command']>[0]) => RoundCommand,
): Promise<void> {
  const plain = command(null);
  const outcome = await rig.app.parts.rounds.execute(caseId, {
    actor,
    now: now(),
    verb: plain.type,
    subject: JSON.stringify(plain),
    basis: 0,
    input: plain,
    texts,
    command,
  });
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusal));
}

async function invoke(from: typeof mette, name: string, value: Json): Promise<Json> {
  const { status, body } = await rig.post(envelope(rig.teams.serviceUrl, from, { type: 'invoke', name, value }));
  expect(status).toBe(200);
  return body as Json;
}

interface Result {
  readonly composeExtension?: {
    readonly type: string;
    readonly text?: string;
    readonly attachments?: readonly {
      readonly content: unknown;
      readonly preview: { readonly content: { readonly title: string; readonly text: string } };
    }[];
  };
}

async function found(from: typeof mette, query: string): Promise<readonly string[]> {
  const parameters = [{ name: query === '' ? 'initialRun' : 'query', value: query === '' ? 'true' : query }];
  const answer: Result = await invoke(from, 'composeExtension/query', { commandId: 'find', parameters });
  return (answer.composeExtension?.attachments ?? []).map(({ preview }) => preview.content.title);
}

describe('searching beside a message', () => {
  it('finds by number, by word in another form, and by organisation', async () => {
    expect(await found(mette, '2027-002')).toEqual(['2027-002 Nyresvigt uden kendt årsag']);
    expect(await found(mette, 'øjensygdommene')).toEqual(['2027-001 Arvelige øjensygdomme hos voksne']);
    expect(await found(anna, 'nyresvig')).toHaveLength(1);
    expect(await found(mette, 'Rådet')).toHaveLength(2);
  });

  it('begins with the newest, and says when nothing is found', async () => {
    expect(await found(mette, '')).toEqual([
      '2027-002 Nyresvigt uden kendt årsag',
      expect.stringContaining('2027-001'),
    ]);
    const none = await invoke(mette, 'composeExtension/query', {
      commandId: 'find',
      parameters: [{ name: 'query', value: 'xyzzy' }],
    });
    expect(none).toMatchObject({
      composeExtension: { type: 'message', text: expect.stringContaining('Intet fundet') },
    });
  });

  it('shares a card without own answers or inputs', async () => {
    const answer: Result = await invoke(mette, 'composeExtension/query', {
      commandId: 'find',
      parameters: [{ name: 'query', value: '2027-001' }],
    });
    const card = answer.composeExtension?.attachments?.[0]?.content;
    expect(wordsOf(card)).toContain('Status: modtaget');
    expect(JSON.stringify(card)).not.toMatch(/Input\.|Action\.Execute|Action\.Submit|refresh/);
  });

  it('finds nothing for one without a seat', async () => {
    expect(await found(stranger, '2027-001')).toEqual([]);
  });

  it.each([{}, { parameters: 'x' }, { parameters: [{ name: 'query', value: { $ne: 1 } }] }, { parameters: [null] }])(
    'takes anything for a question: %j',
    async (value) => {
      await invoke(mette, 'composeExtension/query', value);
    },
  );
});

describe('links of ours', () => {
  it('are shown as a card to who may see it, and to nobody else', async () => {
    const url = `https://${host}/n/2027-001`;
    const shown: Result = await invoke(mette, 'composeExtension/queryLink', { url });
    expect(wordsOf(shown.composeExtension?.attachments?.[0]?.content)).toContain('Arvelige øjensygdomme');
    expect(await invoke(stranger, 'composeExtension/queryLink', { url })).toEqual({});
  });

  it.each(['https://elsewhere.dk/n/2027-001', `https://${host}/n/2027-001/../x`, `http://${host}/n/2027-001`, 'x', ''])(
    'are no others: %s',
    async (url) => {
      expect(await invoke(mette, 'composeExtension/queryLink', { url })).toEqual({});
    },
  );

  it('lead nowhere without an app in Teams, and tell nothing', async () => {
    for (const path of ['/n/2027-001', '/n/2099-999', '/n/x'])
      expect(await rig.get(path)).toMatchObject({ status: 404, body: null });
  });

  it('end in a chat where the number is understood', async () => {
    await rig.post(written(rig.teams.serviceUrl, mette, '2027-001'));
    expect(JSON.stringify(await rig.client.traffic())).toContain('Arvelige øjensygdomme');
  });
});

describe('filing a message', () => {
  const message = {
    id: '1616990032035',
    createdDateTime: '2027-01-12T07:30:00+00:00',
    linkToMessage: 'https://teams.microsoft.com/l/message/19:c@thread.tacv2/1616990032035',
    from: { user: { id: 'x', displayName: 'Ole Prøve', userIdentityType: 'aadUser' } },
    body: { contentType: 'html', content: '<p>Vi har talt om afgrænsningen</p>' },
  };
  const opening = { commandId: 'file', commandContext: 'message', messagePayload: message };
  const filing = (data: Json) => ({ ...opening, data: { v: 1, verb: 'note.file', ...data } });
  const notes = async () => (await rig.app.parts.rounds.read(caseId))?.state?.matters.notes ?? [];

  it('asks for a case and a theme, and offers only one’s own', async () => {
    const asked = await invoke(mette, 'composeExtension/fetchTask', opening);
    expect(asked).toMatchObject({ task: { type: 'continue', value: { title: 'Føj til sagen' } } });
    expect(wordsOf(asked)).not.toContain('afgrænsningen');
    expect(JSON.stringify(asked)).toContain('Runde 2028: hele runden');
    expect(JSON.stringify(asked)).toContain('2027-002 Nyresvigt');
    expect(JSON.stringify(await invoke(stranger, 'composeExtension/fetchTask', opening))).toContain('ingen sag');
  });

  it('is filed with its date, once, and the secretariat reads it', async () => {
    const data = { case: `${caseId}/n1`, theme: 'Afgrænsning drøftet' };
    expect(JSON.stringify(await invoke(mette, 'composeExtension/submitAction', filing(data)))).toContain(
      'Føjet til sagen.',
    );
    await invoke(anna, 'composeExtension/submitAction', filing({ ...data, theme: 'Once more' }));
    expect(await notes()).toMatchObject([{ nominationId: 'n1', sentAt: '2027-01-12T07:30:00.000Z' }]);
    await rig.post(written(rig.teams.serviceUrl, secretary, 'notater'));
    const told = JSON.stringify(await rig.client.traffic());
    expect(told).toContain('Afgrænsning drøftet');
    expect(told).toContain(message.linkToMessage);
  });

  it.each([
    ['one without a seat', stranger, { case: `${caseId}/n2`, theme: 'x' }],
    ['no theme', mette, { case: `${caseId}/n2`, theme: ' ' }],
    ['no case', mette, { theme: 'x' }],
    ['a CPR number', mette, { case: `${caseId}/n2`, theme: 'om 010190-1234' }],
    ['a name of every object', mette, { case: `${caseId}/constructor`, theme: 'x' }],
    ['another round', mette, { case: 'round-9/n2', theme: 'x' }],
  ])('is refused: %s', async (_, from, data) => {
    const before = (await notes()).length;
    await invoke(from, 'composeExtension/submitAction', filing(data));
    expect((await notes()).length).toBe(before);
  });

  it('needs a message', async () => {
    const before = (await notes()).length;
    await invoke(mette, 'composeExtension/submitAction', { commandId: 'file', data: filing({}).data });
    await invoke(mette, 'task/submit', { data: { v: 1, verb: 'note.file', case: `${caseId}/n2`, theme: 'x' } });
    expect((await notes()).length).toBe(before);
  });
});
