// Minutes and plans in the folder of a body's channel, once they are final. The same name is the same file in a new version,
// so putting one there twice is putting it there once.
import { minutesPaper, planPaper } from '../../../cards/documents/papers';
import type { CaseDocument } from '../../../cards/documents/markdown';
import type { RoundInput } from '../../../cards/view';
import type { Calendar } from '../../process/calendar';
import type { BodyId, MeetingId, TaskId } from '../../process/ids';
import { as } from '../../process/ids';
import type { ChannelBinding } from '../../process/organisation/state';
import { turnOf } from '../../process/round/lifecycle/reopening';
import { bodiesOf, taskDefinitions } from '../../process/round/queries';
import type { RoundState, Task } from '../../process/round/state';
import type { ErrandEnd, GraphUses, Wish } from './errand';
import type { RunParts } from './run';

/** As the case is exported: text that every editor opens. */
const fileType = { ending: '.md', contentType: 'text/markdown; charset=utf-8' } as const;

/** Where the link to a file stands in a round's ledger. */
export const minutesErrand = (meetingId: MeetingId): string => `minutes/${meetingId}`;
export const planErrand = (taskId: TaskId, bodyId: BodyId): string => `plan/${taskId}/${bodyId}`;

/** Minutes to the channel of the meeting's body; a plan to everybody's who writes it or agrees to it. */
export function fileWishes(
  round: RoundState,
  uses: Pick<GraphUses, 'files'>,
  channels: Readonly<Record<BodyId, ChannelBinding>>,
  calendar: Calendar,
): readonly Wish[] {
  if (!uses.files) return [];
  const minutes = Object.values(round.matters.meetings)
    .filter(({ status, bodyId }) => status === 'held' && channels[bodyId] !== undefined)
    .map(({ id }): Wish => ({ use: 'files', id: minutesErrand(id), signature: 'held' }));
  return [...minutes, ...planWishes(round, channels, calendar)];
}

function planWishes(
  round: RoundState,
  channels: Readonly<Record<BodyId, ChannelBinding>>,
  calendar: Calendar,
): readonly Wish[] {
  return taskDefinitions(round).flatMap((definition): readonly Wish[] => {
    const task = round.tasks[definition.id];
    if (definition.kind !== 'document' || task?.status !== 'closed' || task.closedAt === null) return [];
    if (versionsOf(task) === 0) return [];
    const date = calendar.dateOf(task.closedAt);
    const bodies = bodiesOf(round.electorate, [...definition.bodies, ...definition.agreedBy], date);
    return bodies
      .filter((bodyId) => channels[bodyId] !== undefined)
      .map((bodyId) => ({
        use: 'files',
        id: planErrand(definition.id, bodyId),
        signature: `${String(versionsOf(task))}.${String(turnOf(task))}`,
      }));
  });
}

function versionsOf({ work }: Task): number {
  return work.family === 'document' ? work.versions.length : 0;
}

export async function putIntoFolder(parts: RunParts, round: RoundState, wish: Wish): Promise<ErrandEnd> {
  const { now } = parts;
  const calendar = parts.calendarOf(round.definition.calendar);
  const paper = await parts.look({ now: now(), calendar }, (look) => paperOf({ round, language: 'da', look }, wish.id));
  const bodyId = bodyOf(round, wish.id);
  const channelId = bodyId === null ? undefined : (await parts.organisation())?.channels[bodyId]?.channelId;
  const teamId = channelId === undefined ? null : await parts.teamOf(channelId);
  if (paper === null) return { kind: 'dropped', reason: 'NotFinal' };
  if (channelId === undefined || teamId === null) return { kind: 'dropped', reason: 'UnknownTeam' };
  const saved = await parts.graph.saveFile(
    { teamId, channelId },
    {
      name: `${paper.name}${fileType.ending}`,
      contentType: fileType.contentType,
      bytes: new TextEncoder().encode(`${paper.content}\n`),
    },
  );
  return { kind: 'done', result: { webUrl: saved.webUrl } };
}

function paperOf(input: RoundInput, id: string): CaseDocument | null {
  const [kind, own = ''] = id.split('/');
  return kind === 'minutes'
    ? minutesPaper({ ...input, meetingId: as<MeetingId>(own) })
    : planPaper({ ...input, taskId: as<TaskId>(own) });
}

function bodyOf(round: RoundState, id: string): BodyId | null {
  const [kind, own = '', bodyId = ''] = id.split('/');
  return kind === 'minutes' ? (round.matters.meetings[as<MeetingId>(own)]?.bodyId ?? null) : as<BodyId>(bodyId);
}
