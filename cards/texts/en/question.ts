// English words on questions to nominators, the secretariat's check, and following a nomination.
import type { question as da } from '../da/question';

export const question: typeof da = {
  heading: 'Questions and answers',
  ask: 'Ask a question',
  askForMore: 'Ask for more information',
  answer: 'Answer',
  supplement: 'Change the nomination',
  withdraw: 'Withdraw the question',
  asked: (body, moment) => `${body} asked ${moment}:`,
  askedForMore: (body, moment) => `${body} asked for more information ${moment}:`,
  answerBy: (moment) => `Answer no later than ${moment}.`,
  answerByPassed: (moment) => `The deadline for answers passed ${moment}. It can still be answered.`,
  answered: (moment) => `Answer ${moment}:`,
  supplemented: (moment) => `The nomination was changed ${moment}.`,
  gone: 'The text has been erased.',

  askTitle: 'Question to the nominator',
  askForMoreTitle: 'Ask for more information',
  askLead: (title) => `On ${title}. The nominator gets the question in his own chat.`,
  askForMoreLead: (title) => `On ${title}. The nominator is told and can change the nomination until it is answered.`,
  askText: 'Question',
  askMoreText: 'What is missing?',
  askDate: 'Answer no later than',
  askAs: (body) => `The question is asked by ${body}. Your name is not shown.`,
  answerTitle: 'Answer a question',
  answerText: 'Answer',
  answerNote: 'The answer can be read by all who handle the nomination and is part of the case.',

  noticeTitle: 'An answer to a question',

  about: (number) => `Question on no. ${number}`,
  aboutTitle: (title) => `Question on ${title}`,
  from: (body) => `From ${body}`,

  intakeTitle: 'Check of those received',
  intakeLead: (left, total) =>
    left === 0
      ? `All ${String(total)} have been checked.`
      : `${String(left)} of ${String(total)} are yet to be checked.`,
  intake: 'Check',
  check: 'Mark as checked',
  notChecked: 'Not checked',
  changedSince: 'Changed since it was checked',
  checkedAt: (date) => `Checked ${date}`,
  awaitsAnswer: (date) => `Awaits an answer no later than ${date}`,

  follow: 'Follow',
  unfollow: 'Stop following',
};
