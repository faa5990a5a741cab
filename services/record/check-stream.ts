// The chain of one stream: whether each commit follows the one before it. Takes inspected commits in order, remembers the
// first fault, and never repairs or skips anything silently.
import { noHash } from '../store/commit-format';
import type { CommitBody } from '../store/commit-format';
import type { CommitHead } from '../store/ports';
import type { Inspected, StoredDocument } from './inspect-commit';

/** What is wrong with a stream, at its first bad commit. */
export interface Fault {
  readonly seq: number;
  readonly problem: string;
}

export class StreamCheck {
  /** Parsed texts in order, as long as there is no fault: for recomputing. */
  readonly bodies: CommitBody[] = [];
  commits = 0;
  fault: Fault | null = null;
  head: CommitHead = { seq: 0, hash: noHash };
  private at = '';
  /** The fault is that a commit is missing: should it turn up elsewhere, what is wrong with it is told instead. */
  private isGap = false;
  private readonly commandIds = new Map<string, number>();

  constructor(readonly streamId: string) {}

  /** Notes a fault. The earliest commit is what is told; of one commit what was found first. */
  note(seq: number, problem: string): void {
    const isEarlier = this.fault === null || seq < this.fault.seq;
    if (!isEarlier && !(this.isGap && seq === this.fault?.seq)) return;
    this.fault = { seq, problem };
    this.isGap = false;
  }

  /** The next document that belongs here, though it may lie elsewhere. */
  add(document: StoredDocument, { seq, problem, body }: Inspected): void {
    this.commits += 1;
    if (problem !== null) this.note(seq, problem);
    const isInPlace = document['streamId'] === this.streamId && document['seq'] === seq;
    if (isInPlace) this.follow(document, seq, body);
    if (this.fault === null && body !== null) this.bodies.push(body);
  }

  private follow(document: StoredDocument, seq: number, body: CommitBody | null): void {
    const expected = this.head.seq + 1;
    if (seq > expected) this.noteGap(expected, seq - expected);
    if (seq < expected) this.note(seq, 'there are two of it');
    if (seq === expected && document['prevHash'] !== this.head.hash) {
      this.note(seq, 'the hash it names as the one before it is another');
    }
    this.head = { seq, hash: String(document['hash']) };
    if (body !== null) this.compare(seq, body);
  }

  private noteGap(seq: number, commits: number): void {
    if (this.fault !== null && this.fault.seq <= seq) return;
    this.fault = { seq, problem: commits === 1 ? 'it is missing' : `it and the next ${commits - 1} are missing` };
    this.isGap = true;
  }

  private compare(seq: number, body: CommitBody): void {
    if (body.at < this.at) this.note(seq, `its time ${body.at} is before that of the commit before it, ${this.at}`);
    this.at = body.at;
    const other = this.commandIds.get(body.commandId);
    if (other !== undefined) this.note(seq, `its command was committed before, as ${other}`);
    this.commandIds.set(body.commandId, seq);
  }
}
