// A consent that Graph misses: remembered, told the secretariat once, and forgotten when the call goes through. Holds names
// of permissions only.
import { consentCard } from '../../../cards/service';
import type { Card } from '../../../cards/card';
import type { OrganisationState } from '../../process/organisation/state';
import { SECRETARIAT_KIND, secretariatOf } from '../../process/organisation/secretariat';
import { bodiesOf } from '../../process/round/queries';
import type { LocalDate } from '../../process/calendar';
import type { Notice, Notices, Settings } from '../../store/ports';
import type { GraphUse } from './errand';

const settingOf = (use: string): string => `graph-consent/${use}`;

interface Missing {
  readonly since: string;
  readonly needs: readonly string[];
}

async function missingFor(settings: Settings, use: string): Promise<Missing | null> {
  const known = await settings.read(settingOf(use));
  return known instanceof Object ? (known as Missing) : null;
}

export interface ConsentParts {
  readonly settings: Settings;
  readonly notices: Pick<Notices, 'want'>;
  readonly organisation: () => Promise<OrganisationState | null>;
  readonly now: () => string;
  readonly today: () => LocalDate;
}

/** Noted before it is told: a crash between the two tells it with the next failure, under the same key. */
export async function consentMissing(parts: ConsentParts, use: GraphUse, needs: readonly string[]): Promise<void> {
  const now = parts.now();
  const { since } = (await missingFor(parts.settings, use)) ?? { since: now };
  await parts.settings.write(settingOf(use), { since, needs });
  const organisation = await parts.organisation();
  if (organisation === null) return;
  await parts.notices.want(
    officeOf(organisation, parts.today()).map((addressKey) => ({
      key: ['graphConsent', use, since, addressKey].join('/'),
      addressKey,
      kind: 'graphConsent',
      data: { use },
      dueAt: now,
    })),
  );
}

export async function consentGiven(settings: Settings, use: GraphUse): Promise<void> {
  if ((await missingFor(settings, use)) !== null) await settings.write(settingOf(use), null);
}

/** Where the secretariat is told what concerns no single round: its channels, or its members' own chats. */
export function officeOf(organisation: OrganisationState, date: LocalDate): readonly string[] {
  const bodies = bodiesOf(organisation, [`kind:${SECRETARIAT_KIND}`], date);
  const channels = bodies.flatMap((id) => organisation.channels[id]?.channelId ?? []);
  if (channels.length > 0) return channels.map((channelId) => `channel/${channelId}`);
  return secretariatOf(organisation, date).map((personId) => `personal/${personId}`);
}

/** A card, or why there is none. */
export async function consentNotice(settings: Settings, notice: Notice): Promise<Card | string> {
  const use = String(notice.data['use']) as GraphUse;
  const missing = await missingFor(settings, use);
  return missing === null ? 'Done' : consentCard({ language: 'da', use, needs: missing.needs });
}
