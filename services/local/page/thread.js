// @ts-check
// Owns one thread of a channel (a root post, its replies, the box to reply in), or one message of a chat.
// Must keep every message's own view across updates, and an open reply box with its text.
import { compose } from './compose.js';
import { el, icon } from './dom.js';
import { MessageView } from './message.js';
import { t } from './texts.js';

/** @import { LocalMessage } from '../teams/api.js' */
/** @import { MessageHost } from './message.js' */

/** @typedef {{ bot: string, reply: (rootId: string, text: string, mentionBot: boolean) => Promise<void> }} Replies */

// As Teams does: a long thread shows its last three replies until asked for the rest.
const REPLIES_SHOWN = 3;
const REPLIES_FOLDED_FROM = 5;

export class Thread {
  /**
   * @param {LocalMessage} root
   * @param {MessageHost} host
   * @param {Replies | null} replies null in chats
   */
  constructor(root, host, replies) {
    this.host = host;
    this.replies = replies;
    this.isUnfolded = false;
    this.root = new MessageView(root, host);
    /** @type {Map<string, MessageView>} */
    this.replyViews = new Map();
    this.list = el('div', { class: 'replies' });
    this.fold = el('button', { type: 'button', class: 'plain fold', hidden: true });
    this.fold.addEventListener('click', () => {
      this.isUnfolded = true;
      this.showFold();
      this.list.querySelector('article')?.scrollIntoView({ block: 'nearest' });
    });
    this.foot = el('div', { class: 'thread-foot' });
    this.element = replies
      ? el('section', { class: 'thread' }, this.root.element, this.fold, this.list, this.foot)
      : el('div', { class: 'single' }, this.root.element);
    if (replies) {
      this.showReplyButton();
    }
  }

  /** @returns {MessageView[]} */
  views() {
    return [this.root, ...this.replyViews.values()];
  }

  /**
   * @param {LocalMessage} root
   * @param {LocalMessage[]} replies oldest first
   */
  update(root, replies) {
    this.root.update(root);
    for (const reply of replies) {
      const known = this.replyViews.get(reply.id);
      if (known) {
        known.update(reply);
      } else {
        const view = new MessageView(reply, this.host, root.at);
        this.replyViews.set(reply.id, view);
        this.list.append(view.element);
      }
    }
    this.showFold();
  }

  showFold() {
    const views = [...this.replyViews.values()];
    const isFolded = !this.isUnfolded && views.length > REPLIES_FOLDED_FROM;
    const count = isFolded ? views.length - REPLIES_SHOWN : 0;
    views.forEach((view, index) => view.element.toggleAttribute('hidden', index < count));
    this.fold.toggleAttribute('hidden', count === 0);
    this.fold.textContent = count === 1 ? t('showEarlierOne') : t('showEarlier', { count });
  }

  showReplyButton() {
    const open = el('button', { type: 'button', class: 'plain reply' }, icon('reply'), t('replyInThread'));
    open.addEventListener('click', () => this.showReplyBox());
    this.foot.replaceChildren(open);
    return open;
  }

  showReplyBox() {
    const { replies } = this;
    if (!replies) {
      return;
    }
    const box = compose({
      label: 'writeReply',
      bot: replies.bot,
      canMention: true,
      send: (text, mentionBot) => replies.reply(this.root.message.id, text, mentionBot),
    });
    box.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !box.hasText()) {
        this.showReplyButton().focus();
      }
    });
    this.foot.replaceChildren(box.element);
    box.focus();
    box.element.scrollIntoView({ block: 'nearest' });
  }
}
