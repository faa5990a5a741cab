// What people did against what the record says they did: nothing lost that was acknowledged, nothing there that nobody did.
import { datum } from '../players/screen';
import type { Entry } from '../players/journal';
import { eventsOf, text, type RecordedEvent } from '../evidence/record';
import { secretTasks } from './boxes';
import { count, personIds, type Evidence, type Invariant } from './invariant';

interface Act {
  /** The events it may stand as. */
  readonly types: readonly string[];
  /** Ids that name it, in the button's data and in the event alike. */
  readonly ids: readonly string[];
  /** True where several may do it for their body: doing what another has just done is acknowledged and changes nothing. */
  readonly shared?: true;
  /** False where the button was pressed for something else (a page turned). */
  readonly when?: (entry: Entry) => boolean;
}

const isFinish = ({ data }: Entry): boolean => data['go'] === 'finish';

/** What a press becomes in the record. Verbs that only show something are not among them. */
const acts: Readonly<Record<string, Act>> = {
  'ballot.cast': { types: ['BallotCast'], ids: ['taskId'] },
  'ballot.confirm': { types: ['BallotCast'], ids: ['taskId'] },
  'ranking.give': { types: ['BallotCast'], ids: ['taskId'] },
  'nomination.save': {
    types: ['NominationSentForBacking', 'NominationRevised'],
    ids: ['nominationId'],
    when: isFinish,
  },
  'nomination.back': { types: ['NominationBacked'], ids: ['nominationId'], shared: true },
  'nomination.return': { types: ['NominationReturned'], ids: ['nominationId'] },
  'assessment.give': { types: ['AssessmentGiven', 'AssessmentKept'], ids: ['taskId', 'nominationId'] },
  'assessment.keep': { types: ['AssessmentGiven', 'AssessmentKept'], ids: ['taskId', 'nominationId'] },
  'remark.make': { types: ['RemarkMade'], ids: ['taskId'] },
  'statement.give': { types: ['StatementGiven'], ids: ['taskId'], shared: true },
  'conclusion.draft': {
    types: ['ConclusionDrafted'],
    ids: ['taskId', 'nominationId'],
    when: ({ typed }) => (typed['outcome'] ?? '') !== '',
    shared: true,
  },
  'conclusions.sign': { types: ['ConclusionsSigned'], ids: ['taskId'], shared: true },
  'selection.propose': { types: ['SelectionProposed'], ids: ['taskId'], shared: true },
  'grouping.propose': { types: ['GroupsProposed'], ids: ['taskId'], shared: true },
  'grouping.confirm': { types: ['GroupsConfirmed'], ids: ['taskId'], shared: true },
  'appointment.make': { types: ['MemberAppointed'], ids: ['taskId', 'network'] },
  'document.save': { types: ['DocumentSubmitted'], ids: ['taskId'], when: isFinish },
  'document.agree': { types: ['DocumentAgreed'], ids: ['taskId'], shared: true },
  'publication.publish': { types: ['Published'], ids: ['taskId'], shared: true },
  'mandate.give': { types: ['MandateGiven'], ids: [] },
  'channel.bind': { types: ['ChannelBound'], ids: [] },
  'setup.begin': { types: ['RoundStarted'], ids: [] },
};

/** Choices that lead to a question first (for which seat, or whether to replace an answer): no answer yet. */
function asksFirst(entries: readonly Entry[], at: number): boolean {
  const next = entries.slice(at + 1).find(({ person }) => person === entries[at]?.person);
  const isCast = entries[at]?.verb === 'ballot.cast';
  if (!isCast || next === undefined || datumOf(next, 'taskId') !== datumOf(entries[at], 'taskId')) return false;
  return next.verb === 'ballot.confirm' || (next.verb === 'ballot.cast' && datumOf(entries[at], 'mandateId') === '');
}

function datumOf(entry: Entry | undefined, key: string): string {
  return entry === undefined ? '' : datum({ data: entry.data } as Parameters<typeof datum>[0], key);
}

/** Done presses that must stand in the record, each under a key that event and press share. */
function acknowledged({ entries, record, round }: Evidence): ReadonlyMap<string, number> {
  const ids = personIds(record);
  // What goes into a box stands nowhere under a name: `boxes.ts` looks at who is said to have voted.
  const secret = secretTasks(round);
  const done = entries.filter((entry, at) => {
    const act = acts[entry.verb];
    const stands = act !== undefined && entry.end === 'done' && (act.when?.(entry) ?? true);
    return stands && !asksFirst(entries, at) && !secret.has(datumOf(entry, 'taskId'));
  });
  return count(done, (entry) => {
    const act = acts[entry.verb];
    const about = (act?.ids ?? []).map((key) => datumOf(entry, key));
    return [act?.shared ? '' : (ids.get(entry.person) ?? '?'), act?.types[0] ?? '', ...about].join(' ');
  });
}

function recorded(events: readonly RecordedEvent[]): ReadonlyMap<string, number> {
  const known = events
    .filter(({ actor }) => actor !== 'system')
    .flatMap((event) => {
      const act = Object.values(acts).find(({ types }) => types.includes(event.type));
      return act === undefined ? [] : [{ event, act }];
    });
  return count(known, ({ event, act }) =>
    [act.shared ? '' : event.actor, act.types[0] ?? '', ...act.ids.map((key) => text(event.data, key))].join(' '),
  );
}

/** How many different actions were acknowledged, and how many of those the record does not hold. */
export function acknowledgement(evidence: Evidence): {
  readonly acknowledged: number;
  readonly acknowledgedLost: number;
} {
  const done = [...acknowledged(evidence).keys()];
  const events = recorded(eventsOf(evidence.record));
  return { acknowledged: done.length, acknowledgedLost: done.filter((key) => (events.get(key) ?? 0) === 0).length };
}

export const actsInvariants: readonly Invariant[] = [
  {
    name: 'Every acknowledged action is in the record',
    breaches: (evidence) => {
      const events = recorded(eventsOf(evidence.record));
      return [...acknowledged(evidence).keys()]
        .filter((key) => (events.get(key) ?? 0) === 0)
        .map((key) => `Acknowledged and not there: ${key}`);
    },
  },
  {
    name: 'Nothing is in the record more often than people did it',
    breaches: (evidence) => {
      const done = acknowledged(evidence);
      return [...recorded(eventsOf(evidence.record))]
        .filter(([key, times]) => times > (done.get(key) ?? 0))
        .map(([key, times]) => `${times} times in the record, done ${done.get(key) ?? 0} times: ${key}`);
    },
  },
];
