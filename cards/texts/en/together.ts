// English words on merging nominations, joining another's, and sharing a draft.
import type { together as da } from '../da/together';

export const together: typeof da = {
  compareTitle: 'Is your nomination like one of these?',
  compareLead: 'Some nominations of the round are like yours. Read them before you send.',
  yours: (title) => `Yours: ${title}`,
  joinThis: 'Ask to join',
  sendAnyway: 'Send mine anyway',
  backToForm: 'Back to mine',
  joinNote: 'Your draft stays until you delete it.',

  joinWish: (name) => `${name} would like to join the nomination.`,
  takeIn: 'Take in',
  decline: 'Say no',

  propose: 'Propose a merge',
  proposeTitle: 'Propose a merge',
  proposeLead: (title) => `Those chosen become part of ${title}. All nominators must agree before it is done.`,
  proposeNone: 'There are no other nominations in the round to merge with.',
  alikeIn: (title, words) => `${title} (alike: ${words})`,
  alikeFirst: 'Those most alike come first, with what is alike. Choose five at most.',
  noneAlike: 'None of them has words in common with this one. Choose five at most.',
  others: 'Which nominations?',
  proposed: (into, from) => `Proposal: ${from} becomes part of ${into}.`,
  answered: (agreed, total) => `${String(agreed)} of ${String(total)} nominators agree.`,
  agree: 'Agree',
  disagree: 'Do not agree',
  agreeFor: 'Agree on behalf of the organisation',
  withdraw: 'Withdraw the proposal',
  waitingTitle: (title) => `Proposed merge: ${title}`,
  joinTitle: (title) => `A wish to join: ${title}`,

  contains: (titles, date) => `Merged with ${titles} ${date}. All nominators agreed.`,
  partOf: (title) => `Now part of ${title}.`,
  openIt: 'Open it',
  undo: 'Take apart',
  undoTitle: 'Take the merge apart',
  undoLead: (titles) =>
    `${titles} becomes a nomination of its own again, with the assessments and remarks that were given to it.`,
};
