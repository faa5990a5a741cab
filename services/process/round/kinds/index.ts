// The kinds of task and their rules: the one place where a kind's name meets its code, and where each command is said to
// belong to kinds. Knows no rule itself.
import type { TaskKind } from '../../definition/schema';
import type { AnswerCommand, NominationCommand, ProductCommand } from '../commands';
import { appoint } from './appoint';
import { assess } from './assess';
import { atDeadline, whenAnswered } from './ballots/rules';
import { conclude } from './conclude';
import { document } from './document';
import { group } from './group';
import type { KindRules } from './kind';
import { nominate } from './nominate';
import { publish } from './publish';
import { state } from './state';

export type TaskCommand = NominationCommand | AnswerCommand | ProductCommand;

const rules: { readonly [Kind in TaskKind]: KindRules<TaskKind> } = {
  agree: among(whenAnswered),
  nominate: among(nominate),
  assess: among(assess),
  state: among(state),
  conclude: among(conclude),
  rank: among(atDeadline),
  consider: among(whenAnswered),
  vote: among(atDeadline),
  approve: among(whenAnswered),
  group: among(group),
  appoint: among(appoint),
  document: among(document),
  publish: among(publish),
};

/** One kind's rules among all: the compiler cannot know that `ask` gives them views of their own kind only. */
function among<Kind extends TaskKind>(own: KindRules<Kind>): KindRules<TaskKind> {
  return own as unknown as KindRules<TaskKind>;
}

/** The rules of a kind. Their methods must be given views of that kind only: `ask` makes them. */
export function rulesOf(kind: TaskKind): KindRules<TaskKind> {
  return rules[kind];
}

const kindsOf: { readonly [Type in TaskCommand['type']]: readonly TaskKind[] } = {
  SendForBacking: ['nominate'],
  BackNomination: ['nominate'],
  ReturnNomination: ['nominate'],
  ReviseNomination: ['nominate'],
  WithdrawNomination: ['nominate'],
  CastBallot: ['agree', 'rank', 'consider', 'vote', 'approve'],
  RecordAnswer: ['agree', 'rank', 'consider', 'vote', 'approve'],
  ProposeSelection: ['vote'],
  GiveAssessment: ['assess'],
  KeepAssessment: ['assess'],
  OpenSecondRound: ['assess'],
  MakeRemark: ['state'],
  GiveStatement: ['state'],
  DraftConclusion: ['conclude'],
  SignConclusions: ['conclude'],
  ProposeGroups: ['group'],
  ConfirmGroups: ['group'],
  UndoGroups: ['group'],
  ReturnGroups: ['group'],
  AppointMember: ['appoint'],
  AnswerAppointment: ['appoint'],
  WithdrawAppointment: ['appoint'],
  SubmitDocument: ['document'],
  AgreeToDocument: ['document'],
  RemarkOnDocument: ['document'],
  WriteReason: ['publish'],
  Publish: ['publish'],
};

/** True when a command of this type can be meant for a task of this kind. */
export function concerns(type: TaskCommand['type'], kind: TaskKind): boolean {
  return kindsOf[type].includes(kind);
}
