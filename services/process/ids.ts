// The identities of the process: each its own branded string, so that a task's id can never stand where a body's should.
// Ids are minted in the composition root (or derived from a command) and handed in; nothing here makes one up.

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type RoundId = Branded<'RoundId'>;
export type StepId = Branded<'StepId'>;
export type TaskId = Branded<'TaskId'>;
export type BodyId = Branded<'BodyId'>;
export type MandateId = Branded<'MandateId'>;
/** Random, never Entra's: the name behind it lives in `people` and can be erased (DESIGN.md §4). */
export type PersonId = Branded<'PersonId'>;
export type NominationId = Branded<'NominationId'>;
export type GroupId = Branded<'GroupId'>;
export type TextId = Branded<'TextId'>;
export type FieldId = Branded<'FieldId'>;
export type PrincipleId = Branded<'PrincipleId'>;
export type OverrideId = Branded<'OverrideId'>;
export type ObligationId = Branded<'ObligationId'>;
export type MeetingId = Branded<'MeetingId'>;
export type EntryId = Branded<'EntryId'>;
export type QuestionId = Branded<'QuestionId'>;
export type MergeId = Branded<'MergeId'>;
export type JoinId = Branded<'JoinId'>;

/** Gives a plain string its brand. Only parsers at the edge, data files and tests call it. */
export function as<Id extends Branded<string>>(text: string): Id {
  return text as Id;
}
