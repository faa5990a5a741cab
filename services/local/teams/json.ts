// Owns turning JSON text from outside into values, with nothing in it that could reach a prototype.
// Must not know what the values mean: schemas.ts does.

// A key may be written with escapes, so any escape beside the plain word makes the text suspect.
const SUSPECT = /__proto__|\\u00/;

/** The value of a JSON text without any key `__proto__`; throws SyntaxError. */
export function parseJson(text: string): unknown {
  // The reviver costs several times the parsing, and hardly any text needs it.
  return SUSPECT.test(text)
    ? JSON.parse(text, (key: string, value: unknown) => (key === '__proto__' ? undefined : value))
    : JSON.parse(text);
}

/** A plain JSON object, or null for anything else. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}
