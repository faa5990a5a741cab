// English words about what happens after the decision and when the organisation changes.
// The keys are those of the Danish file.
import type { after as danish } from '../da/after';

export const after: typeof danish = {
  undoGroups: 'Undo the proposal',
  returnGroups: 'Return',
  returnGroupsTitle: 'Return the proposal',
  returnGroupsLead: 'The proposal goes back to those who made it. They can change it and propose it again.',
  returnGroupsReason: 'What should be changed?',
  groupsReturned: (day) => `The proposal was returned ${day}.`,
  groupsReturnedReason: (reason) => `To be changed: ${reason}`,

  appointedYou: (network, body) => `You have been appointed to the network ${network} by ${body}.`,
  term: (date) => `The term ends on ${date}.`,
  accept: 'Accept the seat',
  decline: 'Decline the seat',
  accepted: (moment) => `You accepted the seat ${moment}.`,
  declined: (moment) => `You declined the seat ${moment}.`,
  declineLead: (body) => `${body} is told and can appoint somebody else.`,
  declineReason: 'Reason',
  declineHelp: 'May be empty.',
  withdrawAppointment: 'Withdraw',
  withdrawAppointmentFor: (name) => `Withdraw ${name}`,
  withdrawAppointmentTitle: 'Withdraw the appointment',
  withdrawAppointmentLead: (name) => `${name} then no longer has the seat, and somebody else can be appointed.`,
  memberWaiting: (name) => `${name} (has not answered)`,
  memberDeclined: (name) => `${name} (declined)`,
  memberDeclinedReason: (name, reason) => `${name} (declined: ${reason})`,
  awaitingAnswers: (count) =>
    count === 1
      ? '1 of the appointed has not answered yet.'
      : `${String(count)} of the appointed have not answered yet.`,

  setAside: (names) => `Set aside because the seat has ended: ${names}.`,
  succeeded: (body, successor, day) => `${body} has been followed by ${successor} from ${day}.`,
  ended: (body, day) => `${body} ended ${day}.`,
  passedOn: (tasks, nominations, seats) =>
    [
      ...(tasks > 0 ? [tasks === 1 ? '1 task' : `${String(tasks)} tasks`] : []),
      ...(nominations > 0 ? [nominations === 1 ? '1 nomination' : `${String(nominations)} nominations`] : []),
      ...(seats > 0 ? [seats === 1 ? '1 seat in networks' : `${String(seats)} seats in networks`] : []),
    ].join(', '),
  takenOver: (what) => `Taken over: ${what}.`,
  answersSetAside: (count) =>
    count === 1 ? '1 answer has been set aside.' : `${String(count)} answers have been set aside.`,
  mandateLapsed: (name, body, day) => `The seat of ${name} in ${body} ended ${day}.`,
  seatMissing: (body, organisation) => `${body} lacks a seat for ${organisation}.`,

  writeReasons: 'Write reasons',
  seeReasons: 'See the reasons',
  reasonsTitle: 'Reasons',
  reasonsLead:
    'The reason goes with the notice to the nominator and is then published. The shared one holds where a nomination has none of its own.',
  reasonSelected: 'Shared reason for the selected',
  reasonNotSelected: 'Shared reason for those not selected',
  reasonOwn: 'Own reason',
  reasonOwnTitle: 'Reason for the decision',
  reasonOwnHelp: 'Empty means that the shared reason holds.',
  reasonsMissing: (count) =>
    count === 1 ? '1 decision has no reason yet.' : `${String(count)} decisions have no reason yet.`,
  reasonsComplete: 'Every decision has a reason.',
  reasonMissing: 'No reason yet.',
  decidedBecause: (reason) => `Reason: ${reason}`,

  newInformation: 'There is new information',
  informationTitle: 'New information',
  informationLead: (title) =>
    `${title} goes on to the next round. Those it was nominated on behalf of must back it again.`,
  informationInput: 'What is new since the decision?',
  informationTell: 'Send',
  informationGiven: (moment) => `You sent new information ${moment}. The nomination goes on to the next round.`,
  informationIs: (text) => `New information: ${text}`,

  remarkOnDocument: 'Write a remark',
  seeDocumentRemarks: 'See the remarks',
  documentRemarksTitle: 'Remarks on the document',
  documentRemarks: (count, version) =>
    count === 1 ? `1 remark on version ${String(version)}.` : `${String(count)} remarks on version ${String(version)}.`,
  documentRemarkLead: (version) => `Your remark is on version ${String(version)}.`,
  documentRemarkAbout: 'What is it about?',
  documentRemarkWhole: 'The whole document',
  documentRemarkBy: (version, body, day) => `Version ${String(version)}, ${body}, ${day}`,
  seatEnding: (name, day) => `The seat of ${name} ends ${day}.`,
};
