// @ts-check
// Owns the box one writes in: for a chat, a channel's post or a reply in a thread, with the mention of the bot.
// Must not lose what is written: the text goes only when the message is sent.
import { el, freshId, icon } from './dom.js';
import { t } from './texts.js';

/** @import { TextKey } from './texts.js' */

// A message of this length fills a screen; the box then scrolls instead of pushing the conversation away.
const HEIGHT_MAX_PX = 200;

/**
 * @param {{ label: TextKey, bot: string, canMention: boolean, send: (text: string, mentionBot: boolean) => Promise<void> }} options
 * `canMention` false: every message reaches the bot, as in a personal chat
 */
export function compose({ label, bot, canMention, send }) {
  const id = freshId('write');
  const helpId = freshId('help');
  const field = el('textarea', { id, rows: '1', class: 'field', placeholder: t(label), 'aria-describedby': helpId });
  const help = el('p', { id: helpId, class: 'subtle compose-help' });
  const fault = el('p', { class: 'fault-text', role: 'alert' });
  const submit = el(
    'button',
    { type: 'submit', class: 'icon-button send', 'aria-label': t('send'), title: t('send') },
    icon('send'),
  );
  const mention = canMention
    ? el('button', { type: 'button', class: 'mention-toggle' }, t('mentionBot', { bot }))
    : null;
  let isMentioning = !canMention;

  const showMention = () => {
    mention?.setAttribute('aria-pressed', String(isMentioning));
    const about = isMentioning ? t('mentionOn') : t('mentionHelp', { bot });
    help.replaceChildren(canMention ? `${about} ` : '', el('span', { class: 'wide-only' }, t('keysHelp')));
  };
  const fit = () => {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight + 2, HEIGHT_MAX_PX)}px`;
  };
  mention?.addEventListener('click', () => {
    isMentioning = !isMentioning;
    showMention();
    field.focus();
  });
  // Who types the mention, as one does in Teams, gets the mention.
  const takeMention = (/** @type {string} */ after) => {
    const typed = new RegExp(`@${bot}${after}`, 'i');
    if (canMention && typed.test(field.value)) {
      field.value = field.value.replace(typed, '');
      isMentioning = true;
      showMention();
    }
  };
  field.addEventListener('input', () => {
    takeMention('\\s');
    fit();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  const form = el(
    'form',
    { class: 'compose' },
    el('label', { for: id, class: 'visually-hidden' }, t(label)),
    el('div', { class: 'compose-row' }, field, submit),
    el('div', { class: 'compose-foot' }, mention, help),
    fault,
  );
  const submitText = async (/** @type {string} */ text) => {
    submit.setAttribute('aria-busy', 'true');
    fault.textContent = '';
    try {
      await send(text, isMentioning);
      field.value = '';
      isMentioning = !canMention;
      showMention();
    } catch {
      fault.textContent = t('sendFailed');
    }
    submit.removeAttribute('aria-busy');
    fit();
    field.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    takeMention('\\b');
    const text = field.value.trim();
    if (text !== '' && submit.getAttribute('aria-busy') !== 'true') {
      void submitText(text);
    }
  });
  showMention();
  return { element: form, focus: () => field.focus(), hasText: () => field.value.trim() !== '' };
}
