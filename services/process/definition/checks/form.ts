// Checks of the nomination form, the principles and the scale: each id once, references to fields of the right kind.
import { hint, some, type Fault, type PathPart } from '../faults';
import type { Field, Form } from '../schema';
import { fault, repeated, type Check, type Checked } from './check';

interface PlacedField {
  readonly field: Field;
  readonly path: readonly PathPart[];
}

export const checkForm: Check = (checked) => {
  const { form } = checked.definition;
  if (form === undefined) return formMissing(checked);
  const fields = fieldsOf(form);
  return [
    ...repeated(
      'fields',
      fields.map(({ field }) => field.id),
      (at) => [...(fields[at]?.path ?? []), 'id'],
    ),
    ...titleField(form, fields),
    ...backedByField(form, fields, checked),
    ...fields.flatMap(fieldFaults),
  ];
};

function fieldsOf(form: Form): readonly PlacedField[] {
  return form.pages.flatMap((page, pageAt) =>
    page.fields.map((field, at) => ({ field, path: ['form', 'pages', pageAt, 'fields', at] })),
  );
}

function formMissing({ tasks }: Checked): readonly Fault[] {
  const nominate = tasks.find(({ task }) => task.kind === 'nominate');
  if (nominate === undefined) return [];
  const message = `Task "${nominate.task.id}" takes nominations, so the file needs a form: titleField and at least one page.`;
  return [fault(['form'], message)];
}

function titleField(form: Form, fields: readonly PlacedField[]): readonly Fault[] {
  const path = ['form', 'titleField'];
  const found = fields.find(({ field }) => field.id === form.titleField);
  if (found === undefined) return [unknownField(form.titleField, fields, path)];
  if (found.field.kind !== 'text') {
    return [
      fault(path, `The title must be a field of the kind "text"; "${form.titleField}" is "${found.field.kind}".`),
    ];
  }
  if (found.field.required) return [];
  return [
    fault(
      [...found.path, 'required'],
      `"${form.titleField}" names the nomination in lists, so it must be required: true.`,
    ),
  ];
}

function backedByField(form: Form, fields: readonly PlacedField[], { tasks }: Checked): readonly Fault[] {
  const path = ['form', 'backedByField'];
  const backing = tasks.find(({ task }) => task.kind === 'nominate' && task.backing)?.task.id;
  if (form.backedByField === undefined) {
    if (backing === undefined) return [];
    const message = `Task "${backing}" asks for backing, so the form must say who backs: name a field of the kind "bodies" here,`;
    return [fault(path, `${message} or write backing: false in the task.`)];
  }
  const found = fields.find(({ field }) => field.id === form.backedByField);
  if (found === undefined) return [unknownField(form.backedByField, fields, path)];
  if (found.field.kind !== 'bodies') {
    return [
      fault(
        path,
        `Those who back must come from a field of the kind "bodies"; "${found.field.id}" is "${found.field.kind}".`,
      ),
    ];
  }
  if (found.field.required || backing === undefined) return [];
  return [
    fault(
      [...found.path, 'required'],
      `Task "${backing}" asks for backing by those chosen here, so it must be required: true.`,
    ),
  ];
}

function unknownField(id: string, fields: readonly PlacedField[], path: readonly PathPart[]): Fault {
  const ids = fields.map(({ field }) => field.id);
  return fault(path, `The form has no field "${id}".${hint(id, ids)} Fields: ${some(ids, 'and', 20)}.`);
}

function fieldFaults({ field, path }: PlacedField): readonly Fault[] {
  const choosing = field.kind === 'choice' || field.kind === 'choices';
  const options = field.options ?? [];
  return [
    ...repeated(
      'options',
      options.map(({ id }) => id),
      (at) => [...path, 'options', at, 'id'],
    ),
    ...(choosing && options.length < 2
      ? [fault([...path, 'options'], `"${field.id}" is a choice, so it needs at least two options.`)]
      : []),
    ...(field.kind === 'bodies' && field.from === undefined
      ? [fault([...path, 'from'], `"${field.id}" asks for bodies, so say which: for example from: ["kind:region"].`)]
      : []),
    ...(field.min !== undefined && field.max !== undefined && field.min > field.max
      ? [fault([...path, 'max'], `"${field.id}" can be nothing: max (${field.max}) is less than min (${field.min}).`)]
      : []),
    ...misplaced(field, path),
  ];
}

/** Settings that mean nothing for the field's kind: better said than quietly ignored. */
function misplaced(field: Field, path: readonly PathPart[]): readonly Fault[] {
  const belongs: readonly (readonly [keyof Field, readonly Field['kind'][]])[] = [
    ['options', ['choice', 'choices']],
    ['from', ['bodies']],
    ['min', ['number']],
    ['max', ['number']],
    ['unit', ['number']],
  ];
  return belongs.flatMap(([key, kinds]) => {
    if (field[key] === undefined || kinds.includes(field.kind)) return [];
    return [
      fault(
        [...path, key],
        `"${key}" is for fields of the kind ${some(kinds, 'or')}; "${field.id}" is "${field.kind}". Remove it.`,
      ),
    ];
  });
}

/** Principles, scale and evidence: each once, the scale from lowest to highest, and enough for a task that assesses. */
export const checkScale: Check = ({ definition, tasks }) => {
  const { principles, scale, evidence } = definition;
  const assess = tasks.find(({ task }) => task.kind === 'assess')?.task.id;
  const values = scale.flatMap(({ value }, at) => (value === null ? [] : [{ value, at }]));
  const disorder = values.find(({ value }, at) => at > 0 && value <= (values[at - 1]?.value ?? value));
  return [
    ...repeated(
      'principles',
      principles.map(({ id }) => id),
      (at) => ['principles', at, 'id'],
    ),
    ...repeated(
      'steps of the scale',
      scale.map(({ id }) => id),
      (at) => ['scale', at, 'id'],
    ),
    ...repeated(
      'grades of evidence',
      evidence.map(({ id }) => id),
      (at) => ['evidence', at, 'id'],
    ),
    ...(disorder === undefined
      ? []
      : [
          fault(
            ['scale', disorder.at, 'value'],
            'The scale goes from the lowest value to the highest, each once. null means "cannot be judged".',
          ),
        ]),
    ...(assess !== undefined && !principles.some(({ scored }) => scored)
      ? [fault(['principles'], `Task "${assess}" assesses, so at least one principle must have scored: true.`)]
      : []),
    ...(assess !== undefined && values.length < 2
      ? [fault(['scale'], `Task "${assess}" assesses, so the scale needs at least two steps with a value.`)]
      : []),
  ];
};
