// Filling the inputs of a form: what is known by their ids, and for the rest what any person would put in.
import type { Input } from './cards';
import type { Typed } from './screen';

/**
 * What is typed into a form: `known` by input id, and something sensible into what is required and empty otherwise.
 * `words` stands where a text is asked for.
 */
export function fill(inputs: readonly Input[], known: Typed, words: string): Typed {
  return Object.fromEntries(
    inputs.flatMap((input): [string, string][] => {
      const given = known[input.id];
      if (given !== undefined) return [[input.id, given]];
      return input.required && input.value === '' ? [[input.id, sensible(input, words)]] : [];
    }),
  );
}

function sensible(input: Input, words: string): string {
  switch (input.kind) {
    case 'text':
      return words;
    case 'number':
      return String(input.min ?? 1);
    case 'choice':
    case 'choices':
      return input.choices[0]?.value ?? '';
    case 'toggle':
      return input.valueOn;
    case 'people':
    case 'date':
    case 'time':
      return '';
  }
}

/** The choice nearest to `value` (0 to 1) on a scale from worst to best. */
export function onScale(scale: readonly string[], value: number): string {
  const at = Math.min(scale.length - 1, Math.floor(value * scale.length));
  return scale[Math.max(0, at)] ?? '';
}

/** Choices that can be made of those named, else all that the input offers. */
export function offered(input: Input, named: readonly string[] | undefined): readonly string[] {
  const there = input.choices.map(({ value }) => value);
  const known = named?.filter((value) => there.includes(value)) ?? [];
  return known.length > 0 ? known : there.filter((value) => value !== '');
}
