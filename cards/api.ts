// Every card the product can show, as one list of functions: the contract of this folder. `index.ts` exports them by
// these names; a type keeps the two in step. All are pure and repeatable: the same input is the same card to the byte.
import type { Card, DialogContent, Surface } from './card';
import type * as n from './inputs/nominators';
import type * as g from './inputs/governing';
import type * as b from './inputs/beside';
import type * as i from './inputs/impartiality';
import type * as p from './inputs/personal';
import type * as r from './inputs/round';
import type * as s from './inputs/setup';
import type { Fault } from './fault';
import type { StepInput, TaskInput } from './view';
import type { Language } from '../services/process/words';

type Shows<Input> = (input: Input) => Card;
type Asks<Input> = (input: Input) => DialogContent;

/** Live cards of channels: complete without refresh, never an input. */
export interface SharedCards {
  readonly stepCard: Shows<StepInput>;
  /** Any kind of task, waiting, open or closed with its result. */
  readonly taskCard: Shows<r.TaskCardInput>;
  /** Takes the place of a card that has been posted anew. */
  readonly supersededCard: Shows<{ readonly language: Language }>;
  readonly strayCard: Shows<{ readonly language: Language }>;
  readonly lastDayCard: Shows<TaskInput>;
  /** How far a task has come, where the process asks for it. */
  readonly summaryCard: Shows<TaskInput>;
  readonly resultPostedCard: Shows<TaskInput>;
  readonly extendedCard: Shows<p.ExtendedInput>;
  readonly channelCard: Shows<s.ChannelCardInput>;
}

/** What one person sees of a round, in a channel (own view) or a personal chat. */
export interface OwnCards {
  readonly ownTaskCard: Shows<r.OwnTaskCardInput>;
  readonly chooseSeatCard: Shows<r.ChooseSeatInput>;
  readonly confirmBallotCard: Shows<r.ConfirmBallotInput>;
  readonly secretReceiptCard: Shows<r.SecretReceiptInput>;
  readonly listCard: Shows<r.ListInput>;
  readonly nominationCard: Shows<r.NominationCardInput>;
  readonly resultCard: Shows<r.ResultCardInput>;
  readonly assessmentCard: Shows<r.AssessmentCardInput>;
  readonly changesCard: Shows<r.ChangesInput>;
  readonly assessmentGivenCard: Shows<r.AssessmentGivenInput>;
  readonly spreadCard: Shows<r.SpreadInput>;
  /** The order the scores suggest and how firm it is, for who leads the work. */
  readonly orderCard: Shows<r.OrderInput>;
  readonly sheetCard: Shows<r.SheetCardInput>;
  readonly rankingCard: Shows<r.RankingCardInput>;
}

