// Decides waiting commands one after the other on a look ahead (a fork of the fold). Pure but for resolving what needs no
// insert: it neither reads nor writes the database, and nothing here knows what the commands mean.
import type { Instant } from '../process/calendar';
import { actorName, makeCommit } from './commit-format';
import { RequestInvalid } from './errors';
import type { Fold } from './fold';
import type { Commit, CommitHead, Decider, Outcome, Request } from './ports';
import type { TextToWrite } from './texts';

/** MongoDB takes 16 MiB per document; a body far below it already means that something is wrong. */
const bodyLengthMax = 4 * 1024 * 1024;

/** A command in the queue. */
export interface Waiting<State, Command, Refusal> {
  readonly commandId: string;
  readonly request: Request<Command>;
  /** Drawn up once, when the command is first decided, and kept through all attempts. */
  readonly text: (() => TextToWrite) | null;
  /** Hashes of the commits tried for it: one of them found in the record is its own, not a repetition. */
  readonly tried: Set<string>;
  resolve(outcome: Outcome<State, Refusal>): void;
  reject(error: unknown): void;
}

/** What a command led to, held back until the commits it rests on are durable. */
export interface Decided<State, Command, Refusal> {
  readonly item: Waiting<State, Command, Refusal>;
  readonly outcome: Outcome<State, Refusal>;
  readonly commit: Commit | null;
}

/**
 * Decides all. What rests on durable commits alone is answered at once; what is returned has to wait for the insert of
 * the commits before it.
 */
export function decideAll<State, Command, Event, Refusal>(
  decider: Decider<State, Command, Event, Refusal>,
  items: readonly Waiting<State, Command, Refusal>[],
  fork: Fold<State>,
): readonly Decided<State, Command, Refusal>[] {
  const decided: Decided<State, Command, Refusal>[] = [];
  for (const item of items) {
    try {
      const one = decide(decider, item, fork);
      if (one.commit === null && decided.length === 0) item.resolve(one.outcome);
      else decided.push(one);
    } catch (error) {
      item.reject(error);
    }
  }
  return decided;
}

/** Decides all if every one is accepted; null as soon as one is not, or fails: it needs to be decided on what stands. */
export function decideAccepted<State, Command, Event, Refusal>(
  decider: Decider<State, Command, Event, Refusal>,
  items: readonly Waiting<State, Command, Refusal>[],
  fork: Fold<State>,
): readonly Decided<State, Command, Refusal>[] | null {
  const decided: Decided<State, Command, Refusal>[] = [];
  for (const item of items) {
    try {
      const one = decide(decider, item, fork);
      if (one.commit === null) return null;
      decided.push(one);
    } catch {
      return null;
    }
  }
  return decided;
}

/** The answer to a command that stands in the record already: with what stands now. */
export function doneBefore<State, Command, Refusal>(
  fold: Fold<State>,
  commit: CommitHead,
  item: Waiting<State, Command, Refusal>,
): Outcome<State, Refusal> {
  const { state, head } = fold;
  return { kind: 'done', state, head, commit, repeated: !item.tried.has(commit.hash) };
}

function decide<State, Command, Event, Refusal>(
  decider: Decider<State, Command, Event, Refusal>,
  item: Waiting<State, Command, Refusal>,
  fork: Fold<State>,
): Decided<State, Command, Refusal> {
  const known = fork.commitOf(item.commandId);
  if (known !== undefined) return { item, outcome: doneBefore(fork, known, item), commit: null };
  const { actor, now } = item.request;
  const command = item.request.command(item.text?.().ref ?? null);
  const decision = decider.decide(command, fork.state, { actor, now });
  if (decision.kind === 'refused') {
    return { item, outcome: { kind: 'refused', refusal: decision.refusal, state: fork.state }, commit: null };
  }
  if (decision.kind === 'unchanged' || decision.events.length === 0) {
    return { item, outcome: { kind: 'unchanged', state: fork.state, head: fork.head }, commit: null };
  }
  const commit = nextCommit(fork, item, decision.events);
  fork.apply(commit);
  const { state, head } = fork;
  return { item, outcome: { kind: 'done', state, head, commit: head, repeated: false }, commit };
}

/** The commit after the fork's head. Its time is the receipt of the command, but never before the last commit's. */
function nextCommit<State>(
  fork: Fold<State>,
  item: Waiting<State, unknown, unknown>,
  events: readonly unknown[],
): Commit {
  const { commandId, request } = item;
  const at = later(fork.at, request.now);
  const seq = fork.head.seq + 1;
  const actor = actorName(request.actor);
  const commit = makeCommit({ streamId: fork.streamId, seq, commandId, at, actor, events }, fork.head.hash);
  if (commit.body.length > bodyLengthMax) {
    throw new RequestInvalid(`A commit of ${commit.body.length} characters to ${fork.streamId}.`);
  }
  return commit;
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
