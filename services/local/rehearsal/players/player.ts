// One person at work: looks at what waits for him, follows it button by button until nothing wants him any more.
// Knows no definition: what there is to do, he reads off his cards.
import type { LocalEvent } from '../../teams/api';
import { begin } from '../skills/nominating';
import type { Skill } from '../skills/skill';
import type { ScenarioAct, ScenarioNomination } from '../scenario/schema';
import { play } from './acts';
import { headingOf, type Button } from './cards';
import type { Course } from './course';
import { told, type Device } from './device';
import { PlayerStuckError } from './errors';
import type { Mind } from './mind';
import { datum, find, type Press, type Screen } from './screen';

/** More presses than this on one thing are no work but a circle. */
const PRESSES_MAX = 1_500;
/** How far back a person looks for a card in a channel or in his chat. */
const LOOK_BACK = 14;
const CHAT_BACK = 8;
/** Days on which an act is tried whose first screen is not there yet. */
const ACT_TRIES_MAX = 12;
/** What he writes to see his list when no card on screen offers it. */
const myTasks = { da: 'mine opgaver', en: 'my tasks' } as const;
const nominate = { da: 'indstil', en: 'nominate' } as const;

/** What a player tells whoever watches. */
export interface Watch {
  /** A task of the round is being worked on. */
  readonly onTask: (taskId: string, heading: string) => void;
  /** A round this person has seen on a card; false when it is not the one being played. */
  readonly playsRound: (roundId: string) => boolean;
}

export class Player {
  /** Conversations with a message he has not seen. */
  readonly unread = new Set<string>();
  readonly #known = new Set<string>();
  /** Tasks by the digests that named them. */
  readonly #digests = new Map<string, Set<string>>();
  readonly #firstSeen = new Map<string, number>();
  readonly #actTries = new Map<ScenarioAct, number>();
  #chat = '';
  #channels: readonly string[] = [];

  constructor(
    readonly device: Device,
    readonly mind: Mind,
    private readonly skill: Skill,
    private readonly watch: Watch,
    private readonly course: Course,
    private readonly aadOf: (key: string) => string,
  ) {}

  /** Where he is; asked once, since nobody changes teams in a rehearsal. */
  async arrive(): Promise<void> {
    const places = await this.device.places();
    this.#chat = places.chats[0]?.conversationId ?? '';
    this.#channels = places.teams.flatMap(({ channels }) => channels.map(({ id }) => id));
  }

