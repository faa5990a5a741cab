// @ts-check
// Owns how one message looks, and that a card is drawn anew only when its JSON really changed: someone may be typing.
// Must not send: a press goes to whoever made the view.
import { drawCard } from './cards.js';
import { avatar, el, icon } from './dom.js';
import { dayKey, formatMoment, formatShort, formatTime } from './format.js';
import { markdown, plainText } from './markdown.js';
import { announce } from './notices.js';
import { t } from './texts.js';

/** @import { LocalMessage } from '../teams/api.js' */
/** @import { DrawnCard, Press } from './cards.js' */
/** @import { Lookup } from './choiceset.js' */

/** @typedef {{ press: (view: MessageView, press: Press) => void, lookup: (messageId: string) => Lookup, myId: string }} MessageHost */

export class MessageView {
  /**
   * @param {LocalMessage} message
   * @param {MessageHost} host
   * @param {string} [daySaid] an instant of the day that stands above; a message of another day says its own
   */
  constructor(message, host, daySaid = message.at) {
    this.message = message;
    this.host = host;
    this.daySaid = daySaid;
    /** @type {DrawnCard[]} */
    this.drawn = [];
    this.drawnFrom = '';
    this.head = el('div', { class: 'message-head' });
    this.text = el('div', { class: 'message-text' });
    this.cards = el('div', { class: 'message-cards' });
    this.fault = el('div', { class: 'message-fault', role: 'alert' });
    const isMine = message.from.id === host.myId;
    this.element = el(
      'article',
      { class: `message${isMine ? ' mine' : ''}${message.from.isBot ? ' from-bot' : ''}`, 'data-message': message.id },
      avatar(message.from.name, message.from.isBot),
      el('div', { class: 'message-body' }, this.head, this.text, this.cards, this.fault),
    );
    this.update(message);
  }

  /** Shows the message as it is now; what did not change is left alone. @param {LocalMessage} message */
  update(message) {
    this.message = message;
    const { name } = message.from;
    const author = message.from.isBot ? `${name} (${t('app')})` : name;
    this.element.setAttribute('aria-label', t('messageBy', { name: author, time: formatMoment(message.at) }));
    this.head.replaceChildren(...this.headParts());
    this.text.replaceChildren(...this.textParts());
    this.text.toggleAttribute('hidden', this.text.childElementCount === 0);
    this.showCards(message.deleted ? [] : message.cards, message.own);
  }

  headParts() {
    const { from, at, editedAt, deleted, own, conversationId } = this.message;
    return [
      el('span', { class: 'author' }, from.name),
      ...(from.isBot ? [el('span', { class: 'tag' }, t('app'))] : []),
      el(
        'time',
        { datetime: at, title: formatMoment(at), class: 'subtle' },
        dayKey(at) === dayKey(this.daySaid) ? formatTime(at) : formatShort(at),
      ),
      ...(editedAt && !deleted ? [el('span', { class: 'subtle', title: formatMoment(editedAt) }, t('edited'))] : []),
      // In a personal chat everything is for one person alone: nothing to say.
      ...(own && !deleted && conversationId.startsWith('19:')
        ? [el('span', { class: 'tag own' }, icon('eye'), t('ownView'))]
        : []),
    ];
  }

  textParts() {
    const { deleted, text, from } = this.message;
    if (deleted) {
      return [el('p', { class: 'subtle' }, t('deleted'))];
    }
    return text.trim() === '' ? [] : from.isBot ? markdown(text) : plainText(text);
  }

  /**
   * @param {LocalMessage['cards']} cards
   * @param {boolean} isOwn
   */
  showCards(cards, isOwn) {
    const from = JSON.stringify(cards);
    if (from === this.drawnFrom) {
      return;
    }
    const hadFocus = this.cards.contains(document.activeElement);
    this.drawnFrom = from;
    this.fault.replaceChildren();
    this.drawn = cards.map((card) =>
      drawCard(card, {
        press: (press) => this.host.press(this, press),
        lookup: this.host.lookup(this.message.id),
        label: isOwn ? t('ownView') : this.message.from.name,
      }),
    );
    this.cards.replaceChildren(...this.drawn.map((card) => card.element));
    this.cards.toggleAttribute('hidden', cards.length === 0);
    if (hadFocus) {
      // The button pressed is gone; whoever uses a keyboard goes on from the card in its place.
      this.drawn[0]?.element.focus();
      announce(t('cardUpdated'));
    }
  }

  /** @param {HTMLElement | null | undefined} button null: the answer is here */
  setBusy(button) {
    this.drawn.forEach((card) => card.setBusy(button));
  }

  /**
   * Says under the card what went wrong, with a way to try again.
   * @param {string} text
   * @param {() => void} [again]
   */
  showFault(text, again) {
    const retry = again && el('button', { type: 'button', class: 'plain', onclick: again }, t('retry'));
    this.fault.replaceChildren(icon('warning'), el('p', {}, text), ...(retry ? [retry] : []));
  }

  clearFault() {
    this.fault.replaceChildren();
  }

  /** True where Teams would ask the bot for this viewer's own view. */
  mayRefresh() {
    const { from, deleted, own, cards } = this.message;
    return from.isBot && !deleted && (own || cards.some((card) => card['refresh'] !== undefined));
  }
}
