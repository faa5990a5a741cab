// Microsoft Graph as Trinvis uses it: the parts of one port put together. The only folder that knows the Graph client.
// Knows no round, no card and no store.
import { appOf, installationsOf } from './app';
import { calendarOf } from './calendar';
import type { GraphOptions } from './caller';
import { createCaller } from './caller';
import { chatsOf } from './chats';
import { feedOf } from './feed';
import { filesOf } from './files';
import { messagesOf } from './messages';
import { peopleOf } from './people';
import type { Graph } from './port';
import { teamsOf } from './teams';

export { GraphFailure } from './failures';
export type { Graph } from './port';

/** `manifestId`: the app's id in its Teams manifest. Asks nothing until it is called. */
export function createGraph(options: GraphOptions & { readonly manifestId: string }): Graph {
  const caller = createCaller(options);
  const app = appOf(caller, options.manifestId);
  return {
    ...peopleOf(caller),
    ...teamsOf(caller),
    ...chatsOf(caller, app),
    ...filesOf(caller),
    ...calendarOf(caller),
    ...feedOf(caller),
    ...installationsOf(caller, app),
    ...messagesOf(caller),
  };
}
