// All invariants of a rehearsal, judged on the evidence.
import { actsInvariants } from './acts';
import { asked } from './asked';
import { boxes } from './boxes';
import { cards } from './cards';
import { chain } from './chain';
import { committee } from './committee';
import { counting } from './counting';
import { course } from './course';
import { expected } from './expected';
import type { Evidence, Judged } from './invariant';
import { impartiality } from './impartiality';
import { people } from './people';
import { rights } from './rights';

export const invariants = [
  ...actsInvariants,
  ...rights,
  ...counting,
  ...course,
  ...people,
  ...cards,
  ...chain,
  ...asked,
  ...boxes,
  ...impartiality,
  ...committee,
  ...expected,
] as const;

export function judge(evidence: Evidence): readonly Judged[] {
  return invariants.map(({ name, breaches }) => {
    const found = breaches(evidence);
    return { name, held: found.length === 0, breaches: found };
  });
}

export type { Evidence, Judged } from './invariant';
