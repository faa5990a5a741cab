// Text in both languages of the product, as it stands in data files (definitions, bodies). Never in code.
import { z } from 'zod';

export type Language = 'da' | 'en';

/** A text of a data file: Danish is the default, English the second language (PROCESS.md §7). */
export const bilingual = z.strictObject({ da: z.string().min(1).max(2_000), en: z.string().min(1).max(2_000) });
export type Bilingual = z.infer<typeof bilingual>;
