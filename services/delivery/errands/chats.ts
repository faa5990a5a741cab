// Group chats of those who may discuss a nomination. Making one cannot be repeated, so its beginning is noted before: after a
// crash nobody makes a second one, and whoever asked is told to look. Whoever becomes held out is taken out.
import { z } from 'zod';
import { chatTopic } from '../../../cards/documents/papers';
import { GraphFailure } from '../../graph';
import type { Calendar, Instant } from '../../process/calendar';
import type { NominationId, PersonId, TaskId } from '../../process/ids';
import { as } from '../../process/ids';
import { mayDiscuss } from '../../process/round/matters/impartiality/people';
import { taskDefinition } from '../../process/round/queries';
import type { RoundState } from '../../process/round/state';
import type { Notice } from '../../store/ports';
import { chatsIn, nominationOf } from './asked';
import type { Done, ErrandEnd, Ledger, Wish } from './errand';
import { digestOf, noteDone } from './errand';
import type { RunParts } from './run';

/** Between the note and the call's answer. */
const begun = 'begun';

/** Who may be in the chat now: those who take part in the task and are not held out, and who asked for it. */
function peopleOf(round: RoundState, taskId: string, nominationId: NominationId, by: string, date: string) {
  const definition = taskDefinition(round, as<TaskId>(taskId));
  if (definition === undefined) return [];
  return mayDiscuss(round, definition, nominationId, date, as<PersonId>(by));
}

/** Every chat that stands is kept to those who may be in it, for as long as the round runs. */
export function chatWishes(round: RoundState, ledger: Ledger, now: Instant, calendar: Calendar): readonly Wish[] {
  if (round.status === 'closed') return [];
  return chatsIn(ledger).map(({ id, taskId, result }): Wish => {
    const people = peopleOf(round, taskId, nominationOf(id), String(result['by']), calendar.dateOf(now));
    return { use: 'chats', id, signature: digestOf(people) };
  });
}

/** Takes out who may no longer be there; puts nobody in. A chat that is gone needs no keeping. */
export async function keepChat(
  parts: RunParts,
  round: RoundState,
  wish: Wish,
  before: Done | null,
): Promise<ErrandEnd> {
  if (before === null) return { kind: 'dropped', reason: 'NotMade' };
  const { id: chatId, taskId, by } = before.result;
  const nominationId = nominationOf(wish.id);
  const date = parts.calendarOf(round.definition.calendar).dateOf(parts.now());
  const people = peopleOf(round, String(taskId), nominationId, String(by), date);
  try {
    await parts.graph.keepChatTo(String(chatId), await entraIds(parts, people));
  } catch (error) {
    if (!(error instanceof GraphFailure) || error.kind !== 'gone') throw error;
    return { kind: 'done', result: before.result, unheard: true };
  }
  return { kind: 'done', result: before.result };
}

export async function makeChat(
  parts: RunParts,
  round: RoundState,
  errand: Notice,
  before: Done | null,
): Promise<{ readonly signature: string; readonly result: Done['result'] } | string> {
  const { uses, graph, settings } = parts;
  const nominationId = as<NominationId>(String(errand.data['nominationId']));
  const taskId = String(errand.data['taskId']);
  const by = String(errand.data['by']);
  if (!uses.chats) return 'Off';
  if (typeof before?.result['id'] === 'string') return 'Done';
  const lost = { signature: 'lost', result: { lost: 'lost', by, taskId } };
  // A process that died between the note and the answer: nobody knows whether there is a chat.
  if (before?.signature === begun) return lost;
  const calendar = parts.calendarOf(round.definition.calendar);
  const people = peopleOf(round, taskId, nominationId, by, calendar.dateOf(parts.now()));
  const topic = await parts.look({ now: parts.now(), calendar }, (look) =>
    chatTopic({ round, language: 'da', look, nominationId }),
  );
  if (people.length < 2 || topic === null) return 'Nobody';
  const id = String(errand.data['id']);
  const noted = { count: before?.count ?? 0, ends: before?.ends ?? 0, result: {} };
  await noteDone(settings, round.id, id, { ...noted, signature: begun });
  try {
    const made = await graph.groupChat(topic, await entraIds(parts, people));
    return { signature: digestOf(people), result: { id: made.id, webUrl: made.webUrl, by, taskId, people } };
  } catch (error) {
    // No answer, or one that cannot be read: there may be a chat.
    if (error instanceof z.ZodError || (error instanceof GraphFailure && error.kind === 'ambiguous')) return lost;
    // Refused, so it was not made: the note is taken back and the errand may be tried again.
    await noteDone(settings, round.id, id, { ...noted, signature: 'none' });
    throw error;
  }
}

async function entraIds({ people }: RunParts, ids: readonly PersonId[]): Promise<readonly string[]> {
  const known = await people.read(ids);
  return ids.flatMap((id) => known.get(id)?.aadObjectId ?? []);
}
