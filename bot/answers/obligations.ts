// Conditions of an approval: reported as met, confirmed, handed back, given to another. Rights are the rules'.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import { act, reasonTexts, type Wished } from './act';
import type { Answer } from './answer';
import { ask, fault, inRound } from './say';
import { ownTask } from './tasks';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

type Where = VerbData<'obligation.report'>;
type Wish = Pick<Wished, 'texts' | 'command'>;

export async function obligationReport(turn: Turn, data: Where): Promise<Answer> {
  const { obligationId } = data;
  const wish: Wish = { texts: null, command: (texts) => ({ type: 'ReportObligation', obligationId, texts }) };
  return done(turn, data, wish, null);
}

export async function obligationConfirm(turn: Turn, data: Where): Promise<Answer> {
  const { obligationId } = data;
  const wish: Wish = {
    texts: null,
    command: (texts) => ({ type: 'CheckObligation', obligationId, met: true, texts }),
  };
  return done(turn, data, wish, null);
}

export async function obligationBackOpen(turn: Turn, data: Where): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => backForm(turn, standing, data, null));
}

export async function obligationBack(turn: Turn, data: VerbData<'obligation.back'>): Promise<Answer> {
  const { obligationId } = data;
  const wish: Wish = {
    texts: reasonTexts(data.reason),
    command: (texts) => ({ type: 'CheckObligation', obligationId, met: false, texts }),
  };
  return done(turn, data, wish, backForm);
}

async function backForm(turn: Turn, standing: Standing, data: Where, wrong: Fault | null): Promise<Answer> {
  return ask(turn, standing, (look) => cards.conditionBackForm({ ...form(turn, standing, data, wrong), look }));
}

export async function obligationAssignOpen(turn: Turn, data: Where): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => assignForm(turn, standing, data, null));
}

export async function obligationAssign(turn: Turn, data: VerbData<'obligation.assign'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { obligationId, bodyId, date } = data;
    if (bodyId === undefined) return assignForm(turn, standing, data, { name: 'BodyMissing' });
    if (date === undefined) return assignForm(turn, standing, data, { name: 'DateInvalid' });
    const deadlineAt = standing.calendar.deadlineOn(date);
    const gates = data.gates === 'true';
    const wish: Wish = {
      texts: null,
      command: () => ({ type: 'AssignObligation', obligationId, bodyId, deadlineAt, gates }),
    };
    return done(turn, data, wish, assignForm);
  });
}

async function assignForm(turn: Turn, standing: Standing, data: Where, wrong: Fault | null): Promise<Answer> {
  return ask(turn, standing, (look) => cards.conditionAssignForm({ ...form(turn, standing, data, wrong), look }));
}

/** What can be said of a condition can be said again later: the basis is the record's length. */
async function done(turn: Turn, data: Where, wish: Wish, again: typeof backForm | null): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const acted = await act(turn, standing, { subject: data.obligationId, basis: standing.head.seq, ...wish });
    if (acted.ok) return ownTask(turn, acted.standing, data.taskId);
    return again === null ? fault(turn, acted.fault) : again(turn, acted.standing, data, acted.fault);
  });
}

function form(turn: Turn, { round }: Standing, { obligationId }: Where, wrong: Fault | null) {
  return { round, viewer: viewerOf(turn), surface: turn.surface, fault: wrong, obligationId };
}
