// What a rehearsal comes to: counts, the head of the record, and which invariants held. The form of `--json`.
import type { Evidence, Judged } from './invariants';
import { acknowledgement } from './invariants/acts';

export interface Summary {
  readonly definition: string;
  readonly seed: number;
  readonly nominations: number;
  readonly qualified: number;
  readonly selected: number;
  readonly patientGroups: number;
  readonly networks: number;
  readonly commits: number;
  readonly headHash: string;
  readonly notices: number;
  readonly cardsPosted: number;
  readonly cardsUpdated: number;
  /** Presses that were acknowledged and change the record, and those of them that are not in it. */
  readonly acknowledged: number;
  readonly acknowledgedLost: number;
  /** Messages that stand twice. */
  readonly repeated: number;
  readonly wallMs: number;
  readonly invariants: readonly { readonly name: string; readonly held: boolean }[];
}

export interface Ended {
  readonly evidence: Evidence;
  readonly judged: readonly Judged[];
  readonly seed: number;
  readonly wallMs: number;
  readonly noticesSent: number;
}

export function summaryOf({ evidence, judged, seed, wallMs, noticesSent }: Ended): Summary {
  const { round, traffic, scenario, record } = evidence;
  const submitted = [...round.nominations.values()].filter(({ number }) => number !== null);
  return {
    definition: scenario.definition,
    seed,
    nominations: submitted.length,
    qualified: submitted.filter(({ conclusion }) => conclusion === 'qualified').length,
    selected: submitted.filter(({ decision }) => decision === 'selected').length,
    patientGroups: round.groups,
    networks: networksIn(evidence),
    commits: record.commits.length,
    headHash: round.headHash,
    notices: noticesSent,
    cardsPosted: traffic.posted,
    cardsUpdated: traffic.updated,
    ...acknowledgement(evidence),
    repeated: traffic.repeated.length,
    wallMs: Math.round(wallMs),
    invariants: judged.map(({ name, held }) => ({ name, held })),
  };
}

/** Networks that somebody has been appointed to. */
function networksIn({ round }: Evidence): number {
  const appointed = round.events.filter(({ type }) => type === 'MemberAppointed');
  return new Set(appointed.map(({ data }) => `${String(data['taskId'])} ${String(data['network'])}`)).size;
}
