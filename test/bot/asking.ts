// Activities as Teams would send them to a rig's bot, for tests that change something in them.
import { SANDBOX_BOT_ID, SANDBOX_TENANT_ID } from '../../services/local/teams/local-teams';
import type { LocalPerson } from '../../services/local/teams/api';
import { channelId, roundId } from './council';

export type Json = Readonly<Record<string, unknown>>;

export function envelope(serviceUrl: string, from: LocalPerson, more: Json = {}): Json {
  return {
    id: 'f:1',
    channelId: 'msteams',
    serviceUrl,
    from: { id: from.id, name: from.name, aadObjectId: from.aadObjectId },
    recipient: { id: SANDBOX_BOT_ID, name: 'Trinvis' },
    conversation: { id: channelId, conversationType: 'channel', tenantId: SANDBOX_TENANT_ID, isGroup: true },
    channelData: { tenant: { id: SANDBOX_TENANT_ID }, channel: { id: channelId } },
    locale: from.language === 'en' ? 'en-GB' : 'da-DK',
    ...more,
  };
}

/** A pressed Action.Execute whose card data is `data`, laid over a valid vote. */
export function press(serviceUrl: string, from: LocalPerson, data: Json, more: Json = {}): Json {
  const whole = { v: 1, verb: 'ballot.cast', roundId, taskId: 'ballot', choice: 'for', basis: 0, ...data };
  return envelope(serviceUrl, from, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: whole.verb, data: whole }, trigger: 'manual' },
    ...more,
  });
}

/** Something written to the bot in a personal chat. */
export function written(serviceUrl: string, from: LocalPerson, text: string): Json {
  return envelope(serviceUrl, from, {
    type: 'message',
    text,
    conversation: { id: `a:${from.aadObjectId}`, conversationType: 'personal', tenantId: SANDBOX_TENANT_ID },
    channelData: { tenant: { id: SANDBOX_TENANT_ID } },
  });
}
