// POST /api/messages: checks what may come in at all, lets the adapter check the token, and sends the answer back the way
// the wish came. Every outcome is a status; nothing of ours leaks.
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { TurnContext as Turns } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { Answer } from '../answers/answer';
import type { HttpAnswer, HttpHandler } from '../http/server';
import type { Logger } from '../log';
import type { TeamsAdapter } from './adapter';
import type { Incoming } from './incoming';
import { parseIncoming } from './incoming';
import { invokeResponse } from './respond';

export interface EndpointParts {
  readonly adapter: TeamsAdapter;
  readonly logger: Logger;
  /** Whether an activity may say that it is answered there: an empty or unknown serviceUrl is refused (TEAMS.md §3). */
  readonly mayAnswerTo: (serviceUrl: string) => boolean;
  readonly answer: (incoming: Incoming, reference: unknown) => Promise<Answer>;
  /** Told after a person's own card in a personal chat was answered, so that the message itself can follow. */
  readonly answered: (incoming: Incoming, reference: unknown, answer: Answer) => void;
}

export function messagesEndpoint(parts: EndpointParts): HttpHandler {
  return async ({ headers, body }) => {
    const incoming = parseIncoming(body);
    if (incoming === null) return { status: 400 };
    const activity = body as Activity;
    if (activity.channelId !== 'msteams' || !parts.mayAnswerTo(activity.serviceUrl)) return { status: 403 };
    const authorization = typeof headers['authorization'] === 'string' ? headers['authorization'] : '';
    try {
      const response = await parts.adapter.receive(authorization, activity, async (context) =>
        turn(parts, incoming, context),
      );
      return httpAnswer(response);
    } catch (error) {
      return refusal(parts, error);
    }
  };
}

async function turn(parts: EndpointParts, incoming: Incoming, context: TurnContext): Promise<void> {
  const reference = referenceOf(context);
  const answer = await parts.answer(incoming, reference);
  if (context.activity.type === 'invoke') {
    await context.sendActivity({ type: 'invokeResponse', value: invokeResponse(incoming.wish, answer) });
    parts.answered(incoming, reference, answer);
    return;
  }
  await reply(parts, context, answer);
}

/** How the conversation is reached again: only what stays the same from one activity to the next. */
function referenceOf(context: TurnContext): object {
  const { serviceUrl, channelId, bot, conversation } = Turns.getConversationReference(context.activity);
  const { id, conversationType, tenantId } = conversation ?? {};
  const place = { id: id?.split(';')[0], conversationType, tenantId, isGroup: conversationType !== 'personal' };
  return { serviceUrl, channelId, bot, conversation: place };
}

/** What is said in chat is answered in chat. When that fails the person asks again; the turn itself was done. */
async function reply(parts: EndpointParts, context: TurnContext, answer: Answer): Promise<void> {
  if (answer.kind === 'nothing' || answer.kind === 'choices') return;
  try {
    await context.sendActivity(
      answer.kind === 'sentence'
        ? { type: 'message', text: answer.text }
        : {
            type: 'message',
            summary: answer.card.fallbackText,
            attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: answer.card }],
          },
    );
  } catch (error) {
    parts.logger.warn({ err: error }, 'an answer could not be sent');
  }
}

function httpAnswer(response: InvokeResponse | undefined): HttpAnswer {
  if (response === undefined) return { status: 200 };
  return response.body === undefined ? { status: response.status } : { status: response.status, body: response.body };
}

/** A token signed with a wrong key reaches us as a plain error (TEAMS.md §3): whatever fails before the turn is a 401. */
function refusal(parts: EndpointParts, error: unknown): HttpAnswer {
  const status = error instanceof AuthenticationError && error.statusCode === 403 ? 403 : 401;
  parts.logger.warn({ err: error, status }, 'an activity was refused');
  return { status };
}