/** Forms. In a dialog `title` is the dialog's; in a chat only the card is sent. */
export interface FormCards {
  readonly nominationForm: Asks<r.NominationFormInput>;
  readonly returnNominationForm: Asks<r.ReturnNominationInput>;
  readonly withdrawNominationForm: Asks<r.NominationActInput>;
  readonly discardNominationForm: Asks<r.DiscardNominationInput & r.FormInput>;
  readonly shareForm: Asks<r.ShareFormInput>;
  readonly compareForm: Asks<n.CompareInput>;
  readonly internalDeadlineForm: Asks<n.InternalDeadlineInput>;
  readonly mergeForm: Asks<n.MergeFormInput>;
  readonly undoMergeForm: Asks<n.UndoMergeInput>;
  readonly questionForm: Asks<n.QuestionFormInput>;
  readonly answerForm: Asks<n.AnswerFormInput>;
  readonly ballotForm: Asks<r.BallotFormInput>;
  readonly prepareForm: Asks<r.AnswerForInput>;
  readonly enterForm: Asks<r.AnswerForInput>;
  readonly remarkForm: Asks<r.RemarkFormInput>;
  readonly statementForm: Asks<r.StatementFormInput>;
  /** The assessment card as a dialog. */
  readonly assessmentForm: Asks<r.AssessmentCardInput>;
  readonly conclusionForm: Asks<r.ConclusionFormInput>;
  readonly signConclusionsForm: Asks<r.PublicationInput>;
  readonly rankingForm: Asks<r.RankingFormInput>;
  readonly rankingOrderForm: Asks<r.RankingOrderInput>;
  readonly selectionForm: Asks<r.SelectionFormInput>;
  readonly selectionReview: Asks<r.SelectionReviewInput>;
  readonly groupNamesForm: Asks<r.GroupNamesInput>;
  readonly groupingForm: Asks<r.GroupingFormInput>;
  readonly groupingReview: Asks<r.GroupNamesInput>;
  readonly returnGroupsForm: Asks<r.ReturnGroupsInput>;
  readonly appointmentForm: Asks<r.AppointmentFormInput>;
  readonly declineAppointmentForm: Asks<r.AppointmentActInput>;
  readonly withdrawAppointmentForm: Asks<r.AppointmentActInput>;
  readonly documentForm: Asks<r.DocumentFormInput>;
  readonly documentRemarkForm: Asks<r.DocumentRemarkInput>;
  readonly publicationForm: Asks<r.PublicationInput>;
  readonly reasonsForm: Asks<r.PublicationInput>;
  readonly reasonForm: Asks<r.ReasonInput>;
  readonly informationForm: Asks<r.NominationActInput>;
  readonly declarationForm: Asks<i.DeclarationInput>;
  readonly groundsForm: Asks<i.GroundsInput>;
  readonly reportForm: Asks<i.ReportInput>;
  readonly rulingsForm: Asks<i.RulingsInput>;
  readonly unableForm: Asks<p.UnableInput>;
  readonly deadlineForm: Asks<s.DeadlineFormInput>;
  readonly closeTaskForm: Asks<s.TaskFormInput>;
  readonly pauseRoundForm: Asks<s.RoundFormInput>;
  readonly setupNameForm: Asks<s.SetupFormInput>;
  readonly setupBeginForm: Asks<s.SetupBeginInput>;
  readonly channelForm: Asks<s.ChannelFormInput>;
  readonly mandateForm: Asks<s.MandateFormInput>;
  readonly mandatePeopleForm: Asks<s.MandatePeopleInput>;
  readonly mandateEndForm: Asks<s.MandateEndInput>;
  readonly handbookForm: Asks<p.HandbookFormInput>;
  readonly handbookRemoveForm: Asks<p.HandbookFormInput>;
}

/** What two people change in a round. */
export interface OverrideCards {
  readonly overrideCard: Shows<g.OverrideInput>;
  readonly overridesCard: Shows<g.OverridesInput>;
  readonly overridePostedCard: Shows<g.OverridePostedInput>;
  readonly reopenForm: Asks<g.ReopenFormInput>;
  readonly closeEarlyForm: Asks<g.CloseEarlyFormInput>;
  readonly correctForm: Asks<g.CorrectFormInput>;
  readonly replaceForm: Asks<g.OverrideFormInput>;
  readonly amendForm: Asks<g.AmendFormInput>;
  readonly declineOverrideForm: Asks<g.DeclineOverrideInput>;
}

/** Conditions of an approval. */
export interface ConditionCards {
  readonly conditionBackForm: Asks<g.ConditionFormInput>;
  readonly conditionAssignForm: Asks<g.ConditionFormInput>;
}

/** Meetings of a body: run and told. */
export interface MeetingCards {
  readonly meetingsCard: Shows<g.OverridesInput>;
  readonly meetingCard: Shows<g.MeetingInput>;
  readonly minutesCard: Shows<g.MinutesInput>;
  readonly meetingCallForm: Asks<g.MeetingCallInput>;
  readonly attendanceForm: Asks<g.MeetingFormInput>;
  readonly meetingDecideForm: Asks<g.MeetingDecideInput>;
}

