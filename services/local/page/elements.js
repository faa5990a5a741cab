// @ts-check
// Owns the elements that Teams draws and the renderer does not (a badge, a progress bar, a stand-in for the rest) or
// draws wrongly (a number field).
// Must keep what a card says readable: an element unknown to the renderer, without fallback, would blank the card.
import { el } from './dom.js';
import { AC } from './library.js';
import { t } from './texts.js';

/** What Teams knows, the renderer does not, and this page does not draw: it shows their fallback or says so. */
const TEAMS_ONLY =
  /^(Chart\..+|Icon|Rating|Input\.Rating|CodeBlock|CompoundButton|ProgressRing|Component|Carousel|Layout\..+)$/;

class Badge extends AC.CardElement {
  static textProperty = new AC.StringProperty(AC.Versions.v1_0, 'text');
  static styleProperty = new AC.StringProperty(AC.Versions.v1_0, 'style');
  static tooltipProperty = new AC.StringProperty(AC.Versions.v1_0, 'tooltip');

  /** @override */
  getJsonTypeName() {
    return 'Badge';
  }

  /** @override @returns {HTMLElement} */
  internalRender() {
    const style = String(this.getValue(Badge.styleProperty) ?? 'default').toLowerCase();
    const title = this.getValue(Badge.tooltipProperty) ?? null;
    const label = el('span', { class: `card-badge ${style}`, title }, this.getValue(Badge.textProperty) ?? '');
    return el('div', { class: 'card-badge-row' }, label);
  }
}

class ProgressBar extends AC.CardElement {
  static valueProperty = new AC.NumProperty(AC.Versions.v1_0, 'value');
  static maxProperty = new AC.NumProperty(AC.Versions.v1_0, 'max', 100);

  /** @override */
  getJsonTypeName() {
    return 'ProgressBar';
  }

  /** @override @returns {HTMLElement} */
  internalRender() {
    const value = this.getValue(ProgressBar.valueProperty);
    const max = this.getValue(ProgressBar.maxProperty);
    const label = value === undefined ? t('working') : t('progress', { value, max });
    return el('progress', { class: 'card-progress', value, max, 'aria-label': label });
  }
}

/** The renderer's own takes an empty field that may be empty for a number out of range, and for changed. */
class NumberInput extends AC.NumberInput {
  isEmpty() {
    return this.value === undefined || Number.isNaN(this.value);
  }

  /** @override */
  isValid() {
    return this.isEmpty() || super.isValid();
  }

  /** @override */
  isDirty() {
    return this.isEmpty() ? this.defaultValue !== undefined : super.isDirty();
  }
}

/** Makes them known to the renderer. */
export function registerElements() {
  AC.GlobalRegistry.elements.register('Badge', Badge);
  AC.GlobalRegistry.elements.register('ProgressBar', ProgressBar);
  AC.GlobalRegistry.elements.register('Input.Number', NumberInput);
}

/**
 * The card with what only Teams draws replaced by its own fallback, or by a line that says what is missing.
 * @param {unknown} value any part of a card's JSON
 * @returns {any} a copy
 */
export function drawable(value) {
  if (Array.isArray(value)) {
    return value.map(drawable).filter((item) => item !== null);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  const source = /** @type {Record<string, unknown>} */ (value);
  if (typeof source['type'] === 'string' && TEAMS_ONLY.test(source['type'])) {
    return standIn(source, source['type']);
  }
  // An action's data and a mention's entities are the bot's own: nothing in them is an element.
  return Object.fromEntries(
    Object.entries(source).map(([key, part]) => [key, ['data', 'msteams'].includes(key) ? part : drawable(part)]),
  );
}

/**
 * @param {Record<string, unknown>} source
 * @param {string} type
 */
function standIn(source, type) {
  if (source['fallback'] === 'drop') {
    return null;
  }
  if (source['fallback'] && typeof source['fallback'] === 'object') {
    return drawable(source['fallback']);
  }
  // A picture beside a text says nothing that the text does not.
  if (type === 'Icon') {
    return null;
  }
  const pages = source['pages'];
  if (Array.isArray(pages)) {
    const items = pages.map((page) => ({ ...drawable(page), type: 'Container', separator: true }));
    return { type: 'Container', items };
  }
  return { type: 'TextBlock', text: t('onlyInTeams', { what: type }), isSubtle: true, wrap: true };
}
