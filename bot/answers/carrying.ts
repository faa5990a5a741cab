// Taking along into the round that takes nominations now what an earlier one left: drafts never sent, and nominations that
// were too late. Only ever by the tap of somebody whose it is.
import type { VerbData } from '../../cards/verbs';
import type { Form } from '../../services/process/definition/schema';
import { isLateNomination, isOver, taskTaking } from '../../services/process/round/carrying';
import type { RoundState } from '../../services/process/round/state';
import { as, type PersonId, type TaskId } from '../../services/process/ids';
import type { KeptDraft } from '../../services/store/ports';
import type { Answer } from './answer';
import type { NominationDraft } from './drafts';
import { draftKinds } from './drafts';
import { isSharedWith, writtenIn } from './editing';
import { nominationsShow } from './personal';
import { fault, inRound } from './say';
import type { Standing, Turn } from './turn';
import { looking, standingOf } from './turn';

type Carried = VerbData<'nomination.carry'>;

/**
 * One's nominations again, with the draft among them in its new round; pressed twice it is there once, and pressed after it was
 * sent there it brings nothing back.
 */
export async function nominationCarry(turn: Turn, data: Carried): Promise<Answer> {
  return inRound(turn, data.roundId, async ({ round }) => {
    const { form } = round.definition;
    if (form === undefined || taskTaking(round, turn.now) !== data.taskId) return fault(turn, { name: 'NothingHere' });
    if (round.nominations[data.nominationId] !== undefined) return nominationsShow(turn, {});
    const found = await standingOf(turn, data.from);
    const from = found !== null && found.round.startsAt < round.startsAt ? found : null;
    const stored = await turn.parts.drafts.read(data.nominationId);
    const isThere = stored?.subject === subjectOf(data) && isSharedWith(turn, stored);
    if (!isThere && (from === null || !(await carried(turn, data, from, stored, form))))
      return fault(turn, { name: 'DraftNotShared' });
    return nominationsShow(turn, {});
  });
}

async function carried(
  turn: Turn,
  data: Carried,
  from: Standing,
  stored: KeptDraft | null,
  form: Form,
): Promise<boolean> {
  const late = lateOf(turn, data, from.round);
  const to = { subject: subjectOf(data), updatedAt: turn.now };
  if (stored !== null) {
    const isHis = late !== undefined || isSharedWith(turn, stored);
    if (!isHis || !isLeftIn(from.round, stored)) return false;
    await shareWith(turn, stored, late?.nominators ?? []);
    return turn.parts.drafts.change(stored.id, stored.revision, { ...to, data: fitting(writtenIn(stored), form) });
  }
  if (late === undefined) return false;
  const texts = (await looking(turn, from.calendar, (look) => look.texts(late.texts))) ?? {};
  const kept = { id: late.id, personId: turn.person.id, kind: draftKinds.nomination };
  await turn.parts.drafts.save({ ...kept, ...to, data: fitting({ texts, facts: late.facts }, form) });
  await shareWith(turn, kept, late.nominators);
  return true;
}

/** What was nominated together is written on together, whoever of them began the draft. */
async function shareWith(
  turn: Turn,
  { id, personId }: Pick<KeptDraft, 'id' | 'personId'>,
  nominators: readonly PersonId[],
): Promise<void> {
  for (const other of nominators) if (other !== personId) await turn.parts.drafts.share(id, personId, other);
}

function lateOf(turn: Turn, { nominationId }: Carried, from: RoundState) {
  const nomination = from.nominations[nominationId];
  const isLate = nomination !== undefined && isLateNomination(from, nomination);
  return isLate && nomination.nominators.includes(turn.person.id) ? nomination : undefined;
}

/** A nomination's draft of that round, in which nothing more is taken. */
function isLeftIn(from: RoundState, { kind, subject }: KeptDraft): boolean {
  const [roundId, taskId] = subject.split('/');
  return kind === draftKinds.nomination && roundId === from.id && isOver(from, as<TaskId>(taskId ?? ''));
}

/** What of it the round's own form asks for. */
function fitting({ texts, facts }: NominationDraft, form: Form): NominationDraft {
  const known = new Set<string>(form.pages.flatMap(({ fields }) => fields.map(({ id }) => id)));
  const only = <Value>(values: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => known.has(id)));
  return { texts: only(texts), facts: only(facts) };
}

function subjectOf({ roundId, taskId }: Carried): string {
  return `${roundId}/${taskId}`;
}
