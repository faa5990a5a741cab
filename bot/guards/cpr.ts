// Finds Danish civil registration numbers (CPR) in text people type. It never returns, logs or keeps the number.

/**
 * Ten digits DDMMYY and four more, with an optional hyphen or space between (PROCESS.md §6). Digits that continue in
 * other digits are something else. Other dashes and spaces count too: phones put them in by themselves.
 */
const candidate =
  /(?<!\d)(\d{2})(\d{2})(\d{2})[\s\u00A0\u2009\u202F]?[-\u2010-\u2015\u2212./]?[\s\u00A0\u2009\u202F]?(\d{4})(?!\d)/g;

/** Our own ids travel in the same fields as people's words; six digits and four can meet in one by chance. */
const uuid = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;

const daysInMonth: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * True when the text holds something that looks like a CPR number: a plausible date and four digits. Modulus 11 is not
 * asked for: it is not guaranteed since 1 October 2007. Replacement numbers (day + 60) count as well: refusing one too
 * many costs a retyping, letting one through costs a patient's privacy.
 */
export function holdsCprNumber(text: string): boolean {
  for (const match of digitsFolded(text.replace(uuid, ' ')).matchAll(candidate)) {
    const day = Number(match[1]) % 60;
    const month = Number(match[2]);
    const last = daysInMonth[month - 1];
    if (last !== undefined && day >= 1 && day <= last) return true;
  }
  return false;
}

/** Full-width and other decimal digits as ASCII, invisible characters gone, so that a homoglyph is no way around. */
function digitsFolded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, (digit) => String(decimalValue(digit)));
}

/** The value of any Unicode decimal digit: blocks of ten start at a code point whose predecessor is no digit. */
function decimalValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let start = code;
  while (start > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return code - start;
}

export interface Screened {
  /** The data without the inputs that hold a CPR number. */
  readonly data: unknown;
  readonly found: boolean;
}

/** Takes inputs that hold a CPR number out of what a card sent. Only the top level has inputs; deeper, all is taken out. */
export function screen(data: unknown): Screened {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) {
    return anyCprNumber(data) ? { data: null, found: true } : { data, found: false };
  }
  const clean = Object.entries(data).filter(([key, value]) => !holdsCprNumber(key) && !anyCprNumber(value));
  const found = clean.length < Object.keys(data).length;
  return { data: found ? Object.fromEntries(clean) : data, found };
}

function anyCprNumber(value: unknown): boolean {
  if (typeof value === 'string') return holdsCprNumber(value);
  if (Array.isArray(value)) return value.some(anyCprNumber);
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([key, inner]) => holdsCprNumber(key) || anyCprNumber(inner));
}
