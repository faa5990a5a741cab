// Consensus with recorded dissent, and consent.
import { consensus, CONSENSUS_VERSION, consent, type Answer } from '../../../services/process/tally/consensus';

const REGIONS = ['nord', 'midt', 'syd', 'øst'];
const faultOf = (code: string) => expect.objectContaining({ name: 'TallyError', code });

function answers(written: Readonly<Record<string, Answer['choice']>>): Answer[] {
  return Object.entries(written).map(([by, choice]) => ({ by, choice }));
}

describe('consensus', () => {
  it('carries when all who take a side agree', () => {
    const result = consensus(0, REGIONS, answers({ nord: 'for', midt: 'for', syd: 'abstain' }));
    expect(result).toEqual({
      version: CONSENSUS_VERSION,
      outcome: 'carried',
      entitled: 4,
      for: 2,
      against: 0,
      abstain: 1,
      missing: 1,
      dissent: [],
      base: 2,
      needed: 2,
    });
  });

  it('is lost by one dissent when none is allowed', () => {
    const result = consensus(0, REGIONS, answers({ nord: 'for', midt: 'for', syd: 'for', øst: 'against' }));
    expect(result).toMatchObject({ outcome: 'lost', base: 4, needed: 4, dissent: ['øst'] });
  });

  it('carries with a dissent that is allowed, and names it', () => {
    const result = consensus(1, REGIONS, answers({ øst: 'for', midt: 'for', syd: 'for', nord: 'against' }));
    expect(result).toMatchObject({ outcome: 'carried', base: 4, needed: 3, dissent: ['nord'] });
  });

  it('is never carried by nobody', () => {
    expect(consensus(0, REGIONS, []).outcome).toBe('lost');
    expect(consensus(4, REGIONS, answers({ nord: 'against' })).outcome).toBe('lost');
  });
});

describe('consent', () => {
  it('carries when nobody objects, silence and all', () => {
    const result = consent(true, REGIONS, answers({ nord: 'abstain' }));
    expect(result).toMatchObject({ outcome: 'carried', base: 3, needed: 3, missing: 3, dissent: [] });
  });

  it('is lost by one objection that stands', () => {
    const result = consent(true, REGIONS, answers({ nord: 'for', syd: 'against' }));
    expect(result).toMatchObject({ outcome: 'lost', base: 4, needed: 4, for: 1, dissent: ['syd'] });
  });

  it('needs somebody’s yes where silence says nothing', () => {
    expect(consent(false, REGIONS, []).outcome).toBe('lost');
    expect(consent(false, REGIONS, answers({ midt: 'for' }))).toMatchObject({ outcome: 'carried', base: 1, needed: 1 });
  });
});

describe('what cannot be counted', () => {
  it('an answer of somebody who is not entitled', () => {
    expect(() => consensus(0, REGIONS, answers({ vest: 'for' }))).toThrow(faultOf('UnknownElector'));
  });

  it('two answers of one', () => {
    const twice = [...answers({ nord: 'for' }), ...answers({ nord: 'against' })];
    expect(() => consent(true, REGIONS, twice)).toThrow(faultOf('DuplicateAnswer'));
  });
});
