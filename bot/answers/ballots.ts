// Answers by a body together: by button, with a text, for one of several seats; and remarks and statements.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import type { BodyId, MandateId, TaskId } from '../../services/process/ids';
import { actingFor } from '../../services/process/round/outstanding';
import { boxIdOf } from '../../services/schedule/secret-ballots';
import { bodiesOf, definitionOf, mandatesOf, taskDefinition } from '../../services/process/round/queries';
import { act, reasonTexts, required } from './act';
import type { Answer } from './answer';
import { ask, closing, commandIn, fault, inRound, said, show } from './say';
import { ownTask } from './tasks';
import type { Standing, Turn } from './turn';
import { knownStanding, standingOf, viewerOf } from './turn';

type Cast = Pick<VerbData<'ballot.cast'>, 'roundId' | 'taskId' | 'choice' | 'basis' | 'nth'> & {
  readonly reason?: string | undefined;
};

export async function ballotCast(turn: Turn, data: VerbData<'ballot.cast'>): Promise<Answer> {
  return commandIn(turn, data.roundId, async (standing) => {
    const seat = seatOf(turn, standing, data);
    if (seat === 'none') return fault(turn, { name: 'NoMandate' });
    if (seat === 'several') {
      const choosing = await show(turn, standing, (look) =>
        cards.chooseSeatCard({ ...own(turn, standing), look, taskId: data.taskId, choice: data.choice }),
      );
      return closing('shown', choosing);
    }
    return cast(turn, standing, data, seat);
  });
}

export async function ballotConfirm(turn: Turn, data: VerbData<'ballot.confirm'>): Promise<Answer> {
  return commandIn(turn, data.roundId, async (standing) => cast(turn, standing, data, data.mandateId));
}

async function cast(turn: Turn, standing: Standing, data: Cast, mandateId: MandateId): Promise<Answer> {
  const acted = await act(turn, standing, {
    subject: `${data.taskId}/${mandateId}`,
    basis: data.basis,
    texts: reasonTexts(data.reason),
    // Which ballot it is for stands in the command: the same answer to the next one is another wish.
    command: (texts) => ({
      ...(data.nth === undefined ? {} : { nth: data.nth }),
      type: 'CastBallot',
      taskId: data.taskId,
      mandateId,
      basis: data.basis,
      ballot: { choice: data.choice, texts, tiers: null, order: [] },
    }),
  });
  // Drawn from the newest state known, which holds this vote and those committed with it: one count serves them all.
  if (acted.ok) {
    const newest = (await knownStanding(turn, data.roundId)) ?? acted.standing;
    return closing('answered', await ownTask(turn, newest, data.taskId));
  }
  const { fault: wrong } = acted;
  if (wrong.name === 'GoesIntoBox') return putInBox(turn, acted.standing, data, mandateId);
  // Another answer stands that the pressed card did not show: the person sees it and says what he means.
  if (wrong.name === 'AnswerChangedMeanwhile' && data.reason === undefined) {
    const confirming = await show(turn, acted.standing, (look) =>
      cards.confirmBallotCard({
        ...own(turn, acted.standing),
        look,
        taskId: data.taskId,
        mandateId,
        choice: data.choice,
      }),
    );
    return closing('shown', confirming);
  }
  if (wrong.name === 'ReasonMissing')
    return ballotForm(turn, acted.standing, { ...data, mandateId }, data.reason ?? '', wrong);
  return fault(turn, wrong);
}

/** A secret vote: the rules have said that it may be given; from here on it stands nowhere but in the box, and in no log. */
async function putInBox(turn: Turn, standing: Standing, data: Cast, mandateId: MandateId): Promise<Answer> {
  const { round } = standing;
  const boxId = boxIdOf(round.id, data.taskId, data.nth ?? 0);
  const receipt = receiptOf(turn.parts.newId(`receipt/${boxId}/${mandateId}`));
  const put = await turn.parts.boxes.put(boxId, { seat: mandateId, receipt, choice: data.choice });
  if (put === 'voted') {
    return closing('shown', await ownTask(turn, (await standingOf(turn, round.id)) ?? standing, data.taskId));
  }
  if (put === 'shut') return fault(turn, { name: 'TaskClosed', taskId: data.taskId });
  const given = await show(turn, standing, (look) =>
    cards.secretReceiptCard({ ...own(turn, standing), look, taskId: data.taskId, receipt }),
  );
  return closing('shown', given);
}

/** Twelve random digits in groups of four: enough that no two voters share one, few enough to write down. */
function receiptOf(id: string): string {
  const digits = id.replaceAll('-', '').slice(0, 12);
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join('-');
}

export async function ballotOpen(turn: Turn, data: VerbData<'ballot.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    if (standing.round.tasks[data.taskId]?.work.family !== 'ballots') return fault(turn, { name: 'UnknownTask' });
    const seat = seatOf(turn, standing, data);
    if (seat === 'none') return fault(turn, { name: 'NoMandate' });
    return ballotForm(turn, standing, { ...data, mandateId: seat === 'several' ? undefined : seat }, '', null);
  });
}

