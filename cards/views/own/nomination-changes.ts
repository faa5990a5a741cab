// What has been changed of a nomination since it was sent: when, by whom, which fields, from what to what. For those who handle
// it and those whose own it is; nobody else, and nobody held out.
import type { Field } from '../../../services/process/definition/schema';
import type { PersonId } from '../../../services/process/ids';
import { mayTakePart } from '../../../services/process/round/matters/impartiality/standing';
import type { Change, Nomination } from '../../../services/process/round/state';
import { same } from '../../../services/process/same';
import { execute } from '../../card';
import type { Card, Element } from '../../card';
import { inline } from '../../escape';
import type { ChangesInput } from '../../inputs/round';
import { render } from '../../render';
import type { Section } from '../../templates';
import { buttons, paged, pageNote, pageOf, pager, section } from '../blocks';
import { handlesNominations, isOwnNomination } from '../insight';
import { plainCard } from '../plain';
import { ownScene } from '../scene';
import type { Scene } from '../scene';
import { fieldValue } from './nomination-card';

/** Three of the longest changes there can be stay within half the size of a card. */
const CHANGES_PER_PAGE = 3;

/** Enough of a text to see what it was about; in full it stands on the nomination. */
const VALUE_MAX = 240;

type Content = Change['before'];

export function changesCard(input: ChangesInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const nomination = round.nominations[input.nominationId];
  if (nomination === undefined) return plainCard(scene, t.faults.UnknownNomination);
  if (!seesChanges(scene, nomination, input.viewer.personId)) return plainCard(scene, t.faults.NotForYou);
  const ids = { roundId: round.id, nominationId: nomination.id };
  const list = paged(changesOf(nomination), input.page, CHANGES_PER_PAGE);
  const turn = (page: number, title: string): Element => execute(title, 'nomination.changes', { ...ids, page });
  const data = {
    eyebrow: [scene.numbered(nomination)],
    title: t.nomination.changesTitle,
    lead: list.total === 0 ? [t.common.empty] : [],
    sections: list.items.map((change) => changeSection(scene, nomination, change)),
    notes: pageNote(t, list),
    buttons: buttons(
      ...pager(t, list, turn),
      execute(t.common.back, 'nomination.show', { ...ids, taskId: nomination.taskId }),
    ),
  };
  return render('page', pageOf(data), { language: scene.language, summary: t.nomination.changesTitle });
}

/** "Ændret 2 gange, efter at den blev sendt, senest …"; null where nothing was, or for whoever only follows. */
export function changedLine(scene: Scene, nomination: Nomination, personId: PersonId): string | null {
  const last = nomination.changes?.at(-1);
  if (last === undefined || !seesChanges(scene, nomination, personId)) return null;
  return scene.t.nomination.changed(nomination.changes?.length ?? 0, scene.f.moment(last.at));
}

export function changesAction(scene: Scene, nomination: Nomination, personId: PersonId): Element | false {
  if (changedLine(scene, nomination, personId) === null) return false;
  const ids = { roundId: scene.round.id, nominationId: nomination.id };
  return execute(scene.t.nomination.seeChanges, 'nomination.changes', ids);
}

function seesChanges(scene: Scene, nomination: Nomination, personId: PersonId): boolean {
  const handles = handlesNominations(scene, personId) && mayTakePart(scene.round, personId, nomination.id);
  return handles || isOwnNomination(scene, nomination, personId);
}

interface Shown extends Change {
  readonly after: Content;
}

/** Newest first, each with what it became. */
function changesOf(nomination: Nomination): readonly Shown[] {
  const all = nomination.changes ?? [];
  return all.map((change, at) => ({ ...change, after: all[at + 1]?.before ?? nomination })).toReversed();
}

function changeSection(scene: Scene, nomination: Nomination, { by, at, before, after }: Shown): Section {
  const { t, f, round } = scene;
  const fields = (round.definition.form?.pages ?? []).flatMap((page) => page.fields);
  const changed = fields.filter((field) => isChanged(scene, field, before, after));
  const who = by === null ? t.common.formerPerson : scene.person(by);
  const lines = changed.map((field) => {
    const value = (content: Content): string => valueOf(scene, { ...nomination, ...content }, field);
    return t.nomination.fieldChanged(scene.say(field.label), value(before), value(after));
  });
  return section({
    heading: [t.nomination.changedBy(f.moment(at), who)],
    lines: lines.length === 0 ? [t.nomination.sentAgain] : lines,
  });
}

function isChanged(scene: Scene, field: Field, before: Content, after: Content): boolean {
  if (field.kind === 'bodies' && field.id === scene.round.definition.form?.backedByField)
    return !same(before.onBehalfOf, after.onBehalfOf);
  if (field.kind === 'text' || field.kind === 'longText') return raw(scene, field, before) !== raw(scene, field, after);
  return !same(before.facts[field.id] ?? null, after.facts[field.id] ?? null);
}

function raw({ look }: Scene, { id }: Field, { texts }: Content): string | null {
  const found = look.texts(texts);
  return found === null ? null : (found[id] ?? '');
}

function valueOf(scene: Scene, content: Nomination, field: Field): string {
  const { t } = scene;
  if (field.kind !== 'text' && field.kind !== 'longText') return quoted(scene, fieldValue(scene, content, field) ?? '');
  const text = raw(scene, field, content);
  if (text === null) return t.common.erased;
  return quoted(scene, inline(text, VALUE_MAX));
}

function quoted({ t }: Scene, value: string): string {
  return value === '' ? t.nomination.nothing : t.nomination.quoted(value);
}
