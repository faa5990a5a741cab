// What is done beside the cards: a message filed to a case, and the notes of a round. The message itself comes from Teams.
import { z } from 'zod';
import * as s from './shapes';

/** A round, or one of its nominations, as one choice: `round` or `round/nomination`. */
const filedTo = z
  .string()
  .transform((text) => text.split('/'))
  .pipe(z.union([z.tuple([s.roundId]), z.tuple([s.roundId, s.nominationId])]));

/** One line of a journal. */
export const themeMax = 200;

export const besideVerbs = {
  'note.file': z.object({ case: filedTo.optional(), theme: s.optionalText }),
  'notes.show': z.object({ roundId: s.roundId, page: s.page.optional() }),
};
