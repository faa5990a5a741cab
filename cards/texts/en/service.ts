// English words on what Trinvis itself sends to chairs, secretariat and channels: check codes, overdue deadlines, forecast,
// who cannot be reached.
import type { service as danish } from '../da/service';

export const service: typeof danish = {
  anchorTitle: 'Today’s check codes',
  anchorLead:
    'With them anyone can see later that the record has not been changed. Keep a copy outside Teams if you like.',
  anchorOrganisation: 'Bodies and seats',
  anchorHandbook: 'Handbook',
  anchorLine: (name, hash) => `${name}: ${hash}`,

  forecastTitle: (task) => `No quorum yet: ${task}`,
  forecastLine: (answered, seats, needed) =>
    `${String(answered)} of ${String(seats)} seats have answered. At least ${String(needed)} are needed.`,
  overdueTitle: (task) => `The deadline has passed: ${task}`,
  overdueCount: (count) => (count === 1 ? '1 has not answered yet.' : `${String(count)} have not answered yet.`),
  deadline: (moment) => `Deadline: ${moment}`,
  substituteFor: (body) => `Call the substitute: ${body}`,
  seeTask: 'See the task',
  downtimeTitle: (task) => `Extend the deadline? ${task}`,
  downtimeLine: (from, to) => `Trinvis was down from ${from} to ${to}. Nobody could answer during that time.`,
  downtimeKept: 'The task is not closed until the chair or the secretariat has decided.',
  downtimeOver: 'This has been decided.',
  keepDeadline: 'Let the deadline stand',

  unreachableTitle: 'Trinvis cannot reach',
  unreachableLead:
    'The app was removed, blocked or never installed. They get nothing until they write to Trinvis or get the app again.',
  unreachableChannel: 'A channel that Trinvis has no access to',
  fallbackTitle: (task) => `Answers are missing: ${task}`,
  fallbackLead: (names) => `Trinvis cannot write directly to ${names}. Answers can be given here in the channel.`,
  andMore: (count) => `and ${String(count)} more`,
};
