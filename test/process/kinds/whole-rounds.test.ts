// Whole rounds by the definitions that ship, played by what is outstanding and nothing else: whoever is asked can do what
// he is asked for, and doing it all ends the round.
import { definitionOf, shipped } from '../definition/files';
import { play } from './player';

const startsAt = '2027-02-01T08:00:00.000Z';

describe.each(shipped)('a round by %s', (name) => {
  const played = play(definitionOf(name), 12, startsAt);

  it('refuses nothing to those who are asked', () => {
    expect(played.refused).toEqual([]);
  });

  it('ends, with every task closed', () => {
    const open = Object.values(played.state.tasks).filter(({ status }) => status !== 'closed');
    expect(open.map(({ id }) => id)).toEqual([]);
    expect(played.state.status).toBe('closed');
  });

  it('gives every nomination its number', () => {
    const numbers = Object.values(played.state.nominations).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(12);
    expect(numbers).toContain('2027-012');
  });

  it('keeps every result with the version of its rule', () => {
    for (const task of Object.values(played.state.tasks)) expect(task.result?.version).toMatch(/^[a-z-]+\/\d+$/);
  });
});

test('ngc-2019 selects among the qualified, groups the selected, and carries over what needs more information', () => {
  const { state } = play(definitionOf('ngc-2019'), 12, startsAt);
  const nominations = Object.values(state.nominations);
  const qualified = nominations.filter(({ conclusion }) => conclusion?.outcome === 'qualified');
  const selected = nominations.filter(({ decision }) => decision === 'selected');
  expect(qualified).toHaveLength(9);
  expect(selected).toHaveLength(5);
  expect(selected.every((nomination) => qualified.includes(nomination) && nomination.groupId !== null)).toBe(true);
  expect(
    nominations.filter(({ status }) => status === 'carriedOver').map(({ conclusion }) => conclusion?.outcome),
  ).toEqual(['moreInformation', 'moreInformation', 'moreInformation']);
  expect(state.next).toBe('r2');
});
