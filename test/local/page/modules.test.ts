// The page's modules by themselves, in the browser they are written for: texts, times, markdown; and their types.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser';
import { visit } from './visit';

describe('the page’s modules', () => {
  it('pass the compiler with the strictest settings', () => {
    const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
    const check = (): string =>
      execFileSync(process.execPath, [tsc, '-p', join(__dirname, 'tsconfig.json')], { encoding: 'utf8' });
    expect(check()).toBe('');
  });
});

describeInBrowser('the page’s modules in the browser', () => {
  const here = visit();

  it('says everything in Danish and English, with the same places to fill', async () => {
    const page = await here.goAs();
    const places =
      '((texts) => Object.entries(texts).map(([key, text]) => key + (text.match(/\\{\\w+\\}/g) ?? []).sort()).sort())';
    const danish = await within(page, 'texts.da', `${places}(m.da)`);
    expect(await within(page, 'texts.en', `${places}(m.en)`)).toEqual(danish);
    expect(danish).toContain('clockMoved{moment}');
  });

  it('writes times the Danish way, and reads a chosen time in Copenhagen', async () => {
    const page = await here.goAs();
    const moments = ['2027-02-26T11:00:00Z', '2027-03-28T01:30:00Z', '2027-12-31T23:30:00Z'];
    expect(await within(page, 'format', `${JSON.stringify(moments)}.map(m.formatMoment)`)).toEqual([
      'fredag den 26. februar 2027 kl.\u00a012.00',
      'søndag den 28. marts 2027 kl.\u00a003.30',
      'lørdag den 1. januar 2028 kl.\u00a000.30',
    ]);
    const chosen = ['2027-02-26T12:00', '2027-03-28T02:30', '2027-10-31T02:30', '2027-07-01T00:00', 'i morgen'];
    expect(await within(page, 'format', `${JSON.stringify(chosen)}.map(m.fromLocalInput)`)).toEqual([
      '2027-02-26T11:00:00.000Z',
      '2027-03-28T01:30:00.000Z',
      expect.stringMatching(/^2027-10-31T0[01]:30:00\.000Z$/),
      '2027-06-30T22:00:00.000Z',
      null,
    ]);
  });

  it('reads markdown as Teams does, and nothing as markup', async () => {
    const page = await here.goAs();
    const read = await within(
      page,
      'markdown',
      `${JSON.stringify(MARKDOWN.map(([text]) => text))}.map(m.markdownHtml)`,
    );
    expect(read).toEqual(MARKDOWN.map(([, html]) => html));
  });
});

const MARKDOWN: readonly (readonly [string, string])[] = [
  ['**fed** og _kursiv_', '<p><strong>fed</strong> og <em>kursiv</em></p>'],
  ['- et\n- to', '<ul><li>et</li><li>to</li></ul>'],
  ['Før\n1. et\n2. to', '<p>Før</p><ol start="1"><li>et</li><li>to</li></ol>'],
  ['en linje\nen til\n\nnyt afsnit', '<p>en linje<br>en til</p><p>nyt afsnit</p>'],
  ['\\*ikke\\* &lt;b&gt; &amp;', '<p>*ikke* &lt;b&gt; &amp;</p>'],
  ['a_b_c 3 * 4 * 5', '<p>a_b_c 3 * 4 * 5</p>'],
  ['<at>Mette Holm</at> hej', '<p><span class="mention">Mette Holm</span> hej</p>'],
  ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
  ['[klik](javascript:alert)', '<p>klik</p>'],
  [
    '[a"b](https://example.org/?a=1&b="2")',
    '<p><a href="https://example.org/?a=1&amp;b=%222%22" target="_blank" rel="noopener noreferrer">a"b</a></p>',
  ],
];

/** Runs an expression with the exports of a module of the page in reach, as `m`. */
async function within(page: Page, module: string, expression: string): Promise<unknown> {
  return page.evaluate(`import('./${module}.js').then((m) => ${expression})`);
}
