// What Graph adds to delivery: our app is installed for a person who lacks it, and a message whose answer was lost is looked
// for before it is sent again. Without the consent for it everything goes on as without Graph.
import canonicalize from 'canonicalize';
import type { Graph } from '../../services/graph';
import { GraphFailure } from '../../services/graph';
import type { Destination, Message, Messenger, Sent } from '../../services/delivery/messenger';
import { DeliveryFailure } from '../../services/delivery/messenger';
import type { Logger } from '../log';

/** Teams' clock and ours may differ by this much when a message is told from an earlier one of the same words. */
const clocksDifferMs = 60_000;

export interface ReachingParts {
  readonly graph: Graph;
  readonly appId: string;
  /** The Entra group of the team a channel is in; null where Teams has not told it yet. */
  readonly teamOf: (channelId: string) => Promise<string | null>;
  /** Real time. */
  readonly nowMs: () => number;
  readonly logger: Logger;
}

/** The same messenger, helped by Graph where it fails. */
export function reaching(messenger: Messenger, parts: ReachingParts): Messenger {
  return {
    post: async (to, message) => {
      const begunAtMs = parts.nowMs();
      try {
        return await messenger.post(to, message);
      } catch (error) {
        if (!(error instanceof DeliveryFailure)) throw error;
        if (error.kind === 'unreachable' && to.kind === 'person')
          return (await installed(parts, to)) ? messenger.post(to, message) : fail(error);
        if (error.kind === 'ambiguous') return (await found(parts, to, message, begunAtMs)) ?? fail(error);
        throw error;
      }
    },
    update: async (address, messageId, message) => messenger.update(address, messageId, message),
  };
}

function fail(error: DeliveryFailure): never {
  throw error;
}

async function installed({ graph, logger }: ReachingParts, person: Extract<Destination, { kind: 'person' }>) {
  return tried(logger, async () => {
    await graph.installFor(person.aadObjectId);
    return true;
  });
}

/** One of ours, as new as the attempt, that holds this very card: Teams keeps a card's JSON as it was sent. */
async function found(parts: ReachingParts, to: Destination, message: Message, begunAtMs: number): Promise<Sent | null> {
  if (to.kind !== 'address') return null;
  const { address, threadRootId } = to;
  const channelId = address.key.startsWith('channel/') ? address.key.slice('channel/'.length) : null;
  const teamId = channelId === null ? null : await parts.teamOf(channelId);
  if (channelId === null || teamId === null) return null;
  const wanted = canonicalize(message.card);
  const messages = await tried(parts.logger, async () => parts.graph.messages({ teamId, channelId }, threadRootId));
  const own = messages?.find(
    ({ byApp, createdAt, cards }) =>
      byApp === parts.appId &&
      Date.parse(createdAt) >= begunAtMs - clocksDifferMs &&
      cards.some((card) => canonicalize(card) === wanted),
  );
  if (own === undefined) return null;
  return { messageId: own.id, conversationId: address.conversationId, reference: address.reference };
}

/** Null when Graph does not do it: the failure that led here is what counts then. */
async function tried<Result>(logger: Logger, call: () => Promise<Result>): Promise<Result | null> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    logger.warn({ graph: error.kind, code: error.code, needs: error.needs }, 'Graph did not help');
    return null;
  }
}
