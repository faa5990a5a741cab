// Teams, their channels and members. Makes channels and adds members; never deletes either.
import type { Caller } from './caller';
import { idIn } from './caller';
import { GraphFailure } from './failures';
import type { Graph, GraphChannel, GraphMember } from './port';
import * as shapes from './shapes';

/** Teams refuses longer names. */
const nameLengthMax = 50;

/** What a channel's name says of what it belongs to is cut no shorter than this. */
const ofLengthMax = 24;

/** Teams' clock and ours may differ by this much when a channel is told from an older one of the same name. */
const clocksDifferMs = 60_000;

type OfTeams = Pick<Graph, 'channels' | 'teamMembers' | 'channelMembers' | 'privateChannel' | 'addChannelMember'>;

export function teamsOf(caller: Caller): OfTeams {
  const { call, all } = caller;
  const channels: Graph['channels'] = async (teamId) => {
    const path = `/teams/${idIn(teamId)}/channels?$select=id,displayName,membershipType,createdDateTime,webUrl`;
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
    privateChannel: async ({ teamId, known, since, name, of, description, owners }) => {
      const displayName = channelName(name, of);
      const fromMs = Date.parse(since) - clocksDifferMs;
      const standing = async (): Promise<GraphChannel | null> => {
        const own = (await channels(teamId)).filter(({ kind }) => kind === 'private');
        const named = own.filter((one) => one.name.toLowerCase() === displayName.toLowerCase());
        const ours = named.find(({ createdAt }) => Date.parse(createdAt) >= fromMs);
        return own.find(({ id }) => id === known) ?? ours ?? null;
      };
      const body = {
        '@odata.type': '#Microsoft.Graph.channel',
        displayName,
        description: description.slice(0, 1_024),
        membershipType: 'private',
        // A private channel made by an app must be born with an owner.
        members: owners.map((id) => memberFor(caller, id, ['owner'])),
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

/** An answer that was lost is looked for, and where it was another's channel of that name, the refusal stands. */
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

/** Two names that are cut stay apart by what they belong to; never empty. */
function channelName(name: string, of: string): string {
  const end = allowedIn(of).slice(0, ofLengthMax).trim();
  const begin = allowedIn(name)
    .slice(0, nameLengthMax - end.length - 1)
    .trim();
  const whole = `${begin} ${end}`.trim();
  return whole === '' ? 'Trinvis' : whole;
}

/** What Teams allows in a channel's name (learn.microsoft.com: limits of Teams). */
function allowedIn(name: string): string {
  return name
    .replace(/[~#%&*{}+/\\:<>?|'",.]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[_\s]+/, '');
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
  const { id, displayName, membershipType, createdDateTime, webUrl } = shapes.channel.parse(item);
  const kind = membershipType ?? 'standard';
  return { id, name: displayName, kind, webUrl: webUrl ?? null, createdAt: createdDateTime ?? '' };
}
