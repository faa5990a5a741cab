// English words on nominations: draft, backing, submission, receipt, decision.
import type { nomination as da } from '../da/nomination';

export const nomination: typeof da = {
  nominate: 'Nominate',
  add: 'Add a nomination',
  seeSubmitted: 'See those submitted',
  guidance: 'Guidance and principles',
  bodyCounts: (body, submitted, awaiting) =>
    awaiting > 0
      ? `${body}: ${String(submitted)} submitted · ${String(awaiting)} await backing`
      : `${body}: ${String(submitted)} submitted`,
  internalDeadline: (body, moment) => `Internal deadline of ${body}: ${moment}`,
  setInternal: 'Set an internal deadline',
  internalTitle: 'Internal deadline',
  internalLead: (body) =>
    `Show an earlier deadline for ${body}, so that there is time to read and to back. An empty date takes it away.`,
  total: (count) => (count === 1 ? '1 nomination in all.' : `${String(count)} nominations in all.`),
  closed: 'The deadline has passed. Drafts can be used in the next round.',
  draft: (title, filled, total) => `Your draft ${title}: ${String(filled)} of ${String(total)} fields.`,
  draftShort: (filled, total) => `Draft: ${String(filled)} of ${String(total)} fields`,
  awaiting: (body, count) =>
    count === 1 ? `1 nomination awaits backing by ${body}.` : `${String(count)} nominations await backing by ${body}.`,
  seeAwaiting: 'See them',
  awaitingTitle: 'Awaiting backing',
  submittedTitle: 'Nominations',
  listTitle: 'Nominations',

  word: {
    draft: 'draft',
    awaitingBacking: 'awaiting backing',
    returned: 'returned to you',
    received: 'received',
    assessing: 'under professional assessment',
    question: 'a question for you',
    questionOther: 'a question for the nominator',
    deciding: 'up for decision',
    decided: 'decided',
    merged: 'merged with another',
    withdrawn: 'withdrawn',
    carriedOver: 'carried over to the next round',
  },
  statusLine: (word) => `Status: ${word}`,
  onBehalfOf: (bodies) => `On behalf of ${bodies}`,
  backedBy: (bodies) => `Backed by ${bodies}`,
  notBacked: (bodies) => `Not yet backed by ${bodies}`,
  submittedAt: (moment) => `Submitted ${moment}`,
  number: (number) => `No. ${number}`,
  nominators: (names) => `Nominated by ${names}`,
  returnedBy: (body, reason) => `Returned by ${body}: ${reason}`,
  returnedReasonGone: (body) => `Returned by ${body}.`,
  advice: (word) => `Professional advice: ${word}`,
  decision: (word) => `Decision: ${word}`,
  selected: 'selected',
  notSelected: 'not selected',
  qualified: 'qualified',
  notQualified: 'not qualified',
  moreInformation: 'needs more information',
  mergedWith: 'merged with another',
  mergedWithTitle: (title) => `merged with ${title}`,
  group: (name) => `Group: ${name}`,
  notFilled: 'Not filled in.',
  yes: 'Yes',
  no: 'No',

  formTitle: (page, pages) => `Nomination ${String(page)}/${String(pages)}`,
  formLead: 'A * means that the field must be filled in before you send. You can save a draft at any time.',
  formEdit: 'You are changing a nomination that was sent. The change counts when you choose Save changes.',
  missingOn: (labels) => `Missing before you can send: ${labels}.`,
  wholeNumber: (least, most, unit) => {
    const from = least === null ? '' : `from ${least}`;
    const to = most === null ? '' : `to ${most}`;
    return ['a whole number', from, to, unit].filter((part) => part !== '').join(' ');
  },
  doubtfulReferences: (lines, count) =>
    `${count === 1 ? `Line ${lines} does` : `Lines ${lines} do`} not look like a reference (web address, DOI, or author and year). You can send all the same.`,
  choose: 'Choose',
  sendForBacking: 'Send for backing',
  submit: 'Submit',
  saveChanges: 'Save changes',
  discard: 'Delete the draft',
  discardTitle: 'Delete the draft',
  discardLead: (title) => `The draft ${title} is deleted. This cannot be undone.`,

  backFor: (body) => `Send on behalf of ${body}`,
  return: 'Return',
  returnTitle: 'Return the nomination',
  returnLead: (title) => `${title} goes back to the nominator, who can change and send it again.`,
  returnReason: 'What should be changed?',
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw the nomination',
  withdrawLead: (title) => `${title} is withdrawn and not handled in this round. This cannot be undone.`,

  changesTitle: 'Changes since it was sent',
  changed: (count, moment) =>
    count === 1
      ? `Changed since it was sent: ${moment}`
      : `Changed ${String(count)} times since it was sent, last ${moment}`,
  seeChanges: 'See changes',
  changedBy: (moment, name) => `Changed ${moment} by ${name}`,
  fieldChanged: (label, before, after) => `**${label}**\n\n${before} → ${after}`,
  quoted: (value) => `“${value}”`,
  sentAgain: 'Sent again with the fields unchanged.',
  nothing: 'not filled in',
  backingTitle: (body) => `A nomination awaits backing by ${body}`,
  backingLead: (names) => `${names} sent it for backing. It is submitted only once it has been sent on your behalf.`,

  receiptTitle: 'Receipt',
  receipt: (number, moment) => `No. ${number}, received ${moment}.`,
  receiptLead: 'The nomination has been submitted and is part of the round.',
  receiptNext: 'You will be told if there are questions, and when the decision has been made.',
  outcomeTitle: 'Notice of decision',
  outcome: {
    selected: { word: 'selected', sentence: 'The nomination has been selected.' },
    notSelected: { word: 'not selected', sentence: 'The nomination has not been selected in this round.' },
    notQualified: {
      word: 'not qualified',
      sentence: 'The nomination was assessed as not qualified and is therefore not part of the selection.',
    },
    merged: {
      word: 'merged',
      sentence: 'The nomination has been merged with another and follows the decision on that one.',
    },
    postponed: {
      word: 'postponed',
      sentence: 'No decision was made on the nomination in this round. It can be taken up again in the next round.',
    },
  },
  factTitle: 'Nomination',
  factNumber: 'Number',
  factOnBehalfOf: 'On behalf of',
  factDecision: 'Decision',
  factDate: 'Date',
  outcomeReason: (reason) => `Reason: ${reason}`,
  outcomeAgain: 'A nomination that was not selected can be nominated again when there is new information.',
};
