// The form of a commit, format 1: which text is hashed and how. Shared by the store, which writes it, and by the
// verification, which trusts nothing. Changing anything here needs a new format number.
import { hash as digest } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Instant } from '../process/calendar';
import type { Actor } from '../process/context';
import type { PersonId } from '../process/ids';
import type { Commit } from './ports';

export const commitFormat = 1;

/** What the first commit of a stream has before it. */
export const noHash = '0'.repeat(64);

/** How the system signs its commits; a person signs with the random id, which never is this word. */
export const systemActor = 'system';

/** `2027-02-26T11:00:00.000Z`: of this shape, earlier sorts first as text. */
export const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What the body of a commit holds, in format 1. */
export interface CommitBody {
  readonly format: number;
  readonly streamId: string;
  readonly seq: number;
  readonly commandId: string;
  readonly at: Instant;
  readonly actor: string;
  readonly events: readonly unknown[];
}

/** SHA-256 in hex over UTF-8. */
export function sha256(text: string): string {
  return digest('sha256', text, 'hex');
}

/** RFC 8785. Throws for what JSON cannot hold (NaN, infinity, undefined as a whole). */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('a value without a JSON form cannot be made canonical');
  return text;
}

/** A commit after `prevHash`. The outer fields are copies of the body, for the indexes. */
export function makeCommit(body: Omit<CommitBody, 'format'>, prevHash: string): Commit {
  const text = canonical({ format: commitFormat, ...body });
  return {
    streamId: body.streamId,
    seq: body.seq,
    commandId: body.commandId,
    at: body.at,
    actor: body.actor,
    body: text,
    prevHash,
    hash: sha256(prevHash + text),
  };
}

/** The body as written by `makeCommit`. Throws a SyntaxError when it is no JSON; shape and hash are not checked here. */
export function parseBody(commit: Pick<Commit, 'body'>): CommitBody {
  return JSON.parse(commit.body) as CommitBody;
}

/** How an actor is named in a commit. */
export function actorName(actor: Actor): string {
  return actor.kind === 'system' ? systemActor : actor.personId;
}

/** The person who signed a commit, null for the system. */
export function personOf(actor: string): PersonId | null {
  return actor === systemActor ? null : (actor as PersonId);
}

/** The id under which a stream stands in the record: its kind and its own id. */
export function streamIdOf(kind: string, id: string): string {
  return `${kind}/${id}`;
}

/** Undoes `streamIdOf`; a kind never holds a slash. */
export function splitStreamId(streamId: string): { readonly kind: string; readonly id: string } {
  const slash = streamId.indexOf('/');
  return { kind: streamId.slice(0, Math.max(slash, 0)), id: streamId.slice(slash + 1) };
}