  hear(event: LocalEvent): void {
    if (event.kind !== 'message') return;
    const key = `${event.conversationId} ${event.messageId}`;
    // An edit notifies nobody.
    if (!this.#known.has(key)) this.unread.add(event.conversationId);
    this.#known.add(key);
  }

  /** True while the scenario has him write or do something of his own that he has not begun. */
  hasToAct(day: number): boolean {
    return this.#toWrite(day).length > 0 || this.course.dueFor(this.mind.person.key).length > 0;
  }

  /**
   * Does all he can and will do now; true when he did something. `day` counts the days of the rehearsal. He looks at his
   * list of tasks when something new has come, or when he is told to look around.
   */
  async visit(day: number, looksAround: boolean): Promise<boolean> {
    this.mind.seen.clear();
    const news = this.unread.has(this.#chat);
    const looks = looksAround || this.unread.size > 0;
    this.unread.clear();
    if (news) await this.#noteReminders();
    const wrote = await this.#write(day);
    const acted = await this.#act();
    const changed = await this.#changeMind();
    const worked = looks && (await this.#workOff(news ? await this.#digest() : null));
    // What the bot posted in answer to him is no news.
    this.unread.delete(this.#chat);
    return wrote || acted || changed || worked;
  }

  /** The newest digest as it came: what a person presses first in the morning. */
  async #digest(): Promise<Screen | null> {
    const screens = await this.device.screens(this.#chat, 2);
    return screens.find((screen) => find(screen, 'reminder.tomorrow') !== undefined) ?? null;
  }

  async #noteReminders(): Promise<void> {
    for (const screen of await this.device.screens(this.#chat, CHAT_BACK)) {
      if (find(screen, 'reminder.tomorrow') === undefined) continue;
      for (const taskId of screen.buttons.map((button) => datum(button, 'taskId'))) {
        const digests = this.#digests.get(taskId) ?? new Set();
        this.#digests.set(taskId, digests.add(screen.messageId));
      }
    }
  }

  async #workOff(digest: Screen | null): Promise<boolean> {
    let worked = false;
    for (let turns = 0; turns < PRESSES_MAX; turns += 1) {
      const list = turns === 0 && digest !== null ? digest : await this.#openTasks();
      const entry = list?.buttons.find((button) => this.#wants(button));
      if (list === null || entry === undefined) return worked;
      this.mind.seen.add(entryKey(entry));
      this.watch.onTask(datum(entry, 'taskId'), headingOf(list.card));
      // His list asks for it: a document that was sent back is written anew.
      this.mind.done.delete(`document ${datum(entry, 'taskId')}`);
      const did = await this.#follow(list, entry);
      // What has been done may have left more of the same for a second look.
      if (did) this.mind.seen.delete(entryKey(entry));
      worked ||= did;
    }
    throw new PlayerStuckError('NoProgress', this.mind.person.key, 'the list of tasks never became shorter.');
  }

  #wants(button: Button): boolean {
    const taskId = datum(button, 'taskId');
    // Buttons of the list itself name no round.
    if (datum(button, 'roundId') === '' || button.verb.startsWith('unable') || this.mind.seen.has(entryKey(button)))
      return false;
    if (!this.watch.playsRound(datum(button, 'roundId'))) return false;
    if (this.course.daysSince(taskId) < this.mind.answerTo(taskId).waits) return false;
    const { habit } = this.mind.person;
    // The first digest says that something is there; the next one reminds.
    return habit === 'prompt' || (habit === 'reminded' && (this.#digests.get(taskId)?.size ?? 0) > 1);
  }

  /** His list of tasks: by a button for it where he sees one, else by asking. */
  async #openTasks(): Promise<Screen | null> {
    for (const screen of await this.device.screens(this.#chat, CHAT_BACK)) {
      const button = find(screen, 'tasks.show');
      if (button === undefined) continue;
      const seen = await this.device.press(screen, { button, typed: {} });
      return seen.kind === 'screen' ? seen.screen : null;
    }
    return this.device.ask(this.#chat, myTasks[this.mind.person.language]);
  }

  /** From an entry of the list, or from the task's card in a channel where he prefers that. */
  async #follow(list: Screen, entry: Button): Promise<boolean> {
    const taskId = datum(entry, 'taskId');
    const shared = this.mind.person.prefers === 'channel' ? await this.#sharedCard(taskId) : null;
    if (shared !== null && (await this.work(shared)) > 0) return true;
    const seen = await this.device.press(list, { button: entry, typed: {} });
    return seen.kind === 'screen' && (await this.work(seen.screen)) > 0;
  }

  /** The newest with a button of the task; `verb` tells the task's own card from posts about it. */
  async #sharedCard(taskId: string, verb?: string): Promise<Screen | null> {
    for (const channel of this.#channels) {
      for (const screen of await this.device.screens(channel, LOOK_BACK)) {
        const isIts = screen.buttons.some(
          (button) => datum(button, 'taskId') === taskId && (verb === undefined || button.verb === verb),
        );
        if (isIts) return this.device.open(screen);
      }
    }
    return null;
  }

  /**
   * Presses what the screen asks of him until it asks no more; answers how often. A dialog that ends leads back to the
   * card it was opened from.
   */
  async work(start: Screen): Promise<number> {
    let screen = start;
    let presses = 0;
    for (; presses < PRESSES_MAX; presses += 1) {
      const press: Press | null = this.skill(screen, this.mind);
      if (press === null) {
        const below = screen.surface === 'dialog' ? await this.device.again(screen) : null;
        if (below === null) return presses;
        screen = below;
        const next = this.skill(screen, this.mind);
        if (next === null) return presses;
        screen = await this.#after(screen, next);
        continue;
      }
      screen = await this.#after(screen, press);
    }
    throw new PlayerStuckError('NoProgress', this.mind.person.key, `went in a circle at: ${told(screen)}`);
  }

  async #after(screen: Screen, press: Press): Promise<Screen> {
    const seen = await this.device.press(screen, press);
    return seen.kind === 'screen' ? seen.screen : ((await this.device.again(screen)) ?? { ...screen, buttons: [] });
  }

  #toWrite(day: number) {
    return this.mind
      .nominations()
      .filter((nomination) => !this.mind.done.has(`begun ${nomination.key}`) && this.#isTime(nomination, day));
  }

  /** True also while the form has not been seen: the days count from then on. */
  #isTime({ task, day: after }: ScenarioNomination, day: number): boolean {
    const since = this.#firstSeen.get(task ?? '');
    return since === undefined || day - since >= after;
  }

  /** Writes what the scenario has him write by today. */
  async #write(day: number): Promise<boolean> {
    let wrote = false;
    for (const nomination of this.#toWrite(day)) {
      const start = await this.#blankForm(nomination.task, day, (screen) => begin(screen, nomination));
      if (start === null) continue;
      if (!this.#isTime(nomination, day)) continue;
      this.mind.done.add(`begun ${nomination.key}`);
      this.mind.writing = nomination.key;
      this.watch.onTask(nomination.task ?? '', headingOf(start.screen.card));
      const first = start.press === null ? start.screen : await this.#after(start.screen, start.press);
      await this.work(first);
      if (this.mind.writing !== null) {
        throw new PlayerStuckError('NotOffered', this.mind.person.key, `no form came for ${nomination.key}.`);
      }
      wrote = true;
    }
    return wrote;
  }

  /** What the scenario has him do besides answering. */
  async #act(): Promise<boolean> {
    let acted = false;
    for (const act of this.course.dueFor(this.mind.person.key)) {
      const done = await play(act, {
        device: this.device,
        book: this.mind.book,
        chat: this.#chat,
        cardOf: async (taskId) => this.#sharedCard(taskId, 'details.show'),
        aadOf: this.aadOf,
        words: this.mind.words(act.once),
      });
      if (done) this.course.done(act);
      else this.#noteTry(act);
      acted ||= done;
    }
    return acted;
  }

  #noteTry(act: ScenarioAct): void {
    const tries = (this.#actTries.get(act) ?? 0) + 1;
    this.#actTries.set(act, tries);
    if (tries < ACT_TRIES_MAX) return;
    throw new PlayerStuckError('NotOffered', act.by, `what this begins with never came: ${JSON.stringify(act.steps)}`);
  }

  /** A card with a button to an empty form, in his channels; else the form itself, asked for in the chat. */
  async #blankForm(
    task: string | undefined,
    day: number,
    open: (screen: Screen) => Press | null,
  ): Promise<{ readonly screen: Screen; readonly press: Press | null } | null> {
    for (const channel of this.#channels) {
      for (const screen of await this.device.screens(channel, LOOK_BACK)) {
        const press = open(screen);
        if (press === null || !this.watch.playsRound(datum(press.button, 'roundId'))) continue;
        this.#noteFirst(task, day);
        return { screen, press };
      }
    }
    return this.#channels.length > 0 ? null : this.#askForForm(task, day);
  }

