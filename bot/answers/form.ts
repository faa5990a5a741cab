// Reads what was typed into a page of a definition's form: text stays text, numbers, options and ticks become facts.
import type { Field, Form } from '../../services/process/definition/schema';
import type { FieldId } from '../../services/process/ids';
import { isNumberWithin } from '../../services/process/round/kinds/nominate/form';
import type { Facts } from '../../services/process/round/state';
import type { NominationDraft } from './drafts';

export interface ReadPage {
  readonly draft: NominationDraft;
  /** Number fields where something was typed that is no whole number; they are left out. */
  readonly notWhole: readonly FieldId[];
  /** Number fields whose number lies outside the bounds; it is kept, so that it can be seen and changed. */
  readonly outOfRange: readonly FieldId[];
}

/**
 * `typed` holds the inputs of page `page` by field id. What is absent there has been emptied, or stays as it was where some of
 * what was typed has been taken out.
 */
export function readPage(
  form: Form,
  page: number,
  typed: Readonly<Record<string, string>>,
  before: NominationDraft,
  absent: 'emptied' | 'stays',
): ReadPage {
  const fields = form.pages[page]?.fields ?? [];
  const texts: Record<FieldId, string> = { ...before.texts };
  const facts: Record<FieldId, Facts[FieldId]> = { ...before.facts };
  const notWhole: FieldId[] = [];
  const outOfRange: FieldId[] = [];
  for (const field of fields) {
    const value = typed[field.id]?.trim();
    if (value === undefined && absent === 'stays') continue;
    delete texts[field.id];
    delete facts[field.id];
    if (value === undefined || value === '') continue;
    const fact = factOf(field, value);
    if (fact === 'text') texts[field.id] = value;
    else if (fact === 'invalid') notWhole.push(field.id);
    else facts[field.id] = fact.value;
    if (typeof fact === 'object' && field.kind === 'number' && !isNumberWithin(fact.value, field)) {
      outOfRange.push(field.id);
    }
  }
  return { draft: { texts, facts }, notWhole, outOfRange };
}

function factOf(field: Field, value: string): 'text' | 'invalid' | { readonly value: Facts[FieldId] } {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return 'text';
    case 'number': {
      // People write "1.200" and "1 200" for 1200; a comma would be a fraction, which no field asks for.
      const digits = value.replace(/(?<=\d)[.\s](?=\d{3}(\D|$))/g, '');
      return /^-?\d{1,9}$/.test(digits) ? { value: Number(digits) } : 'invalid';
    }
    case 'choice':
      return { value };
    case 'choices':
    case 'bodies':
      return {
        value: value
          .split(',')
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      };
    case 'confirm':
      return { value: value === 'true' };
  }
}

/** The first page that holds one of `fields`; 0 where none does. */
export function pageOf(form: Form, fields: readonly string[]): number {
  const page = form.pages.findIndex((one) => one.fields.some((field) => fields.includes(field.id)));
  return Math.max(0, page);
}

/** On whose behalf: the bodies chosen in the form's own field for it. */
export function onBehalfOf(form: Form, facts: Facts): readonly string[] {
  const chosen = form.backedByField === undefined ? undefined : facts[form.backedByField];
  return Array.isArray(chosen) ? chosen : [];
}
