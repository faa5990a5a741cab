// The nomination's form, made from the definition's own: any pages, any fields. And the small forms around it.
// Must not require anything of the client: a draft may be saved half filled; the rules name what is missing on sending.
import type { Field, Form } from '../../../services/process/definition/schema';
import { doubtfulLines } from '../../../services/process/references';
import { bodiesOf } from '../../../services/process/round/queries';
import { submit } from '../../card';
import type { DialogContent, Element } from '../../card';
import { block, inline } from '../../escape';
import type {
  ClashView,
  DiscardNominationInput,
  FormInput,
  NominationActInput,
  NominationFormInput,
  ReturnNominationInput,
} from '../../inputs/round';
import type { VerbInput } from '../../verbs';
import { present } from '../blocks';
import { caps, ownScene } from '../scene';
import type { Scene } from '../scene';
import { formOf, noForm } from './form';
import { choiceInput, numberInput, textInput, toggleInput } from './inputs';

/** What another wrote stands below one's own in full where it is short; the draft keeps all of it. */
const CLASH_MAX = 1_000;

type Go = VerbInput<'nomination.save'>['go'];

export function nominationForm(input: NominationFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const form = round.definition.form;
  const page = form?.pages[input.page];
  if (form === undefined || page === undefined) return noForm(scene.language, { name: 'UnknownTask' });
  const missing = form.pages.flatMap(({ fields }) => fields).filter(({ id }) => input.missing.includes(id));
  const labels = missing.map((field) => wanted(scene, field));
  return formOf({
    language: scene.language,
    title: t.nomination.formTitle(input.page + 1, form.pages.length),
    eyebrow: scene.say(page.title),
    fault: input.fault,
    lead: present(
      labels.length > 0
        ? t.nomination.missingOn(scene.f.list(labels))
        : input.page === 0 && (input.basis === null ? t.nomination.formLead : t.nomination.formEdit),
      writtenWith(scene, input),
    ),
    inputs: page.fields.flatMap((field) => fieldInput(scene, input, field)),
    notes: [...doubtsBefore(scene, input, form), t.common.noPatientData],
    actions: formActions(scene, input, form),
  });
}

/** Who else works on the draft: what stands in it may be theirs. */
function writtenWith(scene: Scene, { sharedBy, sharedWith, viewer }: NominationFormInput): string | null {
  const others = [...present(sharedBy), ...sharedWith].filter((id) => id !== viewer.personId);
  return others.length === 0 ? null : scene.t.draft.writtenWith(scene.f.list(others.map((id) => scene.person(id))));
}

/** What another has written stands for itself, above what always stands there. */
function helpOf(clashes: readonly string[], help: readonly string[]): string {
  return [...clashes, help.join(' ')].filter((text) => text !== '').join('\n\n');
}

/** What another wrote in a field that both have changed. */
function clashesOn(scene: Scene, input: NominationFormInput, field: Field): readonly string[] {
  return input.clashes
    .filter(({ fieldId }) => fieldId === field.id)
    .map(({ by, value }) => {
      const shown = value === null ? '' : clashValue(scene, field, value);
      return shown === '' ? scene.t.draft.clashEmpty(scene.person(by)) : scene.t.draft.clash(scene.person(by), shown);
    });
}

function clashValue(scene: Scene, field: Field, value: NonNullable<ClashView['value']>): string {
  const chosen = (ids: readonly string[]) =>
    scene.f.list(
      optionsOf(scene, field).flatMap((one) => (ids.includes(one.value) ? [inline(one.title, caps.label)] : [])),
    );
  if (typeof value === 'boolean') return value ? scene.t.nomination.yes : scene.t.nomination.no;
  if (typeof value === 'number') return scene.f.number(value);
  if (typeof value !== 'string') return chosen(value);
  return field.kind === 'choice' ? chosen([value]) : block(value, CLASH_MAX);
}

function fieldInput(scene: Scene, input: NominationFormInput, field: Field): readonly Element[] {
  const { t } = scene;
  const because = input.missing.includes(field.id) ? field.because : undefined;
  const base = {
    id: `field_${field.id}`,
    label: scene.label(field.label),
    starred: field.required,
    help: helpOf(clashesOn(scene, input, field), [
      ...[because, field.help].flatMap((text) => (text === undefined ? [] : [sentence(scene.say(text))])),
      ...doubts(scene, field, input.texts[field.id] ?? ''),
    ]),
  };
  const fact = input.facts[field.id];
  switch (field.kind) {
    case 'number':
      return numberInput(t, {
        ...base,
        label: withUnit(base.label, field.unit === undefined ? '' : scene.label(field.unit)),
        value: fact === undefined ? '' : String(fact),
        min: field.min,
        max: field.max,
      });
    case 'choice':
    case 'choices':
    case 'bodies':
      return choiceInput(t, {
        ...base,
        value: Array.isArray(fact) ? fact.join(',') : String(fact ?? ''),
        several: field.kind !== 'choice',
        options: optionsOf(scene, field),
        placeholder: t.nomination.choose,
      });
    case 'confirm':
      return toggleInput(t, {
        ...base,
        title: field.help ? scene.label(field.help) : base.label,
        value: String(fact ?? ''),
      });
    default:
      return textInput(t, {
        ...base,
        value: input.texts[field.id] ?? '',
        multiline: field.kind === 'longText',
        max: field.maxLength,
      });
  }
}

