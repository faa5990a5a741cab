// What cards carry where Microsoft Graph helps: a difference put off, a network's channel, a group chat. Ids only.
import { z } from 'zod';
import * as s from './shapes';

export const graphVerbs = {
  /** A person without a seat, or a seat whose holder is not in the group: not now. */
  'group.notNow': z.object({ bodyId: s.bodyId, about: s.plainId }),
  'network.channel': z.object({ roundId: s.roundId, taskId: s.taskId, network: s.network }),
  'chat.make': z.object({ roundId: s.roundId, taskId: s.taskId, nominationId: s.nominationId }),
};
