// English words on drafts: sharing them, writing together, taking them along.
import type { draft as da } from '../da/draft';

export const draft: typeof da = {
  share: 'Share with a colleague',
  shareTitle: 'Share the draft',
  shareLead: (title) =>
    `Whoever you share ${title} with can read, change and send the draft, and becomes a nominator with you when it is sent.`,
  shareWith: 'Who do you want to share with?',
  shareNow: 'Share',
  sharedWith: (names) => `Shared with ${names}`,
  sharedBy: (name) => `Shared by ${name}`,
  writtenWith: (names) => `The draft is written together with ${names}.`,
  others: (name, title, filled, total) =>
    `${name} has shared the draft ${title}: ${String(filled)} of ${String(total)} fields.`,
  stop: 'Stop sharing with',
  leave: 'Remove from my list',
  clash: (name, value) => `${name} has written: ${value}`,
  clashEmpty: (name) => `${name} has emptied the field.`,
  noticeTitle: (name) => `${name} has shared a draft with you`,
  noticeLead: (title) => `You can read, change and send ${title}. When it is sent you are one of its nominators.`,
  grace: (moment) => `Drafts begun before the deadline can be sent and changed until ${moment}.`,
  graceRuns: (moment) => `The deadline has passed. The draft can be sent and changed until ${moment}.`,
  over: 'The deadline has passed. The draft can be taken along to the next round.',
  late: 'The deadline passed before the nomination was backed. It can be taken along to the next round.',
  carry: (round) => `Take along to ${round}`,
  carryTitle: (round) => `${round} takes nominations now`,
  carryLead: (count) =>
    count === 1
      ? 'You have a nomination from an earlier round that was not submitted. Take it along, or let it be.'
      : `You have ${String(count)} nominations from earlier rounds that were not submitted. Take them along, or let them be.`,
  open: 'Open the draft',
};
