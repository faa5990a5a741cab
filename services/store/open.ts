// Opens the store: on the operator's MongoDB, or on the embedded server when there is none. The composition root hands in
// ids and logger; nothing else here knows the environment.
import type { Connection } from 'mongoose';
import { AddressStore } from './addresses';
import { BoxStore } from './boxes';
import { CommitLog } from './commit-log';
import { connect } from './connection';
import { startOnDataDir } from './data-dir';
import { DraftStore } from './drafts';
import { erasureDecider, ErasureStore } from './erasures';
import { ensureIndexes } from './indexes';
import { InstanceStore } from './instances';
import { Leases } from './leases';
import { silentLogger } from './logger';
import type { StoreLogger } from './logger';
import { modelsOn } from './models';
import type { Models } from './models';
import { NoticeStore } from './notices';
import { pauseFrom } from './pause';
import { PeopleStore } from './people';
import type { Store } from './ports';
import { PostedCardStore } from './posted-cards';
import { SettingStore } from './settings';
import { checkStamp } from './stamp';
import type { Stamp } from './stamp';
import { StreamRegistry } from './streams';
import { TextStore } from './texts';
import { TickStore } from './ticks';

/** Readiness is asked every few seconds; an answer that takes longer than this is none. */
const readyTimeoutMs = 1_000;

export interface OpenOptions {
  /** MONGODB_URI, passed on untouched. Left out: the embedded server on `dataDir`. */
  readonly uri?: string | undefined;
  /** Where the embedded server keeps its data; unused with `uri`. */
  readonly dataDir: string;
  readonly stamp: Stamp;
  /** Random ids that cannot be guessed, at least 122 bits each (`crypto.randomUUID`). */
  readonly ids: () => string;
  /**
   * The id of what is named by `of`: random as a rule, and so when left out. A seeded sandbox derives it, so that two runs of
   * one seed have the same ids (docs/faults.md).
   */
  readonly idOf?: (of: string) => string;
  readonly logger?: StoreLogger;
  /** Wait at start for a database that is away, instead of failing with `DatabaseUnreachable`. */
  readonly waitForDatabase?: boolean;
  /** Ends that waiting. */
  readonly signal?: AbortSignal;
}

/**
 * Opens the store: connects, checks the stamp, makes the indexes. Throws `DatabaseUriInvalid`, `DatabaseUnreachable`,
 * `DatabaseRefused`, `DatabaseStampMismatch`, `DataDirInUse` or `DataDirUnusable` (errors.ts).
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const { uri, dataDir, logger = silentLogger, waitForDatabase = false, signal } = options;
  const embedded = uri === undefined ? await startOnDataDir(dataDir) : null;
  try {
    const wait = { wait: waitForDatabase, logger, ...(signal === undefined ? {} : { signal }) };
    const connection = await connect(uri ?? embedded?.uri ?? '', wait);
    try {
      const models = modelsOn(connection);
      await checkStamp(models.settings, options.stamp);
      await ensureIndexes(models);
      return await storeOn(connection, models, options, async () => embedded?.close());
    } catch (error) {
      await connection.close(true);
      throw error;
    }
  } catch (error) {
    await embedded?.close();
    throw error;
  }
}

async function storeOn(
  connection: Connection,
  models: Models,
  { ids, idOf = () => ids(), logger = silentLogger }: OpenOptions,
  closeServer: () => Promise<void>,
): Promise<Store> {
  const log = new CommitLog(models.commits);
  const leases = new Leases(models.leases);
  const people = new PeopleStore(models.people, idOf);
  const drafts = new DraftStore(models.drafts);
  const addresses = new AddressStore(models.addresses);
  const texts: TextStore = new TextStore(models.texts, log, { erased: async () => erasures.erased() }, idOf);
  const saltOf = people.saltOf.bind(people);
  const registry = new StreamRegistry({ log, texts, pause: pauseFrom(ids), saltOf, logger });
  const erasures = new ErasureStore(registry.of(erasureDecider), { texts, people, drafts, addresses });
  await erasures.finish();
  return {
    streams: (decider) => registry.of(decider),
    onCommitted: (listener) => registry.onCommitted(listener),
    commits: log,
    texts,
    people,
    drafts,
    boxes: new BoxStore(models.boxes, pauseFrom(ids)),
    addresses,
    postedCards: new PostedCardStore(models.postedCards),
    notices: new NoticeStore(models.notices, leases),
    instances: new InstanceStore(models, leases),
    ticks: new TickStore(models.ticks, ids),
    settings: new SettingStore(models.settings),
    erasures,
    sweepOrphans: async (olderThan) => texts.sweepOrphans(olderThan),
    ready: async () => answers(connection),
    close: async () => {
      await registry.close();
      await connection.close();
      await closeServer();
    },
  };
}

async function answers(connection: Connection): Promise<boolean> {
  try {
    await connection.db?.command({ ping: 1 }, { timeoutMS: readyTimeoutMs });
    return connection.db !== undefined;
  } catch {
    return false;
  }
}
