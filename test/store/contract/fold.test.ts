// The fold of a stream in memory: the same after every restart, quick for a whole round, and never over a damaged commit.
// A real round of real size, decided by the real rules; no database.
import type { Actor } from '../../../services/process/context';
import { roundDecider } from '../../../services/process/round/decider';
import type { RoundState } from '../../../services/process/round/state';
import { calendarOf } from '../../../services/schedule/calendar';
import { actorName, makeCommit, sha256 } from '../../../services/store/commit-format';
import { RecordDamaged } from '../../../services/store/errors';
import { Fold } from '../../../services/store/fold';
import type { Commit } from '../../../services/store/ports';
import { castBallot, definitionWith, electorateOf, seat, started } from '../../process/given';
import type { RoundStep } from '../../process/given';

const length = 2_500;
const decider = roundDecider(calendarOf);
const names = Array.from({ length: 50 }, (_, index) => `p${index}`);
const definition = definitionWith([{ id: 'sag', kind: 'vote', closes: 'atDeadline' }]);
const electorate = electorateOf(definition, ...names.map((name) => seat(name, 'udvalg')));

function emptyFold(): Fold<RoundState | null> {
  return Fold.empty<RoundState | null>('round/r1', decider);
}

/** A round in which fifty people change their minds until there are enough commits. */
function recorded(): readonly Commit[] {
  const fold = emptyFold();
  const commits: Commit[] = [];
  const commit = (step: RoundStep): void => {
    const now = step.at ?? fold.at;
    const command = typeof step.command === 'function' ? step.command(fold.state) : step.command;
    const decision = decider.decide(command, fold.state, { actor: step.actor, now });
    if (decision.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(decision)}`);
    commits.push(next(fold, step.actor, now, decision.events));
    fold.apply(commits.at(-1) as Commit);
  };
  commit(started(definition, electorate));
  while (commits.length < length) {
    const turn = commits.length - 1;
    const choice = Math.floor(turn / names.length) % 2 === 0 ? 'for' : 'against';
    commit(castBallot({ by: names[turn % names.length] ?? '', task: 'sag', choice }));
  }
  return commits;
}

function next(fold: Fold<RoundState | null>, actor: Actor, at: string, events: readonly unknown[]): Commit {
  const seq = fold.head.seq + 1;
  const body = { streamId: 'round/r1', seq, commandId: sha256(String(seq)), at, actor: actorName(actor), events };
  return makeCommit(body, fold.head.hash);
}

function folded(commits: readonly Commit[]): Fold<RoundState | null> {
  const fold = emptyFold();
  for (const commit of commits) fold.apply(commit);
  return fold;
}

let commits: readonly Commit[] = [];
beforeAll(() => {
  commits = recorded();
});

it(`folds a round of ${length} commits within 50 ms, so that a restart is not noticed`, () => {
  const took = Array.from({ length: 7 }, () => {
    const before = performance.now();
    folded(commits);
    return performance.now() - before;
  });
  expect(Math.min(...took)).toBeLessThan(50);
});

it('is the same from the start and from any point on', () => {
  const whole = folded(commits);
  const half = folded(commits.slice(0, length / 2));
  const ahead = half.fork();
  for (const commit of commits.slice(length / 2)) ahead.apply(commit);
  expect(half.head.seq).toBe(length / 2);
  half.adopt(ahead);
  expect(half.state).toEqual(whole.state);
  expect(half.head).toEqual(whole.head);
  expect(half.commitOf(sha256('2000'))).toEqual(whole.commitOf(sha256('2000')));
});

describe('a commit that does not follow', () => {
  const damages: readonly (readonly [string, (commit: Commit) => Commit])[] = [
    ['of another number', (commit) => ({ ...commit, seq: commit.seq + 1 })],
    ['after another hash', (commit) => ({ ...commit, prevHash: commit.hash })],
    ['of another stream', (commit) => ({ ...commit, body: commit.body.replace('round/r1', 'round/r2') })],
    ['of an unknown format', (commit) => ({ ...commit, body: commit.body.replace('"format":1', '"format":2') })],
    ['that is no JSON', (commit) => ({ ...commit, body: commit.body.slice(1) })],
  ];

  it.each(damages)('%s stops the fold there and changes nothing', (_, damage) => {
    const fold = folded(commits.slice(0, 10));
    const { state, head } = fold;
    expect(() => fold.apply(damage(commits[10] as Commit))).toThrow(RecordDamaged);
    expect(fold.state).toBe(state);
    expect(fold.head).toBe(head);
  });
});
