// Links into Trinvis: to its chat in Teams, and addresses of its own that Teams shows as a card. Pure.

import type { CardMessage } from '../services/delivery/cardLinks';

/** Links that an installation has; none of them in a sandbox. */
export interface TeamsLinks {
  /** Opens the chat with Trinvis, with words ready to be sent; null where there is no app in Teams. */
  readonly chat: (words: string) => string | null;
  /** A message of a channel, in its thread; `groupId` is the team's Entra group. Null where there is no app in Teams. */
  readonly message: (place: CardMessage & { readonly groupId: string }) => string | null;
  /** The address of a nomination by its number; null where the bot has no address of its own. */
  readonly nomination: (number: string) => string | null;
  /** The number in such an address; null for any other. */
  readonly numberIn: (url: string) => string | null;
}

/** A nomination's number as the rules give it. */
const numberPattern = /^[0-9]{4}-[0-9]{3,6}$/;
const folder = '/n/';

/** `botId`: `28:<app id>`; `tenantId` is that of Teams; `publicUrl`: where the bot is reached, without a slash at its end. */
export function linksOf(botId: string | null, tenantId: string, publicUrl: string | null): TeamsLinks {
  const start = publicUrl === null ? null : `${publicUrl}${folder}`;
  return {
    chat: (words) =>
      botId === null
        ? null
        : `https://teams.microsoft.com/l/chat/0/0?users=${botId}&message=${encodeURIComponent(words)}`,
    message: ({ channelId, messageId, rootId, groupId }) => {
      if (botId === null) return null;
      const query = new URLSearchParams({ tenantId, groupId, parentMessageId: rootId }).toString();
      const path = [channelId, messageId].map(encodeURIComponent).join('/');
      return `https://teams.microsoft.com/l/message/${path}?${query}`;
    },
    nomination: (number) => (start === null || !numberPattern.test(number) ? null : start + number),
    numberIn: (url) => {
      if (start === null || !url.startsWith(start)) return null;
      return numberOf(url.slice(start.length));
    },
  };
}

/** The number, where it is one and nothing else. */
export function numberOf(text: string): string | null {
  return numberPattern.test(text) ? text : null;
}
