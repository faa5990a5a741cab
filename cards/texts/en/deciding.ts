// English words about deciding: ties, lots, minorities, what waits for a decision, and counting pair by pair.
import type { Texts } from '..';

export const deciding: Texts['deciding'] = {
  newBallot: {
    tied: 'The first ballot ended in a tie. Answer again before the deadline.',
    voided:
      'The earlier ballot does not count, because somebody who had voted cannot take part. Answer again before the deadline.',
  },
  lotLine: (seed, remainder, drawn) =>
    `The lot: ${seed} is the check code of the case record when all had been counted. Read as a number and divided by 2 it leaves ${String(remainder)}: ${drawn}.`,
  lotDrawn: { for: 'for', against: 'against' },
  heldBack: (titles) => `What follows does not open until this is decided: ${titles}.`,
  minority: 'Minority opinion',
  minorityBy: (who, text) => `${who}: ${text}`,
  aMember: 'A member',

  hasVoted: 'You have voted. A secret vote cannot be changed.',
  receiptTitle: 'Your vote is in the box',
  receipt: (receipt) => `Receipt: ${receipt}`,
  receiptKeep:
    'Keep the receipt if you want to find your vote in the count. It is shown only here. Nobody can see that it is yours.',
  columnReceipt: 'Receipt',
  receiptsHelp: 'Every vote stands under its receipt. Only whoever cast it knows it.',

  enter: 'Enter an answer',
  enterTitle: 'Enter an answer',
  enterLead: 'For an answer given outside Teams. Everybody can see that it was entered, and by whom.',
  source: 'Where does the answer come from?',
  sourceHelp: 'For example: letter of 3 May, telephone on 4 May. It is shown on the card.',
  enteredLine: (name, choice, when) => `The answer "${choice}" was entered by ${name} ${when}.`,
  sourceLine: (source) => `Source: ${source}`,
  enteredCount: (count) =>
    count === 1
      ? '1 answer was entered by the secretariat.'
      : `${String(count)} answers were entered by the secretariat.`,

  prepare: 'Prepare an answer',
  prepareTitle: 'Prepare an answer',
  prepareLead: (name) => `Only ${name} can give the answer.`,
  prepareSave: 'Keep for approval',
  preparedBy: (name, when) => `Prepared by ${name} ${when}. Not given.`,
  preparedAnswer: (choice) => `Proposed answer: ${choice}`,
  preparedReason: (text) => `Reason: ${text}`,
  give: 'Give the answer',
  handback: 'Hand back to the preparer',
  handedBack: (name) => `Handed back by ${name}.`,

  forecast: (missing, days) =>
    `Not yet quorate: ${String(missing)} more ${missing === 1 ? 'answer' : 'answers'} needed, ${days === 1 ? '1 working day' : `${String(days)} working days`} left.`,
  notQuorate: (missing) =>
    `The deadline has passed without enough answers: ${String(missing)} more needed. The task does not close before.`,
  missingGroups: (names) => `Answers are missing from ${names}.`,
  nudge: 'Remind those who are missing',

  bordaColumn: 'Points',
  bordaHelp: 'Points are for comparison only (Borda): the mean of how many others it stands above.',
  seeDuels: 'Pair by pair',
  duelsTitle: (title) => `Pair by pair: ${title}`,
  duelsLead: 'How many put the nomination above the other one, and how many the other way round.',
  ahead: (list) => `Ahead: ${list}`,
  equal: (list) => `Equal: ${list}`,
  behind: (list) => `Behind: ${list}`,
  score: (votes, against) => `${String(votes)}–${String(against)}`,
  duel: (score, others) => `${score} against ${others}`,
};
