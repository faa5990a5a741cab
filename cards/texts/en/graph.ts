// English words about what Microsoft Graph can add: groups in Entra, channels of networks, group chats, files and calendar.
import type { graph as da } from '../da/graph';

export const graph: typeof da = {
  consentTitle: 'A permission for Microsoft Graph is missing',
  consentLead: (what, needs) =>
    `Trinvis cannot ${what} because the permission ${needs} has not been granted. Everything else works as before.`,
  consentWho:
    'The permission is granted by whoever administers your Microsoft 365. Trinvis tries again every day for two months.',
  consentOr: (first, others) => `${first} (or ${others})`,
  use: {
    groups: 'compare the seats with the group in Entra',
    networks: 'create channels for networks and add members to them',
    chats: 'create the group chat',
    files: "put minutes and plans into the channel's folder",
    calendar: 'enter meetings and deadlines in the calendar',
    feed: 'show notices in the activity feed',
  },

  groupTitle: (body) => `Seats and the group in Entra: ${body}`,
  groupLead: 'Trinvis changes no seats by itself.',
  groupSame: 'The seats match the group.',
  joined: (name) => `${name} is in the group but has no seat.`,
  departed: (name) => `${name} has a seat but is not in the group.`,
  giveMandate: 'Give a seat',
  notNow: 'Not now',

  networkNumber: (number) => `Network ${number}`,
  networkOffer: 'Create channel',
  networkUpdate: 'Add new members to the channel',
  networkTitle: (network) => `Channel for ${network}`,
  networkDone: (count) =>
    count === 1 ? 'The channel is ready with 1 member.' : `The channel is ready with ${String(count)} members.`,
  networkLeft: (names) => `Could not be added: ${names}. They must be members of the team first.`,
  networkUnnamed: (count) =>
    count === 1
      ? '1 member has been appointed by name only and is added in Teams.'
      : `${String(count)} members have been appointed by name only and are added in Teams.`,
  openChannel: 'Open the channel',

  chatOffer: (nomination) => `Create a group chat about ${nomination}`,
  chatTopic: (nomination, round) => `${nomination} · ${round}`,
  chatTitle: (nomination) => `Group chat about ${nomination}`,
  chatDone: (names) => `The group chat has been created with those who can take part: ${names}.`,
  chatLost: 'Microsoft Teams did not answer. Look in Teams whether the group chat exists before you ask for it again.',
  chatTakenOut: 'If a participant becomes disqualified, Trinvis takes that person out of the chat.',
  chatNotKept: 'Trinvis has not been able to take a participant who may not take part out of the group chat.',
  chatTakeOut: 'Take the person out in Teams. Trinvis tries again every day.',
  failedTitle: 'It did not succeed',
  failed: (what) => `Trinvis could not ${what}. Microsoft Graph refused it. Try again, or do it in Teams.`,
  undone: (what) => `Trinvis could not ${what}.`,
  undoneNobody: 'There is nobody else who may take part. You can ask for it again when that changes.',
  undoneOff: 'It is turned off for your Trinvis.',
  undoneChanged: 'What you asked for has changed meanwhile. Try again.',
  openChat: 'Open the group chat',

  minutesFile: (at, body, round) => `Minutes ${at} ${body} ${round}`,
  planFile: (title, round) => `${title} ${round}`,
  openFile: 'Open the file in the channel',

  meetingEntry: (body, round) => `Meeting: ${body} (${round})`,
  meetingEntryLead: 'Called in Trinvis. Agenda:',
  deadlineEntry: (task, round) => `Deadline: ${task} (${round})`,
  deadlineEntryLead: (moment) => `Answers are given in Trinvis no later than ${moment}.`,
  entryDropped: 'Cancelled in Trinvis.',

  feedPreview: 'Trinvis has written to you.',
  feedTask: 'Something',
};
