// @ts-check
// Owns Input.ChoiceSet that one searches in: the people picker, a bot's own type-ahead, style "filtered".
// The renderer's own one hands back titles instead of values and cannot be used by keyboard or screen reader.
import { Combobox } from './combobox.js';
import { AC } from './library.js';
import { t } from './texts.js';

/** @typedef {{ search: (dataset: string, query: string) => Promise<{ title: string, value: string }[]>, titleOf: (value: string) => string }} Lookup */

/** Who answers the searches of a card. @type {WeakMap<object, Lookup>} */
export const lookups = new WeakMap();

/** @type {Lookup} */
const NOBODY = { search: () => Promise.resolve([]), titleOf: (value) => value };

class TeamsChoiceSet extends AC.ChoiceSetInput {
  /** @override @returns {HTMLElement | undefined} */
  internalRender() {
    const dataset = this.choicesData?.dataset;
    if (!dataset && (this.style !== 'filtered' || this.isMultiSelect)) {
      return super.internalRender();
    }
    const lookup = lookups.get(this.getRootElement()) ?? NOBODY;
    this.combobox = new Combobox({
      multi: this.isMultiSelect,
      placeholder: this.placeholder ?? t('searchPlaceholder'),
      chosen: (this.defaultValue ?? '')
        .split(',')
        .filter(Boolean)
        .map((value) => this.asOption(value, lookup)),
      search: async (query) => [...this.fixed(query), ...(dataset ? await lookup.search(dataset, query) : [])],
      changed: () => this.valueChanged(),
    });
    return this.combobox.element;
  }

  /** @param {string} value @param {Lookup} lookup */
  asOption(value, lookup) {
    return { value, title: this.choices.find((choice) => choice.value === value)?.title ?? lookup.titleOf(value) };
  }

  /** The card's own choices among the suggestions. @param {string} query */
  fixed(query) {
    return this.choices
      .map((choice) => ({ title: choice.title ?? '', value: choice.value ?? '' }))
      .filter((choice) => choice.title.toLowerCase().includes(query.toLowerCase()));
  }

  /** @override */
  overrideInternalRender() {
    const outer = super.overrideInternalRender();
    const { combobox } = this;
    if (outer && combobox) {
      // The label and its name belong on the field itself, not on the box around it.
      const { id } = combobox.element;
      combobox.element.removeAttribute('id');
      combobox.input.id = id;
      this.updateInputControlAriaLabelledBy();
    }
    return outer;
  }

  /** @override */
  updateInputControlAriaLabelledBy() {
    super.updateInputControlAriaLabelledBy();
    const labels = this.combobox?.element.getAttribute('aria-labelledby');
    if (labels) {
      this.combobox?.element.removeAttribute('aria-labelledby');
      this.combobox?.input.setAttribute('aria-labelledby', labels);
    }
  }

  /** @override */
  focus() {
    if (this.combobox) {
      this.combobox.input.focus();
    } else {
      super.focus();
    }
  }

  /** @override */
  isValid() {
    return this.combobox ? !this.combobox.hasLooseText() : super.isValid();
  }

  /** @override */
  isDirty() {
    return super.isDirty() || this.combobox?.hasLooseText() === true;
  }

  /** @override @returns {string | undefined} */
  get value() {
    return this.combobox ? this.combobox.values().join(',') || undefined : super.value;
  }
}

/** Puts it in the renderer's place for Input.ChoiceSet. */
export function registerChoiceSet() {
  AC.GlobalRegistry.elements.register('Input.ChoiceSet', TeamsChoiceSet);
}
