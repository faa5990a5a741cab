// A private channel for a specialist network, with its members in it. Its id is noted, and before that the moment from which
// it may have been made, so that making it twice is making it once; takes nobody out and takes no other's channel.
import { networkLabel } from '../../../cards/documents/papers';
import { GraphFailure } from '../../graph';
import type { GraphChannelPlace } from '../../graph/port';
import type { PersonId, TaskId } from '../../process/ids';
import { as } from '../../process/ids';
import { appointedBy } from '../../process/round/kinds/appoint';
import { bodiesOf, taskDefinition } from '../../process/round/queries';
import type { Appointment, NetworkKey, RoundState } from '../../process/round/state';
import type { Notice } from '../../store/ports';
import type { Done, ErrandEnd } from './errand';
import { noteDone } from './errand';
import type { RunParts } from './run';

export async function makeNetworkChannel(
  parts: RunParts,
  round: RoundState,
  errand: Notice,
  before: Done | null,
): Promise<ErrandEnd> {
  const { graph, uses, people } = parts;
  const taskId = as<TaskId>(String(errand.data['taskId']));
  const network = String(errand.data['network']) as NetworkKey;
  const by = as<PersonId>(String(errand.data['by']));
  if (uses.networkTeam === null) return { kind: 'dropped', reason: 'Off' };
  const calendar = parts.calendarOf(round.definition.calendar);
  const members = membersOf(round, taskId, network, calendar.dateOf(parts.now()));
  const name = await parts.look({ now: parts.now(), calendar }, (look) =>
    networkLabel({ round, language: 'da', look, network }),
  );
  const owner = (await people.read([by])).get(by);
  if (owner === undefined || members === null) return { kind: 'dropped', reason: 'UnknownPerson' };
  const channel = await graph.privateChannel({
    teamId: uses.networkTeam,
    known: typeof before?.result['id'] === 'string' ? before.result['id'] : null,
    since: await begunAt(parts, round, String(errand.data['id']), before),
    name,
    of: round.name,
    description: round.name,
    owners: [owner.aadObjectId],
  });
  const named = members.flatMap(({ personId }) => personId ?? []);
  const left = await addEach(parts, { teamId: uses.networkTeam, channelId: channel.id }, named);
  const unnamed = String(members.length - named.length);
  const added = named.filter((id) => !left.includes(id));
  return { kind: 'done', result: { id: channel.id, webUrl: channel.webUrl, added, left, unnamed } };
}

/** Noted before the first call: a channel of this name that is younger is this one. */
async function begunAt({ settings, now }: RunParts, round: RoundState, id: string, before: Done | null) {
  const known = before?.result['begunAt'];
  if (typeof known === 'string') return known;
  const begun = now();
  const kept = before ?? { count: 0, signature: 'none', result: {} };
  await noteDone(settings, round.id, id, { ...kept, result: { ...kept.result, begunAt: begun } });
  return begun;
}

/** Who holds a seat in the network: has said yes, or was not asked. Null for a task that appoints nobody. */
function membersOf(
  round: RoundState,
  taskId: TaskId,
  network: NetworkKey,
  date: string,
): readonly Pick<Appointment, 'personId'>[] | null {
  const task = round.tasks[taskId];
  const definition = taskDefinition(round, taskId);
  if (task === undefined || definition?.kind !== 'appoint') return null;
  return bodiesOf(round.electorate, definition.bodies, date)
    .flatMap((bodyId) => appointedBy(bodyId, network, { round, task, date }))
    .filter(({ answer }) => answer === 'accepted' || answer === 'notAsked');
}

/**
 * Those who could not be added. Teams refuses who is not in the team with the same 403 as a missing consent: where it takes
 * anybody at all, it was not the consent.
 */
async function addEach(
  { graph, people }: RunParts,
  place: GraphChannelPlace,
  ids: readonly PersonId[],
): Promise<readonly PersonId[]> {
  const known = await people.read(ids);
  const left: PersonId[] = [];
  let refusal: GraphFailure | null = null;
  for (const id of ids) {
    try {
      await graph.addChannelMember(place, known.get(id)?.aadObjectId ?? '');
    } catch (error) {
      if (!(error instanceof GraphFailure) || error.kind === 'later' || error.kind === 'ambiguous') throw error;
      if (error.kind === 'consent') refusal = error;
      left.push(id);
    }
  }
  if (refusal !== null && left.length === ids.length) throw refusal;
  return left;
}
