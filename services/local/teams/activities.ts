// Owns the shape of every activity Teams sends to a bot, as it stands on the wire (TEAMS.md §2, §3).
// Must not send anything, and must not change the world.

import { DateTime } from 'luxon';
import type { LocalPerson, LocalTeam } from './api';
import type { Mention } from './changes';
import type { Conversation, Message } from './conversation';
import { threadId, uuidOf } from './ids';
import type { Sandbox } from './sandbox';

/** An activity as JSON; only its id matters here. */
export type Activity = Readonly<Record<string, unknown>> & { readonly id: string };

// Everyone in the sandbox sits in Denmark; Teams sends the writer's own zone beside UTC.
const TIMEZONE = 'Europe/Copenhagen';

const HTML_ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const CONVERSATION_TYPE = { personal: 'personal', group: 'groupChat', channel: 'channel' } as const;

/** The thread a message of a channel belongs to: its root post, which is itself for a root. */
export function rootOf(message: Message): string {
  return message.posted.rootId ?? message.posted.id;
}

function account(person: LocalPerson): Readonly<Record<string, string>> {
  return { id: person.id, name: person.name, aadObjectId: person.aadObjectId };
}

export function teamInfo(team: LocalTeam): Readonly<Record<string, string>> {
  return { id: team.id, name: team.name, aadGroupId: uuidOf(team.id) };
}

function conversationRef(sandbox: Sandbox, conversation: Conversation, rootId: string | null): unknown {
  const { id, kind, name } = conversation;
  return {
    id: kind === 'channel' && rootId !== null ? threadId(id, rootId) : id,
    conversationType: CONVERSATION_TYPE[kind],
    tenantId: sandbox.identity.tenantId,
    ...(kind === 'personal' ? {} : { isGroup: true, name }),
  };
}

function channelDataOf(sandbox: Sandbox, conversation: Conversation): Readonly<Record<string, unknown>> {
  const tenant = { id: sandbox.identity.tenantId };
  return conversation.kind === 'channel'
    ? {
        teamsChannelId: conversation.id,
        teamsTeamId: conversation.teamId,
        channel: { id: conversation.id },
        team: { id: conversation.teamId },
        tenant,
      }
    : { tenant };
}

function localeOf(person: LocalPerson): string {
  return person.language === 'da' ? 'da-DK' : 'en-GB';
}

interface Setting {
  readonly sandbox: Sandbox;
  readonly conversation: Conversation;
  /** The thread in a channel; null elsewhere, and where an event concerns the whole channel. */
  readonly rootId: string | null;
  readonly person: LocalPerson;
}

function common({ sandbox, conversation, rootId, person }: Setting): Readonly<Record<string, unknown>> {
  const at = DateTime.fromMillis(sandbox.clock.now(), { zone: TIMEZONE });
  return {
    channelId: 'msteams',
    serviceUrl: sandbox.serviceUrl,
    timestamp: at.toUTC().toISO(),
    localTimestamp: at.toISO(),
    localTimezone: TIMEZONE,
    locale: localeOf(person),
    from: account(person),
    recipient: { id: sandbox.identity.botId, name: sandbox.identity.botName },
    conversation: conversationRef(sandbox, conversation, rootId),
    channelData: channelDataOf(sandbox, conversation),
    entities: [{ type: 'clientInfo', locale: localeOf(person), country: 'DK', platform: 'Web', timezone: TIMEZONE }],
  };
}

function withEntities(base: Readonly<Record<string, unknown>>, more: readonly unknown[]): readonly unknown[] {
  return [...more, ...(Array.isArray(base['entities']) ? base['entities'] : [])];
}

/** The same message as HTML, as Teams sends it along: text escaped, mentions as spans. */
function htmlOf(text: string, mentions: readonly Mention[]): string {
  const escaped = text.replace(/[&<>]/g, (char) => HTML_ENTITY[char] ?? char);
  const marked = mentions.reduce(
    (html, { name }, index) =>
      html.replace(
        `&lt;at&gt;${name}&lt;/at&gt;`,
        () => `<span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="${index}">${name}</span>`,
      ),
    escaped,
  );
  return `<p>${marked}</p>`;
}

/** What a person wrote. The message's text already holds its `<at>` marks. */
export function messageActivity(setting: Setting, message: Message): Activity {
  const { text, mentions } = message.content;
  const base = common(setting);
  return {
    ...base,
    type: 'message',
    id: message.posted.id,
    text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: htmlOf(text, mentions) }],
    entities: withEntities(
      base,
      mentions.map((mentioned) => ({ type: 'mention', mentioned, text: `<at>${mentioned.name}</at>` })),
    ),
  };
}

function fromCard(setting: Setting, message: Message): Readonly<Record<string, unknown>> {
  const replyToId = message.posted.id;
  return {
    replyToId,
    channelData: {
      ...channelDataOf(setting.sandbox, setting.conversation),
      source: { name: 'message' },
      legacy: { replyToId },
    },
  };
}

/** A pressed Action.Submit: a message without text, whose `value` is the merged data. */
export function submitActivity(setting: Setting, message: Message, value: unknown): Activity {
  const id = `f:${setting.sandbox.newId()}`;
  return { ...common(setting), ...fromCard(setting, message), type: 'message', id, value };
}

/** An invoke that comes from a card or from the dialog it opened. */
export function invokeActivity(setting: Setting, message: Message, name: string, value: unknown): Activity {
  const id = `f:${setting.sandbox.newId()}`;
  return { ...common(setting), ...fromCard(setting, message), type: 'invoke', id, name, value };
}

/** The app came to a conversation or left it. */
export function installationUpdate(setting: Setting, action: 'add' | 'remove'): Activity {
  return { ...common(setting), type: 'installationUpdate', id: `f:${setting.sandbox.newId()}`, action };
}

/** `changed` holds membersAdded, membersRemoved and the like; `eventType` is Teams' name for what happened. */
export function conversationUpdate(
  setting: Setting,
  eventType: string | null,
  changed: Readonly<Record<string, unknown>>,
  channel?: { readonly id: string; readonly name: string },
): Activity {
  const { sandbox, conversation } = setting;
  const team = conversation.teamId === null ? undefined : sandbox.world.teams.get(conversation.teamId);
  const channelData = {
    ...channelDataOf(sandbox, conversation),
    ...(team === undefined ? {} : { team: teamInfo(team) }),
    ...(channel === undefined ? {} : { channel }),
    ...(eventType === null ? {} : { eventType }),
  };
  return {
    ...common(setting),
    type: 'conversationUpdate',
    id: `f:${sandbox.newId()}`,
    channelData,
    ...changed,
  };
}
