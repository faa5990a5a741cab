// @ts-check
// Owns short messages to the person: toasts that can be read at leisure, and words for screen readers alone.
// Must not take the focus.
import { byId, el, icon } from './dom.js';
import { t } from './texts.js';

// Long enough to read two lines twice; a toast that is pointed at or holds the focus stays.
const TOAST_MS = 12_000;

/**
 * Shows a message. A fault stays until it is closed.
 * @param {string} text
 * @param {'message' | 'fault'} [kind]
 */
export function toast(text, kind = 'message') {
  const region = byId(kind === 'fault' ? 'faults' : 'toasts');
  const close = el('button', { type: 'button', class: 'quiet', 'aria-label': t('close') }, icon('close'));
  const box = el(
    'div',
    { class: `toast ${kind}` },
    icon(kind === 'fault' ? 'warning' : 'info'),
    el('p', {}, text),
    close,
  );
  close.addEventListener('click', () => box.remove());
  region.append(box);
  if (kind === 'message') {
    setTimeout(function leave() {
      if (box.matches(':hover, :focus-within')) {
        setTimeout(leave, TOAST_MS);
      } else {
        box.remove();
      }
    }, TOAST_MS);
  }
}

/** Says something to screen readers when they have time. @param {string} text */
export function announce(text) {
  const region = byId('announcer');
  region.append(el('p', {}, text));
  // Only additions are read; old lines go, so that browsing the page does not meet them.
  while (region.childElementCount > 3) {
    region.firstElementChild?.remove();
  }
}

/** Takes all toasts away: what was said to one person is not for the next. */
export function clearToasts() {
  byId('toasts').replaceChildren();
  byId('faults').replaceChildren();
}
