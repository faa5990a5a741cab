// Teams, their channels and members. Makes channels and adds members; never deletes either.
import type { Caller } from './caller';
import { idIn } from './caller';
import { GraphFailure } from './failures';
import type { Graph, GraphChannel, GraphMember } from './port';
import * as shapes from './shapes';

/** Teams refuses longer names. */
const nameLengthMax = 50;

type OfTeams = Pick<Graph, 'channels' | 'teamMembers' | 'channelMembers' | 'channelNamed' | 'addChannelMember'>;

export function teamsOf(caller: Caller): OfTeams {
  const { call, all } = caller;
  const channels: Graph['channels'] = async (teamId) => {
    const path = `/teams/${idIn(teamId)}/channels?$select=id,displayName,membershipType,webUrl`;
    return (await all({ path, needs: ['ChannelSettings.Read.Group', 'Channel.ReadBasic.All'] })).map(channelOf);
  };
  return {
    channels,
    teamMembers: async (teamId) => {
      const path = `/teams/${idIn(teamId)}/members?$top=999`;
      return (await all({ path, needs: ['TeamMember.Read.Group', 'TeamMember.Read.All'] })).map(memberOf);
    },
    channelMembers: async ({ teamId, channelId }) => {
      const path = `/teams/${idIn(teamId)}/channels/${idIn(channelId)}/members?$top=999`;
      return (await all({ path, needs: ['ChannelMember.Read.Group', 'ChannelMember.Read.All'] })).map(memberOf);
    },
    channelNamed: async ({ teamId, name, description, kind, owners }) => {
      const displayName = channelName(name);
      const standing = async (): Promise<GraphChannel | null> =>
        (await channels(teamId)).find((one) => one.name.toLowerCase() === displayName.toLowerCase()) ?? null;
      const body = {
        '@odata.type': '#Microsoft.Graph.channel',
        displayName,
        description: description.slice(0, 1_024),
        membershipType: kind,
        // A private channel made by an app must be born with an owner.
        ...(kind === 'private' ? { members: owners.map((id) => memberFor(caller, id, ['owner'])) } : {}),
      };
      const make = async (): Promise<GraphChannel> =>
        channelOf(
          await call({
            method: 'POST',
            path: `/teams/${idIn(teamId)}/channels`,
            body,
            needs: ['Channel.Create.Group', 'Channel.Create'],
          }),
        );
      return (await standing()) ?? (await madeOrStanding(make, standing));
    },
    addChannelMember: async ({ teamId, channelId }, aadObjectId) => {
      try {
        await call({
          method: 'POST',
          path: `/teams/${idIn(teamId)}/channels/${idIn(channelId)}/members`,
          body: memberFor(caller, aadObjectId, []),
          needs: ['ChannelMember.ReadWrite.All'],
          // One who is a member stays one: Teams answers with the membership that stands.
          once: true,
        });
      } catch (error) {
        if (!(error instanceof GraphFailure) || error.kind !== 'exists') throw error;
      }
    },
  };
}

/** An answer that was lost is looked for: Teams makes no second channel of one name. */
async function madeOrStanding(
  make: () => Promise<GraphChannel>,
  standing: () => Promise<GraphChannel | null>,
): Promise<GraphChannel> {
  try {
    return await make();
  } catch (error) {
    const mayStand = error instanceof GraphFailure && (error.kind === 'ambiguous' || error.kind === 'exists');
    const found = mayStand ? await standing() : null;
    if (found === null) throw error;
    return found;
  }
}

/** What Teams allows in a channel's name (learn.microsoft.com: limits of Teams); never empty. */
function channelName(name: string): string {
  const allowed = name
    .replace(/[~#%&*{}+/\\:<>?|'",.]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[_\s]+/, '')
    .slice(0, nameLengthMax)
    .trim();
  return allowed === '' ? 'Trinvis' : allowed;
}

/** A member as Graph wants one to be added. */
export function memberFor({ baseUrl }: Caller, aadObjectId: string, roles: readonly string[]): object {
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    'user@odata.bind': `${baseUrl}/v1.0/users('${aadObjectId}')`,
    roles,
  };
}

/** Members without an Entra id (apps, federated accounts) have none of the person's. */
export function memberOf(item: unknown): GraphMember {
  const { id, roles, displayName, userId, tenantId } = shapes.conversationMember.parse(item);
  return {
    aadObjectId: userId ?? '',
    name: displayName ?? '',
    tenantId: tenantId ?? null,
    isOwner: roles.includes('owner'),
    membershipId: id,
  };
}

function channelOf(item: unknown): GraphChannel {
  const { id, displayName, membershipType, webUrl } = shapes.channel.parse(item);
  return { id, name: displayName, kind: membershipType ?? 'standard', webUrl: webUrl ?? null };
}
