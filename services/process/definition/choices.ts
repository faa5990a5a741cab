// Which answers a body can be given to choose from, by kind of task. What they count as is the kinds' business.
import type { ChoiceId } from './rule';
import type { TaskKind } from './tasks';

/** Kinds that a body answers by choosing. */
export type ChoosingKind = Extract<TaskKind, 'agree' | 'consider' | 'vote' | 'approve'>;

/** All that a definition may offer for a kind. */
export const allowedChoices: Readonly<Record<ChoosingKind, readonly ChoiceId[]>> = {
  agree: ['agree', 'agreeWithRemark', 'disagree', 'abstain', 'wantsMeeting'],
  consider: ['noted', 'notedWithRemark', 'return', 'abstain', 'wantsMeeting'],
  vote: [
    'for',
    'against',
    'abstain',
    'approve',
    'approveWithRemark',
    'approveWithConditions',
    'doNotApprove',
    'return',
    'wantsMeeting',
  ],
  approve: [
    'approve',
    'approveWithRemark',
    'approveWithConditions',
    'doNotApprove',
    'return',
    'abstain',
    'wantsMeeting',
  ],
};

/** What is offered when the definition names no choices (CARDS.md §4). */
export const defaultChoices: Readonly<Record<ChoosingKind, readonly ChoiceId[]>> = {
  agree: ['agree', 'agreeWithRemark', 'disagree', 'wantsMeeting'],
  consider: ['noted', 'notedWithRemark', 'wantsMeeting'],
  vote: ['for', 'against', 'abstain', 'wantsMeeting'],
  approve: ['approve', 'approveWithRemark', 'approveWithConditions', 'doNotApprove', 'return', 'wantsMeeting'],
};

/** Choices that say yes to the question. */
export const yesChoices: ReadonlySet<ChoiceId> = new Set<ChoiceId>([
  'agree',
  'agreeWithRemark',
  'noted',
  'notedWithRemark',
  'for',
  'approve',
  'approveWithRemark',
  'approveWithConditions',
]);

/** Choices that say no to the question, or not yet. */
export const noChoices: ReadonlySet<ChoiceId> = new Set<ChoiceId>([
  'disagree',
  'against',
  'doNotApprove',
  'return',
  'wantsMeeting',
]);

/** Choices that are nothing without a reason or a remark. */
export const comeWithWords: ReadonlySet<ChoiceId> = new Set<ChoiceId>([
  'agreeWithRemark',
  'disagree',
  'notedWithRemark',
  'approveWithRemark',
  'approveWithConditions',
  'doNotApprove',
  'return',
]);
