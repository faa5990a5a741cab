// Reads a request's JSON body within limits: bytes, depth, keys that reach into the language, text that is no text. Says a status, never a reason:
// what did not come from Teams gets no help. Knows nothing of activities.
import type { IncomingMessage } from 'node:http';

/** Larger than any activity Teams sends (about 100 KB of card data), small enough to parse without harm. */
const bodyBytesMax = 512 * 1024;

/** Deeper than any card data of ours (five levels); our own checks walk what they are given by recursion. */
const depthMax = 40;

/**
 * Names by which a merge of objects would reach their prototypes, and those that the language itself calls when it makes
 * a text or a number of an object: left out, whoever sends them.
 */
const languageKeys: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'toJSON',
  'then',
]);

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415; readonly code: string };

const refused = (status: 400 | 413 | 415, code: string): Body => ({ ok: false, status, code });

/** The parsed body. A body too large is not read to its end. */
export async function readJson(request: IncomingMessage): Promise<Body> {
  const { headers } = request;
  // A compressed body is small on the way and may be anything when unpacked; Teams sends none.
  if (headers['content-encoding'] !== undefined) return refused(415, 'Compressed');
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(headers['content-type'] ?? '')) return refused(415, 'NotJson');
  if (Number(headers['content-length'] ?? 0) > bodyBytesMax) return refused(413, 'TooLarge');
  const bytes = await readBytes(request);
  return bytes === null ? refused(413, 'TooLarge') : parse(bytes);
}

/** The bytes of a file somebody sends, no more than a body may hold. */
export async function readFile(request: IncomingMessage): Promise<Body> {
  const { headers } = request;
  if (headers['content-encoding'] !== undefined) return refused(415, 'Compressed');
  if (!/^application\/octet-stream\b/i.test(headers['content-type'] ?? '')) return refused(415, 'NoFile');
  if (Number(headers['content-length'] ?? 0) > bodyBytesMax) return refused(413, 'TooLarge');
  const bytes = await readBytes(request);
  return bytes === null ? refused(413, 'TooLarge') : { ok: true, value: bytes };
}

/** Null when more comes than may be. */
async function readBytes(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > bodyBytesMax) return null;
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

function parse(bytes: Buffer): Body {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return tidied(value) ? { ok: true, value } : refused(400, 'TooDeep');
  } catch {
    return refused(400, 'Unreadable');
  }
}

/** Halves of a character: no database keeps them as they came, so what is looked up by them is never found. */
const lone = /\p{Surrogate}/gu;

/** Takes those names and broken characters out, level by level; false when there are too many levels. */
function tidied(root: unknown): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > depthMax) return false;
    const next: unknown[] = [];
    for (const value of level) {
      if (value !== null && typeof value === 'object') for (const key of Object.keys(value)) tidyAt(value, key, next);
    }
    level = next;
  }
  return true;
}

function tidyAt(value: object, key: string, next: unknown[]): void {
  if (languageKeys.has(key)) {
    Reflect.deleteProperty(value, key);
    return;
  }
  const inner: unknown = Reflect.get(value, key);
  if (typeof inner === 'string') Reflect.set(value, key, inner.replace(lone, '\uFFFD'));
  else next.push(inner);
}
