// Messages into Teams through botbuilder: new posts, replies in threads, first messages to people, updates.
// One attempt each; when to try again is the deliverer's business.
import type { Activity, CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import type { Address } from '../store/ports';
import type { Destination, Message, Messenger, Sent } from './messenger';
import { DeliveryFailure } from './messenger';
import { failureOf } from './teamsFailure';

export interface TeamsMessengerOptions {
  readonly adapter: CloudAdapter;
  /** Empty without credentials. */
  readonly appId: string;
  /** The bot's own id in Teams, `28:<app id>`. */
  readonly botId: string;
  /** Where the connector is reached for conversations that have not been seen yet; also overrides what a sandbox
   * remembered of an earlier start. */
  readonly serviceUrl: (remembered: string | null) => string;
}

export function createTeamsMessenger(options: TeamsMessengerOptions): Messenger {
  return {
    post: async (to, message) =>
      to.kind === 'address'
        ? postTo(options, to.address, to.threadRootId, message)
        : firstMessage(options, to, message),
    update: async (address, messageId, message) => {
      await inConversation(options, referenceOf(options, address, null), 'update', async (context) => {
        await context.updateActivity({ ...activityOf(message), id: messageId });
      });
    },
  };
}

function activityOf(message: Message): Partial<Activity> {
  return {
    type: 'message',
    summary: message.summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
  };
}

/** A reply in a thread is addressed by the conversation id; `replyToId` does not route (TEAMS.md §3). */
function referenceOf(
  options: TeamsMessengerOptions,
  address: Address,
  threadRootId: string | null,
): Partial<ConversationReference> {
  const remembered: Partial<ConversationReference> = address.reference instanceof Object ? address.reference : {};
  const conversationId =
    threadRootId === null ? address.conversationId : `${address.conversationId};messageid=${threadRootId}`;
  return {
    ...remembered,
    serviceUrl: options.serviceUrl(remembered.serviceUrl ?? null),
    conversation: {
      isGroup: false,
      conversationType: 'personal',
      name: '',
      ...remembered.conversation,
      id: conversationId,
    },
  };
}

async function postTo(
  options: TeamsMessengerOptions,
  address: Address,
  threadRootId: string | null,
  message: Message,
): Promise<Sent> {
  const reference = referenceOf(options, address, threadRootId);
  const messageId = await inConversation(options, reference, 'create', async (context) => {
    const response = await context.sendActivity(activityOf(message));
    return response?.id;
  });
  return { messageId: messageId ?? '', conversationId: address.conversationId, reference: address.reference };
}

/** The 1:1 conversation with a person is made by Entra object id and tenant, never by UPN (TEAMS.md §3). */
async function firstMessage(
  options: TeamsMessengerOptions,
  person: Extract<Destination, { kind: 'person' }>,
  message: Message,
): Promise<Sent> {
  let sent: Sent | null = null;
  let failure: unknown = null;
  try {
    await options.adapter.createConversationAsync(
      options.appId,
      'msteams',
      options.serviceUrl(null),
      '',
      {
        isGroup: false,
        bot: { id: options.botId, name: 'Trinvis' },
        members: [{ id: person.aadObjectId, name: '' }],
        tenantId: person.tenantId,
        channelData: { tenant: { id: person.tenantId } },
      },
      async (context) => {
        try {
          const response = await context.sendActivity(activityOf(message));
          const { id } = context.activity.conversation;
          sent = {
            messageId: response?.id ?? '',
            conversationId: id,
            reference: {
              serviceUrl: context.activity.serviceUrl,
              channelId: 'msteams',
              bot: { id: options.botId, name: 'Trinvis' },
              conversation: { id, conversationType: 'personal', tenantId: person.tenantId, isGroup: false },
            },
          };
        } catch (error) {
          failure = failureOf(error, 'create');
        }
      },
    );
  } catch (error) {
    // Making the conversation is idempotent in Teams: the same person gives the same conversation.
    failure = failureOf(error, 'update');
  }
  if (failure instanceof DeliveryFailure) throw failure;
  if (sent === null) throw new DeliveryFailure('ambiguous', 'NoAnswer', null, null);
  return sent;
}

/**
 * Runs one connector call in a conversation. With `onTurnError` set a failure inside would be swallowed by the adapter
 * and look like success, so it is caught inside and carried out (TEAMS.md §3).
 */
async function inConversation<Result>(
  options: TeamsMessengerOptions,
  reference: Partial<ConversationReference>,
  operation: 'create' | 'update',
  call: (context: TurnContext) => Promise<Result>,
): Promise<Result> {
  let result: { readonly value: Result } | null = null;
  let failure: DeliveryFailure | null = null;
  await options.adapter.continueConversationAsync(options.appId, reference, async (context) => {
    try {
      result = { value: await call(context) };
    } catch (error) {
      failure = failureOf(error, operation);
    }
  });
  if (failure !== null) throw failure;
  if (result === null) throw new DeliveryFailure('ambiguous', 'NoAnswer', null, null);
  return (result as { readonly value: Result }).value;
}
