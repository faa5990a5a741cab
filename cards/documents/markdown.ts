// Documents as Markdown: headings, lines, lists. What stands in them is escaped before it comes here (views/scene.ts), except
// long texts, which are never cut in a document. Decides nothing.
import type { TextsRef } from '../../services/process/text';
import { block } from '../escape';
import type { Scene } from '../views/scene';

/** One file of the case. */
export interface CaseDocument {
  /** File name without its ending; letters, digits and hyphens only. */
  readonly name: string;
  readonly title: string;
  readonly content: string;
}

/** More than any text that can be written (20,000 characters): a document holds all of it. */
const WHOLE = 100_000;

/** Paragraphs, with those left out that are empty. */
export function paragraphs(...parts: readonly (string | null | false | undefined)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join('\n\n');
}

export function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${text.replaceAll(/\s+/g, ' ')}`;
}

/** A list; what has several paragraphs stays one item. */
export function listed(items: readonly string[]): string {
  return items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n');
}

/** A section, or nothing where there is nothing to say in it. */
export function under(level: number, title: string, ...parts: readonly (string | null | false | undefined)[]): string {
  const inside = paragraphs(...parts);
  return inside === '' ? '' : paragraphs(heading(level, title), inside);
}

/** A field whole; null where it was never written; says so where it has been erased. */
export function whole(scene: Scene, ref: TextsRef | null, field: string): string | null {
  if (ref === null || !ref.fields.some((written) => written === field)) return null;
  const fields: Readonly<Record<string, string>> | null = scene.look.texts(ref);
  return fields === null ? scene.t.common.erased : block(fields[field] ?? '', WHOLE);
}

/** Every field of a reference whole, in the order of their names. */
export function allOf(scene: Scene, ref: TextsRef | null): readonly string[] {
  return (ref?.fields ?? []).flatMap((field) => whole(scene, ref, field) ?? []);
}
