// What the secretariat's cards are made from: a round being set up, bodies, channels, mandates, a running round. Types only.
import type { LocalDate } from '../../services/process/calendar';
import type { Definition } from '../../services/process/definition/schema';
import type { BodyId, MandateId, PersonId, TaskId } from '../../services/process/ids';
import type { OrganisationState } from '../../services/process/organisation/state';
import type { PlannedTask } from '../../services/process/round/plan';
import type { SetupWarning } from '../../services/process/round/plan-warnings';
import type { Outstanding } from '../../services/process/round/kinds/kind';
import type { Language } from '../../services/process/words';
import type { Head, OwnInput, OwnTaskInput } from '../view';
import type { FormInput } from './round';
import type { PersonalInput } from './personal';

export interface DefinitionsInput extends PersonalInput {
  readonly definitions: readonly Definition[];
  /** A set-up already begun is offered first. */
  readonly begun: SetupDraft | null;
}

/** A round being set up. */
export interface SetupDraft {
  readonly id: string;
  readonly definition: Definition;
  readonly name: string | null;
  readonly startsOn: LocalDate | null;
}

export type { PlannedTask } from '../../services/process/round/plan';
export type { SetupWarning } from '../../services/process/round/plan-warnings';

export interface SetupInput extends PersonalInput {
  readonly setup: SetupDraft;
  readonly organisation: OrganisationState;
  readonly plan: readonly PlannedTask[];
  readonly warnings: readonly SetupWarning[];
  readonly page: number;
  /** Names of channels by channel id, as Teams gave them. */
  readonly channelNames: Readonly<Record<string, string>>;
}

export interface SetupFormInput extends PersonalInput, FormInput {
  readonly setup: SetupDraft;
}

export interface SetupBeginInput extends SetupFormInput {
  readonly warnings: readonly SetupWarning[];
  readonly organisation: OrganisationState;
}

/** The card the bot posts when it is added to a channel, and the dialog behind it. */
export interface ChannelCardInput {
  readonly language: Language;
  /** The body it is bound to already. */
  readonly body: { readonly da: string; readonly en: string } | null;
}

export interface ChannelFormInput extends FormInput {
  readonly language: Language;
  readonly organisation: OrganisationState;
  /** Today: bodies that no longer exist are not offered. */
  readonly date: LocalDate;
  /** Set where a channel is chosen for a body from the personal chat. */
  readonly bodyId: BodyId | null;
  readonly channels: readonly {
    readonly teamId: string;
    readonly channelId: string;
    readonly team: string;
    readonly channel: string;
  }[];
}

export interface MandatesInput extends PersonalInput {
  readonly organisation: OrganisationState;
  readonly bodyId: BodyId;
  readonly page: number;
}

export interface MandateFormInput extends PersonalInput, FormInput {
  readonly organisation: OrganisationState;
  readonly bodyId: BodyId;
  /** Who is proposed, to fill the picker in; null where nobody is. */
  readonly entraId: string | null;
}

export interface MandatePeopleInput extends PersonalInput, FormInput {
  readonly organisation: OrganisationState;
  readonly mandateId: MandateId;
  /** Entra ids of those named now, to fill the picker in: person id -> Entra object id. */
  readonly entraIds: Readonly<Record<PersonId, string>>;
}

export interface MandateEndInput extends PersonalInput, FormInput {
  readonly organisation: OrganisationState;
  readonly mandateId: MandateId;
}

export interface RoundCardInput extends OwnInput {
  /** Of all open tasks. */
  readonly outstanding: readonly { readonly taskId: TaskId; readonly entries: readonly Outstanding[] }[];
  readonly head: Head | null;
  readonly page: number;
}

export interface MissingInput extends OwnTaskInput {
  readonly entries: readonly Outstanding[];
  readonly page: number;
}

export interface TaskFormInput extends OwnTaskInput, FormInput {}

export interface DeadlineFormInput extends TaskFormInput {
  readonly date: LocalDate | null;
  readonly time: string | null;
  readonly reason: string;
}

export interface RoundFormInput extends OwnInput, FormInput {}
