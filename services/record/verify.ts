// Verifies the record: every commit of every stream, the chain between them, the texts they refer to, and on request the
// results, recomputed by the rules. Reads only; names the first bad commit of each stream; never repairs or replaces.
import { canonical, sha256, splitStreamId } from '../store/commit-format';
import type { CommitBody } from '../store/commit-format';
import type { CommitHead } from '../store/ports';
import { textRefsOf } from '../store/text-refs';
import type { TextsRef } from '../process/text';
import { StreamCheck } from './check-stream';
import type { Fault } from './check-stream';
import { inspectCommit } from './inspect-commit';
import type { StoredDocument } from './inspect-commit';

/** Where the record is read from (services/store/open-record.ts). */
export interface RecordSource {
  /** All commits as they lie there, sorted by streamId and seq. */
  commits(): AsyncIterable<StoredDocument>;
  /** Those of the texts that are there. */
  texts(ids: readonly string[]): Promise<ReadonlyMap<string, { readonly salt: string; readonly body: string }>>;
}

/** What came of counting the results of a stream anew. */
export interface Recomputed {
  readonly faults: readonly Fault[];
  /** Results that came out the same. */
  readonly same: number;
  /** Results by a version of a counting rule that this release does not have: neither right nor wrong. */
  readonly otherVersion: number;
}

/** Folds the commits of one sound stream anew and tells every difference to what they say themselves. */
export type Recompute = (commits: readonly CommitBody[]) => Recomputed;

export interface VerifyOptions {
  /** A head hash from a card, a receipt or a minute. */
  readonly head?: string;
  /** By kind of stream. */
  readonly recompute?: Readonly<Record<string, Recompute>>;
}

export interface StreamReport {
  readonly streamId: string;
  readonly commits: number;
  readonly head: CommitHead;
  readonly fault: Fault | null;
  readonly texts: { readonly present: number; readonly erased: number };
  /** Null where results of this kind of stream are not counted anew, or the stream has a fault. */
  readonly results: Omit<Recomputed, 'faults'> | null;
}

/** Where the hash asked for stands: it is a head, or it lies inside a chain, or no commit has it. */
export type Anchor =
  { readonly kind: 'head' | 'inside'; readonly streamId: string; readonly seq: number } | { readonly kind: 'unknown' };

export interface RecordReport {
  readonly sound: boolean;
  readonly streams: readonly StreamReport[];
  readonly anchor: Anchor | null;
}

/** Texts are looked up in portions of this many. */
const textsAtOnce = 500;

/** A reference to a text, and who holds it. */
interface HeldRef {
  readonly check: StreamCheck;
  readonly seq: number;
  readonly ref: TextsRef;
}

interface TextCounts {
  present: number;
  erased: number;
}

/** Verifies everything there is. Throws only what the source throws. */
export async function verifyRecord(source: RecordSource, options: VerifyOptions = {}): Promise<RecordReport> {
  const verification = new Verification(source, options);
  await verification.readCommits();
  await verification.checkTexts();
  verification.recompute();
  return verification.report();
}

class Verification {
  private readonly checks = new Map<string, StreamCheck>();
  private readonly counts = new Map<StreamCheck, TextCounts>();
  private readonly results = new Map<StreamCheck, Omit<Recomputed, 'faults'>>();
  private readonly erased = new Set<string>();
  private refs: HeldRef[] = [];
  private missing: HeldRef[] = [];
  private anchor: { readonly check: StreamCheck; readonly seq: number } | null = null;

  constructor(
    private readonly source: RecordSource,
    private readonly options: VerifyOptions,
  ) {}

  async readCommits(): Promise<void> {
    for await (const document of this.source.commits()) {
      const inspected = inspectCommit(document);
      const check = this.checkOf(inspected.streamId);
      check.add(document, inspected);
      if (inspected.problem === null && document['hash'] === this.options.head) {
        this.anchor = { check, seq: inspected.seq };
      }
      if (inspected.body !== null) this.collect(check, inspected.seq, inspected.body);
      if (this.refs.length >= textsAtOnce) await this.lookUpTexts();
    }
    await this.lookUpTexts();
  }

