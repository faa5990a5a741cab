// Notes of a case: messages of Teams that somebody who works on it has filed, each with its date and a short theme. A
// journal, not a conversation: nothing is changed or taken out, and nothing waits for anybody.
import type { Instant } from '../../../calendar';
import type { Context } from '../../../context';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import { as, type FieldId, type NominationId, type PersonId } from '../../../ids';
import { has, type TextsRef } from '../../../text';
import type { Recorded, RoundEvent } from '../../events';
import { personOf } from '../../kinds/acting';
import { inForce } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { RoundState } from '../../state';
import { mayTakePart } from '../impartiality/standing';
import type { MatterRules } from '../matter';
import type { NoteCommand } from './messages';

export interface Note {
  readonly messageKey: string;
  readonly nominationId: NominationId | null;
  readonly sentAt: Instant;
  readonly texts: TextsRef;
  readonly filedBy: PersonId;
  readonly filedAt: Instant;
}

/** In the order in which they were filed. */
export type Notes = readonly Note[];

const theme = as<FieldId>('theme');

export const notes: MatterRules<'notes'> = {
  begin: [],
  decide: (command, round, context) => file(command as NoteCommand, round, context),
  evolve: (slice, { event, by, at }: Recorded<RoundEvent>) => {
    if (event.type !== 'NoteFiled' || by === null) return slice;
    const { messageKey, nominationId, sentAt, texts } = event;
    return [...slice, { messageKey, nominationId, sentAt, texts, filedBy: by, filedAt: at }];
  },
  outstanding: () => [],
  settle: () => [],
  moments: () => [],
  holdsBack: () => false,
};

/**
 * Anyone who has a seat in the round files, on a nomination he may take part in or on the round. A closed round's case takes
 * no more.
 */
function file(command: NoteCommand, round: RoundState, context: Context): Decision<RoundEvent, RoundRefusal> {
  const { messageKey, nominationId, sentAt, texts } = command;
  const personId = personOf(context);
  if (round.status === 'closed') return refused({ name: 'RoundClosed' });
  if (personId === null || !hasSeat(round, personId, context)) return refused({ name: 'NoMandate' });
  if (nominationId !== null) {
    if (round.nominations[nominationId] === undefined) return refused({ name: 'UnknownNomination' });
    if (!mayTakePart(round, personId, nominationId)) return refused({ name: 'HeldOut', nominationIds: [nominationId] });
  }
  if (!has(texts, theme)) return refused({ name: 'TextMissing' });
  const stands = round.matters.notes.some(
    (note) => note.messageKey === messageKey && note.nominationId === nominationId,
  );
  return stands ? unchanged : accepted({ type: 'NoteFiled', messageKey, nominationId, sentAt, texts });
}

function hasSeat({ electorate }: RoundState, personId: PersonId, { calendar, now }: Context): boolean {
  const date = calendar.dateOf(now);
  return Object.values(electorate.mandates).some(
    (mandate) => (mandate.holder === personId || mandate.substitute === personId) && inForce(mandate, date),
  );
}
