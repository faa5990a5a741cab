// @ts-check
// Owns the hold on Microsoft's renderer, which index.html loads as a classic script before the modules.
// Must not change it: what differs for us is set in cards.js, once.

const loaded = /** @type {{ AdaptiveCards?: typeof import('adaptivecards') }} */ (globalThis).AdaptiveCards;
if (!loaded) {
  throw new Error('lib/adaptivecards.min.js did not load');
}

/** The renderer of adaptive cards, version 3.0.4. */
export const AC = loaded;
