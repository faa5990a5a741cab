// What a scenario needs to know of a definition, read as plain data: ids, forms, who owns what. No rules (DESIGN.md §8).
import { z } from 'zod';

const bilingual = z.looseObject({ da: z.string() });

const field = z.looseObject({
  id: z.string(),
  label: bilingual,
  kind: z.string(),
  required: z.boolean().default(false),
  options: z.array(z.looseObject({ id: z.string() })).optional(),
  from: z.array(z.string()).optional(),
  min: z.number().optional(),
});

const task = z.looseObject({
  kind: z.string(),
  id: z.string(),
  title: bilingual,
  bodies: z.array(z.string()),
  after: z.array(z.string()).default([]),
  backing: z.boolean().default(true),
  openToAll: z.boolean().default(true),
  effects: z.array(z.string()).default([]),
});

const schema = z.looseObject({
  name: z.string(),
  title: bilingual,
  secretariat: z.string(),
  bodies: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.string(),
      da: z.string(),
      validFrom: z.string().optional(),
      validTo: z.string().optional(),
    }),
  ),
  form: z
    .looseObject({
      titleField: z.string(),
      backedByField: z.string().optional(),
      pages: z.array(z.looseObject({ fields: z.array(field) })),
    })
    .optional(),
  steps: z.array(z.looseObject({ id: z.string(), title: bilingual, tasks: z.array(task) })),
});

export type PlainDefinition = z.output<typeof schema>;
export type PlainTask = z.output<typeof task>;
export type PlainField = z.output<typeof field>;

/** Reads what is needed; faults of its own the product tells when it starts. */
export function readPlainDefinition(value: unknown): z.ZodSafeParseResult<PlainDefinition> {
  return schema.safeParse(value);
}

export function tasksOf(definition: PlainDefinition): readonly PlainTask[] {
  return definition.steps.flatMap((step) => step.tasks);
}

export function fieldsOf(definition: PlainDefinition): readonly PlainField[] {
  return definition.form?.pages.flatMap((page) => page.fields) ?? [];
}

/** Bodies of a list of parties (`some-body`, `kind:region`) that exist on a day. */
export function partiesOf(
  definition: PlainDefinition,
  parties: readonly string[],
  date: string,
): readonly PlainDefinition['bodies'][number][] {
  return definition.bodies
    .filter(({ validFrom, validTo }) => (validFrom ?? '') <= date && date <= (validTo ?? '9999'))
    .filter(({ id, kind }) => parties.includes(id) || parties.includes(`kind:${kind}`));
}
