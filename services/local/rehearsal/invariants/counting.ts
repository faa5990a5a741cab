// Results recounted from the ballots in the record, by arithmetic written anew: who answered, what was chosen, who won.
import { isObject } from '../players/cards';
import { list, object, text, texts, type Json, type RecordedRound, type RecordedTask } from '../evidence/record';
import { dayOf, seatsOf } from './rights';
import { schulzeBands, type Ranked } from './schulze';
import type { Invariant } from './invariant';

const yes = new Set([
  'agree',
  'agreeWithRemark',
  'noted',
  'notedWithRemark',
  'for',
  'approve',
  'approveWithRemark',
  'approveWithConditions',
]);
const no = new Set(['disagree', 'against', 'doNotApprove', 'return']);

interface Counted {
  readonly seats: number;
  readonly answered: number;
  readonly choices: Readonly<Record<string, number>>;
}

/** The day a task was closed as of. */
function closingDay(round: RecordedRound, task: RecordedTask): string {
  return dayOf(round, task.asOf ?? task.closedAt ?? '');
}

/** The last answer of each seat that counted on the day the task was closed as of. */
function countOf(round: RecordedRound, task: RecordedTask): Counted {
  const seats = seatsOf(round, task.id, closingDay(round, task));
  const box = round.boxes.get(task.id);
  if (box !== undefined) {
    return { seats: seats.length, answered: box.voted.length, choices: tallied(box.choices) };
  }
  const cast = round.ballots.get(task.id);
  const ballots = seats.flatMap(({ id }): readonly Json[] => {
    const ballot = cast?.get(id)?.ballot;
    return ballot === undefined ? [] : [ballot];
  });
  const choices = tallied(ballots.map((ballot) => text(ballot, 'choice')));
  return { seats: seats.length, answered: ballots.length, choices };
}

function tallied(chosen: readonly string[]): Readonly<Record<string, number>> {
  const choices: Record<string, number> = {};
  for (const choice of chosen.toSorted()) choices[choice] = (choices[choice] ?? 0) + 1;
  return choices;
}

/** True where somebody of the task's seats may take no part in some nomination: `impartiality.ts` looks at those. */
export function isTouched(round: RecordedRound, task: RecordedTask): boolean {
  const holders = new Set(seatsOf(round, task.id, closingDay(round, task)).map(({ holder }) => holder));
  return [...round.disqualified].some((key) => holders.has(key.split(' ')[0] ?? ''));
}

/** Closed tasks that were answered by ballots: their arithmetic tells of a quorum. */
function closedBallots(round: RecordedRound): readonly RecordedTask[] {
  return [...round.tasks.values()].filter((task) => task.closedAt !== null && isObject(task.arithmetic['quorum']));
}

/** Those of `isTouched` are left out. */
function closedVotes(round: RecordedRound): readonly RecordedTask[] {
  return closedBallots(round).filter((task) => !isTouched(round, task));
}

/** What every seat says of the alternatives, and a substitute beside it: nothing of what its giver is ruled out of. */
function rankedIn(round: RecordedRound, task: RecordedTask, alternatives: readonly string[]): readonly Ranked[] {
  const isOut = (person: string, id: string): boolean => round.disqualified.has(`${person} ${id}`);
  return seatsOf(round, task.id, closingDay(round, task)).flatMap(({ id, holder }) => {
    const own = round.ballots.get(task.id)?.get(id);
    const beside = round.instead.get(task.id)?.get(id);
    return [
      { given: own, only: null },
      { given: beside, only: alternatives.filter((alternative) => isOut(holder, alternative)) },
    ].flatMap(({ given, only }): readonly Ranked[] => {
      if (given === undefined) return [];
      const { ballot, by, without } = given;
      const tiers = object(ballot, 'tiers') as Readonly<Record<string, string>>;
      const silent = alternatives.filter((alternative) => without.includes(alternative) || isOut(by, alternative));
      return [{ tiers, order: texts(ballot, 'order'), without: silent, only }];
    });
  });
}