async function ballotForm(
  turn: Turn,
  standing: Standing,
  data: VerbData<'ballot.open'>,
  reason: string,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.ballotForm({
      ...own(turn, standing),
      look,
      surface: turn.surface,
      fault: wrong,
      taskId: data.taskId,
      mandateId: data.mandateId ?? null,
      choice: data.choice ?? null,
      reason,
    }),
  );
}

/** The seat meant: the one named, else the person's only one in this task. Rights are the rules' business. */
function seatOf(
  turn: Turn,
  standing: Standing,
  data: Pick<VerbData<'ballot.open'>, 'taskId' | 'mandateId'>,
): MandateId | 'none' | 'several' {
  if (data.mandateId !== undefined) return data.mandateId;
  const seats = actingFor(standing.round, data.taskId, turn.person.id, standing.date);
  const [first] = seats;
  if (first === undefined) return 'none';
  return seats.length > 1 ? 'several' : first.id;
}

function own(turn: Turn, standing: Standing): { round: Standing['round']; viewer: ReturnType<typeof viewerOf> } {
  return { round: standing.round, viewer: viewerOf(turn) };
}

export async function remarkOpen(turn: Turn, data: VerbData<'remark.open'>): Promise<Answer> {
  return remarkForm(turn, data, { text: '', fields: {} }, null);
}

async function remarkForm(
  turn: Turn,
  data: VerbData<'remark.open'>,
  typed: { readonly text: string; readonly fields: Readonly<Record<string, string>> },
  wrong: Fault | null,
): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    ask(turn, standing, (look) =>
      cards.remarkForm({
        ...own(turn, standing),
        look,
        surface: turn.surface,
        fault: wrong,
        taskId: data.taskId,
        bodyId: data.bodyId ?? null,
        nominationId: data.nominationId ?? null,
        ...typed,
      }),
    ),
  );
}

export async function remarkMake(turn: Turn, data: VerbData<'remark.make'>): Promise<Answer> {
  const typed = { text: data.text ?? '', fields: data.fields };
  return inRound(turn, data.roundId, async (standing) => {
    const bodyId = data.bodyId ?? bodyOf(turn, standing, data.taskId);
    if (bodyId === null) return fault(turn, { name: 'NoMandate' });
    const nominationId = data.nominationId ?? null;
    const written = remarkTexts(standing, data);
    if (written === null) return remarkForm(turn, data, typed, { name: 'ReasonMissing' });
    const acted = await act(turn, standing, {
      subject: `${data.taskId}/${nominationId ?? ''}`,
      basis: 0,
      texts: written,
      command: (texts) => ({ type: 'MakeRemark', taskId: data.taskId, bodyId, nominationId, texts: required(texts) }),
    });
    return acted.ok ? said(turn, 'remarkMade') : remarkForm(turn, data, typed, acted.fault);
  });
}

/** The remark and the definition's own fields that were filled in; null where nothing was. */
function remarkTexts({ round }: Standing, data: VerbData<'remark.make'>): Readonly<Record<string, string>> | null {
  const known = definitionOf(round, data.taskId, 'state')?.remarkFields ?? [];
  const filled = known.flatMap(({ id }) => (data.fields[id] === undefined ? [] : [[id, data.fields[id]] as const]));
  const texts = { ...(data.text === undefined ? {} : { remark: data.text }), ...Object.fromEntries(filled) };
  return Object.keys(texts).length === 0 ? null : texts;
}

export async function statementOpen(turn: Turn, data: VerbData<'statement.open'>): Promise<Answer> {
  return statementForm(turn, data, '', null);
}

async function statementForm(
  turn: Turn,
  data: VerbData<'statement.open'>,
  text: string,
  wrong: Fault | null,
): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    ask(turn, standing, (look) =>
      cards.statementForm({
        ...own(turn, standing),
        look,
        surface: turn.surface,
        fault: wrong,
        taskId: data.taskId,
        bodyId: data.bodyId ?? null,
        text,
      }),
    ),
  );
}

export async function statementGive(turn: Turn, data: VerbData<'statement.give'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const bodyId = data.bodyId ?? bodyOf(turn, standing, data.taskId);
    if (bodyId === null) return fault(turn, { name: 'NoMandate' });
    const acted = await act(turn, standing, {
      subject: `${data.taskId}/${bodyId}`,
      basis: 0,
      texts: reasonTexts(data.text, 'statement'),
      command: (texts) => ({ type: 'GiveStatement', taskId: data.taskId, bodyId, texts }),
    });
    return acted.ok ? said(turn, 'statementGiven') : statementForm(turn, data, data.text ?? '', acted.fault);
  });
}

/** The body the person has a mandate in among the task's, observers aside; null where there is none. */
export function bodyOf(turn: Turn, standing: Standing, taskId: TaskId): BodyId | null {
  const definition = taskDefinition(standing.round, taskId);
  if (definition === undefined) return null;
  const { electorate } = standing.round;
  const bodies = bodiesOf(electorate, definition.bodies, standing.date);
  const mine = mandatesOf(electorate, bodies, standing.date).find(
    (mandate) => mandate.holder === turn.person.id && mandate.role !== 'observer',
  );
  return mine?.bodyId ?? null;
}
