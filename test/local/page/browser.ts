// Owns starting the browser of the page's tests: the machine's own Chromium, empty and quiet.
// Must not skip silently: without a browser the tests fail with what to do, unless TRINVIS_SKIP_BROWSER=1 says so.

import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const CHROMIUM = process.env['TRINVIS_CHROMIUM'] ?? '/usr/bin/chromium';
// No sandbox of its own: tests run as root in a container. The rest keeps it from calling home.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `describe`, or `describe.skip` where the environment asks for it. */
export const describeInBrowser: jest.Describe = process.env['TRINVIS_SKIP_BROWSER'] === '1' ? describe.skip : describe;

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** Starts Chromium with a new, empty profile. */
export async function startBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `The tests of the page need Chromium at ${CHROMIUM}: install it (Debian: apt-get install -y chromium), ` +
        'name another one in TRINVIS_CHROMIUM, or leave these tests out with TRINVIS_SKIP_BROWSER=1.',
    );
  }
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about: errors of scripts, refusals of the Content-Security-Policy. */
  readonly complaints: string[];
}

export interface Looks {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
}

/** Opens an address in a browser of its own, as another person would. */
export async function openPage(browser: Browser, url: string, looks: Looks = {}): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: DESKTOP, locale: 'da-DK', reducedMotion: 'reduce', ...looks });
  // Long for a person, short for a machine that is busy with other tests.
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      complaints.push(message.text());
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400) {
      complaints.push(`${response.status()} ${response.url()}`);
    }
  });
  await page.goto(url);
  return { page, context, complaints };
}
