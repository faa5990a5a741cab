// English words on impartiality: declaring, reporting, ruling, and what follows.
import type { Texts } from '..';

export const impartiality: Texts['impartiality'] = {
  title: 'Impartiality',
  declarationTitle: 'Declaration of interests',
  declare: 'Declare interests',
  change: 'Change declaration',
  chooseLead:
    'Go through the list. Tick where there may be a conflict of interest, also if you are in doubt. The declaration is for the whole round and can always be changed.',
  chooseLabel: 'Possible conflict of interest',
  nominator: 'you nominated it',
  ownOrganisation: (organisation) => `nominated by ${organisation}`,
  none: 'No other conflicts of interest',
  give: 'Give the declaration',
  chosenLead: (count) => (count === 1 ? 'You ticked 1 nomination.' : `You ticked ${String(count)} nominations.`),
  grounds: {
    ownInterest: 'Personal: an interest of your own in the outcome',
    closePerson: 'Personal: family or other close persons',
    association: 'Personal: management of or close ties to an association or company',
    supervision: 'Personal: an earlier part in a case of complaint, control or supervision',
    institution: 'Institutional: my workplace has nominated',
    other: 'Something else that may raise doubt',
  },
  ground: 'Ground',
  groundOf: (nomination) => `Ground: ${nomination}`,
  about: 'Details',
  aboutOf: (nomination) => `Details: ${nomination}`,
  aboutHelp: 'May be empty. Shown only to those who decide.',
  declaredNote: 'Until it is decided you take no part in the nominations you ticked.',
  ruledBefore: (nomination, outcome, day) => `${nomination}: ${outcome}, decided ${day}`,

  toldReported: (name) => `A possible conflict of interest of ${name} was reported`,
  toldRuled: (name) => `A ruling was made on the impartiality of ${name}`,
  toldHeldOut: 'The person takes no part in handling them until it has been ruled on.',
  toldCounts: 'Answers of whoever is disqualified do not count.',
  toldOutcome: (nomination, outcome) => `${nomination}: ${outcome}`,
  report: 'Report a possible conflict',
  reportTitle: 'Report a possible conflict',
  reportLead: 'The other members decide. Until then the person concerned takes no part in this nomination.',
  person: 'Who is it about?',
  myself: 'Myself',
  reasonHelp: 'Needed if it is about somebody else. Shown only to those who decide.',

  rule: 'Decide on impartiality',
  ruleCount: (count) => `Decide on impartiality (${String(count)})`,
  ruleTitle: 'Decide on impartiality',
  ruleLead: (count) =>
    count === 1
      ? '1 possible conflict is to be decided. The person concerned takes no part.'
      : `${String(count)} possible conflicts are to be decided. Nobody takes part in his own.`,
  ruleMore: (count) => `The next ${String(count)} come afterwards.`,
  conflictOf: (person, nomination) => `**${person}** · ${nomination}`,
  reportedBy: (person, day) => `Raised by ${person} on ${day}.`,
  reportedSelf: (day) => `Reported on ${day}.`,
  voteLabel: (person) => `Decision: ${person}`,
  votes: {
    disqualified: 'Disqualified',
    notDisqualified: 'Not disqualified',
    exception: 'Disqualified, but may exceptionally take part',
  },
  voteReason: 'Reason',
  voteReasonHelp: 'Needed if somebody may exceptionally take part.',
  vote: 'Submit',
  voteNote: 'It is decided when more than half agree. It is recorded with its date.',
  noneOpen: 'There is nothing to decide at the moment.',

  heldOut: (count, total) => `You take no part in ${String(count)} of ${String(total)} nominations.`,
  pending: (count) =>
    count === 1 ? '1 waits for a decision on impartiality.' : `${String(count)} wait for a decision on impartiality.`,
  notShown: (count) =>
    count === 1
      ? '1 nomination is not shown because you take no part in it.'
      : `${String(count)} nominations are not shown because you take no part in them.`,
  covers: (count, total, out) =>
    `Your answer covers ${String(count)} of ${String(total)}; you take no part in ${String(out)}.`,
  remarkSetAside: 'Set aside because of a conflict of interest.',
  notDeclared: 'You have not declared your interests yet.',
  declaredAt: (day) => `Interests declared on ${day}.`,
  channelNote: (nominations) =>
    `Trinvis cannot hide what is written in the channel. So do not discuss here: ${nominations}.`,
  chatNote: (nomination, people) => `If ${nomination} is to be discussed, start a group chat with: ${people}.`,

  seeDeclarations: 'See declarations of interests',
  declarationsTitle: 'Declarations of interests',
  declarationsLead: (declared, conflicts) =>
    `${String(declared)} have declared. ${String(conflicts)} possible conflicts have been reported. The declarations are not a part of the case.`,
  undecided: 'Waits for a decision.',
  passedOn: {
    chair: (deadline: string): string => `Too few answered in time. The chair rules on it by ${deadline}.`,
    secretariat: (deadline: string): string => `Too few answered in time. The secretariat rules on it by ${deadline}.`,
  },
  passedOnLate: {
    chair: (deadline: string): string => `The chair’s time passed ${deadline}. Awaiting a ruling.`,
    secretariat: (deadline: string): string =>
      `The secretariat’s time passed ${deadline}. The person concerned takes no part until it is ruled on.`,
  },
  takenBack: (day) => `Taken back on ${day}.`,
  ruled: (outcome, day, votes, deciders) => `${outcome}. Decided on ${day}, ${String(votes)} of ${String(deciders)}.`,

  taskDeclaration: (task) => `Declaration of interests: ${task}`,
  taskRuling: (task, left) => `Decide on impartiality (${String(left)}): ${task}`,

  withheld: (names) => `Answers that do not count because of a conflict of interest: ${names}.`,
  quorumPending: (pending) =>
    pending === 1
      ? '1 waits for a decision on impartiality.'
      : `${String(pending)} wait for a decision on impartiality.`,
  apart: (nominations, entitled, outcome) => `${nominations}: ${String(entitled)} take part. Result: ${outcome}.`,
  apartNotQuorate: 'not quorate',
};
