// Pictures of cards and dialogs as the page of the local Teams draws them, in both languages, wide and on a phone.
// PICTURES: comma-separated names of samples, or `all`; PICTURES_DIR: where they go (docs/pictures when left out);
// PICTURES_WIDTHS: `wide`, `phone` or both (wide when left out).
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cardOf, gallery } from '../cards/gallery';
import { DESKTOP, openPage, PHONE, startBrowser } from '../local/page/browser';
import { karen, Stage } from '../local/page/stage';

/** The cards and dialogs that carry most of the work (CARDS.md): docs/cards.md shows each with a line. */
const usual =
  'task-nominate-region,form-nomination-1,declaration-grounds,assessment-next,form-conclusion,form-ranking,own-vote-open,task-approve,reminder-question,outcome-selected';

const folder = process.env['PICTURES_DIR'] ?? join(__dirname, '..', '..', 'docs', 'pictures');
const wanted = (process.env['PICTURES'] ?? usual).split(',');
/** A window in which a card is as wide as a dialog in Teams. */
const CARD_WINDOW = 1_000;

const widths = (process.env['PICTURES_WIDTHS'] ?? 'wide').split(',');
const samples = gallery().filter(({ name }) => wanted.includes('all') || wanted.includes(name));

jest.setTimeout(600_000);

test('the pictures are taken', async () => {
  mkdirSync(folder, { recursive: true });
  const stage = await Stage.open();
  const browser = await startBrowser();
  try {
    for (const language of ['da', 'en'] as const) {
      for (const sample of samples) {
        const { refresh: _, ...card } = JSON.parse(JSON.stringify(cardOf(sample, language))) as Record<string, unknown>;
        const channel = await stage.channel();
        await stage.post(channel, card);
        for (const width of widths) {
          const viewport =
            width === 'phone' ? { ...PHONE, height: 1_800 } : { ...DESKTOP, width: CARD_WINDOW, height: 1_600 };
          const { page, context } = await openPage(browser, stage.address(karen, channel), { viewport });
          const drawn = page.locator('.message-cards').first();
          await drawn.waitFor();
          await drawn.screenshot({ path: join(folder, `${sample.name}.${language}.${width}.png`) });
          await context.close();
        }
      }
    }
  } finally {
    await browser.close();
    await stage.close();
  }
  expect(samples).not.toHaveLength(0);
});
