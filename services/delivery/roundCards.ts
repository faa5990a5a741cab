// Which live cards a round wants in which channels: a thread per body and step, and in it a card per task.
// Must not know what stands there now; that is reconcile.ts.
import * as cards from '../../cards';
import type { Card } from '../../cards/card';
import type { Lookups } from '../../cards/view';
import type { LocalDate } from '../process/calendar';
import type { StepDefinition, TaskDefinition } from '../process/definition/schema';
import type { BodyId, PersonId } from '../process/ids';
import type { ChannelBinding } from '../process/organisation/state';
import { waitingBodies } from '../process/round/kinds/ballots/turns';
import type { CollegialKind } from '../process/round/kinds/ballots/choices';
import type { TaskView } from '../process/round/kinds/kind';
import { bodiesOf, mandatesOf } from '../process/round/queries';
import { ask } from '../process/round/view';
import type { RoundState, Task } from '../process/round/state';
import type { DesiredCard } from './desired';
import { cardKey } from './keys';

/** Channels speak Danish, the product's default language; each person's own view speaks his. */
const channelLanguage = 'da';

/** Teams takes at most this many people whose screens refresh by themselves (TEAMS.md §2). */
const refreshIdsMax = 60;

export type Standing = 'none' | 'open' | 'sealed';

export interface ChannelCardParts {
  readonly channels: Readonly<Record<BodyId, ChannelBinding>>;
  /** Teams ids (`29:…`) of people seen so far. */
  readonly teamsId: (personId: PersonId) => string | null;
  readonly look: Lookups;
  /** What stands under a key now. A sealed card is never touched again, so it is not made again. */
  readonly standing: (key: string) => Standing;
}

/** Root posts stand before their threads. Tasks that wait are not shown; closed ones are sealed. */
export function roundCards(round: RoundState, parts: ChannelCardParts): readonly DesiredCard[] {
  return Object.entries(parts.channels).flatMap(([id, channel]) => {
    const bodyId = id as BodyId;
    if (round.electorate.bodies[bodyId] === undefined) return [];
    return round.definition.steps.flatMap((step) => stepCards(round, parts, bodyId, channel, step));
  });
}

function stepCards(
  round: RoundState,
  parts: ChannelCardParts,
  bodyId: BodyId,
  channel: ChannelBinding,
  step: StepDefinition,
): readonly DesiredCard[] {
  const shown = step.tasks.flatMap((definition) => {
    const task = round.tasks[definition.id];
    if (task === undefined || task.status === 'waiting') return [];
    const day = dayOf(task, parts);
    const isConcerned = concerned(round, definition, day).includes(bodyId) && !isBeforeTurn(round, task, day, bodyId);
    return isConcerned ? [{ definition, task }] : [];
  });
  const isTakenUpAgain = step.tasks.some(({ id }) => round.tasks[id]?.reopening !== undefined);
  if (shown.length === 0 && !isTakenUpAgain) return [];
  const addressKey = `channel/${channel.channelId}`;
  const rootKey = `${round.id}/${bodyId}/${step.id}`;
  // A channel that was bound when all was over is not told of it by an empty thread.
  const begins = shown.some(({ task }) => task.status === 'open');
  if (!begins && parts.standing(rootKey) === 'none') return [];
  const over = step.tasks.every((definition) => round.tasks[definition.id]?.status === 'closed');
  const base = { round, language: channelLanguage, look: parts.look } as const;
  const wanted = [
    {
      key: rootKey,
      rootKey: null,
      sealed: over,
      make: () => cards.stepCard({ ...base, stepId: step.id, bodyIds: [bodyId], refreshFor: null }),
    },
    ...shown.map(({ definition, task }) => ({
      key: cardKey(rootKey, task),
      rootKey,
      sealed: task.status === 'closed',
      make: () => {
        const refreshFor = task.status === 'closed' ? null : viewers(round, parts, definition, bodyId);
        return cards.taskCard({ ...base, taskId: definition.id, bodyId, refreshFor });
      },
    })),
  ];
  return wanted
    .filter(({ key, rootKey: root, sealed }) => parts.standing(key) !== 'sealed' || (root === null && !sealed))
    .map(({ make, ...card }) => ({ ...card, addressKey, message: messageOf(make()) }));
}

/** Approved one after another, a task comes to a body's channel with its turn: that is what tells it. */
function isBeforeTurn(round: RoundState, task: Task, date: LocalDate, bodyId: BodyId): boolean {
  const asked = task.kind === 'approve' && task.status === 'open' ? ask(round, task.id, date) : null;
  return asked !== null && waitingBodies(asked.view as TaskView<CollegialKind>).includes(bodyId);
}

/** An open task concerns the bodies of today; a closed one those of the day it closed. */
function dayOf(task: Task, parts: ChannelCardParts): LocalDate {
  return parts.look.calendar.dateOf(task.closedAt ?? parts.look.now);
}

/** The bodies in whose channels a task is shown: who answers, and who drafts, proposes, confirms or agrees. */
export function concerned(round: RoundState, definition: TaskDefinition, date: LocalDate): readonly BodyId[] {
  return bodiesOf(round.electorate, [...definition.bodies, ...helpers(definition)], date);
}

function helpers(definition: TaskDefinition): readonly string[] {
  switch (definition.kind) {
    case 'conclude':
      return definition.draftedBy;
    case 'vote':
      return definition.proposal?.by ?? [];
    case 'group':
      return definition.confirmedBy;
    case 'document':
      return definition.agreedBy;
    case 'agree':
    case 'nominate':
    case 'assess':
    case 'state':
    case 'rank':
    case 'consider':
    case 'approve':
    case 'appoint':
    case 'publish':
      return [];
  }
}

/** Whose screens fetch their own view by themselves; where they are too many, everyone's does by hand. */
function viewers(
  round: RoundState,
  parts: ChannelCardParts,
  definition: TaskDefinition,
  bodyId: BodyId,
): readonly string[] {
  const date = parts.look.calendar.dateOf(parts.look.now);
  const people = new Set(
    mandatesOf(round.electorate, [bodyId, ...concerned(round, definition, date)], date)
      .filter((mandate) => mandate.bodyId === bodyId)
      .map((mandate) => mandate.holder),
  );
  const ids = [...people].flatMap((personId) => parts.teamsId(personId) ?? []).sort();
  return ids.length > refreshIdsMax ? [] : ids;
}

export function messageOf(card: Card): DesiredCard['message'] {
  return { card: card as unknown as Readonly<Record<string, unknown>>, summary: card.fallbackText };
}