export interface PersonalCards {
  readonly helpCard: Shows<p.HelpInput>;
  readonly tasksCard: Shows<p.TasksInput>;
  readonly statusCard: Shows<p.StatusInput>;
  readonly myNominationsCard: Shows<p.MyNominationsInput>;
  readonly languageCard: Shows<{ readonly language: Language }>;
  readonly handbookCard: Shows<p.HandbookInput>;
  readonly bodiesCard: Shows<p.BodiesInput>;
  readonly bodyCard: Shows<p.BodyInput>;
  readonly receiptCard: Shows<p.ReceiptInput>;
  readonly reminderCard: Shows<p.ReminderInput>;
  readonly outcomeCard: Shows<p.OutcomeInput>;
  readonly answeredCard: Shows<n.AnsweredInput>;
  readonly carryCard: Shows<p.CarryInput>;
  readonly conflictToldCard: Shows<i.ConflictToldInput>;
  readonly backingCard: Shows<p.BackingInput>;
  readonly draftSharedCard: Shows<r.DraftSharedInput>;
}

export interface SecretariatCards {
  readonly definitionsCard: Shows<s.DefinitionsInput>;
  /** What is set and what is missing, with the way on. */
  readonly setupCard: Shows<s.SetupInput>;
  readonly setupPlanCard: Shows<s.SetupInput>;
  readonly setupBodiesCard: Shows<s.SetupInput>;
  readonly mandatesCard: Shows<s.MandatesInput>;
  readonly roundCard: Shows<s.RoundCardInput>;
  readonly missingCard: Shows<s.MissingInput>;
}

/** What is shown beside the process: what a search shares, and notes of a case. */
export interface BesideCards {
  readonly foundNominationCard: Shows<b.FoundNominationInput>;
  readonly foundGroupCard: Shows<b.FoundGroupInput>;
  readonly noteForm: Asks<b.NoteFormInput>;
  readonly notesCard: Shows<b.NotesInput>;
}

export interface PlainCards {
  /** A refusal or failure as a card, with the way on where there is one. */
  readonly faultCard: Shows<{ readonly fault: Fault; readonly language: Language; readonly surface?: Surface }>;
  /** One calm sentence (a button's short answer, a dialog that ends): "Gemt.", "Sendt til tilslutning." */
  readonly saidCard: Shows<{ readonly said: Said; readonly language: Language }>;
}

/** Short answers after something has been done. */
export type Said =
  | 'saved'
  | 'draftSaved'
  | 'sentForBacking'
  | 'submitted'
  | 'backed'
  | 'returned'
  | 'revised'
  | 'withdrawn'
  | 'discarded'
  | 'draftShared'
  | 'joinAsked'
  | 'joinAccepted'
  | 'joinDeclined'
  | 'mergeProposed'
  | 'mergeWithdrawn'
  | 'mergeUndone'
  | 'questionAsked'
  | 'questionAnswered'
  | 'questionWithdrawn'
  | 'supplemented'
  | 'answered'
  | 'alreadyAnswered'
  | 'remarkMade'
  | 'statementGiven'
  | 'assessmentGiven'
  | 'conclusionDrafted'
  | 'conclusionsSigned'
  | 'ranked'
  | 'handedBack'
  | 'nudged'
  | 'selectionProposed'
  | 'groupsProposed'
  | 'groupsConfirmed'
  | 'appointed'
  | 'groupsReturned'
  | 'appointmentDeclined'
  | 'appointmentWithdrawn'
  | 'reasonsSaved'
  | 'informationTold'
  | 'documentSubmitted'
  | 'documentAgreed'
  | 'published'
  | 'declared'
  | 'conflictReported'
  | 'substituteCalled'
  | 'reminderMoved'
  | 'written'
  | 'extended'
  | 'deadlineKept'
  | 'paused'
  | 'resumed'
  | 'closed'
  | 'overrideProposed'
  | 'advanced'
  | 'roundStarted'
  | 'channelBound'
  | 'mandateGiven'
  | 'mandateEnded'
  | 'peopleNamed'
  | 'entrySaved'
  | 'entryRemoved'
  | 'languageChosen'
  | 'newsFollowed'
  | 'newsNotFollowed'
  | 'setupDiscarded'
  | 'noteFiled'
  | 'graphAsked';

export interface Cards
  extends
    SharedCards,
    OwnCards,
    FormCards,
    PersonalCards,
    SecretariatCards,
    OverrideCards,
    MeetingCards,
    ConditionCards,
    BesideCards,
    PlainCards {}