  /** A text that is not there is a fault, unless an entry in the record says that it was erased. */
  async checkTexts(): Promise<void> {
    for (const { check, seq, ref } of this.missing) {
      if (this.erased.has(ref.id)) this.countOf(check).erased += 1;
      else check.note(seq, `the text ${ref.id} it refers to is missing, and no entry says that it was erased`);
    }
  }

  recompute(): void {
    for (const check of this.checks.values()) {
      const recompute = this.options.recompute?.[splitStreamId(check.streamId).kind];
      if (recompute === undefined || check.fault !== null) continue;
      this.recomputeOne(check, recompute);
    }
  }

  private recomputeOne(check: StreamCheck, recompute: Recompute): void {
    try {
      const { faults, same, otherVersion } = recompute(check.bodies);
      for (const fault of faults) check.note(fault.seq, fault.problem);
      this.results.set(check, { same, otherVersion });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      check.note(check.head.seq, `the rules of this release cannot fold the stream up to here (${reason})`);
    }
  }

  report(): RecordReport {
    const streams = [...this.checks.values()]
      .sort((a, b) => (a.streamId < b.streamId ? -1 : 1))
      .map((check) => {
        const { streamId, commits, head, fault } = check;
        return { streamId, commits, head, fault, texts: this.countOf(check), results: this.results.get(check) ?? null };
      });
    return { sound: streams.every((stream) => stream.fault === null), streams, anchor: this.anchorFound() };
  }

  private anchorFound(): Anchor | null {
    if (this.options.head === undefined) return null;
    if (this.anchor === null) return { kind: 'unknown' };
    const { check, seq } = this.anchor;
    return { kind: check.head.seq === seq ? 'head' : 'inside', streamId: check.streamId, seq };
  }

  private collect(check: StreamCheck, seq: number, body: CommitBody): void {
    for (const ref of textRefsOf(body.events)) this.refs.push({ check, seq, ref });
    if (splitStreamId(check.streamId).kind === 'erasure') for (const id of erasedIn(body)) this.erased.add(id);
  }

  private async lookUpTexts(): Promise<void> {
    const refs = this.refs.splice(0);
    if (refs.length === 0) return;
    const found = await this.source.texts([...new Set(refs.map(({ ref }) => ref.id))]);
    for (const held of refs) {
      const text = found.get(held.ref.id);
      if (text === undefined) this.missing.push(held);
      else this.compareText(held, text);
    }
  }

  private compareText({ check, seq, ref }: HeldRef, text: { readonly salt: string; readonly body: string }): void {
    this.countOf(check).present += 1;
    if (sha256(text.salt + text.body) !== ref.hash) {
      check.note(seq, `the text ${ref.id} it refers to is not the one that was written`);
    } else if (canonical(Object.keys(JSON.parse(text.body) as object).sort()) !== canonical(ref.fields)) {
      check.note(seq, `the text ${ref.id} it refers to has other fields than it says`);
    }
  }

  private checkOf(streamId: string): StreamCheck {
    const known = this.checks.get(streamId);
    if (known !== undefined) return known;
    const check = new StreamCheck(streamId);
    this.checks.set(streamId, check);
    return check;
  }

  private countOf(check: StreamCheck): TextCounts {
    const known = this.counts.get(check);
    if (known !== undefined) return known;
    const counts = { present: 0, erased: 0 };
    this.counts.set(check, counts);
    return counts;
  }
}

/** Text ids in the entries of an erasure (services/store/erasures.ts). */
function erasedIn(body: CommitBody): readonly string[] {
  if (!Array.isArray(body.events)) return [];
  return body.events.flatMap((event) => {
    const { textIds } = event as { readonly textIds?: unknown };
    return Array.isArray(textIds) ? textIds.map(String) : [];
  });
}
