/** The wire protocol itself: what drivers may send beyond what this driver sends, and bytes that are no protocol. */
import * as fc from 'fast-check';
import { crc32c } from '../../../services/store/embedded/wire/crc32c';
import { body, document, flags, message, opMsg, RawClient, sequence } from './support/raw';
import { startRunning, type Running } from './support/running';

const SEED = 20_260_401;

let running: Running;
let raw: RawClient;

beforeAll(async () => {
  running = await startRunning();
});
afterAll(async () => running.stop());
beforeEach(() => {
  raw = new RawClient(running.server.uri);
});
afterEach(() => raw.end());

const MORE_TO_COME = 2;
const CHECKSUM_PRESENT = 1;

test('the legacy hello is answered by OP_REPLY', async () => {
  const query = Buffer.concat([
    flags(0),
    Buffer.from('admin.$cmd\0'),
    flags(0),
    flags(1),
    document({ isMaster: 1, helloOk: true }),
  ]);
  const reply = await raw.ask(message(2004, query));
  expect(reply).toMatchObject({ opCode: 1, responseTo: 7, fields: { ismaster: true, helloOk: true, ok: 1 } });
});

test('no other command comes by OP_QUERY', async () => {
  const query = Buffer.concat([flags(0), Buffer.from('raw.$cmd\0'), flags(0), flags(1), document({ insert: 'x' })]);
  expect(await raw.ask(message(2004, query))).toMatchObject({ fields: { ok: 0, code: 59 } });
});

test('documents may come as a sequence beside the body, before or after it', async () => {
  const documents = sequence('documents', [{ _id: 1 }, { _id: 2 }]);
  const insert = body({ insert: 'sequences' });
  expect(await raw.ask(message(2013, flags(0), insert, documents))).toMatchObject({ fields: { n: 2, ok: 1 } });
  const more = sequence('documents', [{ _id: 2 }, { _id: 3 }]);
  const reply = await raw.ask(message(2013, flags(0), more, insert));
  expect(reply).toMatchObject({ fields: { n: 0, writeErrors: [{ index: 0, code: 11000 }] } });
});

test('a sequence nobody asked for is refused', async () => {
  const unknown = await raw.ask(message(2013, flags(0), body({ find: 'x' }), sequence('x', [{}])));
  expect(unknown).toMatchObject({ fields: { ok: 0, code: 40415 } });
});

test('a checksum is checked', async () => {
  const bytes = message(2013, flags(CHECKSUM_PRESENT), body({ ping: 1 }), flags(0));
  bytes.writeUInt32LE(crc32c(bytes.subarray(0, bytes.length - 4)), bytes.length - 4);
  expect(await raw.ask(bytes)).toMatchObject({ fields: { ok: 1 } });
  bytes.writeUInt32LE(1, bytes.length - 4);
  expect(await raw.ask(bytes)).toBe('closed');
});

test('CRC-32C is that of RFC 3720', () => {
  expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa);
  expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
});

test('a message with moreToCome is carried out and not answered', async () => {
  raw.send(message(2013, flags(MORE_TO_COME), body({ insert: 'quiet', documents: [{ _id: 1 }] })));
  expect(await raw.ask(opMsg({ count: 'quiet' }))).toMatchObject({ fields: { n: 1 } });
});

test('requests on one connection are answered in order, writes and reads mixed', async () => {
  const requests = Array.from({ length: 40 }, (_, at) =>
    at % 2 === 0 ? opMsg({ insert: 'mixed', documents: [{ _id: at }] }) : opMsg({ count: 'mixed' }),
  );
  raw.send(Buffer.concat(requests));
  for (let at = 0; at < 40; at += 1)
    expect(await raw.next()).toMatchObject({ fields: { n: at % 2 === 0 ? 1 : (at + 1) / 2 } });
});

test('a message may come byte by byte', async () => {
  for (const byte of opMsg({ ping: 1 })) raw.send(Buffer.from([byte]));
  expect(await raw.next()).toMatchObject({ fields: { ok: 1 } });
});

test('bad BSON in a good message is an error, and the connection stays', async () => {
  const bytes = opMsg({ find: 'x', filter: { a: 'text' } });
  bytes.writeInt32LE(1_000_000, bytes.indexOf('text') - 4);
  expect(await raw.ask(bytes)).toMatchObject({ fields: { ok: 0, code: 22, codeName: 'InvalidBSON' } });
  expect(await raw.ask(opMsg({ ping: 1 }))).toMatchObject({ fields: { ok: 1 } });
});

