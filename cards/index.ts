// The only door into this folder for those who send cards. The types below prove that all.ts and the list in api.ts name the
// same cards. Must hold nothing but names.
import * as all from './all';
import type { Cards } from './api';

export * from './all';

/** No name at all, so that nothing compiles, where all.ts holds a card that api.ts does not know. */
type CardName = keyof typeof all extends keyof Cards ? keyof Cards : never;

export const cards: Pick<typeof all, CardName> = all satisfies Cards;

export { faultSentence } from './views/faults';
export { rankedPerPage } from './views/forms/ranking';
export { selectionPageIds } from './views/forms/selection';
export { inDialog, needsCard } from './inDialog';
export { textsOf } from './texts';
export { reminderLinesMax } from './views/personal/notices';
export { rulingsLeft } from './views/impartiality/rulings';
