// What Trinvis asks of Microsoft Graph. Everything here is something it can do without: each call works, or fails with a
// GraphFailure that names the consent that is missing. Ids only; whom a card shows to is decided elsewhere.
export interface GraphPerson {
  readonly aadObjectId: string;
  readonly name: string;
}

export interface GraphMember extends GraphPerson {
  /** Of the person; null where Graph does not say. */
  readonly tenantId: string | null;
  readonly isOwner: boolean;
  /** Of the membership: by it a member is taken out. */
  readonly membershipId: string;
}

export interface GraphChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly webUrl: string | null;
  /** Empty where Graph does not say. */
  readonly createdAt: string;
}

/** A channel's message as far as its bot and card go. */
export interface GraphMessage {
  readonly id: string;
  readonly createdAt: string;
  /** App id of the bot that wrote it; null for people. */
  readonly byApp: string | null;
  /** Adaptive cards, parsed; what could not be read is left out. */
  readonly cards: readonly unknown[];
}

export interface GraphChannelPlace {
  /** The team's Entra group (a GUID), not its thread. */
  readonly teamId: string;
  readonly channelId: string;
}

export interface GraphMeeting {
  /** Whose calendar holds it: Entra id of a person or a shared mailbox. */
  readonly organiser: string;
  readonly subject: string;
  readonly text: string;
  /** UTC instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly attendees: readonly { readonly email: string; readonly name: string }[];
  /** The same key is the same event, however often it is sent (transactionId). */
  readonly key: string;
}

export interface GraphFeedNotice {
  /** As in the manifest's `activities`. */
  readonly activityType: string;
  /** One line, at most 150 characters are shown. */
  readonly preview: string;
  /** Where a press leads: a Teams deep link. */
  readonly webUrl: string;
  readonly topic: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Graph {
  /** A person, or null where the directory has none of that id. */
  person(aadObjectId: string): Promise<(GraphPerson & { readonly email: string | null }) | null>;
  /** People of an Entra group and of the groups in it. */
  groupMembers(groupId: string): Promise<readonly GraphPerson[]>;
  channels(teamId: string): Promise<readonly GraphChannel[]>;
  teamMembers(teamId: string): Promise<readonly GraphMember[]>;
  channelMembers(place: GraphChannelPlace): Promise<readonly GraphMember[]>;
  /**
   * A private channel for its owners and those who are added: the one of id `known` while it stands, else a new one. One of
   * the same name is taken only if it was made after `since`, when this one was first to be made: its answer may have been
   * lost. Names hold at most 50 characters, of which `of` keeps its end; what Teams forbids in them is left out.
   */
  privateChannel(made: {
    readonly teamId: string;
    readonly known: string | null;
    readonly since: string;
    readonly name: string;
    readonly of: string;
    readonly description: string;
    readonly owners: readonly string[];
  }): Promise<GraphChannel>;
  /** Of a private or shared channel; one who is a member already stays one. */
  addChannelMember(place: GraphChannelPlace, aadObjectId: string): Promise<void>;
  /** A group chat of exactly these people, with our app in it. Not repeatable: who calls keeps the id. */
  groupChat(topic: string, people: readonly string[]): Promise<{ readonly id: string; readonly webUrl: string | null }>;
  /** Who is in a chat, and takes those out who are not in `people` (somebody has become recused). */
  keepChatTo(chatId: string, people: readonly string[]): Promise<readonly string[]>;
  /** Puts a file into the channel's folder; one of that name gets a new version. */
  saveFile(
    place: GraphChannelPlace,
    file: { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array },
  ): Promise<{ readonly webUrl: string | null }>;
  /** Enters a meeting or deadline once; gives the event's id. */
  meet(meeting: GraphMeeting): Promise<string>;
  moveMeeting(organiser: string, eventId: string, meeting: Omit<GraphMeeting, 'organiser' | 'key'>): Promise<void>;
  cancelMeeting(organiser: string, eventId: string, reason: string): Promise<void>;
  /** In the person's activity feed; our app must be installed for him. */
  notifyPerson(aadObjectId: string, notice: GraphFeedNotice): Promise<void>;
  /** The same to a member of a team our app is in. */
  notifyTeamMember(teamId: string, aadObjectId: string, notice: GraphFeedNotice): Promise<void>;
  /** Installs our app for a person, so that it can write to him; twice is once. */
  installFor(aadObjectId: string): Promise<void>;
  /** The newest messages of a channel, or of one thread in it, newest first. */
  messages(place: GraphChannelPlace, threadRootId: string | null): Promise<readonly GraphMessage[]>;
}
