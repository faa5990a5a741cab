// Owns the few sentences the local Teams itself shows to people, Danish first.
// Must not hold anything the bot says: that comes from the bot.

export type Language = 'da' | 'en';

export const texts = {
  unreachable: {
    da: 'Appen kan ikke nås. Prøv igen.',
    en: 'Unable to reach app. Please try again.',
  },
  cardNotShown: {
    da: 'Kortet kunne ikke vises.',
    en: 'The card could not be shown.',
  },
  somethingWrong: {
    da: 'Noget gik galt. Prøv igen.',
    en: 'Something went wrong. Please try again.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type TextKey = keyof typeof texts;

/** The sentence in a person's language. */
export function text(key: TextKey, language: Language): string {
  return texts[key][language];
}
