/**
 * Who this server says it is: a standalone MongoDB 7.0. Owns hello, ping, buildInfo and the commands about sessions that
 * have nothing to do here.
 */
import {
  DOCUMENT_BYTES_MAX,
  MESSAGE_BYTES_MAX,
  SESSION_TIMEOUT_MINUTES,
  WIRE_VERSION_MAX,
  WRITE_BATCH_MAX,
} from '../limits';
import type { Command } from './command';
import { newReply } from './command';

/** The version whose behaviour is kept, within what the embedded server knows. */
const VERSION = [7, 0, 0, 0] as const;

/** No `setName` (no replica set, no retryable writes) and no `topologyVersion` (no streaming hello). */
const hello: Command = {
  kind: 'read',
  run: (args, engine, connectionId) =>
    newReply()
      .boolean('helloOk', true)
      .boolean(args.command === 'hello' ? 'isWritablePrimary' : 'ismaster', true)
      .int32('maxBsonObjectSize', DOCUMENT_BYTES_MAX)
      .int32('maxMessageSizeBytes', MESSAGE_BYTES_MAX)
      .int32('maxWriteBatchSize', WRITE_BATCH_MAX)
      .date('localTime', engine.now())
      .int32('logicalSessionTimeoutMinutes', SESSION_TIMEOUT_MINUTES)
      .int32('connectionId', connectionId)
      .int32('minWireVersion', 0)
      .int32('maxWireVersion', WIRE_VERSION_MAX)
      .boolean('readOnly', false),
};

/** Sessions hold nothing here: no transactions, and cursors end by themselves. */
const nothing: Command = {
  kind: 'read',
  run: (args) => {
    args.allow([]);
    return newReply();
  },
};

const buildInfo: Command = {
  kind: 'read',
  run: (args) => {
    args.allow([]);
    const reply = newReply()
      .text('version', VERSION.slice(0, 3).join('.'))
      .text('gitVersion', 'trinvis-embedded')
      .openArray('versionArray');
    VERSION.forEach((part, index) => reply.int32(String(index), part));
    return reply
      .close()
      .openArray('modules')
      .close()
      .int32('bits', 64)
      .boolean('debug', false)
      .int32('maxBsonObjectSize', DOCUMENT_BYTES_MAX);
  },
};

export const handshakeCommands: readonly (readonly [string, Command])[] = [
  ['hello', hello],
  ['isMaster', hello],
  ['ismaster', hello],
  ['ping', nothing],
  ['buildInfo', buildInfo],
  ['buildinfo', buildInfo],
  ['endSessions', nothing],
  ['killSessions', nothing],
  ['killAllSessions', nothing],
  ['refreshSessions', nothing],
];
