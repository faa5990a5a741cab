// When a round takes nominations: whoever has a draft or a late nomination left from an earlier one is told, once, and may take
// it along. Nothing is taken along here.
import { LRUCache } from 'lru-cache';
import * as cards from '../../cards';
import type { CarryOffer } from '../../cards/inputs/personal';
import type { Instant } from '../process/calendar';
import type { NominationId, PersonId, TaskId } from '../process/ids';
import { as } from '../process/ids';
import { isLateNomination, isOver, lateNominations, taskTaking } from '../process/round/carrying';
import { taskDefinitions } from '../process/round/queries';
import type { RoundState } from '../process/round/state';
import type { Drafts, KeptDraft, Notice } from '../store/ports';
import type { ComposeParts, Part, Rounds } from './compose';
import { titleOf } from './draftNotices';
import { messageOf } from './roundCards';
import { viewerBehind } from './viewerBehind';
import type { Wanted } from './wanted';

const KIND = 'nomination';

/** Rounds whose earlier drafts this process has looked through; more than an installation has in years. */
const lookedMax = 1_000;

/** Looks through the drafts of earlier rounds once per process and state of theirs: closed tasks get no new ones. */
export function createCarrying(parts: {
  readonly rounds: Rounds;
  readonly drafts: Pick<Drafts, 'about'>;
}): (round: RoundState, now: Instant) => Promise<readonly Wanted[]> {
  const looked = new LRUCache<string, true>({ max: lookedMax });
  return async (round, now) => {
    const taskId = taskTaking(round, now);
    if (taskId === null) return [];
    const sources = overTasks(await earlierThan(parts.rounds, round));
    const key = [round.id, taskId, ...sources.map(({ from, id }) => `${from.id}/${id}`)].join(' ');
    if (looked.has(key)) return [];
    const people = new Set<PersonId>();
    for (const { from, id } of sources) {
      for (const draft of await parts.drafts.about(KIND, `${from.id}/${id}`)) {
        if (from.nominations[as<NominationId>(draft.id)] === undefined) people.add(draft.personId);
      }
      for (const nomination of Object.values(from.nominations)) {
        if (isLateNomination(from, nomination)) nomination.nominators.forEach((personId) => people.add(personId));
      }
    }
    looked.set(key, true);
    return [...people].map((personId) => ({
      key: `carry/${round.id}/${personId}`,
      addressKey: `personal/${personId}`,
      kind: 'carry',
      data: { roundId: round.id, taskId },
      dueAt: now,
    }));
  };
}

/** Dropped where nothing is left to take along, or the round takes nothing any more. */
export async function carry(parts: ComposeParts, addressKey: string, notice: Notice, round: RoundState): Promise<Part> {
  const viewer = await viewerBehind(parts, addressKey);
  const taskId = as<TaskId>(String(notice.data['taskId']));
  if (viewer === null) return { dropped: 'UnknownPerson' };
  if (taskTaking(round, parts.now()) !== taskId) return { dropped: 'Done' };
  const offers = await offersFor(parts, viewer.personId, round);
  if (offers.length === 0) return { dropped: 'Done' };
  const calendar = parts.calendarOf(round.definition.calendar);
  const card = await parts.look({ now: parts.now(), calendar }, (look) =>
    cards.carryCard({ round, viewer, look, taskId, offers }),
  );
  return { message: { keys: [notice.key], message: messageOf(card), threadRootId: null } };
}

async function offersFor(parts: ComposeParts, personId: PersonId, round: RoundState): Promise<readonly CarryOffer[]> {
  const earlier = await earlierThan(parts.rounds, round);
  const drafts = await parts.drafts.of(personId, KIND);
  const unsent = drafts.flatMap((draft) => offerOf(draft, earlier));
  const known = new Set<string>(drafts.map(({ id }) => id));
  const late = earlier.flatMap((from) =>
    lateNominations(from, personId).flatMap(({ id }): readonly CarryOffer[] =>
      known.has(id) || round.nominations[id] !== undefined ? [] : [{ from, nominationId: id, title: null }],
    ),
  );
  return [...unsent, ...late];
}

function offerOf(draft: KeptDraft, earlier: readonly RoundState[]): readonly CarryOffer[] {
  const [roundId, taskId] = draft.subject.split('/');
  const from = earlier.find(({ id }) => id === roundId);
  const nominationId = as<NominationId>(draft.id);
  if (from === undefined || taskId === undefined || !isOver(from, as<TaskId>(taskId))) return [];
  return from.nominations[nominationId] === undefined ? [{ from, nominationId, title: titleOf(from, draft) }] : [];
}

async function earlierThan(rounds: Rounds, round: RoundState): Promise<readonly RoundState[]> {
  const states = await Promise.all((await rounds.list()).map(async (id) => (await rounds.read(id))?.state ?? null));
  return states.filter((one): one is RoundState => one !== null && one.startsAt < round.startsAt);
}

function overTasks(rounds: readonly RoundState[]): readonly { readonly from: RoundState; readonly id: TaskId }[] {
  return rounds.flatMap((from) =>
    taskDefinitions(from).flatMap(({ id, kind }) => (kind === 'nominate' && isOver(from, id) ? [{ from, id }] : [])),
  );
}
