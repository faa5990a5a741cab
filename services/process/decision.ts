// What a decision of the rules can be. Values only: a refusal is never thrown.

/** A command led to events, was already done, or is refused for a named reason. */
export type Decision<Event, Refusal> =
  | { readonly kind: 'accepted'; readonly events: readonly Event[] }
  /** What the command asks for is already so: nothing is committed, the person sees what stands. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export const unchanged = { kind: 'unchanged' } as const;

export function accepted<Event>(...events: readonly Event[]): { kind: 'accepted'; events: readonly Event[] } {
  return { kind: 'accepted', events };
}

export function refused<Refusal>(refusal: Refusal): { kind: 'refused'; refusal: Refusal } {
  return { kind: 'refused', refusal };
}

/** Ends a switch over a union: the compiler proves that nothing reaches it. */
export function never(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
