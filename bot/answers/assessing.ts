// Assessing one nomination after another: the next one, its form, what is kept, what is given, how all assessed.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { AssessmentValues } from '../../cards/inputs/round';
import type { VerbData } from '../../cards/verbs';
import type { MandateId, NominationId } from '../../services/process/ids';
import { actingFor, outstandingIn } from '../../services/process/round/outstanding';
import { act, required } from './act';
import type { Answer } from './answer';
import { conflictOpen } from './impartiality';
import { draftKinds, keep } from './drafts';
import { ask, fault, inRound, said, show } from './say';
import { ownTask } from './tasks';
import type { Standing, Turn } from './turn';
import { looking, viewerOf } from './turn';

type Given = VerbData<'assessment.give'>;
type Shown = Pick<VerbData<'assessment.show'>, 'roundId' | 'taskId' | 'mandateId' | 'nominationId' | 'after'>;

export async function assessmentShow(turn: Turn, data: Shown): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const mandateId = seatFor(turn, standing, data);
    if (mandateId === null) return fault(turn, { name: 'NoMandate' });
    const nominationId = data.nominationId ?? nextAfter(turn, standing, data, mandateId);
    // Nothing is left: in a dialog one sentence closes it, since a dialog cannot press the own view's buttons.
    if (nominationId === null)
      return turn.surface === 'dialog' ? said(turn, 'assessmentGiven') : ownTask(turn, standing, data.taskId);
    return assessmentForm(turn, standing, { ...data, mandateId, nominationId }, null, null);
  });
}

export async function assessmentGive(turn: Turn, data: Given): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const mandateId = seatFor(turn, standing, data);
    if (mandateId === null) return fault(turn, { name: 'NoMandate' });
    const target = { ...data, mandateId };
    if (turn.refused !== null)
      return assessmentForm(turn, standing, target, await typedValues(turn, standing, target, data), turn.refused);
    const acted = await act(turn, standing, {
      subject: `${data.taskId}/${data.nominationId}/${mandateId}`,
      basis: data.basis,
      texts: textsOf(data),
      command: (texts) => ({
        type: 'GiveAssessment',
        taskId: data.taskId,
        nominationId: data.nominationId,
        mandateId,
        scores: data.scores,
        evidence: data.evidence ?? null,
        texts: required(texts),
        basis: data.basis,
      }),
    });
    if (!acted.ok) return assessmentForm(turn, acted.standing, target, valuesOf(data), acted.fault);
    await turn.parts.drafts.remove(draftId(turn, target));
    return given(turn, acted.standing, target);
  });
}

export async function assessmentSave(turn: Turn, data: VerbData<'assessment.save'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const mandateId = seatFor(turn, standing, data);
    if (mandateId === null) return fault(turn, { name: 'NoMandate' });
    const target = { ...data, mandateId };
    const values = await typedValues(turn, standing, target, data);
    await keepValues(turn, target, values);
    if (turn.refused !== null) return assessmentForm(turn, standing, target, values, turn.refused);
    if (data.go === 'report') return conflictOpen(turn, data);
    return assessmentShow(turn, { ...data, nominationId: data.backTo, after: data.nominationId });
  });
}

/** Skipping keeps what was typed: nothing typed is ever lost (CARDS.md). */
export async function assessmentSkip(turn: Turn, data: Given): Promise<Answer> {
  return assessmentSave(turn, { ...data, backTo: undefined, go: undefined });
}

export async function assessmentSpread(turn: Turn, data: VerbData<'assessment.spread'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    show(turn, standing, (look) =>
      cards.spreadCard({
        round: standing.round,
        viewer: viewerOf(turn),
        look,
        taskId: data.taskId,
        nominationId: data.nominationId,
      }),
    ),
  );
}

