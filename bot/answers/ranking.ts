// Prioritising: tiers six at a time, order where wanted, kept until the holder gives it. A preparer keeps, never gives.
import * as cards from '../../cards';
import type { RankingDraft } from '../../cards/inputs/round';
import type { VerbData } from '../../cards/verbs';
import type { MandateId, NominationId, PersonId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { actingFor } from '../../services/process/round/outstanding';
import { answererOf, nominationsAbout, taskDefinition } from '../../services/process/round/queries';
import { act } from './act';
import type { Answer } from './answer';
import { draftKinds, keep } from './drafts';
import { ask, closing, fault, inRound, said, show } from './say';
import { ownTask } from './tasks';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

/** Six nominations on a page: what fits a phone without scrolling for long (CARDS.md). */
export const rankedPerPage = 6;

interface Seat {
  readonly roundId: VerbData<'ranking.show'>['roundId'];
  readonly taskId: VerbData<'ranking.show'>['taskId'];
  readonly mandateId: MandateId;
}

interface Kept {
  readonly draft: RankingDraft;
  readonly prepared: { readonly by: PersonId; readonly at: string } | null;
}

export async function rankingShow(turn: Turn, data: VerbData<'ranking.show'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const mandateId = data.mandateId ?? mySeat(turn, standing, data.taskId);
    if (mandateId === null) return fault(turn, { name: 'NoMandate' });
    return overview(turn, standing, { ...data, mandateId });
  });
}

export async function rankingOpen(turn: Turn, data: VerbData<'ranking.open'>): Promise<Answer> {
  return withSeat(turn, data, async (standing) => rankingPage(turn, standing, data, data.page));
}

export async function rankingSave(turn: Turn, data: VerbData<'ranking.save'>): Promise<Answer> {
  return withSeat(turn, data, async (standing) => {
    const before = (await keptOf(turn, standing, data)).draft;
    const tiers = { ...before.tiers, ...(data.tiers as RankingDraft['tiers']) };
    await keepRanking(turn, standing, data, { ...before, tiers });
    switch (data.go) {
      case 'next':
        return rankingPage(turn, standing, data, data.page + 1);
      case 'back':
        return rankingPage(turn, standing, data, Math.max(0, data.page - 1));
      case 'close':
      case 'finish':
        return overview(turn, standing, data);
    }
  });
}

export async function rankingOrderOpen(turn: Turn, data: VerbData<'ranking.order.open'>): Promise<Answer> {
  return withSeat(turn, data, async (standing) => {
    const { draft } = await keptOf(turn, standing, data);
    return ask(turn, standing, (look) =>
      cards.rankingOrderForm({
        round: standing.round,
        viewer: viewerOf(turn),
        look,
        surface: turn.surface,
        fault: null,
        taskId: data.taskId,
        mandateId: data.mandateId,
        page: data.page,
        draft,
        tierId: data.tierId,
      }),
    );
  });
}

export async function rankingOrderSave(turn: Turn, data: VerbData<'ranking.order.save'>): Promise<Answer> {
  return withSeat(turn, data, async (standing) => {
    const before = (await keptOf(turn, standing, data)).draft;
    const order = ordered(before, data.tierId, data.places);
    await keepRanking(turn, standing, data, { ...before, order });
    if (data.go === 'next' || data.go === 'back') {
      const page = Math.max(0, data.page + (data.go === 'next' ? 1 : -1));
      return rankingOrderOpen(turn, { ...data, page });
    }
    return overview(turn, standing, data);
  });
}

/** Places typed for a tier's nominations; without one they stay where they were, behind those with a place. */
function ordered(
  draft: RankingDraft,
  tierId: string,
  places: Readonly<Record<string, string>>,
): readonly NominationId[] {
  const place = (id: NominationId): number => {
    const typed = Number(places[id]);
    if (Number.isInteger(typed) && typed > 0) return typed;
    const before = draft.order.indexOf(id);
    return before === -1 ? Number.MAX_SAFE_INTEGER : 1_000 + before;
  };
  const inTier = Object.entries(draft.tiers).flatMap(([id, tier]) => (tier === tierId ? [as<NominationId>(id)] : []));
  const placed = inTier.filter((id) => place(id) < Number.MAX_SAFE_INTEGER).sort((a, b) => place(a) - place(b));
  return [...draft.order.filter((id) => draft.tiers[id] !== tierId), ...placed];
}

export async function rankingGive(turn: Turn, data: VerbData<'ranking.give'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { draft } = await keptOf(turn, standing, data);
    const acted = await act(turn, standing, {
      subject: `${data.taskId}/${data.mandateId}`,
      basis: data.basis,
      texts: null,
      command: () => ({
        type: 'CastBallot',
        taskId: data.taskId,
        mandateId: data.mandateId,
        basis: data.basis,
        ballot: { choice: 'ranked', texts: null, tiers: onlySubjects(standing, data, draft.tiers), order: draft.order },
      }),
    });
    if (!acted.ok) return fault(turn, acted.fault);
    await turn.parts.drafts.remove(draftId(turn, standing, data));
    return closing('ranked', await ownTask(turn, acted.standing, data.taskId));
  });
}

