// What Trinvis has Microsoft Graph do beside the process, over the wire to a Graph on this machine: each once, following the
// record, surviving what goes wrong, and telling the secretariat calmly which consent is missing.
import { noUses } from '../../services/delivery/errands';
import type { GraphUses } from '../../services/delivery/errands';
import { readLedger } from '../../services/delivery/errands/errand';
import { as } from '../../services/process/ids';
import type { BodyId, MandateId, MeetingId } from '../../services/process/ids';
import { wordsOf } from '../bot/rig';
import { ballot, channelId, seatCouncil, teamId, type Council } from '../delivery/council';
import { startGround, type Ground } from '../delivery/ground';
import type { Asked, Laid, LoopbackGraph } from './loopback';
import { startLoopbackGraph } from './loopback';

const officeChannel = '19:other@thread.tacv2';
const mailbox = '77777777-7777-4777-8777-777777777777';
const uses: GraphUses = { ...noUses, files: true, feed: true, calendar: { organiser: mailbox, deadlines: false } };
const meetingId = as<MeetingId>('meeting-1');

let loopback: LoopbackGraph;
let ground: Ground;
let council: Council;
/** Missing consents: a part of a line that is answered with 403. */
let refused: string | null;

beforeEach(async () => {
  refused = null;
  loopback = await startLoopbackGraph();
  loopback.route((line) => (refused !== null && line.includes(refused) ? forbidden : answerTo(line)));
  ground = await startGround({ graph: { graph: loopback.graph, uses } });
  council = await seatCouncil(ground, { members: 3 });
  await council.bindChannel('office', officeChannel);
  await learnGroup('team-group');
});
afterEach(async () => {
  await ground.close();
  await loopback.close();
});

async function learnGroup(group: string | null): Promise<void> {
  await ground.one.store.settings.write('channels', {
    [channelId]: { teamId, channelId, team: 'Rådet', channel: 'Generelt', ...(group === null ? {} : { group }) },
  });
}

const forbidden: Laid = { status: 403, body: { error: { code: 'Forbidden', message: '' } } };

function answerTo(line: string): Laid {
  if (line.includes('/filesFolder')) return { body: { id: 'folder', parentReference: { driveId: 'drive' } } };
  if (line.startsWith('PUT ')) return { status: 201, body: { id: 'file', webUrl: 'https://contoso.example/referat' } };
  if (line.includes('/teamwork/sendActivityNotification') || line.endsWith('/cancel')) return { status: 204 };
  if (line.includes('/events')) return { status: 201, body: { id: 'event-1' } };
  const [, id = ''] = /users\/([^?/]+)/.exec(line) ?? [];
  return { body: { id, displayName: `Navn ${id.slice(-1)}`, mail: `p${id.slice(-1)}@example.dk` } };
}

interface Started {
  readonly start: { readonly dateTime: string };
}

const asked = (part: string): readonly Asked[] => loopback.asked.filter(({ line }) => line.includes(part));
const office = () => council.people.at(-1)?.personId;
const council1 = as<BodyId>('council');

async function call(at: string): Promise<void> {
  await council.give({ type: 'CallMeeting', meetingId, bodyId: council1, at, agenda: [ballot] }, office());
  await ground.one.tick();
}

test('a meeting is entered once with its transactionId, moved with it, moved back, and cancelled when all is settled', async () => {
  await call('2027-01-20T09:00:00.000Z');
  await ground.one.tick();
  const [entered, ...more] = asked('/events');
  expect(more).toEqual([]);
  expect(entered?.line).toBe(`POST /v1.0/users/${mailbox}/events`);
  expect(entered?.body).toMatchObject({
    subject: 'Møde: Rådet (Runde round-1)',
    start: { dateTime: '2027-01-20T09:00:00.000', timeZone: 'UTC' },
    end: { dateTime: '2027-01-20T10:00:00.000' },
    body: { content: 'Indkaldt i Trinvis. Dagsorden:\n1. Afstemning' },
    transactionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    attendees: expect.arrayContaining(
      [0, 1, 2].map((one) => ({
        emailAddress: { address: `p${one}@example.dk`, name: `Navn ${one}` },
        type: 'required',
      })),
    ),
  });
  const moments = ['2027-02-01T09', '2027-01-20T09', '2027-02-01T09'];
  for (const moment of moments) await call(`${moment}:00:00.000Z`);
  const moves = asked('/events/event-1').map(({ line, body }) => [line.slice(0, 5), (body as Started).start.dateTime]);
  expect(moves).toEqual(moments.map((moment) => ['PATCH', `${moment}:00:00.000`]));
  for (const member of [0, 1, 2]) await council.vote(member);
  ground.moveTo('2027-01-27T11:05:00.000Z');
  await ground.one.tick();
  await ground.one.tick();
  expect(asked('/cancel').map(({ line }) => line)).toEqual([`POST /v1.0/users/${mailbox}/events/event-1/cancel`]);
});

