// Connects to Graph as the bot's own app registration. The only place where its identity and Graph meet.
import { setTimeout as pause } from 'node:timers/promises';
import type { Graph } from '../../services/graph';
import { createGraph } from '../../services/graph';
import type { TeamsMode } from '../config';
import { OwnCredentials } from '../teams/credentials';

/** `manifestId`: the app's id in its Teams manifest. Null where Graph is turned off. */
export function connectGraph({ credentials, cloud, graphUrl }: TeamsMode, manifestId: string): Graph | null {
  if (graphUrl === null) return null;
  const own = new OwnCredentials(credentials);
  const token = async (): Promise<string> => {
    const made = await own.createCredentials(credentials.appId, graphUrl, cloud.loginUrl, cloud.validateAuthority);
    return made.getToken();
  };
  return createGraph({
    baseUrl: graphUrl,
    token,
    pause: async (ms) => {
      await pause(ms, undefined, { ref: false });
    },
    manifestId,
  });
}
