// How much memory the process may take before it tidies up: a bot shares its machine, and V8 by itself lets the heap grow
// to several times of what lives in it.
import { setFlagsFromString } from 'node:v8';

/**
 * The heap is tidied when it has grown by this much over what lived in it last time. Under a committee's votes that is once
 * in two seconds for some 30 ms in the background, and holds the process below half of what it takes otherwise.
 */
const growthPercent = 40;

/** Holds from the next tidying on, for the whole process. */
export function keepMemorySmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
}
