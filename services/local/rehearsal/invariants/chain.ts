// The record by itself: every commit follows the one before it, and its outer fields say what is hashed.
import { createHash } from 'node:crypto';
import type { ExportedCommit } from '../evidence/record';
import { isObject } from '../players/cards';
import type { Invariant } from './invariant';

const noHash = '0'.repeat(64);

export const chain: readonly Invariant[] = [
  {
    name: 'Every commit is chained to the one before it by its hash',
    breaches: ({ record }) => everyStream(record.commits, (commits) => commits.flatMap(brokenLink)),
  },
  {
    name: 'Commits count up from 1, and time never runs backwards',
    breaches: ({ record }) =>
      everyStream(record.commits, (commits) =>
        commits.flatMap((commit, at) => [
          ...(commit.seq === at + 1 ? [] : [`${commit.streamId}: no. ${at + 1} has the number ${commit.seq}.`]),
          ...((commits[at - 1]?.at ?? '') <= commit.at ? [] : [`${commit.streamId}: no. ${commit.seq} is earlier.`]),
        ]),
      ),
  },
  {
    name: 'What is hashed is what stands beside it',
    breaches: ({ record }) => record.commits.flatMap(differing),
  },
  {
    name: 'No command stands in a stream twice',
    breaches: ({ record }) =>
      everyStream(record.commits, (commits) => {
        const ids = commits.map(({ commandId }) => commandId);
        const twice = commits.filter(({ commandId }, at) => ids.indexOf(commandId) !== at);
        return twice.map(({ streamId, seq }) => `${streamId}: no. ${seq} repeats an earlier command.`);
      }),
  },
];

function everyStream(
  commits: readonly ExportedCommit[],
  look: (commits: readonly ExportedCommit[]) => readonly string[],
): readonly string[] {
  const streams = new Map<string, ExportedCommit[]>();
  for (const commit of commits) {
    const known = streams.get(commit.streamId) ?? [];
    known.push(commit);
    streams.set(commit.streamId, known);
  }
  return [...streams.values()].flatMap(look);
}

function brokenLink(commit: ExportedCommit, at: number, all: readonly ExportedCommit[]): readonly string[] {
  const before = all[at - 1]?.hash ?? noHash;
  const hash = createHash('sha256')
    .update(commit.prevHash + commit.body, 'utf8')
    .digest('hex');
  return commit.prevHash === before && commit.hash === hash
    ? []
    : [`${commit.streamId}: no. ${commit.seq} does not follow the one before it.`];
}

function differing(commit: ExportedCommit): readonly string[] {
  const body: unknown = JSON.parse(commit.body);
  const keys = ['streamId', 'seq', 'commandId', 'at', 'actor'] as const;
  const wrong = keys.filter((key) => !isObject(body) || body[key] !== commit[key]);
  return wrong.map((key) => `${commit.streamId}: no. ${commit.seq} says another ${key} inside.`);
}
