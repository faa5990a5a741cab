// Group chats of chosen people, for example a committee without those who are recused.
import type { App } from './app';
import type { Caller } from './caller';
import { idIn } from './caller';
import { GraphFailure } from './failures';
import type { Graph } from './port';
import * as shapes from './shapes';
import { memberFor, memberOf } from './teams';

/** Teams shows no more of a chat's name. */
const topicLengthMax = 200;

export function chatsOf(caller: Caller, app: App): Pick<Graph, 'groupChat' | 'keepChatTo'> {
  const { call, all } = caller;
  return {
    groupChat: async (topic, people) => {
      const body = {
        chatType: 'group',
        topic: topic.replaceAll(':', ' ').slice(0, topicLengthMax),
        // Every member of a group chat is an owner: guests alone are not.
        members: people.map((id) => memberFor(caller, id, ['owner'])),
      };
      const made = shapes.chat.parse(await call({ method: 'POST', path: '/chats', body, needs: ['Chat.Create'] }));
      await withApp(caller, app, made.id);
      return { id: made.id, webUrl: made.webUrl ?? null };
    },
    keepChatTo: async (chatId, people) => {
      const path = `/chats/${idIn(chatId)}/members`;
      const members = (await all({ path, needs: ['ChatMember.Read.All', 'ChatMember.ReadWrite.All'] })).map(memberOf);
      const out = members.filter(({ aadObjectId }) => aadObjectId !== '' && !people.includes(aadObjectId));
      for (const { membershipId } of out) await takeOut(caller, `${path}/${idIn(membershipId)}`);
      return out.map(({ aadObjectId }) => aadObjectId);
    },
  };
}

/** Without the app the chat is there all the same, only Trinvis cannot write in it: its id is never lost for that. */
async function withApp(caller: Caller, app: App, chatId: string): Promise<void> {
  try {
    await addApp(caller, app, chatId);
  } catch {
    // Refused, lost or unreadable: the chat counts.
  }
}

async function addApp({ call, baseUrl }: Caller, app: App, chatId: string): Promise<void> {
  const body = { 'teamsApp@odata.bind': `${baseUrl}/v1.0/appCatalogs/teamsApps/${await app.catalogId()}` };
  try {
    await call({
      method: 'POST',
      path: `/chats/${idIn(chatId)}/installedApps`,
      body,
      needs: ['TeamsAppInstallation.ReadWriteSelfForChat.All'],
      once: true,
    });
  } catch (error) {
    if (!(error instanceof GraphFailure) || error.kind !== 'exists') throw error;
  }
}

async function takeOut({ call }: Caller, path: string): Promise<void> {
  try {
    await call({ method: 'DELETE', path, needs: ['ChatMember.ReadWrite.All'] });
  } catch (error) {
    // Gone already: another process was faster, or the person left.
    if (!(error instanceof GraphFailure) || error.kind !== 'gone') throw error;
  }
}
