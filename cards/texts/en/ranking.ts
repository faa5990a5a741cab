// English words on prioritising: tiers first, an order only for those who want one.
import type { ranking as da } from '../da/ranking';

export const ranking: typeof da = {
  start: 'Prioritise',
  place: (place) => `Place ${String(place)}`,
  shared: (from, to) => `Shared place ${String(from)}–${String(to)}`,
  placed: (place, title) => `${place}: ${title}`,
  more: 'The whole order is under How it was counted.',

  prepared: (name, when) => `Prepared by ${name} ${when}. Not given.`,
  notBegun: 'Not begun.',
  notGiven: 'Not given.',
  tierCount: (tier, count) => `${tier} ${String(count)}`,
  unplaced: (count) => `${String(count)} without a priority count as last.`,
  edit: 'See and change',
  begin: 'Begin',
  give: 'Give the prioritisation',
  giveAgain: 'Give the changed prioritisation',
  handback: 'Send back to the preparer',
  orderIn: (tier) => `Order: ${tier}`,
  given: (when) => `Given ${when}.`,
  draftDiffers: 'You have made changes since. They count once you give it again.',
  onlyHolder: (name) => `Only ${name} can give the prioritisation.`,

  formTitle: (page, pages) => `Prioritisation ${String(page)}/${String(pages)}`,
  formLead: 'Give each nomination a priority. You can come back to those you skip.',
  choose: 'Choose a priority',
  orderTitle: (tier) => `Order within ${tier}`,
  orderLead: 'Write 1 at the one to stand first. Those without a number are equal, after those with one.',
  orderSaved: 'Save the order',

  resultLead: 'Each nomination is compared with each other one: how many put the one above the other?',
  resultMethod: (version) => `Counted by the rule ${version}.`,
  columnPlace: 'Place',
  columnTitle: 'Nomination',
  columnDuels: 'Ahead · equal · behind',
  winsHelp: 'Ahead, equal, behind: the number of others that more, as many or fewer have put it above.',
};
