// What every view of a round works with: the words of a language, and names, titles and texts made safe to show.
// Must decide nothing; raw text of people leaves this file only escaped (`title`, `person`) or cleaned (`…Label`).
import type { Instant, LocalDate } from '../../services/process/calendar';
import type { Body } from '../../services/process/definition/schema';
import type { BodyId, FieldId, NominationId, PersonId, TaskId } from '../../services/process/ids';
import { stepOf, taskDefinition } from '../../services/process/round/queries';
import type { Nomination, RoundState } from '../../services/process/round/state';
import type { TextsRef } from '../../services/process/text';
import type { Bilingual, Language } from '../../services/process/words';
import { block, escapeMarkdown, inline, plain } from '../escape';
import type { Format } from '../format';
import { formatOf, workingDaysUntil } from '../format';
import type { Texts } from '../texts';
import { textsOf } from '../texts';
import type { Lookups, OwnInput, RoundInput } from '../view';

/** How long things may be on a card, in characters: a phone shows a title on two lines, a person's name on one. */
export const caps = { title: 120, name: 80, label: 100, line: 400, paragraph: 3_000 } as const;

/** What needs no round: a language, a clock, names. */
export interface Setting {
  readonly language: Language;
  readonly look: Lookups;
  readonly t: Texts;
  readonly f: Format;
  readonly date: LocalDate;
  /** A definition's or body's text, for a text block. */
  say(text: Bilingual): string;
  /** The same for a button, a label or a choice. */
  label(text: Bilingual): string;
  person(id: PersonId): string;
  personLabel(id: PersonId): string;
  /** A field of a text, several lines; null when it was erased, empty or never written. */
  text(ref: TextsRef | null, field: string): string | null;
  /** "om 4 arbejdsdage", "i dag". */
  until(at: Instant): string;
}

export interface Scene extends Setting {
  readonly round: RoundState;
  body(id: BodyId): string;
  bodyLabel(id: BodyId): string;
  title(nomination: Nomination): string;
  titleLabel(nomination: Nomination): string;
  /** "2027-014 Arvelig nethindesygdom". */
  numbered(nomination: Nomination): string;
  /** "Trin 3 · Runde 2027". */
  eyebrow(taskId: TaskId): string;
}

/** Where a round is not known, the product's own zone counts (PROCESS.md §6). */
export const homeZone = 'Europe/Copenhagen';

export function settingOf(language: Language, look: Lookups, zone = homeZone): Setting {
  const t = textsOf(language);
  const pick = (text: Bilingual) => text[language];
  const person = (id: PersonId) => look.name(id) || t.common.formerPerson;
  return {
    language,
    look,
    t,
    f: formatOf(language, zone),
    date: look.calendar.dateOf(look.now),
    say: (text) => block(pick(text), caps.paragraph),
    label: (text) => plain(pick(text), caps.label),
    person: (id) => inline(person(id), caps.name),
    personLabel: (id) => plain(person(id), caps.name),
    text: (ref, field) => {
      const written = ref === null ? undefined : look.texts(ref)?.[field as FieldId];
      return written === undefined || written.trim() === '' ? null : block(written, caps.paragraph);
    },
    until: (at) => t.common.until(workingDaysUntil(at, look.now, look.calendar)),
  };
}

export function sceneOf({ round, language, look }: RoundInput): Scene {
  const setting = settingOf(language, look, round.definition.calendar.zone);
  const titleLabel = (nomination: Nomination) => plain(rawTitle(setting, round, nomination), caps.title);
  const title = (nomination: Nomination) => escapeMarkdown(titleLabel(nomination));
  return {
    ...setting,
    round,
    body: (id) => escapeMarkdown(bodyName(setting, round.electorate.bodies, id)),
    bodyLabel: (id) => bodyName(setting, round.electorate.bodies, id),
    title,
    titleLabel,
    numbered: (nomination) => (nomination.number ? `${nomination.number} ${title(nomination)}` : title(nomination)),
    eyebrow: (taskId) => eyebrowOf(setting, round, taskId),
  };
}

export function ownScene({ round, viewer, look }: OwnInput): Scene {
  return sceneOf({ round, language: viewer.language, look });
}

export function nominationOf(round: RoundState, id: NominationId): Nomination | null {
  return round.nominations[id] ?? null;
}

/** A body's name; one that has been followed says so: "Region Hovedstaden (nu Region Østdanmark)". */
export function bodyName(setting: Setting, bodies: Readonly<Record<BodyId, Body>>, id: BodyId): string {
  const body = bodies[id];
  if (body === undefined) return setting.t.common.unknownBody;
  const name = plain(body[setting.language], caps.label);
  const successor = body.successor === undefined ? undefined : bodies[body.successor];
  const ended = body.validTo !== undefined && body.validTo < setting.date;
  return ended && successor ? setting.t.common.nowNamed(name, plain(successor[setting.language], caps.label)) : name;
}

function rawTitle(setting: Setting, round: RoundState, nomination: Nomination): string {
  const field = round.definition.form?.titleField;
  const texts = setting.look.texts(nomination.texts);
  if (texts === null) return setting.t.common.erased;
  return (field && texts[field]) || setting.t.common.untitled;
}

function eyebrowOf(setting: Setting, round: RoundState, taskId: TaskId): string {
  const step = stepOf(round, taskId);
  const index = step === undefined ? -1 : round.definition.steps.indexOf(step);
  const name = inline(round.name, caps.label);
  return index < 0 ? name : setting.t.common.eyebrow(index + 1, name);
}

/** The task's heading in the definition's words. */
export function taskTitle(scene: Scene, taskId: TaskId): string {
  const definition = taskDefinition(scene.round, taskId);
  return definition === undefined ? scene.t.common.unknownTask : scene.say(definition.title);
}
