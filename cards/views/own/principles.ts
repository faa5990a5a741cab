// Which principles are scored and which are only commented on; the definition says it (PROCESS.md §4).
import type { Definition } from '../../../services/process/definition/schema';

type Principle = Definition['principles'][number];

export function isPrincipleUnscored(principle: Principle): boolean {
  return !principle.scored;
}
