// @ts-check
// Owns drawing one card with the real renderer, and what a press on it carries.
// Must not send anything: whoever draws a card says what a press does.
import { lookups, registerChoiceSet } from './choiceset.js';
import { repairAccess } from './access.js';
import { el, freshId } from './dom.js';
import { drawable, registerElements } from './elements.js';
import { TEAMS } from './hostconfig.js';
import { AC } from './library.js';
import { markdownHtml, safeAddress } from './markdown.js';
import { t } from './texts.js';

/** @import { Card } from '../teams/api.js' */
/** @import { Lookup } from './choiceset.js' */

/**
 * A button pressed: the action's own data apart from what was typed, as the bot's activity wants them.
 * @typedef {{ type: 'Action.Execute' | 'Action.Submit', id?: string, verb?: string, data: unknown, inputs: Record<string, string>, button: HTMLElement | undefined }} Press
 */

/** @typedef {{ element: HTMLElement, isDirty: () => boolean, setBusy: (button: HTMLElement | null | undefined) => void }} DrawnCard */

registerElements();
registerChoiceSet();
AC.GlobalSettings.setTabIndexAtCardRoot = false;
AC.GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
AC.GlobalSettings.resetInputsDirtyStateAfterActionExecution = false;
AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownHtml(text);
  result.didProcess = true;
};
const hostConfig = new AC.HostConfig(TEAMS);

/**
 * Draws a card. One that cannot be drawn becomes a line that says so: never a broken page.
 * @param {Card} json
 * @param {{ press: (press: Press) => void, lookup: Lookup, label: string }} options
 * @returns {DrawnCard}
 */
export function drawCard(json, options) {
  setRendererTexts();
  const card = new AC.AdaptiveCard();
  card.hostConfig = hostConfig;
  lookups.set(card, options.lookup);
  const isFull = /** @type {{ width?: string } | undefined} */ (json['msteams'])?.width?.toLowerCase() === 'full';
  const box = el('div', {
    class: isFull ? 'card full' : 'card',
    role: 'group',
    'aria-label': options.label,
    tabindex: '-1',
  });
  let isBusy = false;
  card.onExecuteAction = (action) => {
    if (!isBusy) {
      execute(action, options.press);
    }
  };
  card.onDisplayOverflowActionMenu = showRest;
  try {
    // The latest version, whatever the card declares: Teams draws what it knows, not what the number says.
    card.parse(drawable(json), new AC.SerializationContext(AC.Versions.latest));
    for (const input of card.getAllInputs()) {
      input.errorMessage ??= t('fieldMissing');
    }
    const rendered = card.render();
    box.append(rendered ?? unreadable());
    card.updateLayout();
    repairAccess(card, box, freshId('card'));
  } catch {
    box.replaceChildren(unreadable());
  }
  return {
    element: box,
    isDirty: () => card.getAllInputs().some((input) => input.isDirty()),
    setBusy: (button) => {
      isBusy = button !== null;
      markBusy(box, button);
    },
  };
}

function unreadable() {
  return el('p', { class: 'subtle' }, t('cardUnreadable'));
}

/** The few words that the renderer itself puts on the screen. */
function setRendererTexts() {
  AC.Strings.defaults.overflowButtonText = () => '…';
  AC.Strings.defaults.overflowButtonTooltip = () => t('moreActions');
}

/**
 * The renderer's own menu lies below a dialog and knows no screen reader: the rest of the buttons come in its place.
 * @param {readonly import('adaptivecards').Action[]} actions
 * @param {HTMLElement} [opener]
 */
function showRest(actions, opener) {
  for (const action of actions) {
    action.render();
    if (action.renderedElement) {
      opener?.before(action.renderedElement);
    }
  }
  opener?.remove();
  actions[0]?.renderedElement?.focus();
  return true;
}

/**
 * @param {import('adaptivecards').Action} action
 * @param {(press: Press) => void} press
 */
function execute(action, press) {
  if (action instanceof AC.OpenUrlAction) {
    const address = safeAddress(action.url ?? '');
    if (address?.startsWith('http')) {
      window.open(address, '_blank', 'noopener,noreferrer');
    }
  } else if (action instanceof AC.ExecuteAction || action instanceof AC.SubmitAction) {
    const { data } = action.toJSON() ?? {};
    const button = action.renderedElement;
    press({
      type: action instanceof AC.ExecuteAction ? 'Action.Execute' : 'Action.Submit',
      data,
      inputs: typed(action),
      button,
      ...(action.id ? { id: action.id } : {}),
      ...(action instanceof AC.ExecuteAction && action.verb ? { verb: action.verb } : {}),
    });
  }
}

/**
 * What stands in the fields that belong to an action; an empty field is left out, as in Teams.
 * @param {import('adaptivecards').Action} action
 */
function typed(action) {
  /** @type {Record<string, string>} */
  const inputs = {};
  for (const input of Object.values(action.getReferencedInputs() ?? {})) {
    if (input.id && input.isSet()) {
      inputs[input.id] = String(input.value);
    }
  }
  return inputs;
}

/**
 * While the bot works, no button of the card answers, and the one pressed shows it.
 * @param {HTMLElement} box
 * @param {HTMLElement | null | undefined} button null: no longer busy
 */
function markBusy(box, button) {
  for (const each of box.querySelectorAll('.ac-pushButton')) {
    each.toggleAttribute('data-waiting', button !== null);
    each.removeAttribute('aria-busy');
  }
  button?.setAttribute('aria-busy', 'true');
}
