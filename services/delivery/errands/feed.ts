// A notice in the activity feed beside a personal one that has just been sent. Says nothing of what it is about: that stands
// in the chat, and the ledger holds no words.
import { textsOf } from '../../../cards/texts';
import type { PersonId } from '../../process/ids';
import { as } from '../../process/ids';
import type { Notice } from '../../store/ports';
import type { Wanted } from '../wanted';
import type { ErrandEnd, GraphUses } from './errand';
import { addressPrefix } from './errand';
import type { RunParts } from './run';

const personal = 'personal/';

/** One for all that went into one message, keyed by the first of it: sent again after a crash it is still one. */
export function feedWanted(
  uses: Pick<GraphUses, 'feed'>,
  addressKey: string,
  sent: readonly Notice[],
  now: string,
): readonly Wanted[] {
  const [first] = sent;
  if (!uses.feed || first === undefined || !addressKey.startsWith(personal)) return [];
  const personId = addressKey.slice(personal.length);
  return [
    {
      key: `graph/feed/${first.key}`,
      addressKey: `${addressPrefix}feed/${personId}`,
      kind: 'graph.feed',
      data: { use: 'feed', personId },
      dueAt: now,
    },
  ];
}

/** Not repeatable: Graph shows it twice when it is asked twice, so one whose answer was lost is not sent again. */
export async function showInFeed(parts: RunParts, errand: Notice): Promise<ErrandEnd> {
  const personId = as<PersonId>(String(errand.data['personId']));
  const person = (await parts.people.read([personId])).get(personId);
  const webUrl = parts.chatLink;
  if (person === undefined || webUrl === null) return { kind: 'dropped', reason: 'UnknownPerson' };
  const t = textsOf(parts.languageOf(person)).graph;
  await parts.graph.notifyPerson(person.aadObjectId, {
    activityType: 'waits',
    preview: t.feedPreview,
    webUrl,
    topic: 'Trinvis',
    parameters: { task: t.feedTask },
  });
  return { kind: 'done', result: {} };
}
