// Every verb with who answers it. The type proves that none is missing.
import type { Pressed, Verb, VerbData } from '../../cards/verbs';
import type { Answer } from './answer';
import * as appointing from './appointing';
import * as assessing from './assessing';
import * as ballots from './ballots';
import * as carrying from './carrying';
import * as concluding from './concluding';
import * as downtime from './downtime';
import * as entering from './entering';
import * as graph from './graph';
import * as grouping from './grouping';
import * as handbook from './handbook';
import * as impartiality from './impartiality';
import * as internal from './internal';
import * as lists from './lists';
import * as mandates from './mandates';
import * as nominating from './nominating';
import * as meetings from './meetings';
import * as obligations from './obligations';
import * as overrides from './overrides';
import * as noting from './noting';
import * as preparing from './preparing';
import * as nudging from './nudging';
import * as personal from './personal';
import * as products from './products';
import * as questions from './questions';
import * as ranking from './ranking';
import * as reasons from './reasons';
import * as running from './running';
import * as selecting from './selecting';
import * as setup from './setup';
import * as sheets from './sheets';
import * as sharing from './sharing';
import * as tasks from './tasks';
import * as together from './together';
import type { Turn } from './turn';
import * as unable from './unable';

type Answers = { readonly [V in Verb]: (turn: Turn, data: VerbData<V>) => Promise<Answer> };

