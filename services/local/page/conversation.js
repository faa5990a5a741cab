// @ts-check
// Owns one conversation on the screen: its messages by day and thread, and the box to write in below.
// Must not disturb: what did not change is not touched, and the reader is not moved while reading further up.
import * as api from './api.js';
import { compose } from './compose.js';
import { el, hiddenText, icon } from './dom.js';
import { dayKey, formatDay } from './format.js';
import { oneAtATime } from './live.js';
import { announce } from './notices.js';
import { linkTo } from './place.js';
import { pressCard } from './press.js';
import { Reader } from './reader.js';
import { Seen } from './seen.js';
import { snippet } from './snippet.js';
import { t } from './texts.js';
import { Thread } from './thread.js';

/** @import { LocalMessage, LocalPerson } from '../teams/api.js' */
/** @import { MessageHost, MessageView } from './message.js' */

/** @typedef {{ id: string, name: string, about: string, kind: 'channel' | 'personal' | 'group' }} ConversationInfo */

export class Conversation {
  /**
   * @param {ConversationInfo} info
   * @param {{ me: LocalPerson, bot: string, people: readonly LocalPerson[] }} options
   */
  constructor(info, options) {
    this.info = info;
    this.options = options;
    this.isOpen = true;
    this.isFirst = true;
    /** @type {Map<string, Thread>} */
    this.threads = new Map();
    /** @type {Map<string, HTMLElement>} */
    this.days = new Map();
    this.host = this.makeHost();
    this.reader = new Reader(info.kind);
    this.empty = el('p', { class: 'empty', hidden: true }, t(info.kind === 'channel' ? 'emptyChannel' : 'emptyChat'));
    this.reader.box.append(this.empty);
    this.element = this.build();
    this.seen = new Seen(options.me.aadObjectId);
    this.reload = oneAtATime(() => this.load());
  }

  /** @returns {MessageHost} */
  makeHost() {
    const { me, people } = this.options;
    const as = me.aadObjectId;
    return {
      myId: me.id,
      press: (view, press) => void pressCard(as, view, press),
      lookup: (messageId) => ({
        titleOf: (value) => people.find((person) => person.aadObjectId === value)?.name ?? value,
        search: async (dataset, query) => {
          const answer = await api.search({ as, conversationId: this.info.id, messageId, dataset, query });
          return answer.results;
        },
      }),
    };
  }

  build() {
    const { info, options, reader } = this;
    const writer = compose({
      label: info.kind === 'channel' ? 'writePost' : 'writeMessage',
      bot: options.bot,
      canMention: info.kind !== 'personal',
      send: (text, mentionBot) => this.say(text, mentionBot),
    });
    const back = el('a', { class: 'back', href: linkTo({ conversation: null }) }, icon('back'), hiddenText(t('back')));
    const about = el('p', { class: 'subtle' }, info.about);
    const head = el('div', { class: 'conversation-head' }, back, el('h2', {}, info.name), about);
    const foot = el('div', { class: 'writer' }, reader.jump, writer.element);
    return el('div', { class: 'conversation' }, head, reader.box, foot);
  }

  close() {
    this.isOpen = false;
    this.seen.close();
  }

  async load() {
    const messages = await api.getMessages(this.options.me.aadObjectId, this.info.id);
    if (this.isOpen) {
      this.show(messages);
    }
  }

  /**
   * @param {string} text
   * @param {boolean} mentionBot
   * @param {string} [rootId]
   */
  async say(text, mentionBot, rootId) {
    const as = this.options.me.aadObjectId;
    await api.say({ as, conversationId: this.info.id, text, mentionBot, ...(rootId ? { rootId } : {}) });
    // The message is sent: that it cannot be shown right now is said elsewhere, and no reason to send it again.
    await this.reload().catch(() => {});
    if (!rootId) {
      this.reader.toEnd();
    }
  }

  /** @param {LocalMessage[]} messages oldest first */
  show(messages) {
    const wasNearEnd = this.reader.isNearEnd();
    const known = new Set(this.views().map((view) => view.message.id));
    /** @type {HTMLElement[]} */
    const wanted = [];
    let day = '';
    for (const root of messages.filter((message) => message.rootId === null)) {
      const thread = this.threadOf(root);
      thread.update(
        root,
        messages.filter((message) => message.rootId === root.id),
      );
      if (dayKey(root.at) !== day) {
        day = dayKey(root.at);
        wanted.push(this.dayHeading(day, root.at));
      }
      wanted.push(thread.element);
    }
    this.reader.place(wanted);
    this.empty.hidden = messages.length > 0;
    this.afterArrival(
      messages.filter((message) => !known.has(message.id)),
      wasNearEnd,
    );
    this.seen.watch(this.views());
    this.isFirst = false;
  }

  /** @returns {MessageView[]} */
  views() {
    return [...this.threads.values()].flatMap((thread) => thread.views());
  }

  /** @param {LocalMessage} root */
  threadOf(root) {
    const known = this.threads.get(root.id);
    if (known) {
      return known;
    }
    /** @type {import('./thread.js').Replies} */
    const replies = {
      bot: this.options.bot,
      reply: (rootId, text, mentionBot) => this.say(text, mentionBot, rootId),
    };
    const thread = new Thread(root, this.host, this.info.kind === 'channel' ? replies : null);
    this.threads.set(root.id, thread);
    return thread;
  }

  /** @param {string} key @param {string} at */
  dayHeading(key, at) {
    const heading = this.days.get(key) ?? el('h3', { class: 'day' }, formatDay(at));
    this.days.set(key, heading);
    return heading;
  }

  /** @param {LocalMessage[]} fresh @param {boolean} wasNearEnd */
  afterArrival(fresh, wasNearEnd) {
    if (this.isFirst) {
      this.reader.toEnd();
      return;
    }
    for (const message of fresh.filter((each) => each.from.id !== this.options.me.id)) {
      announce(t('arrived', { name: message.from.name, text: snippet(message) }));
    }
    if (fresh.some((message) => message.rootId === null)) {
      if (wasNearEnd) {
        this.reader.toEnd();
      } else {
        this.reader.offerJump();
      }
    }
  }
}
