// The contract between the local Teams and whoever uses it: its page, the rehearsal's players, tests.
// Types only. Every path stands below `<serviceUrl>/local`, where serviceUrl is `http://127.0.0.1:<port>/<token>`;
// the Bot Connector's own paths (`/v3/conversations/…`) stand below the same serviceUrl.

/** A person of the sandbox tenant. `id` is the Teams id (`29:…`), `aadObjectId` the Entra object id (a UUID). */
export interface LocalPerson {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  /** What a newcomer sees under the name in the picker, for example "Kontaktperson, Region Midtjylland". */
  readonly title: string;
  readonly language: 'da' | 'en';
  /** True for a guest of another tenant. */
  readonly guest?: boolean;
}

export interface LocalChannel {
  /** `19:…@thread.tacv2`, also the conversation id of its posts. */
  readonly id: string;
  readonly name: string;
}

/** A team with its members (Entra object ids) and standard channels. */
export interface LocalTeam {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly channels: readonly LocalChannel[];
}

/**
 * PUT /local/directory: adds or replaces by id; answers `{}`. The bot is told by conversationUpdate/installationUpdate.
 * GET /local/directory answers the whole of it.
 */
export interface Directory {
  readonly people: readonly LocalPerson[];
  readonly teams: readonly LocalTeam[];
}

/** GET /local/places?as=<aadObjectId>: where that person can be. */
export interface Places {
  readonly me: LocalPerson;
  readonly teams: readonly LocalTeam[];
  /** The personal chat with the bot is always first; it exists from the first message or install. */
  readonly chats: readonly {
    readonly conversationId: string;
    readonly name: string;
    readonly kind: 'personal' | 'group';
  }[];
  /** Conversation id -> number of messages this person has not seen. */
  readonly unread: Readonly<Record<string, number>>;
}

/** An Adaptive Card as JSON. */
export type Card = Readonly<Record<string, unknown>>;

/**
 * GET /local/conversations/:id/messages?as=…: a list of these, oldest first, root posts with their replies by `rootId`.
 * Marks them seen, and the conversation as the one this person has open. `&last=N` answers only the newest N.
 * GET /local/conversations/:id/messages/:messageId?as=… answers one, and marks nothing.
 */
export interface LocalMessage {
  readonly id: string;
  readonly conversationId: string;
  /** The root post of the thread this is a reply in; null for a root post and in chats. */
  readonly rootId: string | null;
  readonly from: { readonly id: string; readonly name: string; readonly isBot: boolean };
  /** ISO 8601 instants, in the sandbox's own time. */
  readonly at: string;
  readonly editedAt: string | null;
  readonly deleted: boolean;
  readonly text: string;
  readonly mentions: readonly { readonly id: string; readonly name: string }[];
  /** The cards as this viewer sees them now: his own view if he has one, else the shared card. */
  readonly cards: readonly Card[];
  /** True when `cards` is a view that only this viewer sees. */
  readonly own: boolean;
}

/** POST /local/act: a person presses a button of a card. `data` is the action's own data, `inputs` what he typed. */
export interface ActRequest {
  readonly as: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly action: {
    readonly type: 'Action.Execute' | 'Action.Submit';
    readonly id?: string;
    readonly verb?: string;
    readonly data?: unknown;
  };
  readonly inputs: Readonly<Record<string, string>>;
}

/** POST /local/dialog: a person submits a card inside a dialog. `data` is the pressed action's own data. */
export interface DialogRequest {
  readonly as: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly data: unknown;
  readonly inputs: Readonly<Record<string, string>>;
}

/** An open dialog, to be drawn over the page. */
export interface Dialog {
  readonly title: string;
  readonly card: Card;
  readonly height: number | string | null;
  readonly width: number | string | null;
}

/**
 * What a press leads to. `closed`: nothing to show (a dialog that closes, a plain Action.Submit that was delivered).
 * `unreachable` is what Teams shows as "Unable to reach app. Please try again."
 */
export type ActAnswer =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'dialog'; readonly dialog: Dialog }
  | { readonly kind: 'closed' }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'unreachable'; readonly text: string };

/** POST /local/say: a person writes. Without `mentionBot` a channel text never reaches the bot. Answers a LocalMessage. */
export interface SayRequest {
  readonly as: string;
  readonly conversationId: string;
  readonly rootId?: string;
  readonly text: string;
  readonly mentionBot: boolean;
}

/** POST /local/refresh: a person has the message on screen (automatic refresh may fire). Answers a LocalMessage. */
export interface RefreshRequest {
  readonly as: string;
  readonly conversationId: string;
  readonly messageId: string;
}

/** POST /local/search: own type-ahead (`application/search`) or the people picker's dataset. Answers `{results:[{title,value}]}`. */
export interface SearchRequest {
  readonly as: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly dataset: string;
  readonly query: string;
}

/**
 * GET /local/clock, and the answer to POST /local/clock `{to: ISO}` or `{byMs: n}` or `{toNext: true}` (never backwards).
 * A bot that starts asks GET /local/clock?plan=no: the time alone, without asking any bot what comes next.
 *
 * Toward the bots: after a move each gets POST <botBase>/local/clock `{now}` and answers 200 when it has done what was
 * due; GET <botBase>/local/clock answers a ClockAnswer. Both carry the header `x-trinvis-local: <token>`.
 */
