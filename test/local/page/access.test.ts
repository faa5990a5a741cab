// That everyone can use the page: axe-core's WCAG 2.1 A and AA rules in light and dark, on a desktop and a phone;
// contrast of every colour a card can have; nothing wider than a phone; a keyboard alone.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describeInBrowser, DESKTOP, PHONE, type Looks } from './browser';
import type { LocalPerson } from '../../../services/local/teams/api';
import { anna, bo, ida, jens, karen, mette } from './stage';
import { button, visit } from './visit';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
/** All that a darker theme changes: names, roles and order stand in the same page. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe finds, as text that says where. */
async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') {
    await page.evaluate(AXE);
  }
  const runOnly = colorScheme === 'dark' ? { type: 'rule', values: COLOUR_RULES } : { type: 'tag', values: RULES };
  const run = `axe.run({ runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] })`;
  const found = await page.evaluate<{ readonly violations: readonly Violation[] }>(run);
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

const tooWide = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

interface Look extends Looks {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly who: LocalPerson;
  /** Danish when left out. Cards speak their own language, the page around them this one. */
  readonly language?: 'en';
  readonly colorScheme: 'light' | 'dark';
}

/** The page's own words that the tour goes by. */
const WORDS = {
  da: { welcome: 'Prøv Trinvis', curious: 'For de nysgerrige' },
  en: { welcome: 'Try Trinvis', curious: 'For the curious' },
} as const;

const LOOKS: readonly Look[] = [
  { name: 'light on a desktop', who: mette, viewport: DESKTOP, colorScheme: 'light' },
  { name: 'dark on a desktop', who: jens, viewport: DESKTOP, colorScheme: 'dark' },
  { name: 'light on a phone', who: karen, viewport: PHONE, colorScheme: 'light' },
  { name: 'in English, light on a desktop', who: anna, viewport: DESKTOP, colorScheme: 'light', language: 'en' },
  { name: 'dark on a narrow phone', who: bo, viewport: { width: 360, height: 640 }, colorScheme: 'dark' },
  { name: 'light on a desktop at 200 %', who: ida, viewport: { width: 640, height: 400 }, colorScheme: 'light' },
];

describeInBrowser('the page for everyone', () => {
  const here = visit();

  /** Visits every kind of view, and calls `check` in each. */
  async function tour(look: Look, check: (page: Page, view: string) => Promise<void>): Promise<void> {
    const { stage } = here;
    const words = WORDS[look.language ?? 'da'];
    const address = (...to: Parameters<typeof stage.address>): string => {
      const url = stage.address(...to);
      return look.language === undefined ? url : `${url}${url.includes('#') ? '&' : '#'}lang=${look.language}`;
    };
    const channel = await stage.channel();
    const root = await stage.post(channel, 'nominate');
    await stage.write(channel, 'Husk **fristen**.', root);
    const chat = await stage.beginChat(look.who);
    for (const card of ['odds', 'rank', 'assess'] as const) {
      await stage.post(chat, card);
    }
    const page = await here.openBeside(address(), look);
    await page.getByRole('heading', { name: words.welcome }).waitFor();
    await check(page, 'welcome');
    if (look.viewport.width < 720) {
      await page.goto(address(look.who));
      await page.getByRole('navigation').waitFor();
      await check(page, 'list');
    }
    await page.goto(address(look.who, chat));
    await button(page, 'Fejl').click();
    await page.getByRole('alert').getByText('Fristen udløb').waitFor();
    await button(page, 'Læs indstillingen').click();
    await button(page, 'Afgiv og næste').click();
    await page.getByText('Skriv en kort begrundelse.').waitFor();
    await check(page, 'chat');
    await page.goto(address(look.who, channel));
    await button(page, words.curious).click();
    await page.locator('summary').first().click();
    await check(page, 'traffic');
    await page.keyboard.press('Escape');
    await page.locator('[data-clock=toggle]').click();
    await check(page, 'clock');
    await page.locator('[data-clock=toggle]').click();
    await button(page, 'Indstil').click();
    await page.getByLabel('Sygdomsområde').fill('syg');
    await page.getByRole('option').first().waitFor();
    await check(page, 'dialog');
  }

  it.each(LOOKS)('has no violation of WCAG 2.1 AA and is nowhere wider than the screen: $name', async (look) => {
    const found: string[] = [];
    await tour(look, async (page, view) => {
      // axe sees no difference between a zoomed desktop and a phone.
      const broken = look.who === ida ? [] : await violations(page, look.colorScheme);
      found.push(...broken.map((text) => `${view}: ${text}`));
      found.push(...((await tooWide(page)) === 0 ? [] : [`${view}: wider than the screen`]));
    });
    expect(found).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'gives every text colour of a card 4.5:1 on every background: %s',
    async (colorScheme) => {
      const page = await here.openBeside(here.stage.address(), { colorScheme });
      const ratios = await page.evaluate<Record<string, number>>(CONTRASTS);
      expect(Object.keys(ratios)).toHaveLength(36);
      expect(Object.entries(ratios).filter(([, ratio]) => ratio < 4.5)).toEqual([]);
    },
  );

  it('is worked by keyboard alone: skip link, list, card, own view, dialog and back', async () => {
    const channel = await here.stage.channel();
    await here.stage.post(channel, 'nominate');
    const page = await here.openBeside(here.stage.address(mette));
    await page.getByLabel('Skriv en besked').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Spring til samtalen');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.getByRole('navigation').locator('a').last().press('Enter');
    await button(page, 'Indstil').waitFor();
    for (let presses = 0; presses < 20 && (await focused(page)) !== 'Indstil'; presses += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate("document.activeElement.labels[0].textContent.startsWith('Titel')")).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Indstil');
  });

  it('takes turns between list and conversation on a phone', async () => {
    const channel = await here.stage.channel();
    await here.stage.post(channel, 'nominate');
    const page = await here.openBeside(here.stage.address(mette), { viewport: PHONE });
    await page.getByRole('navigation').locator('a').last().click();
    await button(page, 'Indstil').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.getByRole('link', { name: 'Alle samtaler' }).click();
    await page.getByRole('navigation').waitFor();
    expect(await focused(page)).toBe('TTrinvis');
    await page.goBack();
    await button(page, 'Indstil').waitFor();
  });
});

const focused = (page: Page): Promise<unknown> => page.evaluate('document.activeElement.textContent.trim()');

/** In the page: the contrast of each of cards.css's text colours on each of its backgrounds. */
const CONTRASTS = `(() => {
  const probe = document.body.appendChild(document.createElement('i'));
  const luminance = (name) => {
    probe.style.color = 'var(--card-' + name + ')';
    const [r, g, b] = getComputedStyle(probe).color.match(/\\d+(\\.\\d+)?/g).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratios = {};
  for (const text of ['text', 'text-subtle', 'accent', 'good', 'warning', 'attention']) {
    for (const back of ['default', 'emphasis', 'accent', 'good', 'warning', 'attention']) {
      const [dark, light] = [luminance(text), luminance('bg-' + back)].sort((one, other) => one - other);
      ratios[text + ' on ' + back] = (light + 0.05) / (dark + 0.05);
    }
  }
  return ratios;
})()`;
