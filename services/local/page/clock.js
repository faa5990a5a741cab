// @ts-check
// Owns the bar with the sandbox's time and the ways to move it forward.
// Must not compute deadlines: the bot says what comes next.
import { getClock, moveClock } from './api.js';
import { clockPanel, upcomingName } from './clock-panel.js';
import { byId, el, focusOn, icon } from './dom.js';
import { formatMoment, formatShort } from './format.js';
import { announce, toast } from './notices.js';
import { t } from './texts.js';

/** @import { ClockAnswer } from '../teams/api.js' */

const HOUR_MS = 3_600_000;
// The words change each minute; looked at often enough that nobody sees them late.
const TICK_MS = 5000;

export class ClockBar {
  constructor() {
    this.element = byId('clock');
    /** @type {ClockAnswer | null} */
    this.answer = null;
    this.answeredAtMs = 0;
    this.isMoving = false;
    this.isOpen = false;
    this.time = el('strong');
    setInterval(() => this.showTime(), TICK_MS);
    document.addEventListener('pointerdown', (event) => {
      if (this.isOpen && event.target instanceof Node && !this.element.contains(event.target)) {
        this.toggle(false);
      }
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.isOpen) {
        this.toggle(false);
        focusOn(this.element, '[data-clock="toggle"]');
      }
    });
  }

  async load() {
    this.set(await getClock());
  }

  /** @param {ClockAnswer} answer */
  set(answer) {
    // The time alone needs no new drawing, which would erase a date being chosen.
    const isSame = JSON.stringify(answer.next) === JSON.stringify(this.answer?.next);
    this.answer = answer;
    this.answeredAtMs = performance.now();
    if (isSame) {
      this.showTime();
    } else {
      this.show();
    }
  }

  /** The sandbox's time at this moment: it runs on from what was answered. @param {ClockAnswer} answer */
  nowIso(answer) {
    return new Date(Date.parse(answer.now) + performance.now() - this.answeredAtMs).toISOString();
  }

  /** The words alone: whoever is on a button stays there. */
  showTime() {
    if (this.answer) {
      const words = this.isMoving ? t('clockMoving') : formatMoment(this.nowIso(this.answer));
      if (this.time.textContent !== words) {
        this.time.textContent = words;
      }
    }
  }

  /** Draws the bar; the focus stays on the button it was on. */
  show() {
    const { answer } = this;
    if (!answer) {
      return;
    }
    const focused = document.activeElement?.getAttribute('data-clock');
    this.element.setAttribute('aria-label', t('clockLabel'));
    this.element.setAttribute('aria-busy', String(this.isMoving));
    this.element.classList.toggle('open', this.isOpen);
    this.showTime();
    const label = el('span', { class: 'subtle' }, t('clockLabel'));
    const panel = clockPanel(answer, this.nowIso(answer), (to) => void this.move(() => moveClock({ to })));
    panel.hidden = !this.isOpen;
    this.element.replaceChildren(
      el('p', { class: 'clock-time' }, icon('clock'), label, this.time),
      this.toggleButton(),
      this.buttons(answer),
      panel,
    );
    if (focused) {
      focusOn(this.element, `[data-clock="${focused}"]`);
    }
  }

  toggleButton() {
    return el(
      'button',
      {
        type: 'button',
        class: 'plain clock-toggle',
        'data-clock': 'toggle',
        'aria-expanded': String(this.isOpen),
        'aria-controls': 'clock-panel',
        onclick: () => this.toggle(!this.isOpen),
      },
      el('span', { class: 'wide-only' }, t('clockChoose')),
      el('span', { class: 'narrow-only' }, t('clockMove')),
      icon('down'),
    );
  }

  /** @param {boolean} isOpen */
  toggle(isOpen) {
    this.isOpen = isOpen;
    this.show();
  }

  /** @param {ClockAnswer} answer */
  buttons(answer) {
    const due = answer.next.find(({ kind }) => kind !== 'morning');
    const morning = answer.next.find(({ kind }) => kind === 'morning');
    const toDue = this.button(due ? t('clockNext') : t('clockNextNone'), 'primary next', { to: due?.at ?? '' });
    toDue.disabled = !due;
    if (due) {
      toDue.append(el('span', { class: 'next-what' }, `${upcomingName(due)}, ${formatShort(due.at)}`));
    }
    return el(
      'div',
      { class: 'clock-buttons' },
      toDue,
      ...(morning ? [this.button(t('clockMorning'), 'plain', { to: morning.at })] : []),
      this.button(t('clockHour'), 'plain', { byMs: HOUR_MS }),
      this.button(t('clockWeek'), 'plain', { byMs: 7 * 24 * HOUR_MS }),
    );
  }

  /**
   * @param {string} label
   * @param {string} className
   * @param {Parameters<typeof moveClock>[0]} by
   */
  button(label, className, by) {
    const onclick = () => void this.move(() => moveClock(by));
    return el('button', { type: 'button', class: className, 'data-clock': label, onclick }, el('span', {}, label));
  }

  /** @param {() => Promise<ClockAnswer>} move */
  async move(move) {
    if (this.isMoving) {
      return;
    }
    this.isMoving = true;
    this.show();
    try {
      this.answer = await move();
      this.answeredAtMs = performance.now();
      announce(t('clockMoved', { moment: formatMoment(this.answer.now) }));
    } catch {
      toast(t('clockFailed'), 'fault');
    }
    this.isMoving = false;
    this.isOpen = false;
    this.show();
  }
}
