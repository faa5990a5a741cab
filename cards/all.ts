// Every card by its name, once: where each is made. Must hold nothing but names.
export { foundGroupCard, foundNominationCard } from './views/beside/found';
export { noteForm, notesCard } from './views/beside/notes';
export { faultCard, saidCard } from './views/faults';
export { ballotForm, remarkForm, statementForm } from './views/forms/answers';
export { enterForm, prepareForm } from './views/forms/answers-for';
export { declineAppointmentForm, withdrawAppointmentForm } from './views/forms/appointments';
export { conclusionForm, signConclusionsForm } from './views/forms/conclusion';
export { documentRemarkForm } from './views/forms/document-remark';
export { groupNamesForm, groupingForm, groupingReview, returnGroupsForm } from './views/forms/grouping';
export { handbookForm, handbookRemoveForm } from './views/forms/handbook';
export { internalDeadlineForm } from './views/forms/internal-deadline';
export {
  discardNominationForm,
  nominationForm,
  returnNominationForm,
  withdrawNominationForm,
} from './views/forms/nomination';
export { appointmentForm, documentForm, publicationForm } from './views/forms/products';
export { answerForm, answeredCard, questionForm } from './views/forms/questions';
export { rankingForm, rankingOrderForm } from './views/forms/ranking';
export { informationForm, reasonForm, reasonsForm } from './views/forms/reasons';
export { draftSharedCard, shareForm } from './views/forms/sharing';
export { selectionForm, selectionReview } from './views/forms/selection';
export { compareForm, mergeForm, undoMergeForm } from './views/forms/together';
export { conditionAssignForm, conditionBackForm } from './views/governing/conditions';
export { attendanceForm, meetingCallForm, meetingDecideForm } from './views/governing/meeting-forms';
export { meetingCard, meetingsCard, minutesCard } from './views/governing/meetings';
export {
  amendForm,
  closeEarlyForm,
  correctForm,
  declineOverrideForm,
  reopenForm,
  replaceForm,
} from './views/governing/override-forms';
export { overrideCard, overridePostedCard, overridesCard } from './views/governing/overrides';
export { declarationForm, groundsForm } from './views/impartiality/declaration';
export { conflictToldCard } from './views/impartiality/told';
export { reportForm } from './views/impartiality/report';
export { rulingsForm } from './views/impartiality/rulings';
export { listCard } from './views/lists/list-card';
export { assessmentCard, assessmentForm } from './views/own/assessment';
export { assessmentGivenCard } from './views/own/assessment-given';
export { chooseSeatCard, confirmBallotCard } from './views/own/choosing';
export { nominationCard } from './views/own/nomination-card';
export { changesCard } from './views/own/nomination-changes';
export { orderCard } from './views/own/order';
export { ownTaskCard } from './views/own/own-card';
export { rankingCard } from './views/own/ranking-card';
export { secretReceiptCard } from './views/own/receipt';
export { resultCard } from './views/own/result';
export { sheetCard } from './views/own/sheet';
export { spreadCard } from './views/own/spread';
export { bodiesCard, bodyCard, handbookCard } from './views/personal/handbook';
export { backingCard } from './views/personal/backing';
export { carryCard } from './views/personal/carrying';
export { outcomeCard, receiptCard, reminderCard, unableForm } from './views/personal/notices';
export { helpCard, languageCard, myNominationsCard, statusCard, tasksCard } from './views/personal/overview';
export {
  channelCard,
  channelForm,
  mandateEndForm,
  mandateForm,
  mandatePeopleForm,
  mandatesCard,
} from './views/secretariat/places';
export { closeTaskForm, deadlineForm, missingCard, pauseRoundForm, roundCard } from './views/secretariat/running';
export {
  definitionsCard,
  setupBeginForm,
  setupBodiesCard,
  setupCard,
  setupNameForm,
  setupPlanCard,
} from './views/secretariat/setup';
export {
  extendedCard,
  lastDayCard,
  resultPostedCard,
  stepCard,
  strayCard,
  summaryCard,
  supersededCard,
} from './views/shared/notices';
export { taskCard } from './views/shared/task-card';
