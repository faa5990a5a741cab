// Puts an answer on the wire in the form each kind of wish expects (TEAMS.md §2). No words of its own.
import type { InvokeResponse } from 'botbuilder';
import { untitled, type Card } from '../../cards/card';
import type { Answer } from '../answers/answer';
import type { Wish } from './wish';

const cardContentType = 'application/vnd.microsoft.card.adaptive';

/** Height and width of dialogs: `medium` is 512 px wide in Teams, enough for a form on a phone and a desktop alike. */
const dialogSize = { height: 'medium', width: 'medium' } as const;

/** The body of an answered invoke; HTTP is 200 always, whatever the answer's own statusCode says. */
export function invokeResponse(wish: Wish, answer: Answer): InvokeResponse {
  return { status: 200, body: invokeBody(wish, answer) };
}

function invokeBody(wish: Wish, answer: Answer): unknown {
  switch (wish.kind) {
    case 'execute':
      return executeBody(answer);
    case 'dialogOpen':
    case 'noteOpen':
    case 'dialogSubmit':
      return taskBody(answer);
    case 'search':
      return searchBody(answer);
    case 'find':
    case 'unfurl':
      return foundBody(answer);
    case 'text':
    case 'submit':
    case 'arrived':
    case 'left':
    case 'told':
    case 'other':
      return {};
  }
}

function executeBody(answer: Answer): unknown {
  switch (answer.kind) {
    case 'card':
    case 'dialog':
      return { statusCode: 200, type: cardContentType, value: answer.card };
    case 'sentence':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.text };
    case 'choices':
    case 'found':
    case 'nothing':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' };
  }
}

function taskBody(answer: Answer): unknown {
  switch (answer.kind) {
    case 'card':
      return dialogBody('Trinvis', answer.card);
    case 'dialog':
      return dialogBody(answer.title, untitled(answer));
    case 'sentence':
      return { task: { type: 'message', value: answer.text } };
    case 'choices':
    case 'found':
    case 'nothing':
      return {};
  }
}

function dialogBody(title: string, content: Card): unknown {
  const card = { contentType: cardContentType, content };
  return { task: { type: 'continue', value: { title, ...dialogSize, card } } };
}

function searchBody(answer: Answer): unknown {
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.search.searchResponse',
    value: { results: answer.kind === 'choices' ? answer.choices : [] },
  };
}

/** What was found, as cards to be shared; each with a preview of two lines for the list it is chosen from. */
function foundBody(answer: Answer): unknown {
  if (answer.kind === 'sentence') return { composeExtension: { type: 'message', text: answer.text } };
  if (answer.kind !== 'found' || answer.items.length === 0) return {};
  const attachments = answer.items.map(({ title, text, card }) => ({
    contentType: cardContentType,
    content: card,
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text } },
  }));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}
