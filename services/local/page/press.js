// @ts-check
// Owns what follows a press on a card: the wait, and each kind of answer.
// Must let no press go twice, and must not keep a person from trying again after a fault.
import { act, submitDialog } from './api.js';
import { faultText, openDialog } from './dialog.js';
import { toast } from './notices.js';

/** @import { ActAnswer, Card } from '../teams/api.js' */
/** @import { Press } from './cards.js' */
/** @import { MessageView } from './message.js' */

/** @param {() => Promise<ActAnswer>} call @returns {Promise<ActAnswer>} */
async function answerOf(call) {
  try {
    return await call();
  } catch {
    return { kind: 'unreachable', text: '' };
  }
}

/**
 * Sends a press on a message's card and shows what comes back.
 * @param {string} as
 * @param {MessageView} view
 * @param {Press} press
 */
export async function pressCard(as, view, press) {
  const { conversationId, id: messageId } = view.message;
  view.clearFault();
  view.setBusy(press.button);
  const { button: _button, inputs, ...action } = press;
  const answer = await answerOf(() => act({ as, conversationId, messageId, action, inputs }));
  view.setBusy(null);
  show(answer, view, as, () => void pressCard(as, view, press));
}

/**
 * @param {ActAnswer} answer
 * @param {MessageView} view
 * @param {string} as
 * @param {() => void} again
 */
function show(answer, view, as, again) {
  switch (answer.kind) {
    case 'card':
      showOwnCard(view, answer.card);
      break;
    case 'message':
      toast(answer.text);
      break;
    case 'dialog':
      openDialog(answer.dialog, {
        submit: (press) => submit(as, view, press),
        finish: (next) => show(next, view, as, again),
        lookup: view.host.lookup(view.message.id),
      });
      break;
    case 'closed':
      break;
    default:
      // A refusal stays one; only what never arrived is worth sending again as it is.
      view.showFault(faultText(answer), answer.kind === 'unreachable' ? again : undefined);
  }
}

/**
 * @param {string} as
 * @param {MessageView} view
 * @param {Press} press
 */
function submit(as, view, press) {
  const { conversationId, id: messageId } = view.message;
  return answerOf(() => submitDialog({ as, conversationId, messageId, data: press.data ?? {}, inputs: press.inputs }));
}

/** @param {MessageView} view @param {Card} card */
function showOwnCard(view, card) {
  view.update({ ...view.message, cards: [card], own: true });
  const box = view.element.closest('.messages');
  // The button pressed may have stood at the end of a long card: the next one is read from its beginning.
  if (view.element.getBoundingClientRect().top < (box?.getBoundingClientRect().top ?? 0)) {
    view.element.scrollIntoView({ block: 'start' });
  }
}
