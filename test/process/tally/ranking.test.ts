// Ballots given as tiers (CARDS.md): an order only where somebody wanted one.
import { rankingOfTiers } from '../../../services/process/tally/ranking';

const TIERS = ['høj', 'mellem', 'lav', 'ikke'];
const faultOf = (code: string) => expect.objectContaining({ name: 'TallyError', code });

describe('a ballot of tiers', () => {
  it('puts tier above tier, and what is in one tier equal', () => {
    const ranking = rankingOfTiers(TIERS, { a: 'mellem', b: 'høj', c: 'mellem', d: 'ikke' }, []);
    expect(ranking).toEqual([['b'], ['a', 'c'], ['d']]);
  });

  it('orders inside a tier where wanted; what is not named stands below, equal', () => {
    const ranking = rankingOfTiers(TIERS, { a: 'høj', b: 'høj', c: 'høj', d: 'høj', e: 'lav' }, ['c', 'a']);
    expect(ranking).toEqual([['c'], ['a'], ['b', 'd'], ['e']]);
  });

  it('never lets an order lift anything out of its tier', () => {
    expect(rankingOfTiers(TIERS, { a: 'lav', b: 'høj' }, ['a', 'b'])).toEqual([['b'], ['a']]);
  });

  it('leaves out what has no tier', () => {
    expect(rankingOfTiers(TIERS, {}, [])).toEqual([]);
  });

  it('is not confused by names that objects have by themselves', () => {
    expect(rankingOfTiers(TIERS, { constructor: 'høj' }, ['constructor'])).toEqual([['constructor']]);
    expect(() => rankingOfTiers(TIERS, {}, ['constructor'])).toThrow(faultOf('UnknownAlternative'));
  });

  it('refuses a tier nobody knows', () => {
    expect(() => rankingOfTiers(TIERS, { a: 'højest' }, [])).toThrow(faultOf('UnknownTier'));
  });

  it('refuses an order of what has no tier, and of anything twice', () => {
    expect(() => rankingOfTiers(TIERS, { a: 'høj' }, ['b'])).toThrow(faultOf('UnknownAlternative'));
    expect(() => rankingOfTiers(TIERS, { a: 'høj' }, ['a', 'a'])).toThrow(faultOf('DuplicateAlternative'));
  });
});
