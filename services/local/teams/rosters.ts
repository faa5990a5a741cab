// Owns what the bot may ask about conversations and teams: who is in them, and a team's channels.
// Must not change anything.

import { teamInfo } from './activities';
import type { LocalPerson, LocalTeam } from './api';
import type { Conversation } from './conversation';
import { RefusedCall } from './errors';
import type { Sandbox } from './sandbox';

// Teams' own page sizes for pagedmembers.
const PAGE_SIZE = { min: 50, max: 500, default: 200 };

/** A name as the local part of an address: `Ærø Å` -> `aeroe.aa`. */
function addressOf(person: LocalPerson): string {
  const plain = person.name
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'oe')
    .replace(/å/g, 'aa')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '.');
  return `${plain}.${person.aadObjectId.slice(0, 4)}@sandbox.invalid`;
}

export class Rosters {
  constructor(private readonly sandbox: Sandbox) {}

  /** Everyone in a conversation, as Teams describes people to a bot. */
  members(conversationId: string): readonly unknown[] {
    return this.#peopleIn(this.sandbox.conversation(conversationId)).map((person) => this.#account(person));
  }

  pagedMembers(conversationId: string, pageSize: number | null, token: string | null): unknown {
    const size = Math.min(PAGE_SIZE.max, Math.max(PAGE_SIZE.min, pageSize ?? PAGE_SIZE.default));
    const from = Number(token ?? 0);
    if (!Number.isSafeInteger(from) || from < 0) {
      throw new RefusedCall('BadArgument', 'The continuation token is not one of ours.');
    }
    const all = this.members(conversationId);
    const next = from + size < all.length ? { continuationToken: String(from + size) } : {};
    return { ...next, members: all.slice(from, from + size) };
  }

  member(conversationId: string, memberId: string): unknown {
    const conversation = this.sandbox.conversation(conversationId);
    const person = this.sandbox.world.person(memberId);
    if (person === undefined || !conversation.members.has(person.aadObjectId)) {
      throw new RefusedCall('MemberNotFoundInConversation', 'The member was not found in the conversation.');
    }
    return this.#account(person);
  }

  #peopleIn(conversation: Conversation): readonly LocalPerson[] {
    return [...conversation.members].flatMap((aad) => this.sandbox.world.people.get(aad) ?? []);
  }

  #account(person: LocalPerson): unknown {
    const [givenName = person.name] = person.name.split(' ');
    const email = addressOf(person);
    return {
      id: person.id,
      objectId: person.aadObjectId,
      aadObjectId: person.aadObjectId,
      name: person.name,
      givenName,
      surname: person.name.slice(givenName.length).trim(),
      email,
      userPrincipalName: email,
      tenantId: this.sandbox.identity.tenantId,
      userRole: person.guest === true ? 'guest' : 'user',
    };
  }

  #team(teamId: string): LocalTeam {
    const team = this.sandbox.world.teams.get(teamId);
    if (team === undefined) {
      throw new RefusedCall('NotFound', 'The team was not found.');
    }
    return team;
  }

  team(teamId: string): unknown {
    const team = this.#team(teamId);
    const { tenantId } = this.sandbox.identity;
    return {
      ...teamInfo(team),
      type: 'standard',
      tenantId,
      memberCount: team.members.length,
      channelCount: team.channels.length,
    };
  }

  /** The channels of a team; the general one, whose id is the team's, comes without a name as in Teams. */
  channels(teamId: string): unknown {
    const conversations = this.#team(teamId).channels.map(({ id, name }) => ({
      id,
      ...(id === teamId ? {} : { name }),
      type: 'standard',
    }));
    return { conversations };
  }
}
