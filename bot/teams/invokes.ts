// Invokes, parsed once: buttons, dialogs, searches, and what is done beside a message. Unknown shapes wish nothing.
import { z } from 'zod';
import type { ChosenMessage, Wish } from './wish';

/** Longer than anybody types into a search. */
const queryLengthMax = 200;

const executeValue = z.object({
  action: z.object({ verb: z.string().max(200), data: z.unknown().optional() }),
  trigger: z.string().optional(),
});
const dialogValue = z.object({ data: z.unknown().optional() });
const searchValue = z.object({ dataset: z.string().max(500), queryText: z.string().max(1_000).default('') });
const findValue = z.object({
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).default([]),
});
const unfurlValue = z.object({ url: z.string().max(2_000) });
const messageActionValue = z.object({
  data: z.unknown().optional(),
  messagePayload: z.object({
    linkToMessage: z.string().max(2_000).default(''),
    createdDateTime: z.iso.datetime({ offset: true }),
    from: z.object({ user: z.object({ displayName: z.string().max(500).nullish() }).nullish() }).nullish(),
  }),
});

const other: Wish = { kind: 'other' };

/** By Teams' name for the invoke and its value. */
export function invokeWish(name: string, value: unknown): Wish {
  switch (name) {
    case 'adaptiveCard/action':
      return executeWish(value);
    case 'task/fetch':
      return { kind: 'dialogOpen', data: dataOf(value) };
    case 'task/submit':
      return { kind: 'dialogSubmit', data: dataOf(value), message: null };
    case 'application/search': {
      const read = searchValue.safeParse(value);
      return read.success ? { kind: 'search', dataset: read.data.dataset, query: read.data.queryText } : other;
    }
    case 'composeExtension/query':
      return findWish(value);
    case 'composeExtension/queryLink': {
      const read = unfurlValue.safeParse(value);
      return read.success ? { kind: 'unfurl', url: read.data.url } : other;
    }
    case 'composeExtension/fetchTask':
      return messageAction(value, (message) => ({ kind: 'noteOpen', message }));
    case 'composeExtension/submitAction':
      return messageAction(value, (message, data) => ({ kind: 'dialogSubmit', data, message }));
    default:
      return other;
  }
}

function executeWish(value: unknown): Wish {
  const read = executeValue.safeParse(value);
  if (!read.success) return { kind: 'execute', verb: '', data: null, automatic: false };
  const { action, trigger } = read.data;
  return { kind: 'execute', verb: action.verb, data: action.data, automatic: trigger === 'automatic' };
}

function dataOf(value: unknown): unknown {
  const read = dialogValue.safeParse(value);
  return read.success ? read.data.data : null;
}

/** Before anything is typed Teams sends `initialRun` instead of the query: then the newest are found. */
function findWish(value: unknown): Wish {
  const read = findValue.safeParse(value);
  if (!read.success) return other;
  const typed = read.data.parameters.find(({ name }) => name === 'query')?.value;
  return { kind: 'find', query: typeof typed === 'string' ? typed.slice(0, queryLengthMax) : '' };
}

function messageAction(value: unknown, wish: (message: ChosenMessage, data: unknown) => Wish): Wish {
  const read = messageActionValue.safeParse(value);
  if (!read.success) return other;
  const { linkToMessage: link, createdDateTime, from } = read.data.messagePayload;
  const message = { link, sentAt: new Date(createdDateTime).toISOString(), author: from?.user?.displayName ?? '' };
  return wish(message, read.data.data);
}