function differs(what: string, recorded: unknown, recounted: unknown): readonly string[] {
  const [one, other] = [JSON.stringify(recorded), JSON.stringify(recounted)];
  return one === other ? [] : [`${what}: recorded ${one}, recounted ${other}`];
}

function recountedVote(task: RecordedTask, { choices }: Counted): readonly string[] {
  const vote = object(task.arithmetic, 'vote');
  if (Object.keys(vote).length === 0) return [];
  const total = (kind: ReadonlySet<string>): number =>
    Object.entries(choices).reduce((sum, [choice, times]) => sum + (kind.has(choice) ? times : 0), 0);
  return [
    ...differs(`${task.id} for`, vote['for'], total(yes)),
    ...differs(`${task.id} against`, vote['against'], total(no)),
    ...differs(`${task.id} abstain`, vote['abstain'], choices['abstain'] ?? 0),
  ];
}

/** Whether what was decided follows from the counts, by the plain meaning of each method. */
function followingOutcome(task: RecordedTask, counted: Counted): readonly string[] {
  const vote = object(task.arithmetic, 'vote');
  if (Object.keys(vote).length === 0 || (counted.choices['wantsMeeting'] ?? 0) > 0) return [];
  const [inFavour, against] = [Number(vote['for']), Number(vote['against'])];
  const rule = object(task.definition, 'rule');
  const wasCarried = vote['outcome'] === 'carried';
  switch (text(rule, 'method')) {
    case 'consensus':
      return differs(`${task.id} by consensus`, wasCarried, inFavour > 0 && against <= Number(rule['dissentMax'] ?? 0));
    case 'consent':
      return differs(`${task.id} by consent`, wasCarried, against === 0);
    case 'majority':
      return isMoreThanHalf(rule) ? differs(`${task.id} by majority`, wasCarried, inFavour > against) : [];
    default:
      return [];
  }
}

/** "More than half of the votes cast": the only majority told anew here. */
function isMoreThanHalf(rule: Json): boolean {
  const majority = object(rule, 'majority');
  const share = list(majority, 'share');
  const isHalf = Object.keys(majority).length === 0 || (share[0] === 1 && share[1] === 2);
  return isHalf && (text(majority, 'of') || 'cast') === 'cast' && majority['strictlyMore'] !== false;
}

export const counting: readonly Invariant[] = [
  {
    name: "Each seat's last answer is the one that was counted",
    breaches: ({ round }) =>
      closedVotes(round).flatMap((task) => {
        const counted = countOf(round, task);
        const quorum = object(task.arithmetic, 'quorum');
        return [
          ...differs(`${task.id} seats`, quorum['seats'], counted.seats),
          ...differs(`${task.id} answered`, quorum['answered'], counted.answered),
          ...differs(`${task.id} choices`, task.arithmetic['choices'], counted.choices),
        ];
      }),
  },
  {
    name: 'Votes recounted from the ballots give the published result',
    breaches: ({ round }) =>
      closedVotes(round).flatMap((task) => {
        const counted = countOf(round, task);
        return [...recountedVote(task, counted), ...followingOutcome(task, counted)];
      }),
  },
  {
    name: 'Rankings recounted from the ballots give the published order',
    breaches: ({ round }) =>
      closedBallots(round).flatMap((task) => {
        const ranking = object(task.arithmetic, 'ranking');
        const alternatives = texts(ranking, 'alternatives');
        if (alternatives.length === 0) return [];
        const tiers = list(task.definition, 'tiers').filter(isObject);
        const bands = schulzeBands(
          alternatives,
          tiers.map((tier) => text(tier, 'id')),
          rankedIn(round, task, alternatives),
        );
        const recorded = list(ranking, 'bands')
          .filter(isObject)
          .map((band) => texts(band, 'alternatives'));
        return differs(`${task.id} order`, recorded.map(sorted), bands.map(sorted));
      }),
  },
];

function sorted(ids: readonly string[]): readonly string[] {
  return ids.toSorted();
}