/** In a second round: what was said stands. The way on is the next one, as after an assessment that was given. */
export async function assessmentKeep(turn: Turn, data: VerbData<'assessment.keep'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const mandateId = seatFor(turn, standing, data);
    if (mandateId === null) return fault(turn, { name: 'NoMandate' });
    const { taskId, nominationId, basis } = data;
    const acted = await act(turn, standing, {
      subject: `${taskId}/${nominationId}/${mandateId}`,
      basis,
      texts: null,
      command: () => ({ type: 'KeepAssessment', taskId, nominationId, mandateId, basis }),
    });
    if (!acted.ok) return assessmentForm(turn, acted.standing, { ...data, mandateId }, null, acted.fault);
    return given(turn, acted.standing, { ...data, mandateId });
  });
}

export async function assessmentAgain(turn: Turn, data: VerbData<'assessment.again'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const acted = await act(turn, standing, {
      subject: data.taskId,
      basis: 0,
      texts: null,
      command: () => ({ type: 'OpenSecondRound', taskId: data.taskId }),
    });
    return acted.ok ? ownTask(turn, acted.standing, data.taskId) : fault(turn, acted.fault);
  });
}

export async function assessmentOrder(turn: Turn, data: VerbData<'assessment.order'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    show(turn, standing, (look) =>
      cards.orderCard({ round: standing.round, viewer: viewerOf(turn), look, taskId: data.taskId, page: data.page }),
    ),
  );
}

interface Target {
  readonly roundId: Given['roundId'];
  readonly taskId: Given['taskId'];
  readonly mandateId: MandateId;
  readonly nominationId: NominationId;
  readonly previous?: { readonly nominationId: NominationId; readonly drafts: number };
}

/** "Afgiv og næste": the next one at once, with what was given in one line on it; after the last, that all are given. */
async function given(turn: Turn, standing: Standing, target: Target): Promise<Answer> {
  const drafts = await turn.parts.drafts.of(turn.person.id, draftKinds.assessment, draftSubject(target));
  const { mandateId, nominationId } = target;
  const next = nextAfter(turn, standing, { ...target, after: nominationId }, mandateId);
  if (next !== null) {
    const previous = { nominationId, drafts: drafts.length };
    return assessmentForm(turn, standing, { ...target, nominationId: next, previous }, null, null);
  }
  return show(turn, standing, (look) =>
    cards.assessmentGivenCard({
      round: standing.round,
      viewer: viewerOf(turn),
      look,
      taskId: target.taskId,
      mandateId: target.mandateId,
      nominationId: target.nominationId,
      surface: turn.surface,
      drafts: drafts.length,
    }),
  );
}

async function assessmentForm(
  turn: Turn,
  standing: Standing,
  target: Target,
  typed: AssessmentValues | null,
  wrong: Fault | null,
): Promise<Answer> {
  if (standing.round.nominations[target.nominationId] === undefined) return fault(turn, { name: 'UnknownNomination' });
  const values = typed ?? (await keptValues(turn, standing, target));
  return ask(turn, standing, (look) =>
    cards.assessmentForm({
      round: standing.round,
      viewer: viewerOf(turn),
      look,
      surface: turn.surface,
      fault: wrong,
      taskId: target.taskId,
      mandateId: target.mandateId,
      nominationId: target.nominationId,
      ...(target.previous === undefined ? {} : { previous: target.previous }),
      values,
    }),
  );
}

/** What was kept, else what was given before, so that [Ret] starts from the answer that stands. */
async function keptValues(turn: Turn, standing: Standing, target: Target): Promise<AssessmentValues | null> {
  const draft = await turn.parts.drafts.read(draftId(turn, target));
  if (draft !== null && draft.personId === turn.person.id) return draft.data as AssessmentValues;
  const work = standing.round.tasks[target.taskId]?.work;
  const assessment = work?.family === 'assessments' ? work.given[target.nominationId]?.[target.mandateId] : undefined;
  if (assessment === undefined) return null;
  const texts = await looking(turn, standing.calendar, (look) => look.texts(assessment.texts));
  return { scores: assessment.scores, evidence: assessment.evidence, ...readTexts(texts ?? {}) };
}

