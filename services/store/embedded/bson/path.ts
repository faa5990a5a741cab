/**
 * Dotted paths over raw documents, as MongoDB walks them. Owns what a path reaches (through arrays, by position);
 * must not compare what it finds.
 */
import { CommandError } from '../errors';
import { NESTING_MAX } from '../limits';
import { ElementReader, fieldOf, isEmpty, type RawValue } from './read';
import { BsonType } from './types';

export interface PathSegment {
  readonly text: string;
  readonly bytes: Buffer;
  /** The array position this segment may mean, or undefined. */
  readonly position: number | undefined;
}

export interface FieldPath {
  readonly text: string;
  readonly segments: readonly PathSegment[];
}

/** As deep as documents may be nested: a longer path could only make one deeper. */
const SEGMENTS_MAX = NESTING_MAX;

const POSITION = /^(0|[1-9]\d{0,6})$/;

/**
 * Parses `a.b.0.c`. Refuses empty segments (56), `$` operators inside a path (2), which are positional updates or
 * misplaced operators, and paths deeper than documents (15).
 */
export function parsePath(text: string): FieldPath {
  const names = text.split('.');
  if (names.length > SEGMENTS_MAX) throw new CommandError(15, `a path has at most ${SEGMENTS_MAX} fields`);
  const segments = names.map((segment): PathSegment => {
    if (segment === '') throw new CommandError(56, `The path '${text}' contains an empty field name`);
    if (segment.startsWith('$')) throw new CommandError(2, `The path '${text}' has an operator where a field belongs`);
    return {
      text: segment,
      bytes: Buffer.from(segment),
      position: POSITION.test(segment) ? Number(segment) : undefined,
    };
  });
  return { text, segments };
}

/** Is one path the other, or does it lie inside it? */
export function pathsOverlap(left: FieldPath, right: FieldPath): boolean {
  const shorter = Math.min(left.segments.length, right.segments.length);
  for (let i = 0; i < shorter; i += 1) {
    if (left.segments[i]?.text !== right.segments[i]?.text) return false;
  }
  return true;
}

/** Told each value a path reaches, `undefined` for a missing one; returns true to stop. */
export type Visitor = (value: RawValue | undefined) => boolean;

/**
 * Visits what a filter's path means in a document: through every document of an array on the way, and at a position
 * where a segment is a number. An array at the end of the path is visited as itself. True when the visitor stopped.
 */
export function visitPath(container: RawValue, path: FieldPath, visit: Visitor, at = 0): boolean {
  const segment = path.segments[at];
  if (segment === undefined) return visit(container);
  if (container.type === BsonType.object) {
    const field = fieldOf(container, segment.bytes);
    if (field === undefined) return visit(undefined);
    return visitPath(field, path, visit, at + 1);
  }
  if (container.type === BsonType.array) return visitArray(container, path, visit, at, segment);
  return visit(undefined);
}

function visitArray(array: RawValue, path: FieldPath, visit: Visitor, at: number, segment: PathSegment): boolean {
  const reader = new ElementReader(array.buffer, array.start);
  for (let index = 0; reader.next(); index += 1) {
    if (index === segment.position && visitPath(reader.value(), path, visit, at + 1)) return true;
    if (reader.type === BsonType.object && visitPath(reader.value(), path, visit, at)) return true;
  }
  return false;
}

/** An empty array at the end of a path: it sorts and is indexed below null. */
export const EMPTY_ARRAY = Symbol('empty array');
export type PathValue = RawValue | undefined | typeof EMPTY_ARRAY;

export interface PathValues {
  readonly values: PathValue[];
  /** An array was met, so one document has several values here. */
  readonly throughArray: boolean;
}

/** The values of a path as sorts and indexes see them: arrays stand for their elements. Never empty. */
export function valuesAt(document: RawValue, path: FieldPath): PathValues {
  const values: PathValue[] = [];
  const throughArray = collect(document, path, 0, values);
  if (values.length === 0) values.push(undefined);
  return { values, throughArray };
}

function collect(container: RawValue, path: FieldPath, at: number, into: PathValue[]): boolean {
  const segment = path.segments[at];
  if (segment === undefined) return collectEnd(container, into);
  if (container.type === BsonType.object) {
    const field = fieldOf(container, segment.bytes);
    if (field !== undefined) return collect(field, path, at + 1, into);
    into.push(undefined);
    return false;
  }
  if (container.type !== BsonType.array) {
    into.push(undefined);
    return false;
  }
  const reader = new ElementReader(container.buffer, container.start);
  for (let index = 0; reader.next(); index += 1) {
    if (index === segment.position) collect(reader.value(), path, at + 1, into);
    if (reader.type === BsonType.object) collect(reader.value(), path, at, into);
    else if (segment.position === undefined) into.push(undefined);
  }
  return true;
}

function collectEnd(value: RawValue, into: PathValue[]): boolean {
  if (value.type !== BsonType.array) {
    into.push(value);
    return false;
  }
  if (isEmpty(value)) into.push(EMPTY_ARRAY);
  const reader = new ElementReader(value.buffer, value.start);
  while (reader.next()) into.push(reader.value());
  return true;
}
