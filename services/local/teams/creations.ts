// Owns opening conversations for the bot: threads in channels, chats with one person, group chats (TEAMS.md §3).
// Must not post by itself: a first activity is given to posts.ts.

import { z } from 'zod';
import type { LocalPerson } from './api';
import { RefusedCall } from './errors';
import { groupChatId, personalChatId, threadId } from './ids';
import type { Installs } from './installs';
import type { Posts } from './posts';
import type { Sandbox } from './sandbox';

const TenantSchema = z.object({ id: z.string() });
const CreateSchema = z.object({
  isGroup: z.boolean().nullish(),
  members: z.array(z.object({ id: z.string() })).nullish(),
  topicName: z.string().nullish(),
  tenantId: z.string().nullish(),
  activity: z.unknown().optional(),
  channelData: z.object({ channel: z.object({ id: z.string() }).nullish(), tenant: TenantSchema.nullish() }).nullish(),
});

type CreateRequest = z.infer<typeof CreateSchema>;

export interface Created {
  readonly id: string;
  readonly activityId?: string;
  readonly serviceUrl: string;
}

export class Creations {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly posts: Posts,
    private readonly installs: Installs,
  ) {}

  /** The conversation a create would lead to, for limits and refusals; empty when the request names none. */
  aboutOf(body: unknown): string {
    const parsed = CreateSchema.safeParse(body);
    if (!parsed.success) {
      return '';
    }
    const { channelData, members } = parsed.data;
    const person = this.sandbox.world.person(members?.[0]?.id ?? '');
    const personal = person === undefined ? '' : personalChatId(this.sandbox.identity.tenantId, person.aadObjectId);
    return channelData?.channel?.id ?? personal;
  }

  /** POST /v3/conversations: a thread in a channel, a chat with one person, or a group chat (TEAMS.md §3). */
  async create(body: unknown, size: string): Promise<Created> {
    const parsed = CreateSchema.safeParse(body);
    if (!parsed.success) {
      throw new RefusedCall('BadSyntax', 'The request cannot be read.', { cause: parsed.error });
    }
    const request = parsed.data;
    const channelId = request.channelData?.channel?.id;
    const id = channelId ?? (await this.#chat(request));
    const activityId = this.#firstPost(id, request, size);
    this.sandbox.ledger.count('conversationsCreated');
    const isThread = channelId !== undefined && activityId !== null;
    return {
      id: isThread ? threadId(id, activityId) : id,
      ...(activityId === null ? {} : { activityId }),
      serviceUrl: this.sandbox.serviceUrl,
    };
  }

  #firstPost(id: string, request: CreateRequest, size: string): string | null {
    if (request.activity === undefined || request.activity === null) {
      if (request.channelData?.channel) {
        throw new RefusedCall('BadSyntax', 'A thread in a channel needs an activity.');
      }
      return null;
    }
    return this.posts.post(id, request.activity, size);
  }

  async #chat(request: CreateRequest): Promise<string> {
    const { identity } = this.sandbox;
    const tenantId = request.tenantId ?? request.channelData?.tenant?.id;
    if (tenantId !== identity.tenantId) {
      throw new RefusedCall('BadSyntax', 'The tenant id is missing or is of another tenant.');
    }
    const people = (request.members ?? []).map(({ id }) => this.#member(id));
    const [first] = people;
    if (first === undefined) {
      throw new RefusedCall('BadSyntax', 'The members are missing.');
    }
    return people.length > 1 ? this.#groupChat(people, first, request.topicName) : this.#personalChat(first);
  }

  #member(id: string): LocalPerson {
    const person = this.sandbox.world.person(id);
    if (person === undefined) {
      throw new RefusedCall('BadSyntax', 'A member is neither a 29: id nor an Entra object id of this tenant.');
    }
    return person;
  }

  #personalChat(person: LocalPerson): string {
    const conversation = this.sandbox.personalChat(person);
    if (!conversation.installed) {
      throw new RefusedCall('ForbiddenOperationException', "The bot is not installed in user's personal scope.");
    }
    return conversation.id;
  }

  async #groupChat(people: readonly LocalPerson[], first: LocalPerson, topic?: string | null): Promise<string> {
    const { world, identity } = this.sandbox;
    const id = groupChatId(identity.tenantId, world.groupChats + 1);
    const members = people.map(({ aadObjectId }) => aadObjectId);
    const name = topic ?? people.map((person) => person.name).join(', ');
    this.sandbox.commit({ kind: 'Chat', id, chat: 'group', name, members });
    this.sandbox.tell({ kind: 'places' }, new Set(members));
    // The bot hears of it beside the answer, as in Teams; waiting for it here could wait for the caller himself.
    this.installs.addedToGroup(this.sandbox.conversation(id), first).catch(() => undefined);
    return id;
  }
}
