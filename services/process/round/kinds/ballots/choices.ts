// What can be answered to a task that a body answers together, and what each answer means when it is counted.
// The definition offers the choices, or its defaults stand. Words for people are in cards/texts, under the same ids.
import { defaultChoices } from '../../../definition/choices';
import type { ChoiceId, TaskDefinitionOf } from '../../../definition/schema';

export type CollegialKind = 'agree' | 'consider' | 'vote' | 'approve' | 'rank';
export type Collegial = TaskDefinitionOf<CollegialKind>;

/** How an answer counts. `notCounted` is an answer, so the seat has taken part, but on neither side. */
export type Stance = 'for' | 'against' | 'abstain' | 'notCounted';

const stances: { readonly [Choice in ChoiceId]: Stance } = {
  agree: 'for',
  agreeWithRemark: 'for',
  disagree: 'against',
  noted: 'for',
  notedWithRemark: 'for',
  for: 'for',
  against: 'against',
  abstain: 'abstain',
  approve: 'for',
  approveWithRemark: 'for',
  approveWithConditions: 'for',
  doNotApprove: 'against',
  return: 'against',
  wantsMeeting: 'notCounted',
};

const withReason: ReadonlySet<ChoiceId> = new Set<ChoiceId>([
  'agreeWithRemark',
  'disagree',
  'notedWithRemark',
  'approveWithRemark',
  'approveWithConditions',
  'doNotApprove',
  'return',
]);

const withRemark: ReadonlySet<string> = new Set<ChoiceId>(['agreeWithRemark', 'notedWithRemark', 'approveWithRemark']);

/** The choices of a task in the order they are offered: the definition's, else the kind's. Rankings have none. */
export function choicesOf(definition: Collegial): readonly ChoiceId[] {
  return definition.kind === 'rank' ? [] : (definition.choices ?? defaultChoices[definition.kind]);
}

/** How a choice counts; a ranking is on nobody's side. */
export function stanceOf(choice: ChoiceId | 'ranked'): Stance {
  return choice === 'ranked' ? 'notCounted' : stances[choice];
}

/** True where the choice is nothing without a reason: the text field `reason` must be filled. */
export function needsReason(choice: ChoiceId): boolean {
  return withReason.has(choice);
}

/** True for a "yes, and": it is listed with the result. */
export function isRemark(choice: string): boolean {
  return withRemark.has(choice);
}
