// @ts-check
// Owns dialogs over the page: a card in a dialog, and choosing a person. Focus stays inside, Esc closes.
// Must ask before it throws away what someone typed.
import { drawCard } from './cards.js';
import { el, freshId, icon } from './dom.js';
import { t } from './texts.js';

/** @import { ActAnswer, Dialog } from '../teams/api.js' */
/** @import { DrawnCard, Press } from './cards.js' */
/** @import { Lookup } from './choiceset.js' */

/** @typedef {{ submit: (press: Press) => Promise<ActAnswer>, finish: (answer: ActAnswer) => void, lookup: Lookup }} DialogHost */

/**
 * The frame: title, close button, Esc. `mayClose` is asked each time.
 * @param {string} title
 * @param {() => Promise<boolean>} [mayClose]
 */
export function frame(title, mayClose = () => Promise.resolve(true)) {
  const id = freshId('dialog');
  const heading = el('h2', { id }, title);
  const body = el('div', { class: 'dialog-body' });
  const close = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': t('close'), title: t('close') },
    icon('close'),
  );
  const dialog = el('dialog', { 'aria-labelledby': id }, el('div', { class: 'dialog-head' }, heading, close), body);
  const leave = async () => {
    if (await mayClose()) {
      dialog.close();
    }
  };
  close.addEventListener('click', () => void leave());
  // Before the browser closes it: a key down that is prevented asks for nothing.
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      void leave();
    }
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    void leave();
  });
  const opener = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (opener instanceof HTMLElement && opener.isConnected) {
      opener.focus();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, heading, body };
}

/** @returns {Promise<boolean>} true: throw it away */
function askToLeave() {
  return new Promise((resolve) => {
    const { dialog, body } = frame(t('dialogLeaveTitle'));
    dialog.classList.add('small');
    let isLeaving = false;
    const answer = (/** @type {boolean} */ leave) => () => {
      isLeaving = leave;
      dialog.close();
    };
    const stay = el('button', { type: 'button', class: 'primary', onclick: answer(false) }, t('dialogStay'));
    body.append(
      el('p', {}, t('dialogLeaveText')),
      el(
        'div',
        { class: 'dialog-buttons' },
        stay,
        el('button', { type: 'button', class: 'plain', onclick: answer(true) }, t('dialogLeave')),
      ),
    );
    dialog.addEventListener('close', () => resolve(isLeaving));
    stay.focus();
  });
}

/**
 * Opens a bot's dialog. A submit that answers with a dialog goes on in the same frame; one that fails keeps what was
 * typed; every other answer closes it and goes to `finish`.
 * @param {Dialog} first
 * @param {DialogHost} host
 */
export function openDialog(first, host) {
  /** @type {DrawnCard | null} */
  let card = null;
  let isBusy = false;
  const mayClose = async () => !isBusy && (!card?.isDirty() || (await askToLeave()));
  const { dialog, heading, body } = frame(first.title, mayClose);
  const fault = el('div', { class: 'message-fault', role: 'alert' });

  const show = (/** @type {Dialog} */ shown) => {
    heading.textContent = shown.title;
    size(dialog, shown);
    fault.replaceChildren();
    card = drawCard(shown.card, { press: (press) => void send(press), lookup: host.lookup, label: shown.title });
    body.replaceChildren(card.element, fault);
    body.scrollTop = 0;
    firstField(card.element)?.focus();
  };
  const send = async (/** @type {Press} */ press) => {
    isBusy = true;
    fault.replaceChildren();
    card?.setBusy(press.button);
    const answer = await host.submit(press);
    card?.setBusy(null);
    isBusy = false;
    if (answer.kind === 'dialog') {
      show(answer.dialog);
    } else if (answer.kind === 'unreachable' || answer.kind === 'error') {
      const again = () => void send(press);
      const retry =
        answer.kind === 'unreachable' && el('button', { type: 'button', class: 'plain', onclick: again }, t('retry'));
      fault.replaceChildren(icon('warning'), el('p', {}, faultText(answer)), ...(retry ? [retry] : []));
    } else {
      dialog.close();
      host.finish(answer);
    }
  };
  show(first);
}

/**
 * Teams' own sentence for an app out of reach is English; the page speaks the person's language.
 * @param {Extract<ActAnswer, { kind: 'error' | 'unreachable' }>} answer
 */
export function faultText(answer) {
  return answer.kind === 'unreachable' ? t('unreachable') : answer.text || t('actionFailed');
}

/** @param {HTMLElement} card @returns {HTMLElement | null} */
function firstField(card) {
  return card.querySelector('input:not([type=hidden]), textarea, select') ?? card;
}

/**
 * Teams' three sizes, or pixels; a phone shows every dialog full (page.css).
 * @param {HTMLDialogElement} dialog
 * @param {Dialog} shown
 */
function size(dialog, shown) {
  dialog.classList.remove('small', 'medium', 'large');
  dialog.style.width = '';
  if (typeof shown.width === 'number') {
    dialog.style.width = `${shown.width}px`;
  } else {
    dialog.classList.add(['small', 'medium', 'large'].includes(shown.width ?? '') ? String(shown.width) : 'medium');
  }
  dialog.style.minHeight = typeof shown.height === 'number' ? `min(${shown.height}px, 90vh)` : '';
}
