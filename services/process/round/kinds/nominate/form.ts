// Whether a nomination is complete and its values can stand: the form of the definition against texts and facts.
// Knows only which text fields are filled, never what they say (DESIGN.md §4, erasure).
import { never } from '../../../decision';
import type { Field, Form } from '../../../definition/schema';
import type { BodyId, FieldId } from '../../../ids';
import type { TextsRef } from '../../../text';
import type { RoundRefusal } from '../../refusals';
import type { Facts } from '../../state';
import { partiesOf } from '../acting';
import type { TaskView } from '../kind';

export interface Filled {
  readonly onBehalfOf: readonly BodyId[];
  readonly texts: TextsRef;
  readonly facts: Facts;
}

type View = TaskView<'nominate'>;
type Value = Facts[FieldId];

/**
 * The first reason why a nomination cannot be sent, or null.
 * `FieldsMissing` names every field that is required and empty, or holds a value the form does not allow: all at once,
 * because whoever fills a form on a phone should not be sent back twice.
 * @param named organisations the nomination already names: they may stay though they have ended since (PROCESS.md §3).
 */
export function notFilled(filled: Filled, view: View, named: readonly BodyId[] = []): RoundRefusal | null {
  const { form } = view.round.definition;
  if (form === undefined) return null;
  const own = organisationsField(form);
  const fields = fieldsOf(form).filter((field) => field !== own);
  const faulty = fields.filter((field) => isFaulty(field, filled.texts.fields, filled.facts)).map(({ id }) => id);
  if (faulty.length > 0) return { name: 'FieldsMissing', fields: faulty };
  return (
    strangeOrganisation(fields, filled, view) ??
    organisations(own, filled, [...named, ...partiesOf(view, own?.from ?? [])], view)
  );
}

/**
 * What a draft lacks before it can be sent, in the form's order: what `FieldsMissing` would name, and the organisations
 * where the task has nominations backed.
 */
export function lacking(
  form: Form,
  draft: { readonly texts: Readonly<Record<FieldId, string>>; readonly facts: Facts },
  backing: boolean,
): readonly FieldId[] {
  const own = organisationsField(form);
  const filled = new Set(Object.keys(draft.texts));
  const written = fieldsOf(form).flatMap(({ id }) => (filled.has(id) ? [id] : []));
  const isLacking = (field: Field): boolean =>
    isFaulty(field === own ? { ...field, required: field.required || backing } : field, written, draft.facts);
  return fieldsOf(form).flatMap((field) => (isLacking(field) ? [field.id] : []));
}

/** True when `value` is a whole number within the field's bounds. */
export function isNumberWithin(value: Value, { min, max }: Field): boolean {
  return (
    typeof value === 'number' &&
    Number.isSafeInteger(value) &&
    (min === undefined || value >= min) &&
    (max === undefined || value <= max)
  );
}

/**
 * The facts of known fields, without any other key that came with a card. On whose behalf it is nominated is said by
 * `onBehalfOf`, so the form's own field for it holds the same.
 */
export function factsOf(form: Form | undefined, facts: Facts, onBehalfOf: readonly BodyId[]): Facts {
  if (form === undefined) return {};
  const own = organisationsField(form);
  return Object.fromEntries(
    fieldsOf(form).flatMap((field): [FieldId, Value][] => {
      const value = field === own ? onBehalfOf : facts[field.id];
      return isFact(field) && value !== undefined ? [[field.id, value]] : [];
    }),
  );
}

export function fieldsOf(form: Form): readonly Field[] {
  return form.pages.flatMap((page) => page.fields);
}

function organisationsField(form: Form): Field | undefined {
  return fieldsOf(form).find(({ id }) => id === form.backedByField);
}

function isFact({ kind }: Field): boolean {
  return kind !== 'text' && kind !== 'longText';
}

function isFaulty(field: Field, written: readonly FieldId[], facts: Facts): boolean {
  if (!isFact(field)) return field.required && !written.includes(field.id);
  const value = facts[field.id];
  return value === undefined || isEmpty(value) ? field.required : !isAllowed(field, value);
}

function isEmpty(value: Value): boolean {
  return value === '' || value === false || (Array.isArray(value) && value.length === 0);
}

function isAllowed(field: Field, value: Value): boolean {
  const options = new Set((field.options ?? []).map(({ id }) => id));
  switch (field.kind) {
    case 'number':
      return isNumberWithin(value, field);
    case 'choice':
      return typeof value === 'string' && options.has(value);
    case 'choices':
      return Array.isArray(value) && value.every((option) => options.has(option));
    case 'bodies':
      return Array.isArray(value);
    case 'confirm':
      return value === true;
    case 'text':
    case 'longText':
      return true;
    default:
      return never(field.kind);
  }
}

/** An organisation that another field of the form does not offer. */
function strangeOrganisation(fields: readonly Field[], { facts }: Filled, view: View): RoundRefusal | null {
  for (const field of fields) {
    const chosen = field.kind === 'bodies' ? facts[field.id] : undefined;
    const offered: readonly string[] = partiesOf(view, field.from ?? []);
    const strange = Array.isArray(chosen) ? chosen.find((id) => !offered.includes(id)) : undefined;
    if (strange !== undefined) return { name: 'UnknownOrganisation', bodyId: strange };
  }
  return null;
}

/** On whose behalf: known organisations of the form's field, and at least one where it asks for them. */
function organisations(
  field: Field | undefined,
  { onBehalfOf }: Filled,
  offered: readonly BodyId[],
  view: View,
): RoundRefusal | null {
  const strange = onBehalfOf.find((id) => !offered.includes(id));
  if (strange !== undefined) return { name: 'UnknownOrganisation', bodyId: strange };
  const isNeeded = field !== undefined && (field.required || view.definition.backing);
  return isNeeded && onBehalfOf.length === 0 ? { name: 'OrganisationsMissing' } : null;
}
