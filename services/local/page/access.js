// @ts-check
// Owns what the renderer leaves out for people who use a keyboard, a screen reader, or two cards on one page.
// Must only add or correct attributes: what a card says and does is the renderer's.
import { freshId } from './dom.js';
import { AC } from './library.js';
import { announce } from './notices.js';
import { t } from './texts.js';

/**
 * @param {import('adaptivecards').AdaptiveCard} card drawn
 * @param {HTMLElement} box what it was drawn in
 * @param {string} prefix an id that no other card on the page has
 */
export function repairAccess(card, box, prefix) {
  /** @type {Map<string, string>} */
  const ids = new Map();
  /** @type {Set<object>} */
  const done = new Set();
  const repair = () => {
    for (const input of card.getAllInputs()) {
      const element = input.renderedElement;
      if (element && !done.has(input)) {
        done.add(input);
        nameGroups(element, prefix);
        markFaults(input, element);
      }
    }
    makeIdsFresh(card, box, prefix, ids);
    linkToggles(card, ids);
    for (const element of box.querySelectorAll('[aria-expanded]:not(button, input)')) {
      element.removeAttribute('aria-expanded');
    }
  };
  repair();
  // A card inside a card is drawn when it is first opened.
  card.onInlineCardExpanded = repair;
  // The renderer puts the state on what is shown; it belongs on the button, and is set after this call.
  card.onElementVisibilityChanged = () => queueMicrotask(repair);
}

/**
 * Ids of a card are unique in the card alone, and the page shows many.
 * @param {import('adaptivecards').AdaptiveCard} card
 * @param {HTMLElement} box
 * @param {string} prefix
 * @param {Map<string, string>} ids the card's own id to the one on the page
 */
function makeIdsFresh(card, box, prefix, ids) {
  for (const element of box.querySelectorAll('[id]')) {
    if (card.getElementById(element.id)) {
      const fresh = freshId(prefix);
      ids.set(element.id, fresh);
      element.id = fresh;
    }
  }
}

/**
 * Radio buttons of two cards must not be one group, and a group of choices needs its label as a whole.
 * @param {HTMLElement} element
 * @param {string} prefix
 */
function nameGroups(element, prefix) {
  const choices = element.querySelectorAll('input[type=radio]');
  for (const choice of choices) {
    choice.setAttribute('name', `${prefix}-${choice.getAttribute('name')}`);
  }
  const group = element.querySelector('.ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect');
  const label = element.querySelector('label[id], .ac-richTextBlock[id]');
  if (group) {
    group.setAttribute('role', choices.length > 0 ? 'radiogroup' : 'group');
    if (label) {
      group.setAttribute('aria-labelledby', label.id);
    }
  }
}

/**
 * Says which field is at fault in a way that screen readers tell, every time it is looked at.
 * @param {import('adaptivecards').Input} input
 * @param {HTMLElement} element
 */
function markFaults(input, element) {
  const controls = element.querySelectorAll('input, textarea, select');
  const validate = input.validateValue.bind(input);
  const mark = (/** @type {boolean} */ isValid) => {
    for (const control of controls) {
      if (isValid) {
        control.removeAttribute('aria-invalid');
      } else {
        control.setAttribute('aria-invalid', 'true');
      }
    }
  };
  markRequired(input.isRequired, element, controls);
  input.validateValue = () => {
    const isValid = validate();
    mark(isValid);
    if (!isValid) {
      announce(t('fieldsMissing'));
    }
    return isValid;
  };
  element.addEventListener('input', () =>
    queueMicrotask(() => mark(element.querySelector('.ac-input-validation-failed') === null)),
  );
}

/**
 * Of a group of choices the group is required, not each of them.
 * @param {boolean} isRequired
 * @param {HTMLElement} element
 * @param {NodeListOf<Element>} controls
 */
function markRequired(isRequired, element, controls) {
  const group = element.querySelector('[role=radiogroup], [role=group]');
  for (const control of controls) {
    control.removeAttribute('aria-required');
    if (isRequired && !group) {
      control.setAttribute('aria-required', 'true');
    }
  }
  if (isRequired && group?.getAttribute('role') === 'radiogroup') {
    group.setAttribute('aria-required', 'true');
  }
}

/**
 * A button that shows and hides says so, and names what it governs by the ids that are on the page.
 * @param {import('adaptivecards').AdaptiveCard} card
 * @param {Map<string, string>} ids
 */
function linkToggles(card, ids) {
  for (const action of card.getAllActions()) {
    const button = action.renderedElement;
    if (action instanceof AC.ToggleVisibilityAction && button) {
      const targets = Object.keys(action.targetElements);
      const shown = targets.some((id) => card.getElementById(id)?.isVisible === true);
      button.setAttribute('aria-expanded', String(shown));
      const known = targets.flatMap((id) => ids.get(id) ?? []);
      if (known.length > 0) {
        button.setAttribute('aria-controls', known.join(' '));
      } else {
        button.removeAttribute('aria-controls');
      }
    }
  }
}
