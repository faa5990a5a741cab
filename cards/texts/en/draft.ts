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
  open: 'Open the draft',
};
