// Our counts against counts that others have published (test/fixtures/elections/README.md names them).
import { borda } from '../../../services/process/tally/borda';
import { schulze, schulzeOfPairs } from '../../../services/process/tally/schulze';
import { electionsOf, groupsOf, tableElection, talliedElection, type Election } from './elections';

const examples = [
  ...electionsOf('schulze-examples.json'),
  ...electionsOf('schulze-paper.json'),
  ...electionsOf('borda-examples.json'),
  ...electionsOf('condorcet-paradox.json'),
  talliedElection('debian-2006.json'),
  talliedElection('debian-2020.json'),
];

function countOf(election: Election) {
  return schulze(election.alternatives, election.ballots);
}

function having(fact: keyof Election['expected']): [string, Election][] {
  const published = examples.filter(({ expected }) => expected[fact] !== undefined);
  return published.map((election): [string, Election] => [election.name, election]);
}

describe('Schulze', () => {
  it.each(having('pairs'))('counts the published pairs: %s', (_, election) => {
    expect(countOf(election).pairs).toEqual(election.expected.pairs);
  });

  it.each(having('margins'))('counts the published margins: %s', (_, election) => {
    const { pairs } = countOf(election);
    const margins = pairs.map((row, one) => row.map((votes, other) => votes - (pairs[other]?.[one] ?? 0)));
    expect(margins).toEqual(election.expected.margins);
  });

  it.each(having('paths'))('finds the published strongest paths: %s', (_, election) => {
    expect(countOf(election).paths).toEqual(election.expected.paths);
  });

  it.each(having('winners'))('finds the published winners: %s', (_, election) => {
    expect(countOf(election).bands[0]?.alternatives).toEqual(election.expected.winners);
  });

  it.each(having('bands'))('ranks as published: %s', (_, election) => {
    expect(groupsOf(countOf(election).bands)).toEqual(election.expected.bands);
  });

  it.each(having('condorcetWinner'))('knows who wins against everybody: %s', (_, election) => {
    expect(countOf(election).condorcetWinner).toBe(election.expected.condorcetWinner);
  });

  it('ranks from an official table of pairs: Debian 2002', () => {
    const election = tableElection('debian-2002.json');
    const result = schulzeOfPairs(election.alternatives, election.pairs);
    expect(result.bands[0]?.alternatives).toEqual(election.expected.winners);
    expect(result.condorcetWinner).toBe(election.expected.condorcetWinner);
  });
});

describe('Borda', () => {
  it.each(having('bordaPoints'))('gives the published points: %s', (_, election) => {
    const { points } = borda(election.alternatives, election.ballots);
    const given = Object.fromEntries(points.map((row) => [row.alternative, row.points]));
    const published = Object.entries(election.expected.bordaPoints ?? {});
    expect(given).toEqual(Object.fromEntries(published.map(([alternative, value]) => [alternative, [value, 1]])));
  });

  it.each(having('bordaBands'))('ranks as published: %s', (_, election) => {
    expect(groupsOf(borda(election.alternatives, election.ballots).bands)).toEqual(election.expected.bordaBands);
  });
});

describe('the fixtures', () => {
  it.each(['debian-2006.json', 'debian-2020.json'])('%s holds a ballot of every voter', (file) => {
    const election = talliedElection(file);
    const voters = election.ballots.reduce((total, ballot) => total + (ballot.count ?? 1), 0);
    expect(voters).toBe(election.voters);
  });
});
