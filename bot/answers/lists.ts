// Turning the pages of lists.
import * as cards from '../../cards';
import type { VerbData } from '../../cards/verbs';
import { channelLinks, planLink } from '../graph/links';
import type { Answer } from './answer';
import { nominationsShow, tasksShow } from './personal';
import { fault, inRound, show } from './say';
import { resultShow } from './tasks';
import type { Turn } from './turn';
import { viewerOf } from './turn';

export async function page(turn: Turn, data: VerbData<'page'>): Promise<Answer> {
  const { list, roundId, taskId } = data;
  if (list === 'tasks') return tasksShow(turn, { page: data.page });
  if (list === 'mine') return nominationsShow(turn, { page: data.page });
  if (roundId === undefined || taskId === undefined) return fault(turn, { name: 'NothingHere' });
  if (list === 'result') return resultShow(turn, { roundId, taskId }, data.page);
  return inRound(turn, roundId, async (standing) => {
    if (standing.round.tasks[taskId] === undefined) return fault(turn, { name: 'UnknownTask' });
    const channels = list === 'networks' ? await channelLinks(turn.parts, standing, taskId) : undefined;
    const fileUrl = list === 'chapters' ? await planLink(turn.parts, standing, taskId, turn.person.id) : null;
    return show(turn, standing, (look) =>
      cards.listCard({
        round: standing.round,
        viewer: viewerOf(turn),
        look,
        list,
        taskId,
        page: data.page,
        bodyId: data.bodyId ?? null,
        ...(channels === undefined ? {} : { channels }),
        ...(fileUrl === null ? {} : { fileUrl }),
      }),
    );
  });
}
