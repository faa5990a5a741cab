// How answers of a body become its decision: choices, majority, quorum, tie. What is not public is a setting
// (PROCESS.md §2). Shape only: how they are counted is services/process/tally.
import { z } from 'zod';
import { note } from './parts';

const share = z
  .tuple([z.number().int().min(0), z.number().int().min(1)])
  .refine(([part, whole]) => part <= whole, 'a share of at most 1, written [part, whole]');

export const quorumSchema = z.union([
  z.strictObject({ number: z.number().int().min(1) }),
  z.strictObject({ share, strictlyMore: z.boolean().default(false) }),
  /** At least `each` from every body, or from every body the mandates speak for. */
  z.strictObject({ byGroup: z.enum(['body', 'speaksFor']), each: z.number().int().min(1).default(1) }),
]);
export type Quorum = z.infer<typeof quorumSchema>;

/** How answers of a body become its decision. What is not public is a setting (PROCESS.md §2). */
export const ruleSchema = z.strictObject({
  method: z.enum(['consensus', 'consent', 'majority', 'approval', 'ranking']),
  /** For majority: of whom, and how much. More than half is `share [1,2]` with `strictlyMore`. */
  majority: z
    .strictObject({ of: z.enum(['cast', 'present', 'all']), share, strictlyMore: z.boolean().default(true) })
    .default({ of: 'cast', share: [1, 2], strictlyMore: true }),
  /** For approval: how many must approve. */
  needs: z.union([z.enum(['all', 'any']), z.number().int().min(1)]).default('all'),
  quorum: quorumSchema.default({ share: [1, 2], strictlyMore: true }),
  /** What the quorum counts over: all seats (default), or those who may take part. */
  quorumOf: z.enum(['seats', 'entitled']).default('seats'),
  tie: z.enum(['stands', 'chair', 'newBallot', 'lot']).default('stands'),
  /** For the tie `newBallot`: how many working days the new ballot lasts; left out: as long as the first. */
  newBallotDays: z.number().int().min(1).max(400).optional(),
  /** For consensus: how many may disagree without stopping it; their reasons stand as the minority's. Left out: nobody. */
  dissentMax: z.number().int().min(0).max(200).optional(),
  note,
});
export type Rule = z.infer<typeof ruleSchema>;

export const choiceId = z.enum([
  'agree',
  'agreeWithRemark',
  'disagree',
  'noted',
  'notedWithRemark',
  'for',
  'against',
  'abstain',
  'approve',
  'approveWithRemark',
  'approveWithConditions',
  'doNotApprove',
  'return',
  'wantsMeeting',
]);
export type ChoiceId = z.infer<typeof choiceId>;
