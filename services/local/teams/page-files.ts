// Owns where the page's files lie and serving them below the token.
// Must not serve anything outside the page's folder and the named libraries.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plugins } from 'restify';
import { LocalTeamsError } from './errors';
import type { HttpGround } from './http';

// What the page may load from node_modules: the real renderer of Adaptive Cards, and its styles.
const LIBRARY_FOLDER = 'node_modules/adaptivecards/dist';
// Plain files, not copied to dist/.
const PAGE_FOLDER = 'services/local/page';

/** The folder of our package.json, from the source tree as from dist/. */
export function packageRoot(from: string = __dirname): string {
  const file = join(from, 'package.json');
  if (existsSync(file) && readFileSync(file, 'utf8').includes('"name": "trinvis"')) {
    return from;
  }
  const above = dirname(from);
  if (above === from) {
    throw new LocalTeamsError('NotStarted', 'The folder of the product (its package.json) was not found.');
  }
  return packageRoot(above);
}

/** `/<token>/` is the page, `/<token>/lib/<file>` a library's file. */
export function routePage(ground: HttpGround): void {
  const root = packageRoot();
  // `no-store` of the guard stands: the page is small, and a newer one must never meet an older script.
  ground.files('/lib/*', plugins.serveStaticFiles(join(root, LIBRARY_FOLDER)));
  ground.files('/*', plugins.serveStaticFiles(join(root, PAGE_FOLDER)));
  ground.route('get', '', ({ response }) => {
    response.writeHead(302, { location: `${ground.tokenPath}/` });
    response.end();
    return { answered: true };
  });
}