/** What was typed; where some of it has been taken out, what was kept stands in its place. */
async function typedValues(turn: Turn, standing: Standing, target: Target, data: Given): Promise<AssessmentValues> {
  const typed = valuesOf(data);
  return turn.refused === null ? typed : withKept(typed, await keptValues(turn, standing, target));
}

export function withKept(typed: AssessmentValues, kept: AssessmentValues | null): AssessmentValues {
  if (kept === null) return typed;
  return {
    scores: { ...kept.scores, ...typed.scores },
    evidence: typed.evidence ?? kept.evidence,
    reason: typed.reason === '' ? kept.reason : typed.reason,
    reasons: { ...kept.reasons, ...typed.reasons },
    comments: { ...kept.comments, ...typed.comments },
  };
}

async function keepValues(turn: Turn, target: Target, values: AssessmentValues): Promise<void> {
  const empty = Object.keys(values.scores).length === 0 && values.evidence === null && !isReasoned(values);
  if (empty) return;
  await keep(turn, {
    id: draftId(turn, target),
    kind: draftKinds.assessment,
    subject: draftSubject(target),
    data: values,
  });
}

function draftSubject(target: Pick<Target, 'roundId' | 'taskId'>): string {
  return `${target.roundId}/${target.taskId}`;
}

function draftId(turn: Turn, target: Target): string {
  return `assessment/${draftSubject(target)}/${target.nominationId}/${turn.person.id}`;
}

function valuesOf(data: Given): AssessmentValues {
  return {
    scores: data.scores,
    evidence: data.evidence ?? null,
    reason: data.reason ?? '',
    reasons: data.reasons,
    comments: data.comments,
  };
}

/** Free texts by field: `reason`, and per principle `reason_<principle>` and `comment_<principle>`. */
function textsOf(data: Given): Readonly<Record<string, string>> | null {
  const texts = {
    ...(data.reason === undefined ? {} : { reason: data.reason }),
    ...prefixed('reason_', data.reasons),
    ...prefixed('comment_', data.comments),
  };
  return Object.keys(texts).length === 0 ? null : texts;
}

function isReasoned({ reason, reasons, comments }: AssessmentValues): boolean {
  return reason !== '' || Object.keys(reasons).length + Object.keys(comments).length > 0;
}

function prefixed(prefix: string, texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}${key}`, text]));
}

function readTexts(texts: Readonly<Record<string, string>>): Pick<AssessmentValues, 'reason' | 'reasons' | 'comments'> {
  const withPrefix = (prefix: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(texts).flatMap(([key, text]) =>
        key.startsWith(prefix) ? [[key.slice(prefix.length), text]] : [],
      ),
    );
  return { reason: texts['reason'] ?? '', reasons: withPrefix('reason_'), comments: withPrefix('comment_') };
}

function seatFor(turn: Turn, standing: Standing, data: Pick<Shown, 'taskId' | 'mandateId'>): MandateId | null {
  return data.mandateId ?? actingFor(standing.round, data.taskId, turn.person.id, standing.date)[0]?.id ?? null;
}

/** The first nomination still to be assessed after the one named, from the top again when the end is reached. */
function nextAfter(turn: Turn, standing: Standing, data: Shown, mandateId: MandateId): NominationId | null {
  const mine = outstandingIn(standing.round, data.taskId, standing.date).find(
    (entry) => entry.mandateId === mandateId && entry.personId === turn.person.id,
  );
  const left = mine?.nominationIds ?? [];
  const at = data.after === undefined ? undefined : standing.round.nominations[data.after]?.number;
  const later = left.find(
    (id) => at !== undefined && at !== null && (standing.round.nominations[id]?.number ?? '') > at,
  );
  return later ?? left[0] ?? null;
}
