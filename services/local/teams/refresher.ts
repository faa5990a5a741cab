// Owns automatic refresh: who is asked for his own view, when, with which data, and telling a loop (TEAMS.md §2).
// Must not answer presses: acts.ts does. Each viewer's client has at most one refresh of a message under way.

import { invokeActivity, rootOf } from './activities';
import type { Card, LocalPerson } from './api';
import type { BotLink } from './bot-link';
import { REFRESH_VIEWERS_MAX, refreshOf, type Refresh } from './cards';
import type { MessageContent } from './changes';
import type { Conversation, Message, View } from './conversation';
import { readActionAnswer, type InvokeAnswer, type Invokes } from './invokes';
import type { Sandbox } from './sandbox';

// TEAMS.md §2: a shown card refreshes when the last answer is over a minute old (sandbox time).
const FRESH_MS = 60_000;
// Edit, refresh, edit, refresh, edit with no person behind it: an honest bot updates late at most twice.
const LOOP_EDITS = 3;
// An edit this long (real time) after a refresh was not caused by it.
const CAUSED_WITHIN_MS = 10_000;

/** What runs around one message; forgotten with the process, since no screen outlives it. */
interface Watch {
  readonly underWay: Map<string, Promise<void>>;
  /** Viewers whose card changed while their refresh was under way: asked once more after it. */
  readonly again: Map<string, Refresh>;
  chain: number;
  causesAtEdit: number;
  firedAtMs: number | null;
}

/** A message as it was before an edit. */
export interface BeforeEdit {
  readonly content: MessageContent;
  readonly views: ReadonlyMap<string, View>;
}

function firstCard(content: MessageContent): Card | undefined {
  return content.cards[0];
}

function isMeant(refresh: Refresh | null, conversation: Conversation, person: LocalPerson): boolean {
  if (refresh === null) {
    return false;
  }
  return refresh.userIds === null
    ? conversation.members.size <= REFRESH_VIEWERS_MAX
    : refresh.userIds.includes(person.id);
}

