// What the rest of the product sees of storage: streams of commits, free texts, people, drafts, and the ledgers of
// delivery. Types only; how they are kept (mongoose, MongoDB or the embedded server) is nobody's business outside this folder.
import type { Instant } from '../process/calendar';
import type { Actor } from '../process/context';
import type { Decision } from '../process/decision';
import type { FieldId, PersonId, TextId } from '../process/ids';
import type { TextsRef } from '../process/text';
import type { Language } from '../process/words';

/** A pure machine: how a stream decides and what its state is (DESIGN.md §3). */
export interface Decider<State, Command, Event, Refusal> {
  readonly kind: string;
  readonly initial: State;
  decide(
    command: Command,
    state: State,
    context: { readonly actor: Actor; readonly now: Instant },
  ): Decision<Event, Refusal>;
  evolve(state: State, recorded: { readonly event: Event; readonly by: PersonId | null; readonly at: Instant }): State;
}

export type FieldTexts = Readonly<Record<FieldId, string>>;

/** One wish of one actor. The commandId is hash(actor, verb, subject, basis, canonical input), texts keyed by the actor's salt (DESIGN.md §4). */
export interface Request<Command> {
  readonly actor: Actor;
  /** Receipt at the edge. */
  readonly now: Instant;
  readonly verb: string;
  readonly subject: string;
  readonly basis: number;
  /** Everything the person chose, as plain JSON without free text. */
  readonly input: unknown;
  /** Free text, stored before the commit; null where there is none. Empty strings are dropped. */
  readonly texts: FieldTexts | null;
  /** Builds the command once the texts have their reference (null when nothing was written). */
  command(texts: TextsRef | null): Command;
}

export interface CommitHead {
  readonly seq: number;
  readonly hash: string;
}

export type Outcome<State, Refusal> =
  /**
   * Committed and durable, or committed before by the same commandId (`repeated`). `state` is the fold up to `head`:
   * what stands now. `commit` is where this command itself stands in the record, then and now.
   */
  | {
      readonly kind: 'done';
      readonly state: State;
      readonly head: CommitHead;
      readonly commit: CommitHead;
      readonly repeated: boolean;
    }
  | { readonly kind: 'unchanged'; readonly state: State; readonly head: CommitHead }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly state: State };

/** One commit as it is stored. `body` is the canonical JSON text of the rest and the events (commit-format.ts). */
export interface Commit {
  /** `<kind>/<id>`. */
  readonly streamId: string;
  readonly seq: number;
  readonly commandId: string;
  readonly at: Instant;
  /** The random id of a person, or `system`. */
  readonly actor: string;
  readonly body: string;
  readonly prevHash: string;
  readonly hash: string;
}

/**
 * All streams of one decider, each called by its own id (a round's id); in the record it stands as `<kind>/<id>`.
 * Every call folds what other processes have committed in the meantime.
 */
export interface Streams<State, Command, Refusal> {
  execute(id: string, request: Request<Command>): Promise<Outcome<State, Refusal>>;
  /**
   * What this process knows without asking: what others have committed since may be missing. Good for finding one's way
   * to a command, which is decided on what stands; never for an answer that shows the state.
   */
  known(id: string): { readonly state: State; readonly head: CommitHead } | null;
  /** The present state and head, or null for a stream without commits. */
  read(id: string): Promise<{ readonly state: State; readonly head: CommitHead } | null>;
  /** Own ids of all streams of this kind, sorted. */
  list(): Promise<readonly string[]>;
}

/** Told after a batch of commands of this process has become durable, once per batch, with the newest state. */
export interface Committed<State = unknown> {
  readonly kind: string;
  readonly id: string;
  readonly state: State;
  readonly head: CommitHead;
}

export interface Commits {
  /** In order of seq, from `after` (exclusive). */
  read(streamId: string, after: number): AsyncIterable<Commit>;
  streamIds(): Promise<readonly string[]>;
  heads(): Promise<readonly (CommitHead & { readonly streamId: string })[]>;
}

export interface Texts {
  /** Fields of each id; an erased or missing text is left out. Cached: a text never changes. */
  read(ids: readonly TextId[]): Promise<ReadonlyMap<TextId, FieldTexts>>;
}

export interface Person {
  readonly id: PersonId;
  readonly aadObjectId: string;
  readonly tenantId: string;
  /** `29:…`, known once the person has written or been seen in a roster. */
  readonly teamsId: string | null;
  readonly name: string;
  /** Chosen by the person; else `locale` of Teams decides. */
  readonly language: Language | null;
  readonly locale: string | null;
  readonly newsFollowed: boolean;
}