/** The holder asks his preparer to go on: the draft stays, marked as not ready. */
export async function rankingHandback(turn: Turn, data: VerbData<'ranking.handback'>): Promise<Answer> {
  return withSeat(turn, data, async (standing) => {
    const before = await keptOf(turn, standing, data);
    await keep(turn, { ...draftHead(turn, standing, data), data: { ...before, prepared: null } });
    return said(turn, 'handedBack');
  });
}

async function overview(turn: Turn, standing: Standing, seat: Seat): Promise<Answer> {
  const { draft, prepared } = await keptOf(turn, standing, seat);
  return show(turn, standing, (look) =>
    cards.rankingCard({
      round: standing.round,
      viewer: viewerOf(turn),
      look,
      taskId: seat.taskId,
      mandateId: seat.mandateId,
      draft,
      prepared,
    }),
  );
}

async function rankingPage(turn: Turn, standing: Standing, seat: Seat, page: number): Promise<Answer> {
  const { draft } = await keptOf(turn, standing, seat);
  const last = Math.max(0, Math.ceil(subjectIds(standing, seat).length / rankedPerPage) - 1);
  return ask(turn, standing, (look) =>
    cards.rankingForm({
      round: standing.round,
      viewer: viewerOf(turn),
      look,
      surface: turn.surface,
      fault: null,
      taskId: seat.taskId,
      mandateId: seat.mandateId,
      page: Math.min(page, last),
      draft,
    }),
  );
}

/** Only the holder, his called substitute and his preparers see and change what is kept for a seat. */
async function withSeat(turn: Turn, seat: Seat, answer: (standing: Standing) => Promise<Answer>): Promise<Answer> {
  return inRound(turn, seat.roundId, async (standing) => {
    const mandate = standing.round.electorate.mandates[seat.mandateId];
    const answers = actingFor(standing.round, seat.taskId, turn.person.id, standing.date).some(
      (one) => one.id === seat.mandateId,
    );
    if (!answers && mandate?.preparers.includes(turn.person.id) !== true) return fault(turn, { name: 'NoMandate' });
    return answer(standing);
  });
}

async function keptOf(turn: Turn, standing: Standing, seat: Seat): Promise<Kept> {
  const stored = await turn.parts.drafts.read(draftId(turn, standing, seat));
  if (stored !== null) return stored.data as Kept;
  const work = standing.round.tasks[seat.taskId]?.work;
  const slot = work?.family === 'ballots' ? (isInstead(turn, standing, seat) ? work.instead : work.ballots) : undefined;
  const given = slot?.[seat.mandateId];
  return { draft: { tiers: given?.tiers ?? {}, order: given?.order ?? [] }, prepared: null };
}

async function keepRanking(turn: Turn, standing: Standing, seat: Seat, draft: RankingDraft): Promise<void> {
  const data: Kept = { draft, prepared: { by: turn.person.id, at: turn.now } };
  await keep(turn, { ...draftHead(turn, standing, seat), data });
}

function draftHead(turn: Turn, standing: Standing, seat: Seat): { id: string; kind: string; subject: string } {
  return { id: draftId(turn, standing, seat), kind: draftKinds.ranking, subject: `${seat.roundId}/${seat.taskId}` };
}

/** A substitute who ranks beside the seat's own holder has a draft of his own: the holder's is not for him to see. */
function draftId(turn: Turn, standing: Standing, seat: Seat): string {
  const id = `ranking/${seat.roundId}/${seat.taskId}/${seat.mandateId}`;
  return isInstead(turn, standing, seat) ? `${id}/${turn.person.id}` : id;
}

function isInstead(turn: Turn, standing: Standing, { taskId, mandateId }: Seat): boolean {
  const task = standing.round.tasks[taskId];
  const mandate = standing.round.electorate.mandates[mandateId];
  if (task === undefined || mandate === undefined) return false;
  const answers = actingFor(standing.round, taskId, turn.person.id, standing.date);
  return answers.some(({ id }) => id === mandateId) && answererOf(task, mandate) !== turn.person.id;
}

function mySeat(turn: Turn, standing: Standing, taskId: Seat['taskId']): MandateId | null {
  const seats = actingFor(standing.round, taskId, turn.person.id, standing.date);
  if (seats[0] !== undefined) return seats[0].id;
  const prepared = Object.values(standing.round.electorate.mandates).find((mandate) =>
    mandate.preparers.includes(turn.person.id),
  );
  return prepared?.id ?? null;
}

function subjectIds(standing: Standing, seat: Pick<Seat, 'taskId'>): readonly NominationId[] {
  const definition = taskDefinition(standing.round, seat.taskId);
  if (definition?.kind !== 'rank') return [];
  return nominationsAbout(standing.round, definition.about).map((nomination) => nomination.id);
}

function onlySubjects(
  standing: Standing,
  seat: Pick<Seat, 'taskId'>,
  tiers: RankingDraft['tiers'],
): RankingDraft['tiers'] {
  const subjects = new Set<string>(subjectIds(standing, seat));
  return Object.fromEntries(Object.entries(tiers).filter(([id]) => subjects.has(id)));
}
