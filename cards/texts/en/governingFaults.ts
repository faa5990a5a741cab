// Calm sentences for what can be refused when somebody overrides, holds a meeting or follows up on conditions.
import type { governingFaults as da } from '../da/governingFaults';

export const governingFaults: { readonly [Name in keyof typeof da]: string } = {
  TaskNotClosed: 'The task is not closed, so it cannot be reopened. Open it from the overview.',
  AlreadyPublished: 'It has been published and cannot be taken back. Write a correction instead.',
  ClosingEarly: 'The deadline has not passed. Closing before it needs two people: propose it as an override.',
  UnknownOverride: 'The override is no longer there. Open the list again.',
  OverrideDeclined: 'The override was not confirmed. Propose another if it is still needed.',
  OverrideDone: 'The override has been carried out. Propose another to change it.',
  SecondPersonNeeded: 'An override is confirmed by somebody else than who proposed it. Ask a colleague.',
  CorrectionMissing: 'Write what it should say and send again.',
  NoSuchSeat: 'Choose the seat from the list and send again.',
  HoldsTheSeat: 'The person holds the seat already. Choose another.',
  AmendmentUnfit: 'The description does not fit what has begun in the round. Change the file and try again.',
  MeasureInUse:
    'The scale, principles, choices and tiers of a task that has begun cannot be changed: the answers would not fit. Leave them as they are in the file and try again; changes can apply from the next round.',
  NothingToAmend: 'The round follows that description already. There is nothing to change.',
  TakenToMeeting: 'The case has been taken to a meeting, so nobody answers in writing. You will be told the outcome.',
  NotYourTurn: 'It is not your turn yet. You get the task in your channel once those before you have answered.',
  UnknownMeeting: 'The meeting is no longer there. Open the list again.',
  MeetingHeld: 'The meeting has ended. Write a correction if something is wrong.',
  AgendaEmpty: 'Tick at least one item and send again.',
  NotOnAgenda: 'The case is not on the agenda. Change the agenda and try again.',
  AttendanceMissing: 'First register who is present.',
  NotQuorate: 'Those present are too few to decide. Leave the case open, or call another meeting.',
  UnknownObligation: 'The condition is no longer there. Open the task again.',
  ObligationMet: 'The condition has been met. Write to the secretariat if that is wrong.',
};
