// Which body stands where another stood: validity and successors (PROCESS.md §3). Pure look-ups on a set of bodies.
import type { LocalDate } from '../calendar';
import type { Body } from '../definition/schema';
import type { BodyId } from '../ids';

type Bodies = Readonly<Record<BodyId, Body>>;

/** True when the body exists on that day. A body without dates always does. */
export function existsOn(body: Body, date: LocalDate): boolean {
  return (body.validFrom ?? date) <= date && date <= (body.validTo ?? date);
}

/** True for a body that exists on that day or will: what a round that begins then may meet. */
export function existsFrom(body: Body, date: LocalDate): boolean {
  return date <= (body.validTo ?? date);
}

/**
 * The body itself and all that followed it, in order of succession: `region-hovedstaden`, `region-oestdanmark`.
 * Unknown ids give an empty list; a succession that runs in a circle ends where it would begin again.
 */
export function lineOf(bodies: Bodies, id: BodyId): readonly Body[] {
  const line: Body[] = [];
  for (let next: BodyId | undefined = id; next !== undefined;) {
    const body: Body | undefined = bodies[next];
    if (body === undefined || line.includes(body)) break;
    line.push(body);
    next = body.successor;
  }
  return line;
}

/** The body that stands for `id` on that day: itself, or the first successor that exists; null where there is none. */
export function bodyOn(bodies: Bodies, id: BodyId, date: LocalDate): Body | null {
  return lineOf(bodies, id).find((body) => existsOn(body, date)) ?? null;
}