const answers: Answers = {
  refresh: tasks.refresh,
  page: lists.page,
  'task.show': tasks.taskShow,
  'result.show': async (turn, data) => tasks.resultShow(turn, data),
  'details.show': tasks.detailsShow,
  'nomination.show': tasks.nominationShow,
  'nomination.changes': tasks.nominationChanges,
  'substitute.call': tasks.substituteCall,
  'nomination.open': nominating.nominationOpen,
  'nomination.save': nominating.nominationSave,
  'nomination.discard.open': nominating.nominationDiscardOpen,
  'nomination.discard': nominating.nominationDiscard,
  'nomination.share.open': sharing.nominationShareOpen,
  'nomination.share': sharing.nominationShare,
  'nomination.leave': sharing.nominationLeave,
  'nomination.carry': carrying.nominationCarry,
  'nomination.back': nominating.nominationBack,
  'nomination.return.open': nominating.nominationReturnOpen,
  'nomination.return': nominating.nominationReturn,
  'nomination.withdraw.open': nominating.nominationWithdrawOpen,
  'nomination.withdraw': nominating.nominationWithdraw,
  'nomination.send': nominating.nominationSend,
  'nomination.join': together.nominationJoin,
  'join.answer': together.joinAnswer,
  'internal.open': internal.internalOpen,
  'internal.set': internal.internalSet,
  'merge.open': together.mergeOpen,
  'merge.propose': together.mergePropose,
  'merge.answer': together.mergeAnswer,
  'merge.withdraw': together.mergeWithdraw,
  'merge.undo.open': together.mergeUndoOpen,
  'merge.undo': together.mergeUndo,
  'nomination.check': questions.nominationCheck,
  'nomination.follow': questions.nominationFollow,
  'question.open': questions.questionOpen,
  'question.ask': questions.questionAsk,
  'question.answer.open': questions.questionAnswerOpen,
  'question.answer': questions.questionAnswer,
  'question.withdraw': questions.questionWithdraw,
  'ballot.cast': ballots.ballotCast,
  'ballot.confirm': ballots.ballotConfirm,
  'ballot.open': ballots.ballotOpen,
  'ballot.prepare.open': preparing.ballotPrepareOpen,
  'ballot.prepare': preparing.ballotPrepare,
  'ballot.give': preparing.ballotGive,
  'ballot.handback': preparing.ballotHandback,
  'ballot.nudge': nudging.ballotNudge,
  'ballot.enter.open': entering.ballotEnterOpen,
  'ballot.enter': entering.ballotEnter,
  'remark.open': ballots.remarkOpen,
  'remark.make': ballots.remarkMake,
  'statement.open': ballots.statementOpen,
  'statement.give': ballots.statementGive,
  'assessment.show': assessing.assessmentShow,
  'assessment.open': assessing.assessmentShow,
  'assessment.give': assessing.assessmentGive,
  'assessment.save': assessing.assessmentSave,
  'assessment.skip': assessing.assessmentSkip,
  'assessment.keep': assessing.assessmentKeep,
  'assessment.again': assessing.assessmentAgain,
  'assessment.order': assessing.assessmentOrder,
  'sheet.show': sheets.sheetShow,
  'sheet.read': sheets.sheetRead,
  'sheet.give': sheets.sheetGive,
  'sheet.discard': sheets.sheetDiscard,
  'assessment.spread': assessing.assessmentSpread,
  'conclusion.open': concluding.conclusionOpen,
  'conclusion.draft': concluding.conclusionDraft,
  'conclusions.sign.open': concluding.conclusionsSignOpen,
  'conclusions.sign': concluding.conclusionsSign,
  'ranking.show': ranking.rankingShow,
  'ranking.open': ranking.rankingOpen,
  'ranking.save': ranking.rankingSave,
  'ranking.order.open': ranking.rankingOrderOpen,
  'ranking.order.save': ranking.rankingOrderSave,
  'ranking.give': ranking.rankingGive,
  'ranking.handback': ranking.rankingHandback,
  'selection.open': selecting.selectionOpen,
  'selection.save': selecting.selectionSave,
  'selection.cut': selecting.selectionCut,
  'selection.propose': selecting.selectionPropose,
  'grouping.open': grouping.groupingOpen,
  'grouping.names': grouping.groupingNames,
  'grouping.page.open': grouping.groupingPageOpen,
  'grouping.save': grouping.groupingSave,
  'grouping.propose': grouping.groupingPropose,
  'grouping.confirm': grouping.groupingConfirm,
  'grouping.undo': grouping.groupingUndo,
  'grouping.return.open': grouping.groupingReturnOpen,
  'grouping.return': grouping.groupingReturn,
  'appointment.open': appointing.appointmentOpen,
  'appointment.make': appointing.appointmentMake,
  'appointment.accept': appointing.appointmentAccept,
  'appointment.decline.open': appointing.appointmentDeclineOpen,
  'appointment.decline': appointing.appointmentDecline,
  'appointment.withdraw.open': appointing.appointmentWithdrawOpen,
  'appointment.withdraw': appointing.appointmentWithdraw,
  'document.open': products.documentOpen,
  'document.save': products.documentSave,
  'document.remark.open': products.documentRemarkOpen,
  'document.remark': products.documentRemark,
  'document.agree': products.documentAgree,
  'reasons.open': reasons.reasonsOpen,
  'reasons.save': reasons.reasonsSave,
  'reason.open': reasons.reasonOpen,
  'reason.save': reasons.reasonSave,
  'information.open': reasons.informationOpen,
  'information.tell': reasons.informationTell,
  'publication.open': products.publicationOpen,
  'publication.publish': products.publicationPublish,
  'interests.open': impartiality.interestsOpen,
  'interests.choose': impartiality.interestsChoose,
  'interests.declare': impartiality.interestsDeclare,
  'conflict.open': impartiality.conflictOpen,
  'conflict.report': impartiality.conflictReport,
  'rulings.open': impartiality.rulingsOpen,
  'rulings.vote': impartiality.rulingsVote,
  'help.show': async (turn) => personal.helpShow(turn),
  'tasks.show': personal.tasksShow,
  'status.show': personal.statusShow,
  'nominations.show': personal.nominationsShow,
  'language.show': personal.languageShow,
  'language.choose': personal.languageChoose,
  'handbook.show': handbook.handbookShow,
  'bodies.show': handbook.bodiesShow,
  'body.show': handbook.bodyShow,
  'news.follow': handbook.newsFollow,
  'reminder.tomorrow': unable.reminderTomorrow,
  'unable.open': unable.unableOpen,
  'unable.send': unable.unableSend,
  'setup.show': setup.setupShow,
  'setup.definition': setup.setupDefinition,
  'setup.name.open': setup.setupNameOpen,
  'setup.name': setup.setupName,
  'setup.plan': setup.setupPlan,
  'setup.bodies': setup.setupBodies,
  'setup.begin.open': setup.setupBeginOpen,
  'setup.begin': setup.setupBegin,
  'setup.discard': setup.setupDiscard,
  'channel.open': mandates.channelOpen,
  'channel.bind': mandates.channelBind,
  'mandates.show': mandates.mandatesShow,
  'mandate.open': mandates.mandateOpen,
  'mandate.give': mandates.mandateGive,
  'mandate.people.open': mandates.mandatePeopleOpen,
  'mandate.people': mandates.mandatePeople,
  'mandate.end.open': mandates.mandateEndOpen,
  'mandate.end': mandates.mandateEnd,
  'round.show': running.roundShow,
  'round.missing': running.roundMissing,
  'deadline.open': running.deadlineOpen,
  'deadline.extend': running.deadlineExtend,
  'downtime.show': downtime.downtimeShow,
  'deadline.keep': downtime.deadlineKeep,
  'round.pause.open': running.roundPauseOpen,
  'round.pause': running.roundPause,
  'round.resume': running.roundResume,
  'round.advance': running.roundAdvance,
  'task.close.open': running.taskCloseOpen,
  'task.close': running.taskClose,
  'meetings.show': meetings.meetingsShow,
  'meeting.show': meetings.meetingShow,
  'meeting.minutes': meetings.meetingMinutes,
  'meeting.call.open': meetings.meetingCallOpen,
  'meeting.call': meetings.meetingCall,
  'meeting.attend.open': meetings.meetingAttendOpen,
  'meeting.attend': meetings.meetingAttend,
  'meeting.decide.open': meetings.meetingDecideOpen,
  'meeting.decide': meetings.meetingDecide,
  'meeting.close': meetings.meetingClose,
  'obligation.report': obligations.obligationReport,
  'obligation.confirm': obligations.obligationConfirm,
  'obligation.back.open': obligations.obligationBackOpen,
  'obligation.back': obligations.obligationBack,
  'obligation.assign.open': obligations.obligationAssignOpen,
  'obligation.assign': obligations.obligationAssign,
  'overrides.show': overrides.overridesShow,
  'override.show': overrides.overrideShow,
  'override.confirm': overrides.overrideConfirm,
  'override.decline.open': overrides.overrideDeclineOpen,
  'override.decline': overrides.overrideDecline,
  'override.reopen.open': overrides.overrideReopenOpen,
  'override.reopen': overrides.overrideReopen,
  'override.close': overrides.overrideClose,
  'override.correct.open': overrides.overrideCorrectOpen,
  'override.correct': overrides.overrideCorrect,
  'override.replace.open': overrides.overrideReplaceOpen,
  'override.replace': overrides.overrideReplace,
  'override.amend.open': overrides.overrideAmendOpen,
  'override.amend': overrides.overrideAmend,
  'handbook.edit.open': handbook.handbookEditOpen,
  'handbook.save': handbook.handbookSave,
  'handbook.remove.open': handbook.handbookRemoveOpen,
  'handbook.remove': handbook.handbookRemove,
  'group.notNow': graph.groupNotNow,
  'network.channel': graph.networkChannel,
  'chat.make': graph.chatMake,
  'note.file': noting.noteFile,
  'notes.show': noting.notesShow,
};

/** Answers a pressed button. */
export async function answerPress<V extends Verb>(turn: Turn, pressed: Extract<Pressed, { verb: V }>): Promise<Answer> {
  const answer = answers[pressed.verb] as (turn: Turn, data: unknown) => Promise<Answer>;
  return answer(turn, pressed.data);
}
