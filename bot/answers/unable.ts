// "Jeg kan ikke nå det": a wish for more time, for a substitute, or a word to the secretariat; and "Mind mig i morgen".
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import type { RoundId, TaskId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { actingFor } from '../../services/process/round/outstanding';
import { act } from './act';
import type { Answer } from './answer';
import { keep } from './drafts';
import { waitingFor } from './personal';
import { organisationCalendar } from './rights';
import { fault, said } from './say';
import type { Turn } from './turn';
import { looking, standingOf, viewerOf } from './turn';

export async function unableOpen(turn: Turn): Promise<Answer> {
  return unableForm(turn, '', null);
}

async function unableForm(turn: Turn, text: string, wrong: Fault | null): Promise<Answer> {
  const waiting = await waitingFor(turn);
  if (waiting.length === 0) return fault(turn, { name: 'NothingHere' });
  const content = await looking(turn, organisationCalendar(turn), (look) =>
    cards.unableForm({ viewer: viewerOf(turn), look, waiting, text, surface: turn.surface, fault: wrong }),
  );
  return { kind: 'dialog', title: content.title, card: content.card };
}

/** Handing over to the substitute happens at once; a wish for time or a word waits for the secretariat in its chat. */
export async function unableSend(turn: Turn, data: VerbData<'unable.send'>): Promise<Answer> {
  const [roundId, taskId] = (data.task ?? '').split('/');
  if (data.wish === undefined || roundId === undefined || taskId === undefined || taskId === '') {
    return unableForm(turn, data.text ?? '', { name: 'MissingField' });
  }
  if (data.wish === 'substitute') return handOver(turn, as<RoundId>(roundId), as<TaskId>(taskId));
  const id = `wish/${roundId}/${taskId}/${turn.person.id}`;
  await keep(turn, {
    id,
    kind: 'wish',
    subject: `${roundId}/${taskId}`,
    data: { wish: data.wish, text: data.text ?? '' },
  });
  return said(turn, 'written');
}

async function handOver(turn: Turn, roundId: RoundId, taskId: TaskId): Promise<Answer> {
  const standing = await standingOf(turn, roundId);
  if (standing === null) return fault(turn, { name: 'UnknownRound' });
  const [seat] = actingFor(standing.round, taskId, turn.person.id, standing.date);
  if (seat === undefined) return fault(turn, { name: 'NoMandate' });
  const acted = await act(turn, standing, {
    subject: `${taskId}/${seat.id}`,
    basis: 0,
    texts: null,
    command: () => ({ type: 'CallSubstitute', taskId, mandateId: seat.id }),
  });
  return acted.ok ? said(turn, 'substituteCalled') : fault(turn, acted.fault);
}

/** Reminders come again with the next working day's digest anyway; this says so and keeps today quiet. */
export async function reminderTomorrow(turn: Turn): Promise<Answer> {
  await turn.parts.settings.write(`quiet/${turn.person.id}`, { date: organisationCalendar(turn).dateOf(turn.now) });
  return said(turn, 'reminderMoved');
}