export interface People {
  /** The person of an Entra id, entered when new; name, teamsId and locale are kept up to date. */
  meet(seen: {
    readonly aadObjectId: string;
    readonly tenantId: string;
    readonly name: string;
    readonly teamsId?: string;
    readonly locale?: string;
  }): Promise<Person>;
  read(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Person>>;
  byAadObjectId(aadObjectId: string): Promise<Person | null>;
  setLanguage(id: PersonId, language: Language): Promise<void>;
  followNews(id: PersonId, followed: boolean): Promise<void>;
  all(): Promise<readonly Person[]>;
}

/** Work not yet sent: nomination drafts, half-done assessments, a round being set up. Outside the record. */
export interface Draft {
  readonly id: string;
  readonly personId: PersonId;
  /** Which kind of draft, for example `nomination`. */
  readonly kind: string;
  /** What it belongs to, for example `<roundId>/<taskId>`. */
  readonly subject: string;
  readonly data: unknown;
  readonly updatedAt: Instant;
}

/** A draft as it stands. */
export interface KeptDraft extends Draft {
  /** When it was first kept. */
  readonly begunAt: Instant;
  /** Counts every keeping and every ending of a sharing: the basis of the next `change`. */
  readonly revision: number;
  /** Who may work on it besides its owner. */
  readonly sharedWith: readonly PersonId[];
}

export interface Drafts {
  save(draft: Draft): Promise<void>;
  read(id: string): Promise<KeptDraft | null>;
  /** Of one person, newest first. */
  of(personId: PersonId, kind: string, subject?: string): Promise<readonly KeptDraft[]>;
  /** Those of others that one may work on, newest first. */
  sharedWith(personId: PersonId, kind: string, subject?: string): Promise<readonly KeptDraft[]>;
  /** Everybody's, oldest first. */
  about(kind: string, subject: string): Promise<readonly KeptDraft[]>;
  /**
   * Puts new data in the place of revision `revision`, whoever owns it; false when it is another one by now, or gone.
   * Who may is for the caller.
   */
  change(
    id: string,
    revision: number,
    to: Pick<Draft, 'data' | 'updatedAt'> & Partial<Pick<Draft, 'subject'>>,
  ): Promise<boolean>;
  /** Only ever its owner's; false when there is no such draft of his. */
  share(id: string, owner: PersonId, personId: PersonId): Promise<boolean>;
  unshare(id: string, personId: PersonId): Promise<void>;
  remove(id: string): Promise<void>;
}

/** A vote on its way into a box: nothing of it but `seat` and, apart from it, receipt and choice is kept. */
export interface BoxedVote {
  readonly seat: string;
  /** Random; the voter finds his vote in the count by it. */
  readonly receipt: string;
  readonly choice: string;
}

export interface ShutBox {
  readonly voted: readonly string[];
  readonly ballots: readonly { readonly receipt: string; readonly choice: string }[];
}

/** Boxes of secret ballots, outside the record until they are counted (DESIGN.md §4). */
export interface Boxes {
  /** Who has voted, by box; what was voted is not read. A box nobody has voted in may be left out. */
  voted(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly open: boolean; readonly voted: readonly string[] }>>;
  /** Puts a vote in, once per seat; repeatable with the same receipt. */
  put(id: string, vote: BoxedVote): Promise<'put' | 'voted' | 'shut'>;
  /** Shuts the box and tells what is in it; the same again however often it is asked, until it is emptied. */
  shut(id: string): Promise<ShutBox>;
  /** Opens a box again that was shut and not emptied, because its ballot goes on after all. */
  reopen(id: string): Promise<void>;
  /** Throws away what is in a shut box: once it is in the record, or is not to be counted. */
  empty(id: string): Promise<void>;
}

/** Where a conversation is reached. `key` is `personal/<personId>` or `channel/<channelId>`. */
export interface Address {
  readonly key: string;
  /** Empty (and `reference` null) while none is known: someone who could never be reached. */
  readonly conversationId: string;
  /** Bot Framework's ConversationReference as JSON. */
  readonly reference: unknown;
  readonly unreachable: { readonly code: string; readonly at: Instant } | null;
}

export interface Addresses {
  /** Written on every incoming activity; cheap when nothing changed. Clears `unreachable`. */
  seen(address: { readonly key: string; readonly conversationId: string; readonly reference: unknown }): Promise<void>;
  read(key: string): Promise<Address | null>;
  /** Also for an address never seen, so that it is on the list. */
  markUnreachable(key: string, code: string, at: Instant): Promise<void>;
  unreachable(): Promise<readonly Address[]>;
}

/** What stands in Teams under a card key (DESIGN.md §5). */
export interface PostedCard {
  readonly key: string;
  readonly addressKey: string;
  readonly rootKey: string | null;
  readonly messageId: string;
  readonly contentHash: string;
  readonly postedAt: Instant;
  readonly sealed: boolean;
  /** A refusal remembered per content hash and address: not tried again until one of them changes. */
  readonly refusal: { readonly code: string; readonly contentHash: string; readonly addressKey: string } | null;
}

export interface PostedCards {
  read(keys: readonly string[]): Promise<ReadonlyMap<string, PostedCard>>;
  ofPrefix(prefix: string): Promise<readonly PostedCard[]>;
  /** Takes the card for `leaseMs`; false when another token holds it. */
  claim(key: string, token: string, now: Instant, leaseMs: number): Promise<boolean>;
  /** Writes what was posted and frees the lease; false when another token has taken the card since. */
  posted(card: PostedCard, token: string): Promise<boolean>;
  release(key: string, token: string): Promise<void>;
}

/** Something to be told once. Its key is deterministic, so wanting it twice is wanting it once. */
export interface Notice {
  readonly key: string;
  /** `personal/<personId>` or `channel/<channelId>`. */
  readonly addressKey: string;
  readonly kind: string;
  /** Ids the card is made from when it is sent. */
  readonly data: Readonly<Record<string, string | number>>;
  /** Not before. */
  readonly dueAt: Instant;
  readonly state: 'wanted' | 'sent' | 'dropped' | 'failed';
  readonly reason: string | null;
  readonly attempts: number;
  readonly sentAt: Instant | null;
  readonly messageId: string | null;
}

export interface Notices {
  /** Records what is wanted; those known already stay as they are. */
  want(notices: readonly Pick<Notice, 'key' | 'addressKey' | 'kind' | 'data' | 'dueAt'>[]): Promise<void>;
  /** Addresses that have notices due by `dueBy` (left out: `now`) and neither finished nor held, soonest first. */
  dueAddresses(now: Instant, limit: number, dueBy?: Instant): Promise<readonly string[]>;
  /**
   * Claims all notices of an address due by `dueBy` (left out: `now`) with a lease token, soonest first; none while another
   * token holds the address. `now` is real time, in which leases are held; `dueBy` may be a sandbox's.
   */
  claim(addressKey: string, token: string, now: Instant, leaseMs: number, dueBy?: Instant): Promise<readonly Notice[]>;
  /** Finishes claimed notices; ignored where the token no longer holds. */
  finish(
    keys: readonly string[],
    token: string,
    end:
      | { readonly state: 'sent'; readonly at: Instant; readonly messageId: string | null }
      | { readonly state: 'dropped' | 'failed'; readonly at: Instant; readonly reason: string }
      | { readonly state: 'wanted'; readonly dueAt: Instant; readonly reason: string },
  ): Promise<void>;
  ofPrefix(prefix: string): Promise<readonly Notice[]>;
  /** True when a notice was sent to the address as this message. */
  isMessage(addressKey: string, messageId: string): Promise<boolean>;
  count(): Promise<Readonly<Record<Notice['state'], number>>>;
}

export interface Ticks {
  /** True for exactly one process per name and minute. */
  claim(name: string, minute: Instant): Promise<boolean>;
}

/** The processes on this database. A name is a process's own: no two that live at the same time share one. */
export interface Instances {
  /** Says that `name` lives for `leaseMs` more; `live` counts all who do, `isNew` is true when it did not before. */
  live(name: string, now: Instant, leaseMs: number): Promise<{ readonly live: number; readonly isNew: boolean }>;
  /** It has stopped. */
  leave(name: string): Promise<void>;
  /**
   * Frees what a process of this name held when it was killed: asked at its start, so that nothing waits for the end of
   * leases that nobody works under. Its lease tokens begin with its name and a space.
   */
  freeHeldBefore(name: string): Promise<void>;
}

/** Small settings outside the record, for example the sandbox clock or the handbook's last post. */
export interface Settings {
  read(id: string): Promise<unknown>;
  write(id: string, value: unknown): Promise<void>;
}

/** What was erased, when, by which two people, and why (a reference to a case, never free text about a person). */
export interface Erasure {
  readonly textIds: readonly TextId[];
  readonly personIds: readonly PersonId[];
  readonly by: readonly [PersonId, PersonId];
  readonly reason: string;
  readonly at: Instant;
}

export interface Erasures {
  /**
   * Records the erasure, then deletes the texts, and of the people: name, ids, salt, drafts and address. Repeatable.
   * Refused (`RequestInvalid`) when both people are the same; who may is the caller's question.
   */
  erase(erasure: Omit<Erasure, 'at'>, now: Instant): Promise<void>;
  list(): Promise<readonly Erasure[]>;
  /** Ids of all texts in one person's words, sorted. */
  textsOf(personId: PersonId): Promise<readonly TextId[]>;
}

/** Everything the product stores. Made by `openStore` (open.ts); every method throws only errors of errors.ts. */
export interface Store {
  streams<State, Command, Event, Refusal>(
    decider: Decider<State, Command, Event, Refusal>,
  ): Streams<State, Command, Refusal>;
  /** Nudges: called after each durable batch of this process; returns how to stop it. */
  onCommitted(listener: (committed: Committed) => void): () => void;
  readonly commits: Commits;
  readonly texts: Texts;
  readonly people: People;
  readonly drafts: Drafts;
  readonly boxes: Boxes;
  readonly addresses: Addresses;
  readonly postedCards: PostedCards;
  readonly notices: Notices;
  readonly ticks: Ticks;
  readonly instances: Instances;
  readonly settings: Settings;
  readonly erasures: Erasures;
  /** Deletes texts written before `olderThan` (an hour ago or more) that no commit refers to, and tells how many. */
  sweepOrphans(olderThan: Instant): Promise<number>;
  /** True when the database answers within a second. */
  ready(): Promise<boolean>;
  /** Lets what is under way finish, then closes connection and embedded server. */
  close(): Promise<void>;
}
