// Which letters a round wants for single people, each once under its key: receipts, returned drafts, outcomes, answers.
// Must not make them; that is compose.ts, at the moment of sending.
import type { Calendar, Instant, LocalDate } from '../process/calendar';
import type { PersonId } from '../process/ids';
import type { Outstanding } from '../process/round/kinds/kind';
import { followersOf } from '../process/round/matters/following';
import { outstandingIn } from '../process/round/outstanding';
import { taskDefinition } from '../process/round/queries';
import type { Nomination, RoundState } from '../process/round/state';
import type { Wanted } from './wanted';

/**
 * Receipts and returned drafts to every nominator, outcomes to followers too, answers to whoever asked. Asked after every
 * commit; what a letter says is asked again when it is sent.
 */
export function lettersOf(round: RoundState, now: Instant, calendar: Calendar): readonly Wanted[] {
  return [...ofNominations(round, now), ...ofBackings(round, now, calendar), ...ofAnswers(round)];
}

/** Whoever speaks for an organisation is told of each nomination that begins to wait for it; then reminded as of any task. */
function ofBackings(round: RoundState, now: Instant, calendar: Calendar): readonly Wanted[] {
  return backingsOf(round, calendar.dateOf(now)).flatMap(({ personId, bodyId, nominationIds }) =>
    nominationIds.map((nominationId) => ({
      key: `backing/${round.id}/${nominationId}/${String(round.nominations[nominationId]?.askedAt ?? 0)}/${bodyId}/${personId}`,
      addressKey: `personal/${personId}`,
      kind: 'backing',
      data: { roundId: round.id, nominationId, bodyId },
      dueAt: now,
    })),
  );
}

/** Who is asked to back what, on `date`. */
export function backingsOf(round: RoundState, date: LocalDate): readonly Outstanding[] {
  return Object.values(round.tasks)
    .filter(({ work, status }) => work.family === 'nominating' && status === 'open')
    .flatMap(({ id }) => outstandingIn(round, id, date))
    .filter(({ wanted }) => wanted === 'backing');
}

function ofNominations(round: RoundState, now: Instant): readonly Wanted[] {
  const notified = notifiedAt(round);
  return Object.values(round.nominations).flatMap((nomination) => [
    ...receipts(round, nomination),
    ...(nomination.returned === null ? [] : letters(round, nomination, 'returned', now, `/${nomination.revision}`)),
    ...(notified === null || nomination.status !== 'submitted'
      ? []
      : letters(round, nomination, 'outcome', notified, '', followersOf(round, nomination.id))),
  ]);
}

/** For what was submitted in this round: whoever comes over from an earlier one has his receipt from there. */
function receipts(round: RoundState, nomination: Nomination): readonly Wanted[] {
  const { submittedAt } = nomination;
  return submittedAt === null || submittedAt < round.startsAt
    ? []
    : letters(round, nomination, 'receipt', submittedAt, '');
}

function letters(
  round: RoundState,
  nomination: Nomination,
  kind: 'receipt' | 'returned' | 'outcome',
  dueAt: Instant,
  version: string,
  others: readonly PersonId[] = [],
): readonly Wanted[] {
  return [...new Set([...nomination.nominators, ...others])].map((personId) => ({
    key: `${kind}/${round.id}/${nomination.id}${version}/${personId}`,
    addressKey: `personal/${personId}`,
    kind,
    data: { roundId: round.id, nominationId: nomination.id },
    dueAt,
  }));
}

/** Whoever asked a nominator is told of the answer. */
function ofAnswers(round: RoundState): readonly Wanted[] {
  return Object.values(round.matters.questions.asked).flatMap(({ id, by, answer }) =>
    answer === null
      ? []
      : [
          {
            key: `answered/${round.id}/${id}/${by}`,
            addressKey: `personal/${by}`,
            kind: 'answered',
            data: { roundId: round.id, questionId: id },
            dueAt: answer.at,
          },
        ],
  );
}

/** When the nominators' notice was given: the closing of the task that has this effect; null before. */
export function notifiedAt(round: RoundState): Instant | null {
  const closed = Object.values(round.tasks).filter((task) => {
    const definition = taskDefinition(round, task.id);
    return definition?.kind === 'publish' && definition.effects.includes('notifyNominators');
  });
  return closed.map((task) => task.closedAt).find((at) => at !== null) ?? null;
}