test('nesting without end is refused', async () => {
  let inner: Record<string, unknown> = {};
  for (let depth = 0; depth < 150; depth += 1) inner = { a: inner };
  expect(await raw.ask(opMsg({ find: 'x', filter: inner }))).toMatchObject({ fields: { ok: 0, code: 22 } });
});

test.each([
  ['a length below a header', Buffer.alloc(16)],
  ['a negative length', Buffer.concat([flags(0xffffffff), Buffer.alloc(12)])],
  ['a length beyond 48 MB', Buffer.concat([flags(48_000_001), Buffer.alloc(12)])],
  ['an unknown opcode', message(1234, Buffer.alloc(8))],
  ['a compressed message', message(2012, Buffer.alloc(20))],
  ['an OP_MSG without flags', message(2013)],
  ['an OP_MSG without sections', message(2013, flags(0))],
  ['an unknown flag', message(2013, flags(4), body({ ping: 1 }))],
  ['an unknown section', message(2013, flags(0), Buffer.from([9]), document({}))],
  ['two bodies', message(2013, flags(0), body({ ping: 1 }), body({ ping: 1 }))],
  [
    'a sequence longer than its message',
    message(2013, flags(0), Buffer.from([1]), flags(9999), Buffer.from('documents\0')),
  ],
  ['a document longer than its message', message(2013, flags(0), Buffer.from([0]), flags(9999))],
  ['an OP_QUERY without end', message(2004, Buffer.from('no end'))],
])('%s closes the connection', async (_what, bytes) => {
  expect(await raw.ask(bytes)).toBe('closed');
});

test('whatever bytes come, the server goes on', async () => {
  const seeds = [
    opMsg({ insert: 'fuzz', documents: [{ _id: 1, a: 'x', b: [1, { c: null }] }] }),
    opMsg({ update: 'fuzz', updates: [{ q: { a: 'x' }, u: { $set: { 'b.0': 1 }, $inc: { n: 1 } }, upsert: true }] }),
    opMsg({ find: 'fuzz', filter: { a: { $in: ['x', 1] } }, sort: { a: 1 }, projection: { b: 1 } }),
    opMsg({ aggregate: 'fuzz', pipeline: [{ $group: { _id: '$a', n: { $sum: 1 } } }], cursor: {} }),
    opMsg({ createIndexes: 'fuzz', indexes: [{ key: { a: 1 }, name: 'a_1' }] }),
    message(2013, flags(0), body({ insert: 'fuzz' }), sequence('documents', [{ a: 1 }])),
  ];
  const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 });
  const holds = fc.asyncProperty(fc.nat({ max: seeds.length - 1 }), damage, fc.nat(), async (at, changes, cut) => {
    const bytes = Buffer.from(seeds[at] ?? Buffer.alloc(0));
    for (const [where, value] of changes) bytes[4 + (where % (bytes.length - 4))] = value;
    // The length stays true, so that the damage is looked at and not waited for.
    const end = cut % 3 === 0 ? 16 + (cut % (bytes.length - 16)) : bytes.length;
    bytes.writeInt32LE(end, 0);
    const client = new RawClient(running.server.uri);
    client.send(bytes.subarray(0, end));
    client.send(opMsg({ ping: 1 }));
    const first = await client.next();
    expect(first === 'closed' || first.fields['ok'] !== undefined).toBe(true);
    client.end();
  });
  await fc.assert(holds, { seed: SEED, numRuns: 400 });
  expect(await raw.ask(opMsg({ ping: 1 }))).toMatchObject({ fields: { ok: 1 } });
});

test('noise instead of messages does not matter either', async () => {
  const holds = fc.asyncProperty(fc.uint8Array({ minLength: 16, maxLength: 200 }), async (noise) => {
    const client = new RawClient(running.server.uri);
    const bytes = Buffer.from(noise);
    bytes.writeInt32LE(bytes.length, 0);
    expect(await client.ask(bytes)).toBe('closed');
  });
  await fc.assert(holds, { seed: SEED, numRuns: 100 });
});

test('a client that does not read is not written to without end', async () => {
  const text = 'x'.repeat(1_000_000);
  await running.client.db('raw').collection<{ _id: number; text: string }>('big').insertOne({ _id: 1, text });
  raw.socket.pause();
  const before = process.memoryUsage().external;
  for (let at = 0; at < 100; at += 1) raw.send(opMsg({ find: 'big' }));
  // Other clients are served meanwhile; 100 answers would be 100 MB.
  for (let at = 0; at < 50; at += 1) await running.client.db('raw').command({ ping: 1 });
  expect(process.memoryUsage().external - before).toBeLessThan(30_000_000);
  raw.socket.resume();
  for (let at = 0; at < 100; at += 1) expect(await raw.next()).toMatchObject({ fields: { ok: 1 } });
});
