// Running a round, by the secretariat: who is missing, deadlines, pausing, closing by hand, advancing.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import type { LocalDate } from '../../services/process/calendar';
import type { RoundCommand } from '../../services/process/round/commands';
import { outstanding, outstandingIn } from '../../services/process/round/outstanding';
import { isSecretariat, taskDefinition } from '../../services/process/round/queries';
import { act, reasonTexts, required } from './act';
import type { Answer } from './answer';
import { closeEarlyOpen } from './overrides';
import { ask, fault, inRound, said, show } from './say';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

export async function roundShow(turn: Turn, data: VerbData<'round.show'>): Promise<Answer> {
  return bySecretariat(turn, data, async (standing) =>
    show(turn, standing, (look) =>
      cards.roundCard({
        round: standing.round,
        viewer: viewerOf(turn),
        look,
        outstanding: outstanding(standing.round, standing.date),
        head: standing.head,
        page: data.page ?? 0,
      }),
    ),
  );
}

export async function roundMissing(turn: Turn, data: VerbData<'round.missing'>): Promise<Answer> {
  return bySecretariat(turn, data, async (standing) =>
    show(turn, standing, (look) =>
      cards.missingCard({
        round: standing.round,
        viewer: viewerOf(turn),
        look,
        taskId: data.taskId,
        entries: outstandingIn(standing.round, data.taskId, standing.date),
        page: data.page ?? 0,
      }),
    ),
  );
}

export async function deadlineOpen(turn: Turn, data: VerbData<'deadline.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    deadlineForm(turn, standing, data, { date: null, time: null, reason: '' }, null),
  );
}

interface Typed {
  readonly date: LocalDate | null;
  readonly time: string | null;
  readonly reason: string;
}

export async function deadlineExtend(turn: Turn, data: VerbData<'deadline.extend'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const typed: Typed = { date: data.date ?? null, time: data.time ?? null, reason: data.reason ?? '' };
    const task = standing.round.tasks[data.taskId];
    if (task === undefined) return fault(turn, { name: 'UnknownTask' });
    if (typed.date === null) return deadlineForm(turn, standing, data, typed, { name: 'DateInvalid' });
    const deadlineAt =
      typed.time === null
        ? standing.calendar.deadlineOn(typed.date)
        : standing.calendar.instantOf(typed.date, typed.time);
    const acted = await act(turn, standing, {
      subject: data.taskId,
      basis: task.deadlineRevision,
      texts: reasonTexts(data.reason),
      command: (texts) => ({ type: 'ExtendDeadline', taskId: data.taskId, deadlineAt, texts }),
    });
    return acted.ok ? said(turn, 'extended') : deadlineForm(turn, acted.standing, data, typed, acted.fault);
  });
}

async function deadlineForm(
  turn: Turn,
  standing: Standing,
  data: VerbData<'deadline.open'>,
  typed: Typed,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.deadlineForm({ ...form(turn, standing, wrong), look, taskId: data.taskId, ...typed }),
  );
}

export async function roundPauseOpen(turn: Turn, data: VerbData<'round.pause.open'>): Promise<Answer> {
  return bySecretariat(turn, data, async (standing) =>
    ask(turn, standing, (look) => cards.pauseRoundForm({ ...form(turn, standing, null), look })),
  );
}

export async function roundPause(turn: Turn, data: VerbData<'round.pause'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    commanded(turn, standing, 'paused', reasonTexts(data.reason), (texts) => ({ type: 'PauseRound', texts })),
  );
}

export async function roundResume(turn: Turn, data: VerbData<'round.resume'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    commanded(turn, standing, 'resumed', null, () => ({ type: 'ResumeRound' })),
  );
}

/** What time has brought, now instead of with the next tick: the system's own doing, asked for by the secretariat. */
export async function roundAdvance(turn: Turn, data: VerbData<'round.advance'>): Promise<Answer> {
  return bySecretariat(turn, data, async () => {
    await turn.parts.tick();
    return said(turn, 'advanced');
  });
}

export async function taskCloseOpen(turn: Turn, data: VerbData<'task.close.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    isEarly(turn, standing, data) ? closeEarlyOpen(turn, standing, data) : closeForm(turn, standing, data, null),
  );
}

/** Before its deadline a task is closed by two people (matters/overrides). */
function isEarly(turn: Turn, { round }: Standing, { taskId }: VerbData<'task.close.open'>): boolean {
  const deadlineAt = round.tasks[taskId]?.deadlineAt ?? null;
  return deadlineAt !== null && turn.now < deadlineAt && taskDefinition(round, taskId)?.closes !== 'byHand';
}

export async function taskClose(turn: Turn, data: VerbData<'task.close'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const acted = await act(turn, standing, {
      subject: data.taskId,
      basis: 0,
      texts: reasonTexts(data.reason),
      command: (texts) => ({ type: 'CloseTask', taskId: data.taskId, texts: required(texts) }),
    });
    return acted.ok ? said(turn, 'closed') : closeForm(turn, acted.standing, data, acted.fault);
  });
}

async function closeForm(
  turn: Turn,
  standing: Standing,
  data: VerbData<'task.close.open'>,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.closeTaskForm({ ...form(turn, standing, wrong), look, taskId: data.taskId }),
  );
}

/** A command to the round as it stands: the basis is the record's length, so the same wish can be had again later. */
async function commanded(
  turn: Turn,
  standing: Standing,
  done: 'paused' | 'resumed',
  texts: ReturnType<typeof reasonTexts>,
  command: (texts: Parameters<Parameters<typeof act>[2]['command']>[0]) => RoundCommand,
): Promise<Answer> {
  const acted = await act(turn, standing, { subject: standing.round.id, basis: standing.head.seq, texts, command });
  return acted.ok ? said(turn, done) : fault(turn, acted.fault);
}

/** The overview names people who have not answered: it is for the round's own secretariat. */
async function bySecretariat(
  turn: Turn,
  data: Pick<VerbData<'round.show'>, 'roundId'>,
  answer: (standing: Standing) => Promise<Answer>,
): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    isSecretariat(standing.round, turn.person.id, standing.date)
      ? answer(standing)
      : fault(turn, { name: 'NotSecretariat' }),
  );
}

function form(turn: Turn, standing: Standing, wrong: Fault | null) {
  return { round: standing.round, viewer: viewerOf(turn), surface: turn.surface, fault: wrong };
}
