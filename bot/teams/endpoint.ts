// POST /api/messages: lets in what comes from our Teams and our tenant, and sends the answer back the way the wish came.
// Until the door is passed nothing but parsing happens. Every outcome is a status; nothing of ours leaks.
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { TurnContext as Turns } from 'botbuilder';
import * as cards from '../../cards';
import type { Answer } from '../answers/answer';
import { nothing } from '../answers/answer';
import { languageOf } from '../dispatch';
import type { RateGuard } from '../guards/rate';
import { isLoopbackHost } from '../http/local';
import type { HttpAnswer, HttpHandler, HttpRequest } from '../http/server';
import type { Logger } from '../log';
import type { TeamsAdapter } from './adapter';
import type { Incoming } from './incoming';
import { parseIncoming } from './incoming';
import { invokeResponse } from './respond';
import { NotLetIn } from './token';

export interface EndpointParts {
  readonly adapter: TeamsAdapter;
  readonly logger: Logger;
  readonly tenantId: string;
  /** Without credentials: the caller must be this machine's local Teams. */
  readonly local: boolean;
  /** Whether an activity may say that it is answered there: an empty or unknown serviceUrl is refused (TEAMS.md §3). */
  readonly mayAnswerTo: (serviceUrl: string) => boolean;
  readonly rate: RateGuard;
  readonly answer: (incoming: Incoming, reference: unknown) => Promise<Answer>;
  /** Told of every answer with its message, before a press is answered: the card behind a dialog is right when it closes. */
  readonly answered: (
    incoming: Incoming,
    reference: unknown,
    answer: Answer,
    messageId: string | null,
  ) => Promise<void>;
  /** Told what became of every activity. */
  readonly measured: (kind: string, outcome: string, seconds: number) => void;
  /** Real time, for the life of tokens. */
  readonly nowMs: () => number;
}

interface Outcome {
  readonly kind: string;
  readonly outcome: string;
  readonly answer: HttpAnswer;
}

export function messagesEndpoint(parts: EndpointParts): HttpHandler {
  return async (request) => {
    const startedAt = performance.now();
    const { kind, outcome, answer } = await outcomeOf(parts, request);
    parts.measured(kind, outcome, (performance.now() - startedAt) / 1_000);
    return answer;
  };
}

async function outcomeOf(parts: EndpointParts, request: HttpRequest): Promise<Outcome> {
  const incoming = parseIncoming(request.body);
  if (incoming === null) return { kind: 'none', outcome: 'NoActivity', answer: { status: 400 } };
  const { kind } = incoming.wish;
  try {
    const { answer, outcome } = await letIn(parts, request, request.body as Activity, incoming);
    return { kind, outcome, answer };
  } catch (error) {
    if (error instanceof NotLetIn) {
      parts.logger.warn({ err: error, status: error.status, refusal: error.code }, 'an activity was refused');
      return { kind: 'none', outcome: error.code, answer: { status: error.status } };
    }
    parts.logger.error({ err: error, wish: kind }, 'a turn failed');
    return { kind, outcome: 'failed', answer: { status: 500 } };
  }
}

async function letIn(
  parts: EndpointParts,
  request: HttpRequest,
  activity: Activity,
  incoming: Incoming,
): Promise<{ readonly answer: HttpAnswer; readonly outcome: string }> {
  if (parts.local) checkLocal(request);
  if (activity.channelId !== 'msteams') throw new NotLetIn(403, 'OtherChannel');
  if (!parts.mayAnswerTo(activity.serviceUrl)) throw new NotLetIn(403, 'OtherService');
  const { authorization } = request.headers;
  const token = typeof authorization === 'string' ? authorization : '';
  const authentication = await parts.adapter.authenticate(token, activity, parts.nowMs());
  if (incoming.tenantId !== parts.tenantId) throw new NotLetIn(403, 'OtherTenant');
  if (!parts.rate.mayAsk(incoming.from.aadObjectId ?? incoming.from.teamsId, incoming.place.conversationId)) {
    parts.logger.info({ wish: incoming.wish.kind }, 'an activity came too soon after many others');
    return { outcome: 'TooManyRequests', answer: tooMany(activity, incoming) };
  }
  const response = await parts.adapter.receive(authentication, activity, async (context) =>
    turn(parts, incoming, context),
  );
  return { outcome: 'answered', answer: httpAnswer(response) };
}

/** A page of the web that points here sends its own Host or Origin; the local Teams' token stands in the serviceUrl. */
function checkLocal({ headers }: HttpRequest): void {
  if (!isLoopbackHost(headers['host']) || headers['origin'] !== undefined) throw new NotLetIn(403, 'NotLocal');
}

/** One who waits for an answer gets a calm one; what nobody waits for is left. */
function tooMany(activity: Activity, incoming: Incoming): HttpAnswer {
  if (activity.type !== 'invoke') return { status: 429, headers: { 'Retry-After': '10' } };
  const language = languageOf(null, incoming.locale);
  const answer: Answer =
    incoming.wish.kind === 'search' || incoming.wish.kind === 'find' || incoming.wish.kind === 'unfurl'
      ? nothing
      : { kind: 'card', card: cards.faultCard({ fault: { name: 'TooManyRequests' }, language }) };
  return httpAnswer(invokeResponse(incoming.wish, answer));
}

async function turn(parts: EndpointParts, incoming: Incoming, context: TurnContext): Promise<void> {
  const reference = referenceOf(context);
  const answer = await parts.answer(incoming, reference);
  if (context.activity.type === 'invoke') {
    await parts.answered(incoming, reference, answer, incoming.replyToId);
    await context.sendActivity({ type: 'invokeResponse', value: invokeResponse(incoming.wish, answer) });
    return;
  }
  const messageId = await reply(parts, context, answer);
  await parts.answered(incoming, reference, answer, messageId);
}

/** How the conversation is reached again: only what stays the same from one activity to the next. */
function referenceOf(context: TurnContext): object {
  const { serviceUrl, channelId, bot, conversation } = Turns.getConversationReference(context.activity);
  const { id, conversationType, tenantId } = conversation ?? {};
  const place = { id: id?.split(';')[0], conversationType, tenantId, isGroup: conversationType !== 'personal' };
  return { serviceUrl, channelId, bot, conversation: place };
}

/** What is said in chat is answered in chat. When that fails the person asks again; the turn itself was done. */
async function reply(parts: EndpointParts, context: TurnContext, answer: Answer): Promise<string | null> {
  if (answer.kind === 'nothing' || answer.kind === 'choices' || answer.kind === 'found') return null;
  try {
    const sent = await context.sendActivity(
      answer.kind === 'sentence'
        ? { type: 'message', text: answer.text }
        : {
            type: 'message',
            summary: answer.card.fallbackText,
            attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: answer.card }],
          },
    );
    return sent?.id ?? null;
  } catch (error) {
    parts.logger.warn({ err: error }, 'an answer could not be sent');
    return null;
  }
}

function httpAnswer(response: InvokeResponse | undefined): HttpAnswer {
  if (response === undefined) return { status: 200 };
  return response.body === undefined ? { status: response.status } : { status: response.status, body: response.body };
}
