// English words that all cards share: buttons, pages, deadlines, names that are missing.
// No exclamation marks, no words of a certain process.
import type { common as da } from '../da/common';

export const common: typeof da = {
  eyebrow: (step, round) => `Step ${step} · ${round}`,
  deadline: (moment) => `Deadline: ${moment}`,
  deadlineSoon: (moment, until) => `Deadline: ${moment}, ${until}`,
  deadlinePassed: (moment) => `The deadline was ${moment}.`,
  until: (days) => (days <= 0 ? 'today' : days === 1 ? 'in 1 working day' : `in ${String(days)} working days`),
  pageOf: (page, pages) => `Page ${String(page)} of ${String(pages)}`,
  labelled: (label, value) => `${label}: ${value}`,

  previous: 'Previous',
  next: 'Next',
  back: 'Back',
  close: 'Close',
  details: 'Details',
  show: 'Show',
  open: 'Open',
  change: 'Change',
  continue: 'Continue',
  save: 'Save',
  saveDraft: 'Save draft',
  send: 'Send',
  remove: 'Remove',
  readNomination: 'Read the nomination',
  read: 'Read',
  openLink: 'Open the document',
  findPerson: 'Write a name',
  seeList: 'See the list',
  myView: 'My view',

  required: 'Must be filled in.',
  reason: 'Reason',
  remark: 'Remark',
  reasonIsRecorded: 'The reason becomes part of the case and can be subject to access to documents.',
  textIsRecorded: 'The text becomes part of the case and can be subject to access to documents.',
  noPatientData: 'Never write anything about single patients.',

  formerPerson: 'Former participant',
  unknownBody: 'Unknown body',
  unknownTask: 'Task',
  untitled: 'No title',
  erased: 'Erased text',
  nowNamed: (name, now) => `${name} (now ${now})`,
  none: 'None',
  empty: 'Nothing here yet.',

  caseRecord: 'Record',
  recordNumber: (seq) => `Entry ${String(seq)} of the record`,
  recordHash: (hash) => `Check code: ${hash}`,
  recordHelp: 'The code changes if anything in the record is changed. Keep it if you want to check that later.',
};
