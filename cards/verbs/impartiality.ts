// What the cards of impartiality carry: ids and choices. Who declares or votes comes from Teams, never from the card.
import { z } from 'zod';
import * as s from './shapes';

const ground = z
  .enum(['ownInterest', 'closePerson', 'association', 'supervision', 'institution', 'other'])
  .optional()
  .catch(undefined);
const nomination = { roundId: s.roundId, nominationId: s.nominationId };

export const impartialityVerbs = {
  /** Opens the declaration: nominations to tick. */
  /** `list`: opened from a list of what waits, which is made anew when the dialog is over. */
  'interests.open': z.object({ roundId: s.roundId, list: s.fromTasks }),
  /** The ticks: none is the whole declaration; for each a ground is asked. */
  'interests.choose': z.object({ roundId: s.roundId, basis: s.basis, picked: s.ticked }),
  'interests.declare': s.withInputs({ roundId: s.roundId, basis: s.basis }, { grounds: 'ground_', abouts: 'about_' }),
  /** One possible conflict: the viewer's own unless another member is chosen. */
  'conflict.open': z.object(nomination),
  'conflict.report': z.object({
    ...nomination,
    person: s.personId.optional().catch(undefined),
    ground,
    reason: s.optionalText,
  }),
  /** All that is open before the viewer, in one batch. */
  'rulings.open': z.object({ roundId: s.roundId, list: s.fromTasks }),
  'rulings.vote': s.withInputs({ roundId: s.roundId, basis: s.basis, reason: s.optionalText }, { votes: 'vote_' }),
};
