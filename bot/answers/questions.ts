// Questions to nominators, the secretariat's check, following: from the pressed button to the command and back.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import type { QuestionId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { act, reasonTexts, required } from './act';
import type { Answer } from './answer';
import { ask, fault, inRound, said } from './say';
import { nominationShow } from './tasks';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

/** A clinician answers between patients: a week is what one can ask for, unless the definition says another. */
const workingDaysToAnswer = 5;

type Asked = VerbData<'question.ask'>;

export async function questionOpen(turn: Turn, data: VerbData<'question.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { calendar, round } = standing;
    const days = round.definition.questions?.workingDays ?? workingDaysToAnswer;
    const date = calendar.dateOf(calendar.deadlineAfter(turn.now, days));
    const questionId = as<QuestionId>(
      turn.parts.newId(`question/${round.id}/${turn.person.id}/${Object.keys(round.matters.questions.asked).length}`),
    );
    return askForm(turn, standing, { ...data, questionId, text: undefined, date }, null);
  });
}

export async function questionAsk(turn: Turn, data: Asked): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { date, questionId, kind, nominationId, taskId, bodyId } = data;
    if (date === undefined) return askForm(turn, standing, data, { name: 'DateInvalid' });
    const acted = await act(turn, standing, {
      subject: questionId,
      basis: 0,
      texts: reasonTexts(data.text, 'question'),
      command: (texts) => ({
        type: 'AskNominator',
        questionId,
        kind,
        nominationId,
        taskId,
        bodyId,
        deadlineAt: standing.calendar.deadlineOn(date),
        texts: required(texts),
      }),
    });
    return acted.ok ? said(turn, 'questionAsked') : askForm(turn, acted.standing, data, acted.fault);
  });
}

async function askForm(turn: Turn, standing: Standing, data: Asked, wrong: Fault | null): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.questionForm({
      round: standing.round,
      viewer: viewerOf(turn),
      look,
      surface: turn.surface,
      fault: wrong,
      taskId: data.taskId,
      nominationId: data.nominationId,
      questionId: data.questionId,
      bodyId: data.bodyId,
      kind: data.kind,
      text: data.text ?? '',
      date: data.date ?? '',
    }),
  );
}

export async function questionAnswerOpen(turn: Turn, data: VerbData<'question.answer.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const question = standing.round.matters.questions.asked[data.questionId];
    const nominators = question && standing.round.nominations[question.nominationId]?.nominators;
    if (nominators?.includes(turn.person.id) !== true) return fault(turn, { name: 'NotNominator' });
    if (question?.answer !== null) return fault(turn, { name: 'QuestionSettled' });
    return answerForm(turn, standing, data.questionId, '', null);
  });
}

export async function questionAnswer(turn: Turn, data: VerbData<'question.answer'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { questionId, text } = data;
    const acted = await act(turn, standing, {
      subject: questionId,
      basis: 0,
      texts: reasonTexts(text, 'answer'),
      command: (texts) => ({ type: 'AnswerQuestion', questionId, texts: required(texts) }),
    });
    if (acted.ok) return said(turn, 'questionAnswered');
    return answerForm(turn, acted.standing, questionId, text ?? '', acted.fault);
  });
}

async function answerForm(
  turn: Turn,
  standing: Standing,
  questionId: QuestionId,
  text: string,
  wrong: Fault | null,
): Promise<Answer> {
  const input = { round: standing.round, viewer: viewerOf(turn), surface: turn.surface, fault: wrong };
  return ask(turn, standing, (look) => cards.answerForm({ ...input, look, questionId, text }));
}

export async function questionWithdraw(turn: Turn, data: VerbData<'question.withdraw'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { questionId } = data;
    const acted = await act(turn, standing, {
      subject: questionId,
      basis: 0,
      texts: null,
      command: () => ({ type: 'WithdrawQuestion', questionId }),
    });
    return acted.ok ? said(turn, 'questionWithdrawn') : fault(turn, acted.fault);
  });
}

/** The nomination again, with what can be done now. */
export async function nominationCheck(turn: Turn, data: VerbData<'nomination.check'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { nominationId, basis } = data;
    const acted = await act(turn, standing, {
      subject: nominationId,
      basis,
      texts: null,
      command: () => ({ type: 'CheckNomination', nominationId, basis }),
    });
    return acted.ok ? shownAgain(turn, acted.standing, data) : fault(turn, acted.fault);
  });
}

/** Followed, left and followed again are three wishes, told apart by where the record stood when each was made. */
export async function nominationFollow(turn: Turn, data: VerbData<'nomination.follow'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { nominationId, follow } = data;
    const acted = await act(turn, standing, {
      subject: nominationId,
      basis: standing.head.seq,
      texts: null,
      command: () => ({ type: follow ? 'FollowNomination' : 'UnfollowNomination', nominationId }),
    });
    return acted.ok ? shownAgain(turn, acted.standing, data) : fault(turn, acted.fault);
  });
}

async function shownAgain(
  turn: Turn,
  { round }: Standing,
  { nominationId }: Pick<VerbData<'nomination.follow'>, 'nominationId'>,
): Promise<Answer> {
  const taskId = round.nominations[nominationId]?.taskId;
  return nominationShow(turn, { roundId: round.id, nominationId, taskId, page: 0 });
}
