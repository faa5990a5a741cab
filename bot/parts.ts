// What the composition root hands to whoever answers people. Collaborators only; nothing here is made or decided.
import type { GraphUses } from '../services/delivery/errands';
import type { Look } from '../services/delivery/look';
import type { Calendar, CalendarSettings } from '../services/process/calendar';
import type { Definition } from '../services/process/definition/schema';
import type { HandbookCommand, HandbookRefusal } from '../services/process/handbook/messages';
import type { HandbookState } from '../services/process/handbook/state';
import type { OrganisationCommand, OrganisationRefusal } from '../services/process/organisation/messages';
import type { OrganisationState } from '../services/process/organisation/state';
import type { RoundCommand } from '../services/process/round/commands';
import type { RoundRefusal } from '../services/process/round/refusals';
import type { RoundState } from '../services/process/round/state';
import type { Clock } from '../services/schedule/clock';
import type { Addresses, Boxes, Drafts, People, Settings, Streams, Notices } from '../services/store/ports';
import type { Guests } from './guests';
import type { Lately } from './lately';
import type { TeamsLinks } from './teamsLinks';
import type { Logger } from './log';
import type { Met } from './met';
import type { FileLinks } from './sheets/links';

export interface Parts {
  readonly rounds: Streams<RoundState | null, RoundCommand, RoundRefusal>;
  readonly organisation: Streams<OrganisationState, OrganisationCommand, OrganisationRefusal>;
  readonly handbook: Streams<HandbookState, HandbookCommand, HandbookRefusal>;
  readonly people: People;
  readonly met: Met;
  readonly guests: Guests;
  readonly drafts: Drafts;
  readonly boxes: Boxes;
  /** Where a reminder that somebody asks for is wanted; sending it is delivery's business. */
  readonly notices: Pick<Notices, 'want'>;
  readonly addresses: Addresses;
  readonly settings: Settings;
  readonly look: Look;
  /** Links to files outside Teams. */
  readonly links: FileLinks;
  readonly lately: Lately;
  readonly clock: Clock;
  /** A new id (a UUID) for what is named by `of`: random, or derived from it in a seeded sandbox. */
  readonly newId: (of: string) => string;
  readonly calendarOf: (settings: CalendarSettings) => Calendar;
  /** Definitions that a round can be started with, by name. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Entra object ids of those who may set up the first round. */
  readonly secretariat: readonly string[];
  readonly tenantId: string;
  /** What Microsoft Graph is used for; nothing without Graph. */
  readonly graphUses: GraphUses;
  /** Links into Trinvis; those there are. */
  readonly teamsLinks: TeamsLinks;
  /** Does everything that is due now. */
  readonly tick: () => Promise<void>;
  readonly logger: Logger;
}

/** The one organisation and the one handbook of an installation. */
export const organisationStream = 'organisation';
export const handbookStream = 'handbook';