export class Refresher {
  readonly #watches = new WeakMap<Message, Watch>();
  #causes = 0;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly bots: BotLink,
    private readonly invokes: Invokes,
  ) {}

  /** A person did something, or the clock moved: edits that follow have a cause, and are no loop. */
  noteCause(): void {
    this.#causes += 1;
  }

  /** The message came on a person's screen: asks the bot when the card wants it and the last answer is old. */
  async shown(conversation: Conversation, message: Message, person: LocalPerson): Promise<void> {
    const view = message.views.get(person.aadObjectId);
    const refresh = refreshOf(view?.card) ?? refreshOf(firstCard(message.content));
    const isFresh = view !== undefined && this.sandbox.clock.now() - view.answeredAtMs <= FRESH_MS;
    if (refresh !== null && !isFresh && isMeant(refresh, conversation, person)) {
      const running = this.#watches.get(message)?.underWay.get(person.aadObjectId);
      await (running ?? this.#fire(conversation, message, person, refresh));
    }
  }

  /** The bot edited the message: asks for every viewer who has it on screen, with the OLD card's data. */
  edited(conversation: Conversation, message: Message, before: BeforeEdit): void {
    const watch = this.#watchOf(message);
    if (watch.underWay.size > 0) {
      this.sandbox.ledger.count('editsDuringRefresh');
    }
    if (this.#isLoop(watch, message)) {
      return;
    }
    const old = refreshOf(firstCard(before.content));
    const present = refreshOf(firstCard(message.content));
    for (const person of this.#viewers(conversation, message)) {
      const seen = refreshOf(before.views.get(person.aadObjectId)?.card) ?? old ?? present;
      const wanted = [seen, old, present].some((refresh) => isMeant(refresh, conversation, person));
      if (seen !== null && wanted) {
        // Nobody waits for these: what fails here fails again for whoever calls next.
        this.#fire(conversation, message, person, seen).catch(() => undefined);
      }
    }
  }

  #viewers(conversation: Conversation, message: Message): readonly LocalPerson[] {
    const everyone = this.sandbox.world.faults.refreshViewers === 'all';
    const aads = [...conversation.members].filter(
      (aad) => everyone || message.actors.has(aad) || this.sandbox.events.isWatching(aad, conversation.id),
    );
    return aads.map((aad) => this.sandbox.person(aad));
  }

  /** Counts edits that each follow an automatic refresh with no other cause; true once that is a loop. */
  #isLoop(watch: Watch, message: Message): boolean {
    const isCaused = watch.firedAtMs !== null && performance.now() - watch.firedAtMs < CAUSED_WITHIN_MS;
    watch.chain = isCaused && watch.causesAtEdit === this.#causes ? watch.chain + 1 : 0;
    watch.causesAtEdit = this.#causes;
    if (watch.chain === LOOP_EDITS) {
      const { conversationId, id } = message.posted;
      const detail = `Edited ${LOOP_EDITS} times in a row by automatic refreshes alone. Refreshing stops until a person acts.`;
      this.sandbox.ledger.violated('RefreshLoop', detail, conversationId, id);
    }
    if (watch.chain < LOOP_EDITS) {
      watch.firedAtMs = null;
    }
    return watch.chain >= LOOP_EDITS;
  }

  #watchOf(message: Message): Watch {
    const known = this.#watches.get(message);
    if (known !== undefined) {
      return known;
    }
    const fresh = { underWay: new Map(), again: new Map(), chain: 0, causesAtEdit: 0, firedAtMs: null };
    this.#watches.set(message, fresh);
    return fresh;
  }

  #fire(conversation: Conversation, message: Message, person: LocalPerson, refresh: Refresh): Promise<void> {
    const watch = this.#watchOf(message);
    const aad = person.aadObjectId;
    const running = watch.underWay.get(aad);
    if (running !== undefined) {
      watch.again.set(aad, refresh);
      return running;
    }
    watch.firedAtMs = performance.now();
    const work = this.#ask(conversation, message, person, refresh).finally(() => {
      watch.underWay.delete(aad);
    });
    const withAgain = work.then(() => {
      const next = watch.again.get(aad);
      watch.again.delete(aad);
      return next === undefined ? undefined : this.#fire(conversation, message, person, next);
    });
    watch.underWay.set(aad, withAgain);
    return this.bots.track(withAgain);
  }

  async #ask(conversation: Conversation, message: Message, person: LocalPerson, refresh: Refresh): Promise<void> {
    const aad = person.aadObjectId;
    const { revision } = message;
    const viewBefore = message.views.get(aad);
    this.sandbox.ledger.count('automaticRefreshes');
    const rootId = conversation.kind === 'channel' ? rootOf(message) : null;
    const setting = { sandbox: this.sandbox, conversation, rootId, person };
    const value = { action: { ...refresh.action, data: refresh.action.data ?? {} }, trigger: 'automatic' };
    const activity = invokeActivity(setting, message, 'adaptiveCard/action', value);
    const answer = readActionAnswer(await this.invokes.ask(activity));
    // An edit or a press in between has put something newer on the screen: then this answer comes too late.
    const isCurrent = message.revision === revision && message.views.get(aad) === viewBefore && !message.deleted;
    this.#receive(message, aad, answer, isCurrent);
    await this.sandbox.storage.saved();
  }

  #receive(message: Message, aad: string, answer: InvokeAnswer, isCurrent: boolean): void {
    const { conversationId, id: messageId } = message.posted;
    if (answer.kind === 'card' && isCurrent) {
      const atMs = this.sandbox.clock.now();
      this.sandbox.commit({ kind: 'Viewed', conversationId, messageId, as: aad, card: answer.card, atMs });
      this.sandbox.tell({ kind: 'message', conversationId, messageId }, new Set([aad]));
    } else if (answer.kind !== 'card' && answer.kind !== 'unreachable') {
      const detail = `An automatic refresh was answered by: ${answer.kind}.`;
      this.sandbox.ledger.violated('AutomaticAnswerNotCard', detail, conversationId, messageId);
    }
  }
}
