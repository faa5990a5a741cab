// Owns what a person does with a card: presses, dialogs, type-ahead; and what becomes of the bot's answer.
// Must not fire automatic refreshes (refresher.ts does), and must not change what others see.

import { invokeActivity, rootOf, submitActivity } from './activities';
import type { ActAnswer, ActRequest, DialogRequest, LocalPerson, SearchRequest } from './api';
import type { BotLink } from './bot-link';
import { mergeInputs } from './cards';
import type { Conversation, Message } from './conversation';
import { assertNever } from './errors';
import { readActionAnswer, readTaskAnswer, type InvokeAnswer, type Invokes, type SearchResult } from './invokes';
import { asObject } from './json';
import type { Refresher } from './refresher';
import type { Sandbox } from './sandbox';
import { text } from './texts';

// Teams' own picker of people; any other dataset is asked of the bot (TEAMS.md §2).
const PEOPLE_DATASET = 'graph.microsoft.com/users';
const CURRENT_CONTEXT = 'scope=currentContext';
// As many as Teams' type-ahead asks for.
const SEARCH_TOP = 15;
const DIALOG_CONTEXT = { theme: 'default' };

interface Scene {
  readonly person: LocalPerson;
  readonly conversation: Conversation;
  readonly message: Message;
  readonly setting: Parameters<typeof invokeActivity>[0];
}

export class Acts {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly bots: BotLink,
    private readonly invokes: Invokes,
    private readonly refresher: Refresher,
  ) {}

  /** A person presses a button. Refused when he cannot see the message. */
  async act(request: ActRequest): Promise<ActAnswer> {
    const scene = this.#scene(request);
    const { conversationId, id: messageId } = scene.message.posted;
    this.sandbox.commit({ kind: 'Acted', conversationId, messageId, as: request.as });
    const data = mergeInputs(request.action.data, request.inputs);
    if (request.action.type === 'Action.Execute') {
      const value = { action: { ...request.action, data }, trigger: 'manual' };
      const activity = invokeActivity(scene.setting, scene.message, 'adaptiveCard/action', value);
      return this.#take(scene, readActionAnswer(await this.invokes.ask(activity)));
    }
    if (asObject(asObject(request.action.data)?.['msteams'])?.['type'] === 'task/fetch') {
      const value = { data, context: DIALOG_CONTEXT };
      const activity = invokeActivity(scene.setting, scene.message, 'task/fetch', value);
      return this.#take(scene, readTaskAnswer(await this.invokes.ask(activity)));
    }
    const delivery = await this.bots.send(submitActivity(scene.setting, scene.message, data));
    const isTaken = delivery.kind === 'answered' && delivery.status < 300;
    return this.#take(scene, isTaken ? { kind: 'closed' } : { kind: 'unreachable' });
  }

  /** A person submits a card inside a dialog. */
  async dialog(request: DialogRequest): Promise<ActAnswer> {
    const scene = this.#scene(request);
    const value = { data: mergeInputs(request.data, request.inputs), context: DIALOG_CONTEXT };
    const activity = invokeActivity(scene.setting, scene.message, 'task/submit', value);
    return this.#take(scene, readTaskAnswer(await this.invokes.ask(activity)));
  }

  /** Type-ahead: people are found here, everything else by the bot. */
  async search(request: SearchRequest): Promise<{ readonly results: readonly SearchResult[] }> {
    const scene = this.#scene(request);
    if (request.dataset.startsWith(PEOPLE_DATASET)) {
      return { results: this.#people(scene.conversation, request) };
    }
    const { query, dataset } = request;
    const value = { kind: 'search', queryText: query, queryOptions: { skip: 0, top: SEARCH_TOP }, dataset };
    const activity = invokeActivity(scene.setting, scene.message, 'application/search', value);
    const answer = readActionAnswer(await this.invokes.ask(activity));
    if (answer.kind === 'malformed') {
      this.#noteMalformed(scene.message, answer.detail);
    }
    return { results: answer.kind === 'results' ? answer.results : [] };
  }

  #scene(request: { readonly as: string; readonly conversationId: string; readonly messageId: string }): Scene {
    const { sandbox } = this;
    const person = sandbox.person(request.as);
    const conversation = sandbox.conversationOf(request.as, request.conversationId);
    const message = sandbox.message(conversation, request.messageId);
    const rootId = conversation.kind === 'channel' ? rootOf(message) : null;
    this.refresher.noteCause();
    return { person, conversation, message, setting: { sandbox, conversation, rootId, person } };
  }

  #people(conversation: Conversation, { dataset, query }: SearchRequest): readonly SearchResult[] {
    const isNarrow = dataset.includes(CURRENT_CONTEXT);
    const wanted = query.toLocaleLowerCase('da');
    return [...this.sandbox.world.people.values()]
      .filter(({ aadObjectId }) => !isNarrow || conversation.members.has(aadObjectId))
      .filter(({ name }) => name.toLocaleLowerCase('da').includes(wanted))
      .slice(0, SEARCH_TOP)
      .map(({ name, aadObjectId }) => ({ title: name, value: aadObjectId }));
  }

  /** Turns the bot's answer into what the person sees; a card becomes his own view, the shared one stays. */
  #take({ person, message }: Scene, answer: InvokeAnswer): ActAnswer {
    const { conversationId, id: messageId } = message.posted;
    const { language } = person;
    switch (answer.kind) {
      case 'card': {
        const as = person.aadObjectId;
        const atMs = this.sandbox.clock.now();
        this.sandbox.commit({ kind: 'Viewed', conversationId, messageId, as, card: answer.card, atMs });
        this.sandbox.tell({ kind: 'message', conversationId, messageId }, new Set([as]));
        return answer;
      }
      case 'message':
      case 'dialog':
      case 'closed':
        return answer;
      case 'error':
        return { kind: 'error', text: answer.text ?? text('somethingWrong', language) };
      case 'malformed':
      case 'results':
        this.#noteMalformed(message, answer.kind === 'results' ? 'Search results answered a press.' : answer.detail);
        return { kind: 'error', text: text('somethingWrong', language) };
      case 'unreachable':
        return { kind: 'unreachable', text: text('unreachable', language) };
      default:
        return assertNever(answer);
    }
  }

  #noteMalformed(message: Message, detail: string): void {
    this.sandbox.ledger.violated('InvokeAnswer', detail, message.posted.conversationId, message.posted.id);
  }
}
