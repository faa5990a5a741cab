// @ts-check
// Owns the list of chats, teams and channels with what is unread in each.
// Must not fetch: it draws the places it is given.
import { avatar, el, hiddenText, icon } from './dom.js';
import { linkTo } from './place.js';
import { t } from './texts.js';

/** @import { Places } from '../teams/api.js' */

/** @param {number} count */
function unreadMark(count) {
  const words = count === 1 ? t('unreadOne') : t('unread', { count });
  return el('span', { class: 'count' }, el('span', { 'aria-hidden': 'true' }, String(count)), hiddenText(words));
}

/**
 * @param {{ id: string, name: string, picture: Node, unread: number, isHere: boolean }} item
 */
function railItem({ id, name, picture, unread, isHere }) {
  return el(
    'li',
    {},
    el(
      'a',
      {
        href: linkTo({ conversation: id }),
        class: unread > 0 ? 'rail-item unread' : 'rail-item',
        'aria-current': isHere && 'page',
      },
      picture,
      el('span', { class: 'rail-name' }, name),
      unread > 0 && unreadMark(unread),
    ),
  );
}

/**
 * @param {Places} places
 * @param {string | null} here the conversation shown
 */
export function rail(places, here) {
  const unread = (/** @type {string} */ id) => (id === here ? 0 : (places.unread[id] ?? 0));
  const chats = places.chats.map((chat) =>
    railItem({
      id: chat.conversationId,
      name: chat.name,
      picture: chat.kind === 'personal' ? avatar(chat.name, true) : icon('people'),
      unread: unread(chat.conversationId),
      isHere: chat.conversationId === here,
    }),
  );
  return [
    el('h2', {}, t('railChats')),
    chats.length > 0 ? el('ul', {}, ...chats) : el('p', { class: 'subtle' }, t('noChats')),
    el('h2', {}, t('railTeams')),
    ...(places.teams.length > 0
      ? places.teams.map((team) => teamList(team, unread, here))
      : [el('p', { class: 'subtle' }, t('noTeams'))]),
  ];
}

/**
 * @param {Places['teams'][number]} team
 * @param {(id: string) => number} unread
 * @param {string | null} here
 */
function teamList(team, unread, here) {
  const channels = team.channels.map((channel) =>
    railItem({
      id: channel.id,
      name: channel.name,
      picture: icon('channel'),
      unread: unread(channel.id),
      isHere: channel.id === here,
    }),
  );
  return el('section', { class: 'team' }, el('h3', {}, team.name), el('ul', {}, ...channels));
}

/**
 * What the page needs to know of a conversation, or null where this person is not in it.
 * @param {Places} places
 * @param {string} id
 * @returns {{ id: string, name: string, about: string, kind: 'channel' | 'personal' | 'group' } | null}
 */
export function conversationOf(places, id) {
  const chat = places.chats.find((each) => each.conversationId === id);
  if (chat) {
    const about = t(chat.kind === 'personal' ? 'conversationPersonal' : 'conversationGroup');
    return { id, name: chat.name, about, kind: chat.kind };
  }
  for (const team of places.teams) {
    const channel = team.channels.find((each) => each.id === id);
    if (channel) {
      return { id, name: channel.name, about: t('conversationChannel', { team: team.name }), kind: 'channel' };
    }
  }
  return null;
}
