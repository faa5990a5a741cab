/**
 * A real embedded server on a fresh folder, and real drivers on its real socket. Owns their beginning and end in tests.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import {
  startEmbeddedServer,
  type EmbeddedServer,
  type EmbeddedServerOptions,
} from '../../../../services/store/embedded/server';

export type Fields = Record<string, unknown>;
/** Documents with ids of the types the tests need. */
export interface Stored {
  readonly _id: string | number | mongo.ObjectId | mongo.Double | readonly number[];
  readonly [field: string]: unknown;
}
export type TestCollection = mongo.Collection<Stored>;

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'trinvis-test-'));
}

export interface Running {
  readonly dataDir: string;
  readonly server: EmbeddedServer;
  readonly client: mongo.MongoClient;
  /** A collection nobody else in the file uses. */
  fresh(): TestCollection;
  /** Stops and starts the server on the same folder, with a new client. */
  again(): Promise<Running>;
  stop(): Promise<void>;
}

let collections = 0;

export async function startRunning(options: Partial<EmbeddedServerOptions> = {}): Promise<Running> {
  const dataDir = options.dataDir ?? newFolder();
  const server = await startEmbeddedServer({ ...options, dataDir });
  const client = await connect(server.uri);
  return {
    dataDir,
    server,
    client,
    fresh: () => {
      collections += 1;
      return client.db('test').collection<Stored>(`c${collections}`);
    },
    again: async () => {
      await client.close();
      await server.close();
      return startRunning({ ...options, dataDir });
    },
    stop: async () => {
      await client.close();
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A driver that gives up quickly and asks for what the store asks for. */
export async function connect(uri: string, maxPoolSize = 10): Promise<mongo.MongoClient> {
  const client = new mongo.MongoClient(uri, {
    maxPoolSize,
    serverSelectionTimeoutMS: 3000,
    writeConcern: { w: 'majority', j: true },
  });
  return client.connect();
}

/** What a driver tells of a refusal. */
export interface Refusal {
  readonly code: unknown;
  readonly codeName: unknown;
  readonly message: string;
}

/** The refusal of an operation; fails when it succeeds. */
export async function refusalOf(operation: Promise<unknown>): Promise<Refusal> {
  try {
    await operation;
  } catch (error) {
    if (error instanceof mongo.MongoError) {
      const codeName: unknown = 'codeName' in error ? error.codeName : undefined;
      return { code: error.code, codeName, message: error.message };
    }
    throw error;
  }
  throw new Error('expected a refusal');
}

export async function codeOf(operation: Promise<unknown>): Promise<unknown> {
  return (await refusalOf(operation)).code;
}
