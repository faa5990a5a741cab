// "Mind dem, der mangler": chair or secretariat has everybody who has something left in a task reminded now, once a day. The
// reminder goes the way of all reminders: gathered, in reading hours, and dropped if it is done by then.
import type { VerbData } from '../../cards/verbs';
import { byChair, bySecretariat } from '../../services/process/round/lifecycle/rights';
import { outstandingIn } from '../../services/process/round/outstanding';
import { taskDefinition } from '../../services/process/round/queries';
import { readingHours } from '../../services/delivery/digestDays';
import type { Answer } from './answer';
import { fault, inRound, said } from './say';
import type { Turn } from './turn';

export async function ballotNudge(turn: Turn, data: VerbData<'ballot.nudge'>): Promise<Answer> {
  return inRound(turn, data.roundId, async ({ round, calendar, date }) => {
    const definition = taskDefinition(round, data.taskId);
    if (definition === undefined) return fault(turn, { name: 'UnknownTask' });
    const context = { actor: { kind: 'person', personId: turn.person.id }, now: turn.now, calendar } as const;
    if (!bySecretariat(round, context) && !byChair(round, definition, context))
      return fault(turn, { name: 'NotChair' });
    const dueAt = calendar.nextSendingTime(turn.now, readingHours);
    const left = outstandingIn(round, data.taskId, date);
    await turn.parts.notices.want(
      left.map(({ personId, wanted }) => ({
        key: ['nudge', round.id, data.taskId, date, wanted, personId].join('/'),
        addressKey: `personal/${personId}`,
        kind: 'reminder',
        data: { roundId: round.id, taskId: data.taskId, wanted, since: turn.now },
        dueAt,
      })),
    );
    return said(turn, 'nudged');
  });
}
