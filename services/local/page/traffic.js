// @ts-check
// Owns the panel for the curious: what Teams and the bot said to each other, call by call.
// Must not draw a call's JSON before someone opens it: there may be thousands.
import { getTraffic } from './api.js';
import { byId, el, icon } from './dom.js';
import { formatTime } from './format.js';
import { oneAtATime } from './live.js';
import { t } from './texts.js';

/** @import { TrafficEntry } from '../teams/api.js' */

// While open: quick enough to follow a press, slow enough not to be the traffic itself.
const LOOK_MS = 2000;
// More than anyone reads; older ones go, so that a long rehearsal does not fill the browser.
const SHOWN_MAX = 200;

export class TrafficPanel {
  constructor() {
    this.element = byId('traffic');
    /** Told when the panel opens and closes. @type {(isOpen: boolean) => void} */
    this.changed = () => {};
    this.after = 0;
    /** @type {Map<number, HTMLElement>} */
    this.shown = new Map();
    this.list = el('ol', { class: 'traffic-list' });
    this.empty = el('p', { class: 'subtle' }, t('trafficEmpty'));
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.timer = undefined;
    this.look = oneAtATime(() => this.load());
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        this.hide();
      }
    });
  }

  isOpen() {
    return !this.element.hidden;
  }

  show() {
    this.draw();
    this.element.hidden = false;
    this.changed(true);
    this.element.querySelector('h2')?.focus();
    this.timer = setInterval(() => void this.look(), LOOK_MS);
    void this.look();
  }

  hide() {
    this.element.hidden = true;
    clearInterval(this.timer);
    this.changed(false);
  }

  /** The panel's frame, in the language of the moment. */
  draw() {
    const close = el(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': t('close'), title: t('close'), onclick: () => this.hide() },
      icon('close'),
    );
    this.element.setAttribute('aria-label', t('trafficTitle'));
    this.empty.textContent = t('trafficEmpty');
    this.element.replaceChildren(
      el('div', { class: 'dialog-head' }, el('h2', { tabindex: '-1' }, t('trafficTitle')), close),
      el('p', { class: 'subtle' }, t('trafficText')),
      this.empty,
      this.list,
    );
  }

  async load() {
    /** @type {TrafficEntry[]} */
    let entries;
    try {
      entries = await getTraffic(this.after);
    } catch {
      // The page already says when the connection is lost; the next look tries again.
      return;
    }
    for (const entry of entries) {
      this.after = Math.max(this.after, entry.seq);
      const item = drawEntry(entry);
      this.shown.get(entry.seq)?.remove();
      this.shown.set(entry.seq, item);
      this.list.prepend(item);
    }
    for (const [seq, item] of this.shown) {
      if (this.shown.size <= SHOWN_MAX) {
        break;
      }
      item.remove();
      this.shown.delete(seq);
    }
    this.empty.hidden = this.shown.size > 0;
  }
}

/** @param {TrafficEntry} entry */
function drawEntry(entry) {
  const isToBot = entry.direction === 'to-bot';
  const failed = entry.status === null || entry.status >= 400;
  const status = entry.status === null ? t('trafficNoStatus') : t('trafficStatus', { status: entry.status });
  const summary = el(
    'summary',
    {},
    icon(isToBot ? 'right' : 'left'),
    el('span', { class: 'traffic-way' }, isToBot ? t('trafficIn') : t('trafficOut')),
    el(
      'span',
      { class: failed ? 'traffic-status failed' : 'traffic-status' },
      ...(failed ? [icon('warning')] : []),
      status,
    ),
    el('span', { class: 'subtle' }, formatTime(entry.at)),
    el('code', {}, `${entry.method} ${what(entry)}`),
  );
  const details = el('details', {}, summary);
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) {
      details.append(
        ...(what(entry).startsWith(entry.path) ? [] : [el('code', { class: 'traffic-path' }, entry.path)]),
        ...json(t('trafficSent'), entry.body),
        ...json(t('trafficAnswer'), entry.answer),
      );
    }
  });
  return el('li', {}, details);
}

/** The end of the path, and what kind of activity it is: enough to find one's press again. @param {TrafficEntry} entry */
function what(entry) {
  const activity = /** @type {{ type?: unknown, name?: unknown } | null} */ (entry.body);
  const kind = [activity?.type, activity?.name].filter((part) => typeof part === 'string').join(' ');
  const path = decodeURIComponent(entry.path.split('?')[0] ?? '').replace(/^.*\/v3/, '/v3');
  return kind ? `${path} · ${kind}` : path;
}

/** @param {string} title @param {unknown} value */
function json(title, value) {
  const isNothing = value === null || value === undefined || value === '';
  return [
    el('h3', {}, title),
    isNothing
      ? el('p', { class: 'subtle' }, t('trafficNothing'))
      : el('pre', { tabindex: '0', role: 'region', 'aria-label': title }, JSON.stringify(value, null, 2)),
  ];
}
