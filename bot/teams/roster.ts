// Asks Teams what somebody is in the organisation: its own, or a guest. One call, one attempt; knows no mandate.
import type { CloudAdapter, ConversationReference } from 'botbuilder';
import { TeamsInfo } from 'botbuilder';

export type Membership = 'guest' | 'member';

/** `reference` is the conversation the person spoke in. Null where Teams does not say. */
export type AskMembership = (reference: unknown, teamsId: string) => Promise<Membership | null>;

export function membershipIn(adapter: CloudAdapter, appId: string): AskMembership {
  return async (reference, teamsId) => {
    let found: Membership | null = null;
    // What fails inside is caught inside: the adapter would swallow it, or tell it to whoever is in the conversation.
    await adapter.continueConversationAsync(appId, reference as Partial<ConversationReference>, async (context) => {
      try {
        found = roleIn(await TeamsInfo.getMember(context, teamsId));
      } catch {
        found = null;
      }
    });
    return found;
  };
}

/** `userRole` is not in botbuilder's types; Teams sends `user`, `guest` or `anonymous`. */
function roleIn(member: object): Membership | null {
  const role: unknown = Reflect.get(member, 'userRole');
  if (typeof role !== 'string') return null;
  return role === 'user' ? 'member' : 'guest';
}