export interface ClockAnswer {
  readonly now: string;
  /** What the bot says comes next, soonest first. */
  readonly next: readonly Upcoming[];
}

export interface Upcoming {
  readonly at: string;
  /** A task's deadline has passed, something else of a round falls due, or people are told in the morning what waits. */
  readonly kind: 'deadline' | 'round' | 'morning';
  /** The task or the round. */
  readonly label: { readonly da: string; readonly en: string };
}

/**
 * GET /local/traffic?after=<seq>&limit=<n, at most 1000>: what went between Teams and the bot, for the curious.
 * An entry stands there when its call is over; `at` is when it began. An entry with method `FAILURE` tells what a
 * person would see go wrong without any HTTP error, for example a card that cannot be shown.
 */
export interface TrafficEntry {
  readonly seq: number;
  readonly at: string;
  readonly direction: 'to-bot' | 'from-bot';
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly body: unknown;
  readonly answer: unknown;
}

/** GET /local/events?as=…[&conversationId=…]: server-sent events; each `data:` is one of these. */
export type LocalEvent =
  | { readonly kind: 'message'; readonly conversationId: string; readonly messageId: string }
  | { readonly kind: 'places' }
  | { readonly kind: 'clock'; readonly now: string };

/** PUT /local/faults (GET answers it): what the connector does wrong, for tests. All off by default. */
export interface Faults {
  /** Of the bot's calls, the share (0–1) answered by each of `statuses` in turn of a seeded draw. */
  readonly rate: number;
  readonly seed: number;
  /** HTTP statuses, `reset` (connection cut before the call counts), `lost` (it counts, but no answer comes), `slow`. */
  readonly kinds: readonly (number | 'reset' | 'lost' | 'slow')[];
  /**
   * Answer these conversations (with or without `;messageid=`) with this Teams error code, for example
   * `BotNotInConversationRoster` (403); `209` is MessageWritesBlocked as Teams wraps it.
   */
  readonly refuse?: Readonly<Record<string, string>>;
  /** Enforce the send limits of Teams (429 with Retry-After) in sandbox time. */
  readonly limits?: boolean;
  /** Deliver an invoke again under a new activity id when the answer is slower than this. */
  readonly redeliverAfterMs?: number;
  /** How long `slow` waits before the call is done, in real milliseconds; 2000 when left out. */
  readonly slowMs?: number;
  /** Whose screens refresh by themselves after an edit: who is watching (default), or everyone the card names. */
  readonly refreshViewers?: 'watching' | 'all';
}

/** GET /local/violations: what the bot did that Teams punishes or that ends badly, oldest first. */
export interface Violation {
  readonly seq: number;
  readonly at: string;
  readonly kind: ViolationKind;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly detail: string;
}

export type ViolationKind =
  /** Text and card in one activity: split in two, and no id came back. */
  | 'TextAndCard'
  /** A card that Teams cannot show: no version, a version above 1.5, no AdaptiveCard. */
  | 'CardNotShown'
  /** refresh.userIds holds an id that is not of the form `29:…`: Teams ignores it. */
  | 'RefreshUserId'
  /** An automatic refresh led to an edit, which led to a refresh, and so on with no person behind it. */
  | 'RefreshLoop'
  /** An automatic refresh was answered by something else than a card. */
  | 'AutomaticAnswerNotCard'
  /** A mention whose text is not in the message to the byte, or whose id nobody has. */
  | 'Mention'
  /** An invoke was answered by nothing Teams understands. */
  | 'InvokeAnswer'
  /** Above 100 KB: refused with 413. */
  | 'MessageSizeTooBig';

/** GET /local/counters: counted since the process started. */
export interface Counters {
  /** Messages of the bot that came to stand in a conversation. */
  readonly posted: number;
  readonly updated: number;
  readonly deleted: number;
  readonly conversationsCreated: number;
  /** Posts whose content stands in the same thread already, posted less than ten minutes (sandbox time) before. */
  readonly duplicates: number;
  /** Calls answered 429 by the limits. */
  readonly throttled: number;
  /** Calls that a fault of PUT /local/faults hit. */
  readonly faulted: number;
  /** Activities that reached a bot, with those sent again. */
  readonly delivered: number;
  /** Activities sent a second time: another endpoint after a broken connection, or a slow invoke under a new id. */
  readonly redelivered: number;
  readonly automaticRefreshes: number;
  /** Edits that came while an automatic refresh of the same message was under way: a suspicion, not yet a loop. */
  readonly editsDuringRefresh: number;
  readonly violations: number;
}

/** PUT /local/bots: the bot's messaging endpoints, on this machine only; answers `{}`. */
export interface BotEndpoints {
  readonly endpoints: readonly string[];
}

/** POST /local/install: a person installs the app or removes it (then his chat refuses the bot); answers `{}`. */
export interface InstallRequest {
  readonly as: string;
  readonly action: 'add' | 'remove';
}

/**
 * POST /local/lose: a message is gone for the bot, as after a retention policy: 404 from then on; answers `{}`.
 * POST /local/settle answers `{}` when no delivery to a bot is under way.
 */
export interface LoseRequest {
  readonly conversationId: string;
  readonly messageId: string;
}
