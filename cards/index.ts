// Every card by its name: the only door into this folder for those who send cards. The type below proves that the list
// in api.ts is whole. Must hold nothing but names.
import type { Cards } from './api';
import { foundGroupCard, foundNominationCard } from './views/beside/found';
import { noteForm, notesCard } from './views/beside/notes';
import { assessmentCard, assessmentForm } from './views/own/assessment';
import { assessmentGivenCard } from './views/own/assessment-given';
import { chooseSeatCard, confirmBallotCard } from './views/own/choosing';
import { nominationCard } from './views/own/nomination-card';
import { orderCard } from './views/own/order';
import { ownTaskCard } from './views/own/own-card';
import { rankingCard } from './views/own/ranking-card';
import { resultCard } from './views/own/result';
import { sheetCard } from './views/own/sheet';
import { spreadCard } from './views/own/spread';
import { faultCard, saidCard } from './views/faults';
import { declarationForm, groundsForm } from './views/impartiality/declaration';
import { reportForm } from './views/impartiality/report';
import { rulingsForm } from './views/impartiality/rulings';
import { ballotForm, remarkForm, statementForm } from './views/forms/answers';
import { conclusionForm, signConclusionsForm } from './views/forms/conclusion';
import { handbookForm, handbookRemoveForm } from './views/forms/handbook';
import {
  discardNominationForm,
  nominationForm,
  returnNominationForm,
  withdrawNominationForm,
} from './views/forms/nomination';
import { declineAppointmentForm, withdrawAppointmentForm } from './views/forms/appointments';
import { groupingForm, groupingReview, groupNamesForm, returnGroupsForm } from './views/forms/grouping';
import { documentRemarkForm } from './views/forms/document-remark';
import { appointmentForm, documentForm, publicationForm } from './views/forms/products';
import { answeredCard, answerForm, questionForm } from './views/forms/questions';
import { informationForm, reasonForm, reasonsForm } from './views/forms/reasons';
import { internalDeadlineForm } from './views/forms/internal-deadline';
import { compareForm, mergeForm, undoMergeForm } from './views/forms/together';
import { rankingForm, rankingOrderForm } from './views/forms/ranking';
import { selectionForm, selectionReview } from './views/forms/selection';
import { enterForm, prepareForm } from './views/forms/answers-for';
import { secretReceiptCard } from './views/own/receipt';
import { conditionAssignForm, conditionBackForm } from './views/governing/conditions';
import { attendanceForm, meetingCallForm, meetingDecideForm } from './views/governing/meeting-forms';
import { meetingCard, meetingsCard, minutesCard } from './views/governing/meetings';
import {
  amendForm,
  closeEarlyForm,
  correctForm,
  declineOverrideForm,
  reopenForm,
  replaceForm,
} from './views/governing/override-forms';
import { overrideCard, overridePostedCard, overridesCard } from './views/governing/overrides';
import { listCard } from './views/lists/list-card';
import { bodiesCard, bodyCard, handbookCard } from './views/personal/handbook';
import { outcomeCard, receiptCard, reminderCard, unableForm } from './views/personal/notices';
import { helpCard, languageCard, myNominationsCard, statusCard, tasksCard } from './views/personal/overview';
import {
  channelCard,
  channelForm,
  mandateEndForm,
  mandateForm,
  mandatePeopleForm,
  mandatesCard,
} from './views/secretariat/places';
import { closeTaskForm, deadlineForm, missingCard, pauseRoundForm, roundCard } from './views/secretariat/running';
import {
  definitionsCard,
  setupBeginForm,
  setupBodiesCard,
  setupCard,
  setupNameForm,
  setupPlanCard,
} from './views/secretariat/setup';
import {
  extendedCard,
  lastDayCard,
  resultPostedCard,
  stepCard,
  strayCard,
  summaryCard,
  supersededCard,
} from './views/shared/notices';
import { taskCard } from './views/shared/task-card';

