/**
 * A stored document opened for change: only the branches that an update touches are taken apart, the rest stays bytes.
 * Owns that tree and its way back to BSON, so types that nobody touched stay exactly what they were.
 */
import { CommandError } from '../errors';
import { documentValue, ElementReader, fieldOf, type RawValue } from '../bson/read';
import { BsonType, typeName } from '../bson/types';
import { BsonWriter, emptyContainer, NULL_VALUE } from '../bson/write';
import type { PathSegment } from '../bson/path';

/** MongoDB's own bound for `$set: { 'a.1000000': … }`, which fills the gap with nulls. */
const BACKFILL_MAX = 1_500_000;

export class Node {
  /** The bytes, true as long as no child is open. */
  private bytes: RawValue;
  private children: { readonly name: string; node: Node }[] | undefined;

  constructor(value: RawValue) {
    this.bytes = value;
  }

  get type(): number {
    return this.bytes.type;
  }

  get isArray(): boolean {
    return this.type === BsonType.array;
  }

  get isContainer(): boolean {
    return this.isArray || this.type === BsonType.object;
  }

  /** The value now; changed branches are written out. */
  value(): RawValue {
    if (this.children === undefined) return this.bytes;
    const writer = new BsonWriter(0, this.bytes.end - this.bytes.start + 64);
    this.children.forEach(({ name, node }, index) => writer.raw(this.isArray ? String(index) : name, node.value()));
    const buffer = writer.finish();
    return { type: this.type, buffer, start: 0, end: buffer.length };
  }

  child(segment: PathSegment): Node | undefined {
    const children = this.open();
    if (this.isArray) return segment.position === undefined ? undefined : children[segment.position]?.node;
    return children.find(({ name }) => name === segment.text)?.node;
  }

  /** Sets a child; an array is filled with nulls up to a position beyond its end. */
  setChild(segment: PathSegment, node: Node): void {
    const children = this.open();
    if (this.isArray) {
      this.setElement(segment, node);
      return;
    }
    const existing = children.find(({ name }) => name === segment.text);
    if (existing === undefined) children.push({ name: segment.text, node });
    else existing.node = node;
  }

  /** Removes a field; an element of an array becomes null, so that the others keep their places. */
  removeChild(segment: PathSegment): void {
    const children = this.open();
    if (this.isArray) {
      if (this.child(segment) !== undefined) this.setElement(segment, new Node(NULL_VALUE));
      return;
    }
    const at = children.findIndex(({ name }) => name === segment.text);
    if (at >= 0) children.splice(at, 1);
  }

  private setElement(segment: PathSegment, node: Node): void {
    const children = this.open();
    const { position } = segment;
    if (position === undefined) throw notViable(segment, this);
    if (position > BACKFILL_MAX) {
      throw new CommandError(2, `can't backfill array to larger than ${BACKFILL_MAX} elements`);
    }
    while (children.length < position) children.push({ name: '', node: new Node(NULL_VALUE) });
    children[position] = { name: '', node };
  }

  private open(): { readonly name: string; node: Node }[] {
    if (this.children !== undefined) return this.children;
    this.children = [];
    const reader = new ElementReader(this.bytes.buffer, this.bytes.start);
    while (reader.next()) this.children.push({ name: reader.name, node: new Node(reader.value()) });
    return this.children;
  }
}

/** `Cannot create field …` of MongoDB (28). */
export function notViable(segment: PathSegment, parent: Node): CommandError {
  return new CommandError(28, `Cannot create field '${segment.text}' in element of type ${typeName(parent.type)}`);
}

/** The node at a path, or undefined. */
export function nodeAt(root: Node, segments: readonly PathSegment[]): Node | undefined {
  let node: Node | undefined = root;
  for (const segment of segments) {
    if (node === undefined || !node.isContainer) return undefined;
    node = node.child(segment);
  }
  return node;
}

/** Sets the value at a path, making documents on the way. Refuses to go through anything else (28). */
export function setAt(root: Node, segments: readonly PathSegment[], value: RawValue): void {
  let node = root;
  segments.forEach((segment, index) => {
    if (!node.isContainer) throw notViable(segment, node);
    if (index === segments.length - 1) {
      node.setChild(segment, new Node(value));
      return;
    }
    const next = node.child(segment) ?? new Node(emptyContainer(BsonType.object));
    if (node.child(segment) === undefined) node.setChild(segment, next);
    node = next;
  });
}

/** Removes what is at a path, if it is there. */
export function unsetAt(root: Node, segments: readonly PathSegment[]): void {
  const last = segments.at(-1);
  const parent = nodeAt(root, segments.slice(0, -1));
  if (last !== undefined && parent?.isContainer === true && parent.child(last) !== undefined) parent.removeChild(last);
}

/** The document of a tree, with `_id` first, as MongoDB stores it. */
export function documentBytes(root: Node): Buffer {
  const { buffer, start, end } = root.value();
  return withIdFirst(buffer.subarray(start, end));
}

const ID = Buffer.from('_id');

/** The same document with `_id` as its first field. */
export function withIdFirst(document: Buffer): Buffer {
  const first = new ElementReader(document, 0);
  if (!first.next() || first.nameIs(ID)) return document;
  const id = fieldOf(documentValue(document), ID);
  if (id === undefined) return document;
  const writer = new BsonWriter(0, document.length).raw('_id', id);
  const others = new ElementReader(document, 0);
  while (others.next()) if (!others.nameIs(ID)) writer.raw(others.name, others.value());
  return writer.finish();
}

export function emptyDocument(): Node {
  return new Node(documentValue(emptyContainer(BsonType.object).buffer));
}
