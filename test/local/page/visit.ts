// Owns what the tests of the page begin and end with: one browser and one stage a file, and a browser without
// complaints after each test. The page stays open between tests, as a person's tab does: each test goes to a place of
// its own (a fresh channel, another person's chat).
// Must not know what is tested.

import type { Browser, Locator, Page } from 'playwright-core';
import type { LocalPerson } from '../../../services/local/teams/api';
import { openPage, startBrowser, type Looks, type OpenPage } from './browser';
import { react, Stage, type SampleName } from './stage';

export interface Visit {
  readonly stage: Stage;
  /** A tab of its own, closed after the test. */
  openBeside(url: string, looks?: Looks): Promise<Page>;
  /** Goes to a place in the tab that stays open; without a person, to the welcome view. */
  goAs(who?: LocalPerson, conversation?: string): Promise<Page>;
  /** Goes to the chat of someone who has written "hej", with these cards in it. */
  goToChat(who: LocalPerson, ...cards: readonly SampleName[]): Promise<{ page: Page; chat: string; ids: string[] }>;
  /** For tests that break something on purpose: the browser may complain about it. */
  expectComplaints(): void;
}

/** The button with exactly that name. */
export function button(page: Page | Locator, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

// What earlier tests said, so that nothing of it is taken for an answer.
const FORGET = "document.querySelectorAll('.toast, #announcer p').forEach((each) => each.remove())";

// Settles when the page has taken notice, so that the place before is not taken for the new one.
const FOLLOW = `(address) => new Promise((followed) => {
  location.href = address;
  addEventListener('hashchange', followed, { once: true });
}).then(() => undefined)`;

// A test takes a second or two; a machine busy with other things is no fault of the page.
const TEST_TIMEOUT_MS = 60_000;

class Visitor implements Visit {
  #mayComplain = false;
  #tab: OpenPage | null = null;
  #beside: OpenPage[] = [];

  private constructor(
    readonly browser: Browser,
    readonly stage: Stage,
  ) {}

  static async arrive(): Promise<Visitor> {
    return new Visitor(await startBrowser(), await Stage.open());
  }

  async openBeside(url: string, looks: Looks = {}): Promise<Page> {
    const one = await openPage(this.browser, url, looks);
    this.#beside.push(one);
    return one.page;
  }

  async goAs(who?: LocalPerson, conversation?: string): Promise<Page> {
    const address = this.stage.address(who, conversation);
    this.#tab ??= await openPage(this.browser, address);
    const { page } = this.#tab;
    // A test before may have opened other tabs: the keyboard belongs to the one in front.
    await page.bringToFront();
    await page.evaluate(FORGET);
    if (page.url() !== address) {
      await page.evaluate(`(${FOLLOW})(${JSON.stringify(address)})`);
    }
    return page;
  }

  async goToChat(
    who: LocalPerson,
    ...cards: readonly SampleName[]
  ): Promise<{ page: Page; chat: string; ids: string[] }> {
    const chat = await this.stage.beginChat(who);
    const ids: string[] = [];
    for (const card of cards) {
      ids.push(await this.stage.post(chat, card));
    }
    return { page: await this.goAs(who, chat), chat, ids };
  }

  expectComplaints(): void {
    this.#mayComplain = true;
  }

  /** Ends a test; answers what the browsers complained about. */
  async rest(): Promise<readonly string[]> {
    const opened = [...this.#beside, ...(this.#tab ? [this.#tab] : [])];
    const complaints = opened.flatMap((each) => each.complaints.splice(0));
    await Promise.all(this.#beside.map((each) => each.context.close()));
    this.#beside = [];
    this.stage.bot.react = react;
    this.stage.bot.received.splice(0);
    this.stage.bot.ticks.splice(0);
    const isExpected = this.#mayComplain;
    this.#mayComplain = false;
    return isExpected ? [] : complaints;
  }

  async leave(): Promise<void> {
    await this.browser.close();
    await this.stage.close();
  }
}

/** Registers the hooks of a file; what it answers is for use inside tests. */
export function visit(): Visit {
  jest.setTimeout(TEST_TIMEOUT_MS);
  let visitor: Visitor | null = null;
  const here = (): Visitor => {
    if (visitor === null) {
      throw new Error('Only inside a test.');
    }
    return visitor;
  };
  beforeAll(async () => {
    visitor = await Visitor.arrive();
  });
  afterEach(async () => {
    expect(await here().rest()).toEqual([]);
  });
  afterAll(() => visitor?.leave());
  return {
    get stage() {
      return here().stage;
    },
    openBeside: (url, looks) => here().openBeside(url, looks),
    goAs: (who, conversation) => here().goAs(who, conversation),
    goToChat: (who, ...cards) => here().goToChat(who, ...cards),
    expectComplaints: () => here().expectComplaints(),
  };
}
