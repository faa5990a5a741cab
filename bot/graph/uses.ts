// What the operator lets Trinvis do through Microsoft Graph: one setting each, all of them off when left out.
import { z } from 'zod';
import type { GraphUses } from '../../services/delivery/errands';
import type { BodyId } from '../../services/process/ids';
import { guid } from '../identity';

const optional = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();
const onOff = z
  .string()
  .trim()
  .transform((text) => (text === '' ? 'off' : text))
  .pipe(z.enum(['on', 'off']))
  .default('off');

/** `council=<object id>` */
const pair = /^([A-Za-z0-9][A-Za-z0-9._-]{0,199})=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

const groups = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,;]+/).filter((part) => part !== ''))
  .refine((parts) => parts.every((part) => pair.test(part)), {
    error:
      'must be pairs of a body and a group, like council=00000000-0000-0000-0000-000000000000, separated by commas',
  })
  .transform((parts) => Object.fromEntries(parts.map((part) => part.split('=') as [BodyId, string])));

export const usesEnvironment = {
  /** Bodies whose seats are compared with an Entra group. */
  GRAPH_GROUPS: groups,
  /** The team (its Entra group) in which networks get their channels. */
  GRAPH_NETWORK_TEAM: optional.pipe(guid.optional()),
  GRAPH_CHATS: onOff,
  GRAPH_FILES: onOff,
  /** The person or shared mailbox in whose calendar meetings are entered. */
  GRAPH_CALENDAR: optional.pipe(guid.optional()),
  GRAPH_DEADLINES: onOff,
  GRAPH_FEED: onOff,
};

const usesSettings = z.object(usesEnvironment);
export type UsesValues = z.infer<typeof usesSettings>;

export function readUses(values: UsesValues): GraphUses {
  const organiser = values.GRAPH_CALENDAR;
  return {
    groups: values.GRAPH_GROUPS,
    networkTeam: values.GRAPH_NETWORK_TEAM ?? null,
    chats: values.GRAPH_CHATS === 'on',
    files: values.GRAPH_FILES === 'on',
    calendar: organiser === undefined ? null : { organiser, deadlines: values.GRAPH_DEADLINES === 'on' },
    feed: values.GRAPH_FEED === 'on',
  };
}

/** What is asked for and cannot be had. */
export function usesFaults(values: UsesValues, isOff: boolean): readonly string[] {
  const asked: readonly (readonly [string, boolean])[] = [
    ['GRAPH_GROUPS', Object.keys(values.GRAPH_GROUPS).length > 0],
    ['GRAPH_NETWORK_TEAM', values.GRAPH_NETWORK_TEAM !== undefined],
    ['GRAPH_CHATS', values.GRAPH_CHATS === 'on'],
    ['GRAPH_FILES', values.GRAPH_FILES === 'on'],
    ['GRAPH_CALENDAR', values.GRAPH_CALENDAR !== undefined],
    ['GRAPH_FEED', values.GRAPH_FEED === 'on'],
  ];
  const useless = isOff ? asked.filter(([, isAsked]) => isAsked).map(([name]) => `${name}: GRAPH is off.`) : [];
  const noCalendar = values.GRAPH_DEADLINES === 'on' && values.GRAPH_CALENDAR === undefined;
  return [...useless, ...(noCalendar ? ['GRAPH_DEADLINES: needs GRAPH_CALENDAR, the calendar to enter them in.'] : [])];
}
