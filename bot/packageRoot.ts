// Where the package's plain files (data, page) lie: the same whether run from source or from dist.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder above this file that holds package.json. */
export function packageRoot(from: string = __dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('Trinvis lies in no package: package.json was not found.');
  return packageRoot(parent);
}
