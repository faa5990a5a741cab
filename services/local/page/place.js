// @ts-check
// Owns the address of the page: who one is, where one is, and the language, all in the URL's hash.
// Must hold nothing else: a link sent to a colleague shows the same thing to him.

/** @typedef {{ as: string | null, conversation: string | null, lang: 'da' | 'en' }} Place */

/** What the address says now. @returns {Place} */
export function place() {
  const hash = new URLSearchParams(location.hash.slice(1));
  return {
    as: hash.get('as'),
    conversation: hash.get('in'),
    lang: hash.get('lang') === 'en' ? 'en' : 'da',
  };
}

/**
 * The address of another place; what is not named stays, except that another person starts in no conversation.
 * @param {Partial<Place>} change
 */
export function linkTo(change) {
  const now = place();
  const next = { ...now, ...('as' in change ? { conversation: null } : {}), ...change };
  const hash = new URLSearchParams();
  if (next.as) {
    hash.set('as', next.as);
  }
  if (next.conversation) {
    hash.set('in', next.conversation);
  }
  if (next.lang === 'en') {
    hash.set('lang', 'en');
  }
  return `#${hash.toString()}`;
}
