// The documented shapes of Graph's answers (learn.microsoft.com/graph/api), as much of them as we read. Parsed once here;
// fields we do not know are left alone, shapes that do not fit are an error of the caller's call.
import { z } from 'zod';

export const user = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
});

/** An item of a group's members: users, but also devices, groups and service principals. */
export const directoryObject = z.object({
  '@odata.type': z.string().optional(),
  id: z.string(),
  displayName: z.string().nullish(),
});

export const conversationMember = z.object({
  /** Of the membership, not of the person. */
  id: z.string(),
  roles: z.array(z.string()).default([]),
  displayName: z.string().nullish(),
  userId: z.string().nullish(),
  tenantId: z.string().nullish(),
});

export const channel = z.object({
  id: z.string(),
  displayName: z.string(),
  membershipType: z.string().nullish(),
  createdDateTime: z.string().nullish(),
  webUrl: z.string().nullish(),
});

export const chat = z.object({ id: z.string(), topic: z.string().nullish(), webUrl: z.string().nullish() });

export const driveItem = z.object({
  id: z.string(),
  name: z.string().nullish(),
  webUrl: z.string().nullish(),
  parentReference: z.object({ driveId: z.string() }).nullish(),
});

export const event = z.object({ id: z.string(), webLink: z.string().nullish() });

export const catalogApp = z.object({ id: z.string(), externalId: z.string().nullish() });

export const chatMessage = z.object({
  id: z.string(),
  createdDateTime: z.string(),
  deletedDateTime: z.string().nullish(),
  from: z.object({ application: z.object({ id: z.string() }).nullish() }).nullish(),
  attachments: z.array(z.object({ contentType: z.string().nullish(), content: z.string().nullish() })).default([]),
});
export type ChatMessage = z.infer<typeof chatMessage>;
export const messages = z.object({ value: z.array(chatMessage) });
