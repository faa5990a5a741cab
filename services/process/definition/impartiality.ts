// How a definition wants impartiality handled (PROCESS.md §6). Without it nobody is asked to declare; conflicts can be
// reported all the same. Shape only.
import { z } from 'zod';
import { note, parties } from './parts';

const days = z.number().int().min(1).max(60);

export const impartialitySchema = z.strictObject({
  /** Working days to declare in, from the opening of a task about nominations; 5 when absent. */
  declareDays: days.exactOptional(),
  /** Working days to rule in, from the first report of a batch; 5 when absent. */
  rulingDays: days.exactOptional(),
  /** Who rules; when absent the members who answer the task the person takes part in. */
  decidedBy: parties.exactOptional(),
  /** Each of them has a vote, or the chair rules on their behalf; `members` when absent. */
  ruledBy: z.enum(['members', 'chair']).exactOptional(),
  note,
});