function optionsOf(scene: Scene, field: Field) {
  if (field.kind !== 'bodies') {
    return (field.options ?? []).map((option) => ({ title: scene.label(option.label), value: option.id }));
  }
  const bodies = bodiesOf(scene.round.electorate, field.from ?? [], scene.date);
  return bodies
    .map((id) => ({ title: scene.bodyLabel(id), value: id }))
    .toSorted((one, other) => scene.f.compare(one.title, other.title));
}

/** What a missing field is called; of a number also which numbers can stand there. */
function wanted(scene: Scene, field: Field): string {
  const label = scene.say(field.label);
  if (field.kind !== 'number') return label;
  const least = field.min === undefined ? null : scene.f.number(field.min);
  const most = field.max === undefined ? null : scene.f.number(field.max);
  const named = field.unit === undefined ? '' : scene.say(field.unit);
  const unit = withUnit(label, named) === label ? '' : named;
  return `${label} (${scene.t.nomination.wholeNumber(least, most, unit)})`;
}

/** A hint at lines that look like no reference; nothing is held back for it. */
function doubts(scene: Scene, field: Field, text: string): readonly string[] {
  const lines = field.references === true ? doubtfulLines(text) : [];
  return lines.length === 0
    ? []
    : [scene.t.nomination.doubtfulReferences(scene.f.list(lines.map(String)), lines.length)];
}

/** The hints of earlier pages, said once more on the last one: it is from there that the nomination is sent. */
function doubtsBefore(scene: Scene, input: NominationFormInput, form: Form): readonly string[] {
  if (input.page < form.pages.length - 1) return [];
  const before = form.pages.slice(0, -1).flatMap(({ fields }) => fields);
  return before.flatMap((field) =>
    doubts(scene, field, input.texts[field.id] ?? '').map((hint) => `${sentence(scene.say(field.label))} ${hint}`),
  );
}

/** "Hvad koster det? (kr.)"; not where the label says the unit itself. */
function withUnit(label: string, unit: string): string {
  return unit === '' || label.toLowerCase().includes(unit.toLowerCase()) ? label : `${label} (${unit})`;
}

/** Definitions write help without a full stop; two in a row need one. */
function sentence(text: string): string {
  return /[.?:]$/.test(text) ? text : `${text}.`;
}

function formActions(scene: Scene, input: NominationFormInput, form: Form): readonly (Element | false)[] {
  const { t } = scene;
  const data = (go: Go) => ({
    roundId: scene.round.id,
    taskId: input.taskId,
    nominationId: input.nominationId,
    page: input.page,
    basis: input.basis ?? undefined,
    seen: input.seen,
    go,
  });
  const save = (title: string, go: Go, style?: 'primary') =>
    submit(input.surface, title, 'nomination.save', data(go), style === undefined ? {} : { style });
  const last = input.page >= form.pages.length - 1;
  const task = scene.round.definition.steps.flatMap(({ tasks }) => tasks).find(({ id }) => id === input.taskId);
  const backed = task?.kind === 'nominate' && task.backing;
  const send = backed ? t.nomination.sendForBacking : t.nomination.submit;
  return [
    !last && save(t.common.next, 'next', 'primary'),
    (last || input.basis !== null) &&
      save(input.basis === null ? send : t.nomination.saveChanges, 'finish', last ? 'primary' : undefined),
    input.page > 0 && save(t.common.previous, 'back'),
    save(t.common.saveDraft, 'close'),
    input.basis === null && input.sharedBy === null && save(t.draft.share, 'share'),
  ];
}

export function returnNominationForm(input: ReturnNominationInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const nomination = round.nominations[input.nominationId];
  if (nomination === undefined) return noForm(scene.language, { name: 'UnknownNomination' });
  const data = { roundId: round.id, nominationId: nomination.id, bodyId: input.bodyId, basis: nomination.revision };
  return formOf({
    language: scene.language,
    title: t.nomination.returnTitle,
    fault: input.fault,
    lead: [t.nomination.returnLead(scene.title(nomination))],
    inputs: textInput(t, {
      id: 'reason',
      label: t.nomination.returnReason,
      value: input.reason,
      multiline: true,
      required: true,
      max: 4_000,
    }),
    notes: [t.common.reasonIsRecorded],
    actions: [submit(input.surface, t.nomination.return, 'nomination.return', data, { style: 'primary' })],
  });
}

export function withdrawNominationForm(input: NominationActInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const nomination = round.nominations[input.nominationId];
  if (nomination === undefined) return noForm(scene.language, { name: 'UnknownNomination' });
  const data = { roundId: round.id, nominationId: nomination.id, basis: nomination.revision };
  return formOf({
    language: scene.language,
    title: t.nomination.withdrawTitle,
    fault: input.fault,
    lead: [t.nomination.withdrawLead(scene.title(nomination))],
    actions: [submit(input.surface, t.nomination.withdraw, 'nomination.withdraw', data, { style: 'destructive' })],
  });
}

export function discardNominationForm(input: DiscardNominationInput & FormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const data = { roundId: round.id, taskId: input.taskId, nominationId: input.nominationId };
  return formOf({
    language: scene.language,
    title: t.nomination.discardTitle,
    fault: input.fault,
    lead: [t.nomination.discardLead(inline(input.title, caps.title) || t.common.untitled)],
    actions: [submit(input.surface, t.nomination.discard, 'nomination.discard', data, { style: 'destructive' })],
  });
}
