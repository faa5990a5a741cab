// What one stored commit says of itself: whether its fields, its text and its hash agree, without looking at any other.
// Trusts nothing it is given, and knows nothing of what the events mean.
import { canonical, commitFormat, instantPattern, sha256 } from '../store/commit-format';
import type { CommitBody } from '../store/commit-format';

/** A document as it lies in the database. */
export type StoredDocument = Readonly<Record<string, unknown>>;

export interface Inspected {
  /** Where the commit belongs: by its text when its hash vouches for the text, else by its outer fields. */
  readonly streamId: string;
  readonly seq: number;
  /** The first thing that is wrong, or null. */
  readonly problem: string | null;
  /** The parsed text, or null when it is none. */
  readonly body: CommitBody | null;
}

const textFields = ['_id', 'streamId', 'commandId', 'at', 'actor', 'body', 'prevHash', 'hash'] as const;
const outerFields: ReadonlySet<string> = new Set([...textFields, 'seq']);
const bodyFields = ['actor', 'at', 'commandId', 'events', 'format', 'seq', 'streamId'];

/** Inspects one document of the collection of commits. */
export function inspectCommit(document: StoredDocument): Inspected {
  const body = parsed(document['body']);
  const outerSeq = typeof document['seq'] === 'number' ? document['seq'] : 0;
  const problem = firstProblem(document, body);
  if (body !== null && isHashRight(document)) {
    return { streamId: body.streamId, seq: body.seq, problem, body };
  }
  return { streamId: String(document['streamId']), seq: outerSeq, problem, body };
}

function firstProblem(document: StoredDocument, body: CommitBody | null): string | null {
  return (
    fieldProblem(document) ??
    (isHashRight(document) ? null : 'its hash is not the hash of its text') ??
    (document['_id'] === document['hash'] ? null : 'its _id is not its hash') ??
    (body === null ? 'its text is no commit' : bodyProblem(document, body))
  );
}

function fieldProblem(document: StoredDocument): string | null {
  const missing = textFields.find((name) => typeof document[name] !== 'string');
  if (missing !== undefined) return `its field ${missing} is missing or no text`;
  if (!Number.isSafeInteger(document['seq'])) return 'its field seq is missing or no whole number';
  const unknown = Object.keys(document).find((name) => !outerFields.has(name));
  return unknown === undefined ? null : `it has a field that no commit has: ${JSON.stringify(unknown)}`;
}

function bodyProblem(document: StoredDocument, body: CommitBody): string | null {
  if (body.format !== commitFormat) return `its format ${JSON.stringify(body.format)} is not known to this release`;
  if (Object.keys(body).sort().join() !== bodyFields.join()) return 'its text has other fields than format 1 has';
  const outer = (['streamId', 'seq', 'commandId', 'at', 'actor'] as const).find(
    (name) => document[name] !== body[name],
  );
  if (outer !== undefined) {
    return `its field ${outer} says ${JSON.stringify(document[outer])}, its text says ${JSON.stringify(body[outer])}`;
  }
  if (!instantPattern.test(body.at)) return 'its time is no instant';
  if (body.events.length === 0) return 'it holds no events';
  return canonical(body) === document['body'] ? null : 'its text is not in canonical form';
}

function isHashRight(document: StoredDocument): boolean {
  const { prevHash, body, hash } = document;
  return typeof prevHash === 'string' && typeof body === 'string' && sha256(prevHash + body) === hash;
}

function parsed(text: unknown): CommitBody | null {
  if (typeof text !== 'string') return null;
  try {
    const value: unknown = JSON.parse(text);
    return isCommitBody(value) ? value : null;
  } catch {
    return null;
  }
}

function isCommitBody(value: unknown): value is CommitBody {
  if (typeof value !== 'object' || value === null) return false;
  const { streamId, seq, commandId, at, actor, events } = value as Partial<Record<keyof CommitBody, unknown>>;
  const areTexts = [streamId, commandId, at, actor].every((field) => typeof field === 'string');
  return areTexts && Number.isSafeInteger(seq) && Array.isArray(events);
}
