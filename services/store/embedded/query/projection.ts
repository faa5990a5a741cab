/**
 * Projections: which fields of a stored document go out. Owns inclusion and exclusion by dotted paths; must not compute
 * values (`$slice`, `$elemMatch` and expressions are refused).
 */
import { CommandError, notImplemented } from '../errors';
import { ElementReader, isTruthy, type RawValue } from '../bson/read';
import { BsonType, isNumberType } from '../bson/types';
import { BsonWriter } from '../bson/write';
import { parsePath } from '../bson/path';

/** A branch of the projection: `true` where a path ends, further branches below a shared start. */
type Tree = Map<string, Tree | true>;

export interface Projection {
  readonly including: boolean;
  readonly tree: Tree;
}

interface Parsing {
  tree: Tree;
  including: boolean | undefined;
  keepsId: boolean | undefined;
}

/** Parses a projection; undefined when everything goes out. Mixing in- and exclusion is refused (31253, 31254). */
export function parseProjection(projection: RawValue | undefined): Projection | undefined {
  if (projection === undefined) return undefined;
  const parsing: Parsing = { tree: new Map(), including: undefined, keepsId: undefined };
  parseLevel(projection, '', parsing);
  const { tree, keepsId } = parsing;
  // `{ _id: 1 }` alone includes; `{ _id: 0 }` alone excludes.
  const including = parsing.including ?? keepsId;
  if (including === undefined) return undefined;
  if (including ? keepsId !== false : keepsId === false) tree.set('_id', true);
  return { including, tree };
}

function parseLevel(level: RawValue, prefix: string, parsing: Parsing): void {
  const reader = new ElementReader(level.buffer, level.start);
  while (reader.next()) {
    const path = prefix + reader.name;
    const value = reader.value();
    if (value.type === BsonType.object) {
      parseLevel(value, `${path}.`, parsing);
      continue;
    }
    if (!isNumberType(value.type) && value.type !== BsonType.boolean)
      throw notImplemented(`a computed field '${path}'`);
    addPath(path, isTruthy(value), parsing);
  }
}

function addPath(path: string, wanted: boolean, parsing: Parsing): void {
  if (path === '_id') {
    parsing.keepsId = wanted;
    return;
  }
  if (parsing.including !== undefined && parsing.including !== wanted) {
    throw wanted
      ? new CommandError(31253, `Cannot do inclusion on field ${path} in exclusion projection`)
      : new CommandError(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
  }
  parsing.including = wanted;
  let tree = parsing.tree;
  const { segments } = parsePath(path);
  segments.forEach(({ text }, index) => {
    const branch = tree.get(text);
    const isLast = index === segments.length - 1;
    if (branch === true || (isLast && branch !== undefined)) throw new CommandError(31250, `Path collision at ${path}`);
    if (isLast) tree.set(text, true);
    else tree = branch ?? addBranch(tree, text);
  });
}

function addBranch(tree: Tree, name: string): Tree {
  const branch: Tree = new Map();
  tree.set(name, branch);
  return branch;
}

/** The projected document as new bytes. */
export function project(document: RawValue, projection: Projection): Buffer {
  const writer = new BsonWriter(0, document.end - document.start);
  copyFields(document, projection.tree, projection.including, writer);
  return writer.finish();
}

function copyFields(container: RawValue, tree: Tree, including: boolean, writer: BsonWriter): void {
  const reader = new ElementReader(container.buffer, container.start);
  while (reader.next()) {
    const name = reader.name;
    const branch = tree.get(name);
    if (branch === true ? including : branch === undefined && !including) writer.raw(name, reader.value());
    else if (branch !== undefined && branch !== true) copyBranch(name, reader.value(), branch, including, writer);
  }
}

/** Below a shared start: documents and arrays are entered, anything else stays only in an exclusion. */
function copyBranch(name: string, value: RawValue, tree: Tree, including: boolean, writer: BsonWriter): void {
  if (value.type === BsonType.object) {
    writer.openDocument(name);
    copyFields(value, tree, including, writer);
    writer.close();
  } else if (value.type === BsonType.array) {
    writer.openArray(name);
    copyElements(value, tree, including, writer);
    writer.close();
  } else if (!including) {
    writer.raw(name, value);
  }
}

function copyElements(array: RawValue, tree: Tree, including: boolean, writer: BsonWriter): void {
  const reader = new ElementReader(array.buffer, array.start);
  let kept = 0;
  while (reader.next()) {
    const value = reader.value();
    const isContainer = value.type === BsonType.object || value.type === BsonType.array;
    if (!isContainer && including) continue;
    copyBranch(String(kept), value, tree, including, writer);
    kept += 1;
  }
}