test('minutes are put into the channel’s folder once the meeting is over, and their link is kept for the cards', async () => {
  const seats = [0, 1, 2].map((one) => as<MandateId>(`seat-${one}`));
  await call('2027-01-20T09:00:00.000Z');
  expect(asked('PUT ')).toEqual([]);
  ground.moveTo('2027-01-20T09:30:00.000Z');
  await council.give({ type: 'RecordAttendance', meetingId, present: seats, apologies: [] }, office());
  const decided = { choice: 'for', otherwise: {}, left: [], texts: null } as const;
  await council.give({ type: 'DecideAtMeeting', meetingId, taskId: ballot, ...decided }, office());
  await council.give({ type: 'CloseMeeting', meetingId }, office());
  await learnGroup(null);
  await ground.one.tick();
  await learnGroup('team-group');
  refused = '/filesFolder';
  ground.moveTo('2027-01-21T09:31:00.000Z');
  await ground.one.tick();
  refused = null;
  ground.moveTo('2027-01-22T09:32:00.000Z');
  await ground.one.tick();
  await ground.one.tick();
  const [file, ...more] = asked('PUT ');
  expect(more).toEqual([]);
  const name = encodeURIComponent('Referat 2027-01-20 kl. 10.00 Rådet Runde round-1.md');
  expect(file?.line).toBe(`PUT /v1.0/drives/drive/items/folder:/${name}:/content`);
  expect(file?.body).toContain('# Referat: Rådet, 20. januar 2027');
  const ledger = await readLedger(ground.one.store.settings, 'round-1');
  expect(ledger[`minutes/${meetingId}`]?.result).toEqual({ webUrl: 'https://contoso.example/referat' });
  const [told, ...again] = (await ground.messages(council.people[0]?.aadObjectId ?? '', officeChannel))
    .flatMap(({ cards }) => cards)
    .map(wordsOf)
    .filter((words) => words.includes('En tilladelse til Microsoft Graph mangler'));
  expect(told).toContain(
    'Trinvis kan ikke lægge referater og planer i kanalens mappe, fordi tilladelsen File.Read.Group (eller Sites.Selected, Files.ReadWrite.All) ikke er givet. Alt andet virker som før.',
  );
  expect(again).toEqual([]);
});

test('a reminder shows in the activity feed too, once, and says nothing of what it is about', async () => {
  await ground.one.tick();
  ground.moveTo('2027-01-14T07:00:00.000Z');
  await ground.one.tick();
  await ground.one.tick();
  const shown = asked('sendActivityNotification');
  expect(shown.map(({ line }) => line).sort()).toEqual(
    [0, 1, 2].map((one) => `POST /v1.0/users/${council.people[one]?.aadObjectId}/teamwork/sendActivityNotification`),
  );
  expect(JSON.stringify(shown[0]?.body)).not.toContain('Afstemning');
});

test('what may have been done is not done twice, what was not is tried again, and nothing else waits for it', async () => {
  let events = 0;
  loopback.route((line) => {
    if (!line.includes('/events')) return answerTo(line);
    events += 1;
    return events === 1 ? { cut: true } : answerTo(line);
  });
  await call('2027-01-20T09:00:00.000Z');
  const keys = asked('/events').map(({ body }) => (body as { readonly transactionId: string }).transactionId);
  expect(new Set(keys).size).toBe(1);
  expect(keys).toHaveLength(2);
  expect(ground.one.failures).toEqual([]);
  expect((await ground.messages(council.people[0]?.aadObjectId ?? '', channelId)).length).toBeGreaterThan(0);
});

test('a meeting that was moved while its entry’s answer was lost stands at its new time', async () => {
  loopback.route((line) => (line.includes('/events') ? { cut: true } : answerTo(line)));
  await call('2027-01-20T09:00:00.000Z');
  loopback.route(answerTo);
  await call('2027-02-01T09:00:00.000Z');
  const last = asked('/events').at(-1) ?? { line: '', body: null };
  expect([last.line.slice(0, 5), (last.body as Started).start.dateTime]).toEqual(['PATCH', '2027-02-01T09:00:00.000']);
});
