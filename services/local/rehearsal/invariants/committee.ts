// The rules a committee lives by, looked at in the record: a second look keeps the first, a substitute waits for the ruling,
// a condition holds back what follows, and what a meeting decided is told as that meeting's.
import { list, object, text, texts, type Json, type RecordedRound } from '../evidence/record';
import { buttonsOf, isObject, wordsOf } from '../players/cards';
import { datum } from '../players/screen';
import type { Evidence, Invariant } from './invariant';

type Scores = ReadonlyMap<string, Json>;

/** Each seat's scores of a nomination as the events before a place in the record say, without those ruled out of it. */
function scoresBefore(round: RecordedRound, taskId: string, nominationId: string, seq: number): Scores {
  const given = round.events.filter(
    ({ type, data, seq: at, actor }) =>
      type === 'AssessmentGiven' &&
      at < seq &&
      text(data, 'taskId') === taskId &&
      text(data, 'nominationId') === nominationId &&
      !round.disqualified.has(`${actor} ${nominationId}`),
  );
  return new Map(given.map(({ data }) => [text(data, 'mandateId'), object(data, 'scores')]));
}

/** How many gave each value of the scale on a principle: `value:count`, in the scale's order. */
function spreadOf(round: RecordedRound, scores: Scores, principle: string): string {
  const scale = list(round.definition, 'scale').filter(isObject);
  return scale
    .filter(({ value }) => typeof value === 'number')
    .map((step) => {
      const count = [...scores.values()].filter((one) => text(one, principle) === text(step, 'id')).length;
      return `${String(step['value'])}:${count}`;
    })
    .join(' ');
}

function recordedSpread(principle: Json): string {
  return list(principle, 'distribution')
    .filter(isObject)
    .map(({ value, count }) => `${String(value)}:${String(count)}`)
    .join(' ');
}

/** Where what the record says of a second round differs from the assessments themselves. */
function secondLooks(round: RecordedRound): readonly string[] {
  return round.events
    .filter(({ type }) => type === 'SecondRoundOpened')
    .flatMap(({ data, seq }) => {
      const taskId = text(data, 'taskId');
      const told = list(round.tasks.get(taskId)?.arithmetic ?? {}, 'nominations').filter(isObject);
      return texts(data, 'nominationIds').flatMap((id) => {
        const nomination = told.find((one) => text(one, 'id') === id);
        if (nomination === undefined) return [];
        const before = scoresBefore(round, taskId, id, seq);
        const after = scoresBefore(round, taskId, id, Number.MAX_SAFE_INTEGER);
        return [
          ...differing(round, object(nomination, 'before'), before, `${taskId} ${id} before`),
          ...differing(round, nomination, after, `${taskId} ${id} after`),
        ];
      });
    });
}

function differing(round: RecordedRound, told: Json, scores: Scores, what: string): readonly string[] {
  const principles = list(told, 'principles').filter(isObject);
  if (principles.length === 0) return [`${what}: nothing is kept.`];
  return principles.flatMap((principle) => {
    const counted = spreadOf(round, scores, text(principle, 'id'));
    const recorded = recordedSpread(principle);
    return counted === recorded ? [] : [`${what}, ${text(principle, 'id')}: recorded ${recorded}, counted ${counted}`];
  });
}

/** Answers for a seat in place of its holder, before he was ruled out of something that is voted on. */
function earlySubstitutes(round: RecordedRound): readonly string[] {
  const ruledOut = new Set<string>();
  return round.events.flatMap(({ type, data, seq }) => {
    if (type === 'ConflictRuled') {
      const isOut = text(data, 'outcome') === 'disqualified';
      if (isOut) ruledOut.add(text(data, 'personId'));
    }
    if (type !== 'BallotCast' || data['instead'] !== true) return [];
    const holder = round.seats.get(text(data, 'mandateId'))?.holder ?? '';
    return ruledOut.has(holder) ? [] : [`no. ${seq}: nobody had ruled that the holder takes no part.`];
  });
}

/** Tasks that opened while a condition of what they wait for was to be met first. */
function openedTooEarly(round: RecordedRound): readonly string[] {
  const gating = new Map<string, string>();
  return round.events.flatMap(({ type, data, seq }): readonly string[] => {
    switch (type) {
      case 'ObligationsLaidDown':
        for (const one of list(data, 'obligations').filter(isObject)) {
          if (one['gates'] === true) gating.set(text(one, 'id'), text(data, 'taskId'));
        }
        return [];
      case 'ObligationAssigned':
        if (data['gates'] !== true) gating.delete(text(data, 'obligationId'));
        return [];
      case 'ObligationChecked':
        if (data['met'] === true) gating.delete(text(data, 'obligationId'));
        return [];
      case 'TaskOpened': {
        const after = texts(round.tasks.get(text(data, 'taskId'))?.definition ?? {}, 'after');
        const waiting = [...gating.values()].some((taskId) => after.includes(taskId));
        return waiting ? [`no. ${seq}: ${text(data, 'taskId')} opened before its condition was met.`] : [];
      }
      default:
        return [];
    }
  });
}

/** The day of an instant as cards write it. */
function dayInWords(at: string): string {
  return new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'Europe/Copenhagen' }).format(new Date(at));
}

/** Cards of tasks that a meeting decided and that do not say so. */
function silentOnMeeting({ round, traffic }: Evidence): readonly string[] {
  const heldAt = new Map<string, string>();
  const decided = round.events.flatMap(({ type, data }) => {
    if (type === 'MeetingCalled') heldAt.set(text(data, 'meetingId'), text(data, 'at'));
    return type === 'DecidedAtMeeting'
      ? [{ taskId: text(data, 'taskId'), day: dayInWords(heldAt.get(text(data, 'meetingId')) ?? '') }]
      : [];
  });
  return decided.flatMap(({ taskId, day }) => {
    const cards = traffic.standing.filter(
      ({ conversationId, card }) =>
        conversationId.startsWith('19:') &&
        buttonsOf(card).some((button) => button.verb === 'details.show' && datum(button, 'taskId') === taskId),
    );
    const silent = cards.filter(({ card }) => !wordsOf(card).includes(`mødet den ${day}`));
    return cards.length === 0 || silent.length > 0 ? [`${taskId}: its card does not name the meeting of ${day}.`] : [];
  });
}

export const committee: readonly Invariant[] = [
  {
    name: 'A second round of assessing keeps what stood before it beside what stands after',
    breaches: ({ round }) => secondLooks(round),
  },
  {
    name: 'Nobody answers in place of another before that other was ruled out',
    breaches: ({ round }) => earlySubstitutes(round),
  },
  {
    name: 'Nothing opens before the conditions it waits for are met',
    breaches: ({ round }) => openedTooEarly(round),
  },
  {
    name: 'What a meeting decided is told on its card as decided at that meeting',
    breaches: silentOnMeeting,
  },
];
