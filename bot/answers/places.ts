// Where the bot has been seen: channels with their names, so that the secretariat can choose among them; first words; and
// what becomes of places: renamed, deleted, restored, left.
import * as cards from '../../cards';
import type { Settings } from '../../services/store/ports';
import { organisationOf } from './rights';
import type { Answer } from './answer';
import { helpShow } from './personal';
import type { Turn } from './turn';
import type { Instant } from '../../services/process/calendar';
import type { Parts } from '../parts';
import type { Incoming, Place } from '../teams/incoming';

export interface SeenChannel {
  readonly teamId: string;
  readonly channelId: string;
  readonly team: string;
  readonly channel: string;
  /** The team's Entra group; empty or missing where Teams has not told it. */
  readonly group?: string;
}

const settingId = 'channels';

/** By channel id. */
export async function seenChannels(settings: Settings): Promise<Readonly<Record<string, SeenChannel>>> {
  const known = await settings.read(settingId);
  return known instanceof Object ? (known as Record<string, SeenChannel>) : {};
}

/** The Entra group of the team a channel is in; null while Teams has not told it. */
export async function groupOf(settings: Settings, channelId: string): Promise<string | null> {
  const group = (await seenChannels(settings))[channelId]?.group ?? '';
  return group === '' ? null : group;
}

/** Keeps the names of the channel an activity came from; a write only when something is new. */
export async function seeChannel(settings: Settings, seen: SeenChannel): Promise<void> {
  const known = await seenChannels(settings);
  const before = known[seen.channelId];
  const merged: SeenChannel = {
    teamId: seen.teamId,
    channelId: seen.channelId,
    team: seen.team === '' ? (before?.team ?? '') : seen.team,
    channel: seen.channel === '' ? (before?.channel ?? '') : seen.channel,
    group: seen.group === undefined || seen.group === '' ? (before?.group ?? '') : seen.group,
  };
  const names = [merged.team, merged.channel, merged.group].join('\n');
  if (before !== undefined && [before.team, before.channel, before.group ?? ''].join('\n') === names) return;
  await settings.write(settingId, { ...known, [seen.channelId]: merged });
}

/** What Teams tells of a team's end, and of its return. */
const teamGone: ReadonlySet<string> = new Set(['teamArchived', 'teamDeleted', 'teamHardDeleted']);
const teamBack: ReadonlySet<string> = new Set(['teamUnarchived', 'teamRestored']);

/**
 * Follows what happened to a place. What is gone takes no messages until it is back, and the secretariat sees it on its
 * list of places that cannot be reached; bodies keep their channel. Repeatable; a crash between two writes is healed by
 * the first message that Teams refuses.
 */
export async function follow(parts: Parts, incoming: Incoming, reference: unknown, now: Instant): Promise<void> {
  const { place, wish } = incoming;
  if (wish.kind === 'left') {
    await (place.kind === 'personal' ? leavePerson(parts, incoming, now) : leaveTeam(parts, place, 'AppRemoved', now));
    return;
  }
  if (wish.kind !== 'told' || place.kind !== 'channel') return;
  if (wish.event === 'channelDeleted') await forgetChannel(parts, place, now);
  else if (wish.event === 'teamRenamed') await renameTeam(parts.settings, place);
  else if (teamGone.has(wish.event)) await leaveTeam(parts, place, wish.event, now);
  else if (teamBack.has(wish.event)) await returnToTeam(parts, place, reference);
}

async function leavePerson(parts: Parts, { from }: Incoming, now: Instant): Promise<void> {
  const person = from.aadObjectId === null ? null : await parts.people.byAadObjectId(from.aadObjectId);
  if (person !== null) await parts.addresses.markUnreachable(`personal/${person.id}`, 'AppRemoved', now);
}

async function channelsOf(settings: Settings, place: Place): Promise<readonly SeenChannel[]> {
  return Object.values(await seenChannels(settings)).filter(({ teamId }) => teamId !== '' && teamId === place.teamId);
}

async function leaveTeam(parts: Parts, place: Place, code: string, now: Instant): Promise<void> {
  const ofTeam = (await channelsOf(parts.settings, place)).map(({ channelId }) => channelId);
  const own = place.channelId === null ? [] : [place.channelId];
  for (const channelId of new Set([...ofTeam, ...own])) {
    await parts.addresses.markUnreachable(`channel/${channelId}`, code, now);
  }
}

/** The app came back to a team, or the team did: all its channels take messages again. */
export async function returnToTeam(parts: Parts, place: Place, reference: unknown): Promise<void> {
  for (const { channelId } of await channelsOf(parts.settings, place)) {
    await parts.addresses.seen({ key: `channel/${channelId}`, conversationId: channelId, reference });
  }
}

/** Nobody can choose it any more; restored, Teams tells its name anew. */
async function forgetChannel(parts: Parts, { channelId }: Place, now: Instant): Promise<void> {
  if (channelId === null) return;
  const others = Object.entries(await seenChannels(parts.settings)).filter(([id]) => id !== channelId);
  await parts.settings.write(settingId, Object.fromEntries(others));
  await parts.addresses.markUnreachable(`channel/${channelId}`, 'ChannelDeleted', now);
}

async function renameTeam(settings: Settings, place: Place): Promise<void> {
  if (place.teamName === null) return;
  for (const channel of await channelsOf(settings, place))
    await seeChannel(settings, { ...channel, team: place.teamName });
}

/** The first word in a channel: whose is it? In a personal chat: what can be asked. */
export async function welcome(turn: Turn): Promise<Answer> {
  return turn.place.kind === 'channel' ? channelCard(turn) : helpShow(turn);
}

export async function channelCard(turn: Turn): Promise<Answer> {
  const organisation = await organisationOf(turn);
  const bound = Object.entries(organisation.channels).find(([, channel]) => channel.channelId === turn.place.channelId);
  const body = Object.values(organisation.bodies).find((one) => one.id === bound?.[0]) ?? null;
  return { kind: 'card', card: cards.channelCard({ language: turn.language, body }) };
}
