// An answer given outside Teams (by letter, by telephone, at a meeting) that the secretariat enters for a seat, with where it
// comes from. It counts as the seat's own, and everybody sees that it was entered and by whom.
import type { Context } from '../../../context';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import { as, type FieldId } from '../../../ids';
import { has } from '../../../text';
import type { RoundCommand } from '../../commands';
import type { RoundEvent } from '../../events';
import { answererOf, isSecretariat, seatsOf } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { TaskView } from '../kind';
import { checkedBallot, notEntitled } from './cast';
import type { CollegialKind } from './choices';
import { isSecret } from './secret';

type Command = Extract<RoundCommand, { type: 'RecordAnswer' }>;

/**
 * By the secretariat alone, with a `source`; what the one who answers for the seat could give himself, and nothing else.
 * Never in a secret ballot: it would be known what was voted.
 */
export function recordAnswer(
  command: Command,
  view: TaskView<CollegialKind>,
  context: Context,
): Decision<RoundEvent, RoundRefusal> {
  const { actor } = context;
  if (actor.kind !== 'person' || !isSecretariat(view.round, actor.personId, view.date)) {
    return refused({ name: 'NotSecretariat' });
  }
  if (isSecret(view.definition)) return refused({ name: 'SecretNotEntered' });
  const mandate = seatsOf(view.round, view.definition, view.date).find(({ id }) => id === command.mandateId);
  if (mandate === undefined) return refused({ name: 'NoMandate' });
  const answerer = answererOf(view.task, mandate);
  const entitled: Context = { ...context, actor: { kind: 'person', personId: answerer } };
  const heldOut = notEntitled(command.mandateId, view, entitled);
  if (heldOut !== null) return refused(heldOut);
  if (!has(command.ballot.texts, as<FieldId>('source'))) return refused({ name: 'SourceMissing' });
  const checked = checkedBallot(command, view, entitled);
  if (checked === 'unchanged') return unchanged;
  return 'name' in checked ? refused(checked) : accepted({ ...checked, givenBy: answerer });
}
