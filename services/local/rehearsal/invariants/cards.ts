// What stood in Teams: no card that cannot be shown or is too big, nothing typed away, no number of a person, and on every
// channel card of a closed task what the record says.
import { buttonsOf, wordsOf } from '../players/cards';
import { datum } from '../players/screen';
import { object, text, type RecordedTask } from '../evidence/record';
import type { Standing } from '../evidence/traffic';
import type { Evidence, Invariant } from './invariant';

/** Buttons that answer: none of them is left on a card of a closed task. */
const answering = /^(ballot\.|nomination\.open|assessment\.|remark\.|statement\.|ranking\.|selection\.open|grouping\.)/;

/** Cards in channels with a button of exactly this task, that were kept up to date while it was open. */
function liveCards({ traffic, round }: Evidence, taskId: string): readonly Standing[] {
  return traffic.standing.filter(({ conversationId, card }) => {
    if (!conversationId.startsWith('19:')) return false;
    const buttons = buttonsOf(card);
    return buttons.some(
      (button) =>
        button.verb === 'details.show' && datum(button, 'taskId') === taskId && datum(button, 'roundId') === round.id,
    );
  });
}

/**
 * The card that is kept in each channel: the last one posted. A bot killed between a post and its note posts again, and
 * what it lost sight of stays as a stray (DESIGN.md §5).
 */
function keptCards(evidence: Evidence, taskId: string): readonly Standing[] {
  const latest = new Map<string, Standing>();
  for (const card of liveCards(evidence, taskId)) {
    const before = latest.get(card.conversationId);
    if (before === undefined || before.at <= card.at) latest.set(card.conversationId, card);
  }
  return [...latest.values()];
}

/** Numbers of the result that must stand on the card. */
function numbersOf(task: RecordedTask, evidence: Evidence): readonly number[] {
  const quorum = object(task.arithmetic, 'quorum');
  if (Object.keys(quorum).length > 0) return [Number(quorum['answered']), Number(quorum['seats'])];
  if (task.kind === 'group') return [evidence.round.groups];
  return [];
}

/** A task that was over before its card could be posted is never shown (DESIGN.md §5). */
const BRIEF_MS = 60_000;

function wasBrief({ round }: Evidence, taskId: string): boolean {
  const { openedAt, closedAt } = round.tasks.get(taskId) ?? {};
  return Date.parse(closedAt ?? '') - Date.parse(openedAt ?? '') < BRIEF_MS;
}

function channelsOf(evidence: Evidence, taskId: string): number {
  return new Set(liveCards(evidence, taskId).map(({ conversationId }) => conversationId)).size;
}

/** Times a task was opened again: each posts its card anew and leaves the old one as it ended. */
function reopenings({ round }: Evidence, taskId: string): number {
  return round.events.filter(({ type, data }) => type === 'TaskReopened' && text(data, 'taskId') === taskId).length;
}

export const cards: readonly Invariant[] = [
  { name: 'No card is over 40 KB', breaches: ({ traffic }) => traffic.tooBig },
  { name: 'Every card declares version 1.5', breaches: ({ traffic }) => traffic.withoutVersion },
  { name: 'No shared card holds an input', breaches: ({ traffic }) => traffic.sharedInputs },
  { name: 'No card holds a civil registration number', breaches: ({ traffic }) => traffic.withCpr },
  {
    name: 'Every channel card of a closed task is sealed',
    breaches: (evidence) =>
      [...evidence.round.tasks.values()]
        .filter(({ closedAt }) => closedAt !== null)
        .flatMap(({ id }) => {
          const live = keptCards(evidence, id);
          const open = live.filter(
            ({ card }) => card['refresh'] !== undefined || buttonsOf(card).some(({ verb }) => answering.test(verb)),
          );
          return [
            ...(live.length === 0 && !wasBrief(evidence, id) ? [`${id}: no card of it stands in any channel.`] : []),
            ...open.map(({ conversationId }) => `${id}: the card in ${conversationId} can still be answered.`),
          ];
        }),
  },
  {
    name: 'Every channel card of a closed task tells the result that the record holds',
    breaches: (evidence) =>
      [...evidence.round.tasks.values()].flatMap((task) =>
        keptCards(evidence, task.id).flatMap(({ card, conversationId }) => {
          const words = wordsOf(card);
          return numbersOf(task, evidence)
            .filter((number) => !new RegExp(`(?<!\\d)${number}(?!\\d)`).test(words))
            .map((number) => `${task.id}: the card in ${conversationId} does not say ${number}.`);
        }),
      ),
  },
  {
    name: 'No channel has two live cards of one task',
    // One stray at most for each kill: whether a post arrived cannot be told without reading the channel.
    breaches: (evidence) => {
      const strays = [...evidence.round.tasks.keys()].flatMap((id) =>
        liveCards(evidence, id)
          .filter((card) => !keptCards(evidence, id).includes(card))
          .slice(reopenings(evidence, id) * channelsOf(evidence, id))
          .map(({ conversationId }) => `${id} stands twice in ${conversationId}.`),
      );
      return strays.length <= evidence.kills.done ? [] : strays;
    },
  },
  {
    name: 'Teams saw no violation',
    breaches: ({ violations }) => violations.map(({ kind, detail }) => `${kind}: ${detail}`),
  },
  {
    name: 'Nothing was posted twice',
    // A kill between a post and its note is told apart from a new post only by looking: one at most for each kill.
    breaches: ({ traffic, kills }) => (traffic.repeated.length <= kills.done ? [] : traffic.repeated),
  },
];
