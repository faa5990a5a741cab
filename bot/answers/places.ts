// Where the bot has been seen: channels with their names, so that the secretariat can choose among them; and first words.
import * as cards from '../../cards';
import type { Settings } from '../../services/store/ports';
import { organisationOf } from './rights';
import type { Answer } from './answer';
import { helpShow } from './personal';
import type { Turn } from './turn';

export interface SeenChannel {
  readonly teamId: string;
  readonly channelId: string;
  readonly team: string;
  readonly channel: string;
}

const settingId = 'channels';

/** By channel id. */
export async function seenChannels(settings: Settings): Promise<Readonly<Record<string, SeenChannel>>> {
  const known = await settings.read(settingId);
  return known instanceof Object ? (known as Record<string, SeenChannel>) : {};
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
  };
  if (before !== undefined && before.team === merged.team && before.channel === merged.channel) return;
  await settings.write(settingId, { ...known, [seen.channelId]: merged });
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
