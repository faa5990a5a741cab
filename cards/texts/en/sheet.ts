// English words on assessments in a spreadsheet, in Teams and on the page outside it.
import type { sheet as da } from '../da/sheet';

export const sheet: typeof da = {
  name: 'Assessments',
  columns: { number: 'Number', title: 'Nomination', evidence: 'Evidence', reason: 'Reason' },
  button: 'Use a spreadsheet',
  title: 'Assess in a spreadsheet',
  lead: 'Download the sheet, fill it in and send it back on the page. Nothing is given until you press Give here in Teams.',
  linkUntil: (time) => `The page is yours alone and can be used until ${time}. Do not send the link to others.`,
  open: 'Open the page with the sheet',
  again: 'See what was read',
  newLink: 'Get a new link',
  none: 'Spreadsheets cannot be used here: the bot has no address that a browser can reach. Write to the secretariat.',
  read: (rows, time) =>
    rows === 1
      ? `1 assessment was read ${time}. It has not been given.`
      : `${String(rows)} assessments were read ${time}. They have not been given.`,
  changes: (count) => `${String(count)} would change an assessment you have given before.`,
  same: (count) => `${String(count)} are as you have given them.`,
  give: (count) => (count === 1 ? 'Give 1 assessment' : `Give ${String(count)} assessments`),
  discard: 'Discard',
  discarded: 'The sheet has been discarded. Nothing has been given.',
  given: (count) => (count === 1 ? '1 assessment has been given.' : `${String(count)} assessments have been given.`),
  nothingGiven: 'Nothing has been given. Correct the sheet and send it again.',
  stopped: 'The rest has not been given. Press Give again.',

  pageTitle: 'Assessments in a spreadsheet',
  pageLead: 'Download the sheet, fill it in and send it here. Nothing is given until you press Give in Teams.',
  pageDownload: 'Download the sheet',
  pageFile: 'The sheet you filled in (.xlsx)',
  pageSend: 'Send the sheet',
  pageScale: 'Write one of these words at each principle:',
  pageEvidence: 'Write one of these words on the evidence:',
  pageEmptyRows: 'Rows you leave empty are passed over.',
  pageNoPatients: 'Never write anything about individual patients.',
  pageGone: 'The link can no longer be used. Get a new one in Teams.',
  pageRead: (rows) =>
    rows === 1
      ? '1 assessment has been read. Go back to Teams and press See what was read.'
      : `${String(rows)} assessments have been read. Go back to Teams and press See what was read.`,
  pageFaults: 'Nothing has been kept. Correct this in the sheet and send it again:',
  pageFailed: 'The sheet could not be sent. Try again.',
  notASheet: 'The file is not a spreadsheet (.xlsx), or it is too large.',
  empty: 'No row of the sheet has been filled in.',
  rowFault: (row, sentence) => `Row ${String(row)}: ${sentence}`,
  cellFault: (row, column, sentence) => `Row ${String(row)}, ${column}: ${sentence}`,
  columnFault: (column, sentence) => `${column}: ${sentence}`,
  faults: {
    ColumnMissing: 'The column is missing. Use the sheet as it was downloaded.',
    UnknownNumber: 'The number is not among your nominations.',
    NumberTwice: 'The number stands twice.',
    UnknownWord: 'The word is not on the scale.',
    CellTooLong: 'The text is too long.',
  },
};
