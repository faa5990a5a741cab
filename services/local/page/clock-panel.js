// @ts-check
// Owns the panel of the clock: choosing a date and time, and the list of what comes.
// Must not move the time itself: it hands the wish to the bar.
import { el, freshId } from './dom.js';
import { formatMoment, fromLocalInput, toLocalInput } from './format.js';
import { toast } from './notices.js';
import { language, t } from './texts.js';

/** @import { ClockAnswer } from '../teams/api.js' */

// As much as fits in the panel on a phone without scrolling.
const UPCOMING_MAX = 5;

/**
 * @param {ClockAnswer} answer
 * @param {string} nowIso
 * @param {(to: string) => void} go
 */
export function clockPanel(answer, nowIso, go) {
  const upcoming = answer.next.slice(0, UPCOMING_MAX).map((next) => upcomingItem(next, go));
  const list = upcoming.length > 0 ? [el('h2', {}, t('clockUpcoming')), el('ul', {}, ...upcoming)] : [];
  return el('div', { id: 'clock-panel', class: 'clock-panel' }, momentForm(nowIso, go), ...list);
}

/** What happens then, in words. @param {ClockAnswer['next'][number]} next */
export function upcomingName({ kind, label }) {
  switch (kind) {
    case 'deadline':
      return label[language()];
    case 'round':
      return t('clockRound', { round: label[language()] });
    case 'morning':
      return t('clockReminders');
  }
}

/** @param {ClockAnswer['next'][number]} next @param {(to: string) => void} go */
function upcomingItem(next, go) {
  const name = el('span', { class: 'visually-hidden' }, `: ${upcomingName(next)}`);
  return el(
    'li',
    {},
    el('button', { type: 'button', class: 'plain', onclick: () => go(next.at) }, t('clockGo'), name),
    el('span', {}, el('strong', {}, upcomingName(next)), el('br'), formatMoment(next.at)),
  );
}

/** @param {string} nowIso @param {(to: string) => void} go */
function momentForm(nowIso, go) {
  const id = freshId('moment');
  const now = toLocalInput(nowIso);
  const field = el('input', { id, type: 'datetime-local', class: 'field', min: now, value: now, required: true });
  const form = el(
    'form',
    { class: 'clock-form', novalidate: true },
    el('label', { for: id }, t('clockChoose')),
    field,
    el('button', { type: 'submit', class: 'plain' }, t('clockGo')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const to = fromLocalInput(field.value);
    if (to === null || field.value <= now) {
      toast(t('clockBackwards'), 'fault');
    } else {
      go(to);
    }
  });
  return form;
}
