// Values whose keys are not ours (forms, Teams' references, settings) are kept as JSON text: a database would read some of
// those keys as operators or paths, and mongoose drops empty objects.

/** JSON text of any plain value; `undefined` becomes null. */
export function toJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}

export function fromJson(text: string): unknown {
  return JSON.parse(text) as unknown;
}
