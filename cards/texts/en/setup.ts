// English words on setting up a round: process, plan, channels, seats.
import type { setup as da } from '../da/setup';

export const setup: typeof da = {
  title: 'New round',
  chooseLead: 'Which process shall the round follow?',
  choose: (name) => `Choose ${name}`,
  chosen: 'Choose',
  steps: (steps, tasks) => `${String(steps)} steps, ${String(tasks)} tasks`,
  begunLead: 'You have a set-up that has not been started.',
  continue: 'Go on with the set-up',
  discard: 'Delete the set-up',

  overview: (name) => `Set-up: ${name}`,
  unnamed: 'no name',
  process: (title) => `Process: ${title}`,
  startLine: (date) => `Starts: ${date}`,
  startMissing: 'Name and start date are missing.',
  endLine: (moment) => `Last deadline by the plan: ${moment}`,
  nameAndStart: 'Name and start',
  plan: 'See the plan',
  bodies: 'Channels and seats',
  begin: 'Start the round',
  warnings: 'Look at this before you start',
  noWarnings: 'There are no warnings.',
  moreWarnings: (count) => `And ${String(count)} more. See them under Channels and seats and in the plan.`,

  nameTitle: 'Name and start',
  name: 'Name of the round',
  nameHelp: 'For example Round 2027',
  startsOn: 'Start date',

  planTitle: 'Plan',
  planLead: 'The dates hold if each task takes all its time. The deadlines are set when the tasks open.',
  planTask: (opens, deadline) => `Opens ${opens}, deadline ${deadline}`,
  backToSetup: 'Back to the set-up',

  bodiesTitle: 'Channels and seats',
  bodyFrom: (date: string) => `Exists from ${date}.`,
  bodyUntil: (date: string) => `Exists until ${date}.`,
  bodiesLead: 'Each body needs a channel and somebody who answers.',
  bodyChannel: (channel) => `Channel: ${channel}`,
  bodyNoChannel: 'Channel missing',
  bodySeats: (seats, contacts) =>
    `${String(seats)} ${seats === 1 ? 'seat' : 'seats'}, ${String(contacts)} ${contacts === 1 ? 'contact' : 'contacts'}`,
  bindChannel: 'Channel',
  seats: 'Seats',

  warning: {
    Succession: (body, successor, tasks) =>
      `${body} is succeeded by ${successor} before the deadline of: ${tasks}. The answer passes to ${successor}.`,
    MandateEnds: (body, date, tasks) => `A seat of ${body} ends ${date}, before the deadline of: ${tasks}.`,
    NoSeats: (bodies) => `No seats, so nobody can answer: ${bodies}.`,
    NoChair: (bodies) => `No chair, so nobody can sign: ${bodies}.`,
    NoContact: (bodies) => `No contact, so nobody can give backing: ${bodies}.`,
    NoChannel: (bodies) => `No channel, so the cards cannot be shown: ${bodies}.`,
  },

  beginTitle: 'Start the round',
  beginLead: (name, date) => `${name} starts ${date}.`,
  beginOpens: (tasks) => `These tasks open: ${tasks}.`,
  beginNote: 'The process goes with the round and can be changed only by two people after that.',

  channelUnbound: 'Which body is this the channel of?',
  channelUnboundLead:
    'Once the channel is registered, I show the tasks of the body here. I read only what mentions me.',
  channelBound: (body) => `This is the channel of ${body}`,
  channelBoundLead: 'The tasks of the body are shown here. Write @ and my name to ask for something.',
  channelChoose: 'Choose a body',
  channelChange: 'Change',
  channelTitle: 'Channel',
  channelBody: 'Body',
  channelInput: 'Channel',
  channelNone: 'I am not in any channel yet. Add me to the team first.',
  channelName: (team, channel) => `${team} · ${channel}`,
  channelBind: 'Register the channel',
};
