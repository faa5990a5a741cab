// Random and mutated activities from a seed: valid ones of every kind, and then something in them changed to what nobody sends.
// The same seed gives the same row. Knows what Teams sends, and nothing of the bot but its verbs.
import { verbs } from '../../../cards/verbs';
import { seededDraw } from '../../../services/local/teams/random';
import type { Json } from '../asking';
import { envelope, press, written } from '../asking';
import { channelId, everyone, roundId } from '../council';

export interface Draw {
  below(count: number): number;
  pick<Item>(items: readonly Item[]): Item;
  chance(share: number): boolean;
}

export function drawing(seed: number): Draw {
  const next = seededDraw(seed);
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('There is nothing to pick from.');
      return item;
    },
    chance: (share) => next() < share,
  };
}

const words = [
  'hjælp',
  'mine opgaver',
  'status',
  'indstil',
  'sprog',
  'principper',
  'ny runde',
  'runde',
  'kanal',
  'xyz',
  '<at>Trinvis</at> status',
];
const verbNames = Object.keys(verbs);
const types = [
  'typing',
  'messageReaction',
  'event',
  'endOfConversation',
  'messageUpdate',
  'messageDelete',
  'handoff',
  'trace',
  '',
];
const eventTypes = [
  'channelCreated',
  'channelRenamed',
  'channelDeleted',
  'channelRestored',
  'teamMemberAdded',
  'teamMemberRemoved',
  'teamRenamed',
  'teamDeleted',
  'teamArchived',
];

function deep(levels: number): unknown {
  let value: unknown = 'end';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

const nasty: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.1,
  1e308,
  2 ** 53,
  '',
  ' ',
  'x'.repeat(3_000),
  '\u0000',
  '\uD800',
  '\u202E',
  '🩺'.repeat(50),
  '__proto__',
  'constructor',
  'toString',
  '$where',
  '${roundId}',
  '{{x}}',
  '../../etc/passwd',
  '010180-1234',
  '<at>Alle</at>',
  '[x](javascript:1)',
  '2027-01-20',
  '9999-99-99',
  'NaN',
  '1e999',
  roundId,
  'ballot',
  'end',
  'for',
  'seat-mette',
  channelId,
  [],
  {},
  [null],
  { $ne: 1 },
  { $gt: '' },
  { length: -1 },
  deep(12),
  deep(30),
  Array.from({ length: 500 }, (_, index) => index),
  { toString: 'x', valueOf: 1 },
  { type: 'Action.Submit' },
];

const oddKeys = [
  '',
  '__proto__',
  'constructor',
  '$set',
  'a.b',
  '0',
  'toString',
  '\uD800',
  'x'.repeat(200),
  'type',
  'value',
  'data',
];

/** One activity as JSON text, or bytes that are nearly one. */
export function activityOf(draw: Draw, serviceUrl: string): string {
  let activity: unknown = structuredClone(valid(draw, serviceUrl));
  const changes = draw.pick([0, 1, 1, 1, 2, 2, 3, 6]);
  for (let count = 0; count < changes; count += 1)
    activity = draw.chance(0.75) ? within(draw, activity) : changed(draw, activity);
  const text = JSON.stringify(activity) ?? '';
  return draw.chance(0.05) ? torn(draw, text) : text;
}

function valid(draw: Draw, serviceUrl: string): Json {
  const who = draw.pick(everyone);
  const data = { verb: draw.pick(verbNames), v: 1, roundId, taskId: draw.pick(['ballot', 'end']), ...inputs(draw) };
  switch (draw.below(8)) {
    case 0:
      return written(serviceUrl, who, draw.pick(words));
    case 1:
      return press(serviceUrl, who, { choice: draw.pick(['for', 'against', 'abstain']), basis: draw.below(3) });
    case 2:
      return press(serviceUrl, who, data);
    case 3:
      return envelope(serviceUrl, who, {
        type: 'invoke',
        name: draw.pick(['task/fetch', 'task/submit']),
        value: { data },
      });
    case 4:
      return envelope(serviceUrl, who, {
        type: 'invoke',
        name: draw.pick([
          'application/search',
          'composeExtension/query',
          'composeExtension/queryLink',
          'composeExtension/fetchTask',
          'composeExtension/submitAction',
          'signin/verifyState',
          'fileConsent/invoke',
          'x',
        ]),
        value: besideMessage(draw, data),
      });
    case 5:
      return envelope(serviceUrl, who, {
        type: 'installationUpdate',
        action: draw.pick(['add', 'add-upgrade', 'remove']),
      });
    case 6:
      return envelope(serviceUrl, who, {
        type: 'conversationUpdate',
        [draw.pick(['membersAdded', 'membersRemoved'])]: [{ id: draw.pick(everyone).id }],
        channelData: { eventType: draw.pick(eventTypes), team: { id: '19:team@thread.tacv2', name: draw.pick(words) } },
      });
    default:
      return envelope(serviceUrl, who, { type: draw.pick(types), value: data });
  }
}

function inputs(draw: Draw): Json {
  const names = [
    'choice',
    'basis',
    'reason',
    'text',
    'title',
    'page',
    'name',
    'startsOn',
    'date',
    'mandateId',
    'nominationId',
    'draftId',
    'section',
    'list',
    'order',
    'bodyId',
  ];
  const count = draw.below(5);
  return Object.fromEntries(Array.from({ length: count }, () => [draw.pick(names), draw.pick(nasty)]));
}

/** Changed where the bot reads on once it knows who asks: what was pressed, written or told. */
function within(draw: Draw, activity: unknown): unknown {
  if (activity === null || typeof activity !== 'object') return activity;
  const key = draw.chance(0.85) ? 'value' : draw.pick(['text', 'channelData', 'entities', 'name']);
  return { ...(activity as Json), [key]: changed(draw, Reflect.get(activity, key)) };
}

/** Something somewhere in it replaced, left out or put in. */
function changed(draw: Draw, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || draw.chance(0.12)) return draw.pick(nasty);
  const keys = Object.keys(value);
  const key = keys.length === 0 ? 'x' : draw.pick(keys);
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? changed(draw, item) : item));
  const object = value as Json;
  const how = draw.below(10);
  if (how === 0) return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
  if (how === 1) return { ...object, [draw.pick(oddKeys)]: draw.pick(nasty) };
  return { ...object, [key]: changed(draw, object[key]) };
}

/** Cut off, a byte exchanged, or something before it. */
function torn(draw: Draw, text: string): string {
  const at = draw.below(text.length + 1);
  return draw.pick([
    text.slice(0, at),
    `${text.slice(0, at)}\u0001${text.slice(at + 1)}`,
    `\uFEFF${text}`,
    `${text}${text.slice(at)}`,
  ]);
}

/** What a search, a link or an action on a message carries: one shape for all of them, whatever was asked. */
function besideMessage(draw: Draw, data: unknown): unknown {
  return {
    dataset: 'people',
    queryText: draw.pick(words),
    url: draw.pick(words),
    parameters: [{ name: 'query', value: draw.pick(words) }],
    messagePayload: { createdDateTime: '2027-01-12T07:30:00Z', linkToMessage: draw.pick(words) },
    data,
  };
}