export const cards = {
  conditionBackForm,
  conditionAssignForm,
  minutesCard,
  meetingsCard,
  meetingDecideForm,
  meetingCard,
  meetingCallForm,
  attendanceForm,
  answeredCard,
  answerForm,
  replaceForm,
  reopenForm,
  overridesCard,
  overridePostedCard,
  overrideCard,
  declineOverrideForm,
  correctForm,
  closeEarlyForm,
  amendForm,
  appointmentForm,
  assessmentCard,
  assessmentForm,
  assessmentGivenCard,
  ballotForm,
  bodiesCard,
  bodyCard,
  channelCard,
  channelForm,
  chooseSeatCard,
  closeTaskForm,
  compareForm,
  conclusionForm,
  confirmBallotCard,
  deadlineForm,
  declarationForm,
  declineAppointmentForm,
  definitionsCard,
  discardNominationForm,
  documentForm,
  documentRemarkForm,
  extendedCard,
  foundGroupCard,
  foundNominationCard,
  faultCard,
  groupingForm,
  groupingReview,
  groundsForm,
  groupNamesForm,
  informationForm,
  handbookCard,
  handbookForm,
  handbookRemoveForm,
  helpCard,
  languageCard,
  lastDayCard,
  strayCard,
  summaryCard,
  listCard,
  secretReceiptCard,
  prepareForm,
  enterForm,
  mandateEndForm,
  mandateForm,
  mandatePeopleForm,
  mandatesCard,
  internalDeadlineForm,
  mergeForm,
  missingCard,
  myNominationsCard,
  nominationCard,
  nominationForm,
  outcomeCard,
  orderCard,
  noteForm,
  notesCard,
  ownTaskCard,
  pauseRoundForm,
  publicationForm,
  questionForm,
  rankingCard,
  rankingForm,
  rankingOrderForm,
  reasonForm,
  reasonsForm,
  receiptCard,
  remarkForm,
  reminderCard,
  reportForm,
  resultCard,
  resultPostedCard,
  returnGroupsForm,
  returnNominationForm,
  roundCard,
  rulingsForm,
  saidCard,
  selectionForm,
  selectionReview,
  setupBeginForm,
  setupBodiesCard,
  setupCard,
  setupNameForm,
  setupPlanCard,
  sheetCard,
  signConclusionsForm,
  spreadCard,
  statementForm,
  statusCard,
  stepCard,
  supersededCard,
  taskCard,
  tasksCard,
  unableForm,
  undoMergeForm,
  withdrawAppointmentForm,
  withdrawNominationForm,
} satisfies Cards;

export {
  conditionBackForm,
  conditionAssignForm,
  minutesCard,
  meetingsCard,
  meetingDecideForm,
  meetingCard,
  meetingCallForm,
  attendanceForm,
  answeredCard,
  answerForm,
  replaceForm,
  reopenForm,
  overridesCard,
  overridePostedCard,
  overrideCard,
  declineOverrideForm,
  correctForm,
  closeEarlyForm,
  amendForm,
  appointmentForm,
  assessmentCard,
  assessmentForm,
  assessmentGivenCard,
  ballotForm,
  bodiesCard,
  bodyCard,
  channelCard,
  channelForm,
  chooseSeatCard,
  closeTaskForm,
  compareForm,
  conclusionForm,
  confirmBallotCard,
  deadlineForm,
  declarationForm,
  declineAppointmentForm,
  definitionsCard,
  discardNominationForm,
  documentForm,
  documentRemarkForm,
  extendedCard,
  foundGroupCard,
  foundNominationCard,
  faultCard,
  groupingForm,
  groupingReview,
  groundsForm,
  groupNamesForm,
  informationForm,
  handbookCard,
  handbookForm,
  handbookRemoveForm,
  helpCard,
  languageCard,
  lastDayCard,
  strayCard,
  summaryCard,
  listCard,
  secretReceiptCard,
  prepareForm,
  enterForm,
  mandateEndForm,
  mandateForm,
  mandatePeopleForm,
  mandatesCard,
  internalDeadlineForm,
  mergeForm,
  missingCard,
  myNominationsCard,
  nominationCard,
  nominationForm,
  outcomeCard,
  orderCard,
  noteForm,
  notesCard,
  ownTaskCard,
  pauseRoundForm,
  publicationForm,
  questionForm,
  rankingCard,
  rankingForm,
  rankingOrderForm,
  reasonForm,
  reasonsForm,
  receiptCard,
  remarkForm,
  reminderCard,
  reportForm,
  resultCard,
  resultPostedCard,
  returnGroupsForm,
  returnNominationForm,
  roundCard,
  rulingsForm,
  saidCard,
  selectionForm,
  selectionReview,
  setupBeginForm,
  setupBodiesCard,
  setupCard,
  setupNameForm,
  setupPlanCard,
  sheetCard,
  signConclusionsForm,
  spreadCard,
  statementForm,
  statusCard,
  stepCard,
  supersededCard,
  taskCard,
  tasksCard,
  unableForm,
  undoMergeForm,
  withdrawAppointmentForm,
  withdrawNominationForm,
};
export { faultSentence } from './views/faults';
export { rankedPerPage } from './views/forms/ranking';
export { selectionPageIds } from './views/forms/selection';
export { textsOf } from './texts';
export { rulingsLeft } from './views/impartiality/rulings';