  async #askForForm(
    task: string | undefined,
    day: number,
  ): Promise<{ readonly screen: Screen; readonly press: null } | null> {
    const screen = await this.device.ask(this.#chat, nominate[this.mind.person.language]);
    const save = screen?.buttons.find(({ verb }) => verb === 'nomination.save');
    if (screen === null || save === undefined) return null;
    if (task !== undefined && datum(save, 'taskId') !== task) return null;
    if (!this.watch.playsRound(datum(save, 'roundId'))) return null;
    this.#noteFirst(task, day);
    return { screen, press: null };
  }

  #noteFirst(task: string | undefined, day: number): void {
    if (!this.#firstSeen.has(task ?? '')) this.#firstSeen.set(task ?? '', day);
  }

  /** Gives another answer where the scenario has him change his mind: from the channel's card, then confirmed. */
  async #changeMind(): Promise<boolean> {
    let changed = false;
    for (const taskId of Object.keys(this.mind.scenario.answers)) {
      const { later } = this.mind.answerTo(taskId);
      const key = `later ${taskId}`;
      const hasAnswered = [...this.mind.done].some((one) => one.startsWith('ballot ') && one.split(' ')[2] === taskId);
      if (later === undefined || !hasAnswered || this.mind.done.has(key)) continue;
      const shared = await this.#sharedCard(taskId);
      const button = shared?.buttons.find(
        ({ verb, data }) => (verb === 'ballot.cast' && data['choice'] === later) || isChange(verb, data),
      );
      if (shared === null || button === undefined) continue;
      this.mind.done.add(key);
      this.mind.changed.add(taskId);
      await this.work(await this.#after(shared, { button, typed: {} }));
      changed = true;
    }
    return changed;
  }
}

/** "Ret": a dialog for a seat that has answered. */
function isChange(verb: string, data: Button['data']): boolean {
  return verb === 'ballot.open' && data['mandateId'] !== undefined && data['choice'] === undefined;
}

/** What an entry of the list is about: the same task twice, for two seats, is two things. */
function entryKey(button: Button): string {
  const ids = [
    'roundId',
    'taskId',
    'mandateId',
    'bodyId',
    'nominationId',
    'list',
    'questionId',
    'overrideId',
    'mergeId',
  ].map((key) => datum(button, key));
  return `entry ${button.verb} ${ids.join(' ')}`;
}
