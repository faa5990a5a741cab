// People and groups of the directory. Reads only.
import type { Caller } from './caller';
import { idIn } from './caller';
import { GraphFailure } from './failures';
import type { Graph } from './port';
import * as shapes from './shapes';

/** Least first; `User.ReadBasic.All` shows names and addresses and nothing else. */
const readPeople = ['User.ReadBasic.All', 'User.Read.All'] as const;

export function peopleOf({ call, all }: Caller): Pick<Graph, 'person' | 'groupMembers'> {
  return {
    person: async (aadObjectId) => {
      const path = `/users/${idIn(aadObjectId)}?$select=id,displayName,mail`;
      try {
        const { id, displayName, mail } = shapes.user.parse(await call({ method: 'GET', path, needs: readPeople }));
        return { aadObjectId: id, name: displayName ?? '', email: mail ?? null };
      } catch (error) {
        if (error instanceof GraphFailure && error.kind === 'gone') return null;
        throw error;
      }
    },
    groupMembers: async (groupId) => {
      const path = `/groups/${idIn(groupId)}/transitiveMembers?$select=id,displayName&$top=999`;
      const found = await all({ path, needs: ['GroupMember.Read.All'] });
      return found
        .map((item) => shapes.directoryObject.parse(item))
        .filter((item) => item['@odata.type'] === '#microsoft.graph.user')
        .map(({ id, displayName }) => ({ aadObjectId: id, name: displayName ?? '' }));
    },
  };
}
