// Seats beside an Entra group: compared once a day, and where they differ proposed to the secretariat. Gives and ends no
// seat: that is done by somebody, with the forms everybody uses.
import type { LocalDate } from '../../process/calendar';
import type { BodyId, MandateId, PersonId } from '../../process/ids';
import { as } from '../../process/ids';
import type { Mandate, OrganisationState } from '../../process/organisation/state';
import type { Notice, Settings } from '../../store/ports';
import type { Wanted } from '../wanted';
import { officeOf } from './consent';
import type { ErrandEnd, GraphUses, Ledger } from './errand';
import { addressPrefix, digestOf, organisationLedger, readLedger } from './errand';
import type { RunParts } from './run';

/** "Ikke nu" holds this long; then it is asked once more. */
const notNowDays = 30;
const notNowSetting = 'graph-not-now';

/** What a comparison leaves to be proposed. */
export interface GroupChange {
  /** In the group, and without a seat. */
  readonly joined: readonly PersonId[];
  /** With a seat, and not in the group. */
  readonly departed: readonly MandateId[];
}

const errandId = (bodyId: string): string => `group/${bodyId}`;

/** Once a day for every body that has a group, on the first tick of the day. */
export function groupsWanted({ groups }: Pick<GraphUses, 'groups'>, today: LocalDate, now: string): readonly Wanted[] {
  return Object.keys(groups).map((bodyId) => ({
    key: ['graph', organisationLedger, errandId(bodyId), today].join('/'),
    addressKey: `${addressPrefix}${organisationLedger}`,
    kind: 'graph.groups',
    data: { use: 'groups', ledger: organisationLedger, id: errandId(bodyId), bodyId },
    dueAt: now,
  }));
}

/** Reads only; repeatable. What was found is noted before it is told. */
export async function compareGroup(parts: RunParts, errand: Notice): Promise<ErrandEnd> {
  const bodyId = as<BodyId>(String(errand.data['bodyId']));
  const groupId = parts.uses.groups[bodyId];
  const organisation = await parts.organisation();
  if (groupId === undefined) return { kind: 'dropped', reason: 'Off' };
  if (organisation?.bodies[bodyId] === undefined) return { kind: 'dropped', reason: 'UnknownBody' };
  const members = new Set<PersonId>();
  for (const { aadObjectId, name } of await parts.graph.groupMembers(groupId)) {
    const known = await parts.people.byAadObjectId(aadObjectId);
    members.add((known ?? (await parts.people.meet({ aadObjectId, tenantId: parts.tenantId, name }))).id);
  }
  return { kind: 'done', result: { members: [...members].sort() } };
}

/** To the secretariat, once for each difference; a "not now" that has run out makes it another one. */
export async function groupNotices(parts: RunParts, bodyId: BodyId): Promise<readonly Wanted[]> {
  const organisation = await parts.organisation();
  if (organisation === null) return [];
  const today = parts.today();
  const change = await groupChange(parts.settings, organisation, bodyId, today);
  if (change.joined.length + change.departed.length === 0) return [];
  const waited = await notNow(parts.settings);
  const what = [...change.joined, ...change.departed].map((id) => [id, waited[`${bodyId}/${id}`] ?? null]);
  return officeOf(organisation, today).map((addressKey) => ({
    key: ['groupChange', bodyId, digestOf(what), addressKey].join('/'),
    addressKey,
    kind: 'groupChange',
    data: { bodyId },
    dueAt: parts.now(),
  }));
}

/** How seats and group differ now: what was last read of the group, against the seats as they stand. */
export async function groupChange(
  settings: Settings,
  organisation: OrganisationState,
  bodyId: BodyId,
  today: LocalDate,
): Promise<GroupChange> {
  const members = membersIn(await readLedger(settings, organisationLedger), bodyId);
  if (members === null) return { joined: [], departed: [] };
  const waited = await notNow(settings);
  const waits = (id: string): boolean => (waited[`${bodyId}/${id}`] ?? '') > today;
  const seats = Object.values(organisation.mandates).filter(
    (seat) => seat.bodyId === bodyId && (seat.validTo === null || seat.validTo >= today),
  );
  const known = new Set(seats.flatMap(peopleOf));
  return {
    joined: members.filter((id) => !known.has(id) && !waits(id)),
    departed: seats
      .filter((seat) => !members.includes(seat.holder) && !waits(seat.id))
      .map(({ id }) => id)
      .sort(),
  };
}

function peopleOf({ holder, substitute, preparers }: Mandate): readonly PersonId[] {
  return [holder, ...(substitute === null ? [] : [substitute]), ...preparers];
}

function membersIn(ledger: Ledger, bodyId: BodyId): readonly PersonId[] | null {
  const members = ledger[errandId(bodyId)]?.result['members'];
  return Array.isArray(members) ? members.map((id) => as<PersonId>(String(id))) : null;
}

/** `<body>/<person or mandate>` -> the day from which it may be proposed again. */
type NotNow = Readonly<Record<string, LocalDate>>;

async function notNow(settings: Settings): Promise<NotNow> {
  const known = await settings.read(notNowSetting);
  return known instanceof Object ? (known as NotNow) : {};
}

/** Repeatable on the same day. */
export async function putOff(settings: Settings, bodyId: BodyId, id: string, today: LocalDate): Promise<void> {
  const until = new Date(Date.parse(`${today}T12:00:00Z`) + notNowDays * 24 * 3_600_000).toISOString().slice(0, 10);
  await settings.write(notNowSetting, { ...(await notNow(settings)), [`${bodyId}/${id}`]: until });
}
