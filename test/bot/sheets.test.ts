// Assessing in a spreadsheet, the whole way: a link in the chat, the page and the file over HTTP, given by a press in Teams.
import { definitionWith, both, submittedNomination } from '../process/builders';
import type { Definition, TaskDefinitionOf } from '../../services/process/definition/schema';
import { as } from '../../services/process/ids';
import type { PersonId, RoundId, TaskId } from '../../services/process/ids';
import { electorateFor } from '../../services/process/organisation/electorate';
import type { RoundCommand } from '../../services/process/round/commands';
import { emptyOrganisation } from '../../services/process/organisation/state';
import { SANDBOX_BOT_ID, SANDBOX_TENANT_ID } from '../../services/local/teams/local-teams';
import { columnsOf } from '../../services/sheets/assessments';
import { readSheet, writeSheet } from '../../services/sheets/workbook';
import { buttonsOf, person, startRig, wordsOf, type Rig } from './rig';

const mette = person(1, 'Mette Prøve');
const stranger = person(2, 'Lis Prøve');
const roundId = as<RoundId>('round-1');
const seat = { roundId, taskId: 'vurder', mandateId: 'seat-mette' };

const definition: Definition = definitionWith([{ id: 'vurder', kind: 'assess' }], {
  principles: [{ id: 'value', label: both('Værdi'), scored: true }],
  scale: [
    { id: 'none', value: 0, label: both('Slet ikke') },
    { id: 'high', value: 3, label: both('I høj grad') },
  ],
  evidence: [],
});

let rig: Rig;

beforeEach(async () => {
  rig = await startRig({ definitions: [definition], people: [mette, stranger], secretariat: [] });
  const { people } = rig.app.parts;
  const { id } = await people.meet({ aadObjectId: mette.aadObjectId, tenantId: SANDBOX_TENANT_ID, name: 'Mette' });
  await bySystem(startOf(id, new Date(rig.teams.now()).toISOString()));
});

async function bySystem(command: RoundCommand): Promise<void> {
  await rig.app.parts.rounds.execute(roundId, {
    actor: { kind: 'system' },
    now: new Date(rig.teams.now()).toISOString(),
    verb: command.type,
    subject: 'test',
    basis: 0,
    input: command,
    texts: null,
    command: () => command,
  });
}

afterEach(async () => rig.close());

function startOf(holder: PersonId, now: string): RoundCommand {
  const mandate = {
    id: as('seat-mette'),
    bodyId: as('udvalg'),
    role: 'member',
    holder,
    speaksFor: null,
    substitute: null,
    preparers: [],
    validFrom: null,
    validTo: null,
  } as const;
  const organisation = {
    ...emptyOrganisation,
    bodies: Object.fromEntries(definition.bodies.map((body) => [body.id, body])),
    mandates: { [mandate.id]: mandate },
  };
  return {
    type: 'StartRound',
    roundId,
    name: 'Runde 2027',
    definition,
    definitionHash: 'test',
    startsAt: now,
    orgSeq: 0,
    electorate: electorateFor(definition, organisation as never),
    previous: null,
    carriedOver: [submittedNomination('n1', '2027-001'), submittedNomination('n2', '2027-002')],
  };
}

/** Presses a button in the person's own chat; answers the card as sent. */
async function press(verb: string, from = mette): Promise<unknown> {
  const conversation = { id: `a:${from.aadObjectId}`, conversationType: 'personal', tenantId: SANDBOX_TENANT_ID };
  const answer = await rig.post({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `${verb}-${from.id}`,
    channelId: 'msteams',
    serviceUrl: rig.teams.serviceUrl,
    from: { id: from.id, name: from.name, aadObjectId: from.aadObjectId },
    recipient: { id: SANDBOX_BOT_ID, name: 'Trinvis' },
    conversation,
    channelData: { tenant: { id: SANDBOX_TENANT_ID } },
    value: { action: { type: 'Action.Execute', verb, data: { v: 1, verb, ...seat } }, trigger: 'manual' },
  });
  expect(answer.status).toBe(200);
  return answer.body;
}

async function link(): Promise<string> {
  const url = /http:\/\/127\.0\.0\.1:\d+(\/sheets\/\w+)/.exec(JSON.stringify(await press('sheet.show')))?.[1];
  if (url === undefined) throw new Error('no link on the card');
  return url;
}

