// Owns the coming and going of the app and of people: seeding the directory, and telling the bot as Teams does.
// Must not wait for ever for a bot that is down: a whole directory shares one patience.

import { conversationUpdate, installationUpdate, type Activity } from './activities';
import type { Directory, LocalChannel, LocalPerson, LocalTeam } from './api';
import type { BotLink } from './bot-link';
import type { Conversation } from './conversation';
import { RefusedCall } from './errors';
import { personalChatId } from './ids';
import type { Refresher } from './refresher';
import type { Sandbox } from './sandbox';

// Teams tells a bot of a roll-out to many people in parallel; eight keeps a small bot busy and not drowned.
const PARALLEL_MAX = 8;

type Account = Readonly<Record<'id', string>>;

export class Installs {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly bots: BotLink,
    private readonly refresher: Refresher,
  ) {}

  /** Adds or replaces people and teams, then tells the bot what is new, in order of the directory. */
  async seed(directory: Directory): Promise<void> {
    this.#check(directory);
    this.refresher.noteCause();
    const activities = [
      ...directory.people.flatMap((person) => this.#seedPerson(person)),
      ...directory.teams.flatMap((team) => this.#seedTeam(team)),
    ];
    this.sandbox.tell({ kind: 'places' }, null);
    await this.sandbox.storage.saved();
    await this.#sendAll(activities);
  }

  /** A person gets the app in his personal chat, or removes it. */
  async install(person: LocalPerson, action: 'add' | 'remove'): Promise<void> {
    this.refresher.noteCause();
    const conversation = this.sandbox.personalChat(person);
    this.sandbox.commit({ kind: 'Installed', conversationId: conversation.id, installed: action === 'add' });
    await this.sandbox.storage.saved();
    await this.#sendAll(this.#installActivities(conversation, person, action));
  }

  /** Tells the bot that it is in a new group chat. */
  async addedToGroup(conversation: Conversation, person: LocalPerson): Promise<void> {
    await this.#sendAll(this.#installActivities(conversation, person, 'add'));
  }

  #check({ people, teams }: Directory): void {
    const known = new Set([...this.sandbox.world.people.keys(), ...people.map(({ aadObjectId }) => aadObjectId)]);
    const stranger = teams.flatMap(({ members }) => members).find((member) => !known.has(member));
    if (stranger !== undefined) {
      throw new RefusedCall('BadArgument', `A team has a member the directory does not know: ${stranger}.`);
    }
  }

  #seedPerson(person: LocalPerson): readonly Activity[] {
    const id = personalChatId(this.sandbox.identity.tenantId, person.aadObjectId);
    const isNew = !this.sandbox.world.conversations.has(id);
    this.sandbox.commit({ kind: 'Person', person });
    return isNew ? this.#installActivities(this.sandbox.personalChat(person), person, 'add') : [];
  }

  #installActivities(conversation: Conversation, person: LocalPerson, action: 'add' | 'remove'): readonly Activity[] {
    const setting = { sandbox: this.sandbox, conversation, rootId: null, person };
    const bot: Account = { id: this.sandbox.identity.botId };
    const update = conversationUpdate(setting, null, { membersAdded: [bot] });
    return [...(action === 'add' ? [update] : []), installationUpdate(setting, action)];
  }

  #seedTeam(team: LocalTeam): readonly Activity[] {
    const before = this.sandbox.world.teams.get(team.id);
    this.sandbox.commit({ kind: 'Team', team });
    const general = team.channels.find(({ id }) => id === team.id) ?? team.channels[0];
    const conversation = general === undefined ? undefined : this.sandbox.world.conversations.get(general.id);
    const person = this.sandbox.world.people.get(team.members[0] ?? '');
    if (conversation === undefined || person === undefined) {
      return [];
    }
    const setting = { sandbox: this.sandbox, conversation, rootId: null, person };
    if (before === undefined) {
      const bot: Account = { id: this.sandbox.identity.botId };
      return [
        conversationUpdate(setting, 'teamMemberAdded', { membersAdded: [bot] }),
        installationUpdate(setting, 'add'),
      ];
    }
    return [
      ...this.#memberChanges(setting, before, team),
      ...channelChanges(before, team).map(([eventType, channel]) =>
        conversationUpdate(setting, eventType, {}, channel),
      ),
    ];
  }

  #memberChanges(
    setting: Parameters<typeof conversationUpdate>[0],
    before: LocalTeam,
    after: LocalTeam,
  ): readonly Activity[] {
    const accounts = (aads: readonly string[]): readonly unknown[] =>
      aads.map((aadObjectId) => ({ id: this.sandbox.person(aadObjectId).id, aadObjectId }));
    const added = accounts(after.members.filter((member) => !before.members.includes(member)));
    const removed = accounts(before.members.filter((member) => !after.members.includes(member)));
    return [
      ...(added.length === 0 ? [] : [conversationUpdate(setting, 'teamMemberAdded', { membersAdded: added })]),
      ...(removed.length === 0 ? [] : [conversationUpdate(setting, 'teamMemberRemoved', { membersRemoved: removed })]),
    ];
  }

  async #sendAll(activities: readonly Activity[]): Promise<void> {
    const untilMs = performance.now() + this.bots.patienceMs;
    const waiting = activities.values();
    const work = async (): Promise<void> => {
      for (const activity of waiting) {
        await this.bots.send(activity, untilMs);
      }
    };
    await Promise.all(Array.from({ length: Math.min(PARALLEL_MAX, activities.length) }, work));
    await this.sandbox.storage.saved();
  }
}

/** What happened to the channels of a team, as Teams' event types. */
function channelChanges(before: LocalTeam, after: LocalTeam): readonly (readonly [string, LocalChannel])[] {
  const old = new Map(before.channels.map((channel) => [channel.id, channel]));
  const present = new Set(after.channels.map(({ id }) => id));
  return [
    ...after.channels.filter(({ id }) => !old.has(id)).map((channel) => ['channelCreated', channel] as const),
    ...after.channels
      .filter(({ id, name }) => old.has(id) && old.get(id)?.name !== name)
      .map((channel) => ['channelRenamed', channel] as const),
    ...before.channels.filter(({ id }) => !present.has(id)).map((channel) => ['channelDeleted', channel] as const),
  ];
}
