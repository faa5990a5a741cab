// Links to a file outside Teams: short-lived, for one person and one purpose, useless for anything but that file. Whoever
// holds one can read and send that person's sheet for half an hour; nothing is ever given by a link.
import { createHash } from 'node:crypto';
import type { Instant } from '../../services/process/calendar';
import type { PersonId } from '../../services/process/ids';
import type { Drafts } from '../../services/store/ports';

/** Long enough to fill in what was prepared and send it, short enough that a forwarded link is soon worth nothing. */
const LIFE_MS = 30 * 60_000;
const KIND = 'fileLink';

export interface FileLink<Data> {
  readonly personId: PersonId;
  readonly data: Data;
  readonly until: Instant;
}

export interface FileLinks {
  /** A new link; the person's earlier one to the same subject ends. Null where the bot has no address of its own. */
  issue(
    personId: PersonId,
    subject: string,
    data: unknown,
  ): Promise<{ readonly url: string; readonly until: Instant } | null>;
  /** What a key stands for; null for one that is unknown or has ended. */
  open(key: string): Promise<FileLink<unknown> | null>;
}

export interface LinkParts {
  readonly drafts: Drafts;
  readonly newId: () => string;
  readonly now: () => Instant;
  /** The bot's own address as a browser reaches it, without a path; null where none is known. */
  readonly address: () => string | null;
}

export function createLinks(parts: LinkParts): FileLinks {
  return {
    issue: async (personId, subject, data) => {
      const address = parts.address();
      if (address === null) return null;
      const key = `${parts.newId()}${parts.newId()}`.replaceAll('-', '');
      const until = new Date(Date.parse(parts.now()) + LIFE_MS).toISOString();
      const earlier = await parts.drafts.of(personId, KIND, subject);
      for (const link of earlier) await parts.drafts.remove(link.id);
      await parts.drafts.save({
        id: idOf(key),
        personId,
        kind: KIND,
        subject,
        data: { data, until },
        updatedAt: parts.now(),
      });
      return { url: `${address}/sheets/${key}`, until };
    },
    open: async (key) => {
      if (!/^[0-9a-f]{64}$/.test(key)) return null;
      const found = await parts.drafts.read(idOf(key));
      if (found === null || found.kind !== KIND) return null;
      const { data, until } = found.data as { readonly data: unknown; readonly until: Instant };
      return parts.now() > until ? null : { personId: found.personId, data, until };
    },
  };
}

/** Only a hash is kept: who reads the database cannot use a link. */
function idOf(key: string): string {
  return `file-link/${createHash('sha256').update(key).digest('hex')}`;
}
