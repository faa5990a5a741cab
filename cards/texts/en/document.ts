// English words in the documents that can be taken out of a round: minutes, nominations, assessments, notes, interests, index.
import type { document as da } from '../da/document';

export const document: typeof da = {
  index: (round) => `Index: ${round}`,
  made: (moment) => `Downloaded ${moment}.`,
  head: (seq, hash) => `The case record up to entry ${String(seq)}, check code ${hash}.`,
  check: 'The checksum (SHA-256) tells whether a file has been changed since it was downloaded.',
  file: 'File',
  content: 'Content',
  sum: 'Checksum',
  minutes: (round) => `Minutes: ${round}`,
  nominations: 'Nominations',
  assessments: 'Assessments',
  opened: (moment) => `Opened ${moment}.`,
  answers: 'Answers',
  earlier: (day) => `Answers that were set aside on ${day}`,
  secret: (voted) => `Secret ballot. ${String(voted)} have voted.`,
  closedByHand: (name, reason) => (reason === null ? `Closed by ${name}.` : `Closed by ${name}. Reason: ${reason}`),
  enteredBy: (name) => `entered by ${name}`,
  insteadOf: (name) => `for ${name}`,
  remarks: 'Remarks',
  statements: 'Statements',
  before: 'Before the second round',
  evidence: 'Evidence',
  declared: 'Declarations given',
  declaredBy: (name, day) => `${name}: given ${day}`,
  conflicts: 'Possible conflicts of interest',
};
