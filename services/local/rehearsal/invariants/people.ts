// What people were told: the outcome once and with its reason, and no reminder of what they had answered.
import { buttonsOf, isObject, wordsOf } from '../players/cards';
import { datum } from '../players/screen';
import { list, text } from '../evidence/record';
import { hasEffect } from './course';
import { personIds, type Evidence, type Invariant } from './invariant';

/** A letter says more than title, number and decision: this many letters are no reason yet. */
const REASON_MIN = 20;

interface Letter {
  readonly nominationId: string;
  readonly conversationId: string;
  readonly words: string;
}

/** Letters in personal chats about one nomination, sent from the moment nominators were to be told. */
function outcomeLetters({ traffic, round }: Evidence): readonly Letter[] {
  const task = [...round.tasks.values()].find(({ definition }) => {
    const effects = definition['effects'];
    return Array.isArray(effects) && effects.includes('notifyNominators');
  });
  const from = task?.closedAt ?? '9';
  return traffic.told
    .filter(({ at, conversationId }) => at >= from && !conversationId.startsWith('19:'))
    .flatMap(({ card, conversationId }) => {
      const buttons = buttonsOf(card).filter((button) => datum(button, 'roundId') === round.id);
      const ids = new Set(buttons.map((button) => datum(button, 'nominationId')));
      const [nominationId = ''] = ids;
      return ids.size === 1 && nominationId !== '' ? [{ nominationId, conversationId, words: wordsOf(card) }] : [];
    });
}

/** Chats of a nomination's nominators. */
function chatsOf(evidence: Evidence, nominators: readonly string[]): readonly string[] {
  const aads = new Map([...personIds(evidence.record)].map(([aad, id]) => [id, aad]));
  return nominators.map((id) => evidence.chatOf(aads.get(id) ?? ''));
}

/** True while a condition that one of the seats made is said to be met, and the seat has not confirmed it. */
function isToConfirm({ round }: Evidence, seats: readonly string[], taskId: string, at: string): boolean {
  const laid = new Set(
    round.events
      .filter(({ type, data }) => type === 'ObligationsLaidDown' && text(data, 'taskId') === taskId)
      .flatMap(({ data }) => list(data, 'obligations').filter(isObject))
      .filter((one) => seats.includes(text(one, 'mandateId')))
      .map((one) => text(one, 'id')),
  );
  const last = round.events.findLast(
    ({ type, data, at: then }) =>
      (type === 'ObligationReported' || type === 'ObligationChecked') &&
      laid.has(text(data, 'obligationId')) &&
      then < at,
  );
  return last?.type === 'ObligationReported';
}

const asksAnew: ReadonlySet<string> = new Set(['TaskOpened', 'NewBallotCalled', 'TaskReopened']);

/** An answer of a person to a task, as the record has it, by seq. */
function answeredBefore(evidence: Evidence, personId: string, taskId: string, at: string): boolean {
  const { round } = evidence;
  const seats = [...round.seats.values()].filter(({ holder }) => holder === personId).map(({ id }) => id);
  const isBallot = round.tasks.get(taskId)?.arithmetic['quorum'] !== undefined;
  if (!isBallot || seats.length === 0 || isToConfirm(evidence, seats, taskId, at)) return false;
  const anew = round.events.findLast(
    // Opened again too: what was sent back comes again.
    ({ type, data, at: calledAt }) => asksAnew.has(type) && text(data, 'taskId') === taskId && calledAt < at,
  );
  const cast = round.events.filter(
    ({ type, data, actor, at: castAt, seq }) =>
      seq > (anew?.seq ?? 0) &&
      type === 'BallotCast' &&
      text(data, 'taskId') === taskId &&
      actor === personId &&
      castAt < at,
  );
  const answered = new Set(cast.map(({ data }) => text(data, 'mandateId')));
  const inTask = seats.filter((id) => round.ballots.get(taskId)?.has(id) === true);
  return answered.size > 0 && inTask.every((id) => answered.has(id));
}

export const people: readonly Invariant[] = [
  {
    name: 'Every nominator got exactly one letter with the outcome',
    breaches: (evidence) => {
      if (!hasEffect(evidence.round, 'notifyNominators')) return [];
      const letters = outcomeLetters(evidence);
      return [...evidence.round.nominations.values()]
        .filter(({ number, status }) => number !== null && status !== 'withdrawn' && status !== 'merged')
        .flatMap(({ id, number, nominators }) =>
          chatsOf(evidence, nominators).flatMap((chat) => {
            const got = letters.filter((one) => one.nominationId === id && one.conversationId === chat).length;
            return got === 1 ? [] : [`A nominator of ${number} got ${got} letters.`];
          }),
        );
    },
  },
  {
    name: 'Every letter with the outcome of an advised nomination gives the reason',
    breaches: (evidence) => {
      const advised = new Set(
        [...evidence.round.nominations.values()].filter(({ conclusion }) => conclusion !== null).map(({ id }) => id),
      );
      return outcomeLetters(evidence)
        .filter(({ nominationId }) => advised.has(nominationId))
        .filter(({ nominationId, words }) => {
          const reason = evidence.book.of(nominationId)?.conclusion?.reason;
          const said = words.replaceAll('\\', '');
          return reason === undefined ? said.length < REASON_MIN : !said.includes(reason);
        })
        .map(({ nominationId }) => `${evidence.round.nominations.get(nominationId)?.number}: no reason in the letter.`);
    },
  },
  {
    name: 'Nobody was reminded of something he had answered',
    breaches: (evidence) => {
      const chats = new Map([...personIds(evidence.record)].map(([aad, id]) => [evidence.chatOf(aad), id]));
      return evidence.traffic.told.flatMap(({ conversationId, card, at }) => {
        const buttons = buttonsOf(card);
        const personId = chats.get(conversationId);
        if (personId === undefined || !buttons.some(({ verb }) => verb === 'reminder.tomorrow')) return [];
        const tasks = new Set(buttons.map((button) => datum(button, 'taskId')).filter((id) => id !== ''));
        return [...tasks]
          .filter((taskId) => answeredBefore(evidence, personId, taskId, at))
          .map((taskId) => `${personId} was reminded of ${taskId} at ${at} after answering.`);
      });
    },
  },
];
