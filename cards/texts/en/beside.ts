// English words about what is done beside the cards: searching and sharing, adding a message to the case, links into Trinvis.
import type { beside as da } from '../da/beside';

export const beside: typeof da = {
  open: 'Open in Trinvis',
  nothingFound: 'Nothing found. Try another word, or a number such as 2027-014.',
  inGroup: (count) => (count === 1 ? '1 nomination' : `${String(count)} nominations`),
  groupLead: 'Group',
  fileTitle: 'Add to the case',
  fileLead: (author, moment) =>
    author === '' ? `The message was sent ${moment}.` : `The message was sent by ${author} ${moment}.`,
  fileNote:
    'The theme and the link become part of the case and may be disclosed on request. The message itself stays in Teams.',
  case: 'Which case?',
  wholeRound: (round) => `${round}: the whole round`,
  theme: 'Short theme',
  themeHelp: 'At most 200 characters. Write no names or civil registration numbers.',
  file: 'Add to the case',
  noCase: 'You have no case to add to',
  noCaseLead: 'Cases belong to rounds in which you have a seat.',
  notesTitle: 'Added to the case',
  notesNone: 'Nothing has been added to the case yet. Choose Add to the case in the menu of a message in Teams.',
  noteAbout: (about) => `Case: ${about}`,
  noteSent: (moment, author) => (author === '' ? `Sent ${moment}` : `Sent ${moment} by ${author}`),
  noteFiled: (moment, person) => `Added ${moment} by ${person}`,
  seeMessage: 'See the message',
};
