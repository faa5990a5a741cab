// The newest messages of a channel or thread, to find one of ours whose answer was lost. What people wrote is not kept.
import type { Caller } from './caller';
import { idIn } from './caller';
import type { Graph, GraphMessage } from './port';
import * as shapes from './shapes';

/** Graph's largest page: a lost message is among the newest. */
const newestMax = 50;
const cardContentType = 'application/vnd.microsoft.card.adaptive';

export function messagesOf({ call }: Caller): Pick<Graph, 'messages'> {
  return {
    messages: async ({ teamId, channelId }, threadRootId) => {
      const channel = `/teams/${idIn(teamId)}/channels/${idIn(channelId)}/messages`;
      const path = threadRootId === null ? channel : `${channel}/${idIn(threadRootId)}/replies`;
      const needs = ['ChannelMessage.Read.Group', 'ChannelMessage.Read.All'];
      const answer = await call({ method: 'GET', path: `${path}?$top=${newestMax}`, needs });
      const { value } = shapes.messages.parse(answer);
      return value.filter(({ deletedDateTime }) => (deletedDateTime ?? null) === null).map(messageOf);
    },
  };
}

function messageOf({ id, createdDateTime, from, attachments }: shapes.ChatMessage): GraphMessage {
  return {
    id,
    createdAt: createdDateTime,
    byApp: from?.application?.id ?? null,
    cards: attachments.flatMap(({ contentType, content }) =>
      contentType === cardContentType ? parsed(content ?? '') : [],
    ),
  };
}

function parsed(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}