async function send(path: string, file: Buffer): Promise<{ readonly lead: string; readonly lines: readonly string[] }> {
  const response = await fetch(`http://127.0.0.1:${rig.port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(file),
  });
  return (await response.json()) as { lead: string; lines: string[] };
}

const given = async (): Promise<readonly string[]> => {
  const work = (await rig.app.parts.rounds.read(roundId))?.state?.tasks[as<TaskId>('vurder')]?.work;
  return work?.family === 'assessments' ? Object.keys(work.given) : [];
};

async function filled(...rows: readonly (readonly string[])[]): Promise<Buffer> {
  const task = definition.steps[0]?.tasks[0] as TaskDefinitionOf<'assess'>;
  const name = (text: string): string => text;
  const words = { number: 'Nummer', title: 'Indstilling', evidence: '', reason: 'Begrundelse' };
  const columns = columnsOf({ definition, task }, 'da', { ...words, reasonFor: name, commentOn: name });
  return writeSheet('Vurderinger', columns, rows);
}

test('a sheet is downloaded, sent back, and given by a press in Teams: not before, and once', async () => {
  const path = await link();
  const page = await rig.get(path);
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'sha256-/);
  expect(String(page.body)).toContain('Send arket');
  const file = await fetch(`http://127.0.0.1:${rig.port}${path}/file`);
  const rows = await readSheet(Buffer.from(await file.arrayBuffer()));
  expect(rows?.map((row) => row[0])).toEqual(['Nummer', '2027-001', '2027-002']);

  const sent = await send(
    path,
    await filled(['2027-001', '', 'I høj grad', 'God'], ['2027-002', '', 'slet ikke', 'Svag']),
  );
  expect(sent.lead).toMatch(/^2 vurderinger er læst/);
  expect(await given()).toEqual([]);
  const read = await press('sheet.read');
  expect(wordsOf(buttonsOf(read))).toContain('Afgiv 2 vurderinger');
  expect(JSON.stringify(await press('sheet.give'))).toContain('2 vurderinger er afgivet.');
  expect(await given()).toEqual(['n1', 'n2']);
});

test('a sheet with faults is told every one of them, and nothing of it is kept', async () => {
  const path = await link();
  const wrong = await filled(
    ['2027-001', '', 'I høj grad', 'God'],
    ['2027-002', '', 'Stor', 'Nej'],
    ['2027-009', '', 'I høj grad', 'Nej'],
  );
  expect((await send(path, wrong)).lines).toEqual([
    'Række 3, Værdi: Ordet er ikke på skalaen.',
    'Række 4, Nummer: Nummeret er ikke blandt dine indstillinger.',
  ]);
  const missing = await filled(['2027-001', '', 'I høj grad', ''], ['2027-002', '', '', 'Patienten 010190-1234']);
  const lines = (await send(path, missing)).lines;
  expect(lines).toHaveLength(2);
  expect(lines.join(' ')).not.toContain('1234');
  expect((await send(path, Buffer.from('no sheet'))).lines).toHaveLength(1);
  expect(JSON.stringify(await press('sheet.give'))).toContain('0 vurderinger er afgivet.');
  expect(await given()).toEqual([]);
});

test('a link is worth nothing to others, once a newer one is asked for, made up, or to whoever has lost the seat', async () => {
  const first = await link();
  const second = await link();
  expect((await rig.get(first)).status).toBe(404);
  expect((await rig.get(second)).status).toBe(200);
  expect((await rig.get(`/sheets/${'0'.repeat(64)}`)).status).toBe(404);
  expect((await rig.get(`/sheets/${'0'.repeat(64)}/file`)).status).toBe(404);
  expect((await rig.get('/sheets/..%2f..%2fhealthz')).status).toBe(404);
  expect(JSON.stringify(await press('sheet.show', stranger))).not.toContain('/sheets/');
  expect(JSON.stringify(await press('sheet.give', stranger))).not.toContain('afgivet.');
  // The seat is taken away while the link still lives.
  const round = (await rig.app.parts.rounds.read(roundId))?.state;
  const electorate = { bodies: round?.electorate.bodies ?? {}, mandates: {} };
  await bySystem({ type: 'FollowOrganisation', orgSeq: 1, electorate });
  expect((await rig.get(second)).status).toBe(404);
  expect((await rig.get(`${second}/file`)).status).toBe(404);
  expect((await send(second, Buffer.from('no sheet'))).lines).toEqual([]);
});
