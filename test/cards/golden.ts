// Golden files of cards: one line per element, so that a change of one sentence is a change of one line.
// `GOLDEN=write npx jest test/cards` writes them anew; without it a difference is a failure.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Card } from '../../cards/card';

const folder = join(__dirname, 'golden');

export function goldenText(card: Card): string {
  const { body, ...frame } = card;
  return [frame, ...body].map((part) => JSON.stringify(part)).join('\n') + '\n';
}

/** What the golden file says; writes it first where that was asked for. */
export function goldenOf(name: string, card: Card): string {
  const path = join(folder, `${name}.jsonl`);
  if (process.env['GOLDEN'] === 'write') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, goldenText(card));
  }
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
