// Forms of the handbook: an entry in both languages, and taking one out.
import { submit } from '../../card';
import type { DialogContent, Element } from '../../card';
import { inline, plain } from '../../escape';
import type { HandbookFormInput } from '../../inputs/personal';
import { textsOf } from '../../texts';
import { caps } from '../scene';
import { formOf, noForm } from './form';
import { choiceInput, dateInput, textInput } from './inputs';

const TEXT_MAX = 3_000;

export function handbookForm(input: HandbookFormInput): DialogContent {
  const { language, section, entry } = input;
  const t = textsOf(language);
  const data = { section, ...(entry === null ? {} : { entryId: entry.id }) };
  return formOf({
    language,
    title: t.personal.section[section],
    fault: input.fault,
    inputs: [
      ...textInput(t, {
        id: 'titleDa',
        label: t.personal.entryTitleDa,
        required: true,
        value: input.typed['titleDa'] ?? entry?.title.da ?? '',
        max: 200,
      }),
      ...textInput(t, {
        id: 'titleEn',
        label: t.personal.entryTitleEn,
        value: input.typed['titleEn'] ?? entry?.title.en ?? '',
        max: 200,
      }),
      ...textInput(t, {
        id: 'textDa',
        label: t.personal.entryTextDa,
        multiline: true,
        value: input.typed['textDa'] ?? entry?.text?.da ?? '',
        max: TEXT_MAX,
      }),
      ...textInput(t, {
        id: 'textEn',
        label: t.personal.entryTextEn,
        multiline: true,
        value: input.typed['textEn'] ?? entry?.text?.en ?? '',
        max: TEXT_MAX,
      }),
      ...textInput(t, {
        id: 'link',
        label: t.personal.entryLink,
        value: input.typed['link'] ?? entry?.link ?? '',
        help: t.personal.entryLinkHelp,
        max: 2_000,
      }),
      ...dateInput(t, { id: 'date', label: t.personal.entryDate, value: input.typed['date'] ?? entry?.date ?? '' }),
      ...(section === 'minutes' || section === 'terms' ? bodyInput(input) : []),
    ],
    actions: [submit(input.surface, t.common.save, 'handbook.save', data, { style: 'primary' })],
  });
}

function bodyInput({ language, organisation, typed, entry }: HandbookFormInput): readonly Element[] {
  const t = textsOf(language);
  return choiceInput(t, {
    id: 'bodyId',
    label: t.personal.entryBody,
    required: true,
    folded: true,
    value: typed['bodyId'] ?? entry?.bodyId ?? '',
    options: Object.values(organisation.bodies).map((body) => ({
      title: plain(body[language], caps.label),
      value: body.id,
    })),
  });
}

export function handbookRemoveForm(input: HandbookFormInput): DialogContent {
  const { language, section, entry } = input;
  const t = textsOf(language);
  if (entry === null) return noForm(language, { name: 'UnknownEntry' });
  return formOf({
    language,
    title: t.personal.removeEntryTitle,
    fault: input.fault,
    lead: [t.personal.removeEntryLead(inline(entry.title[language], caps.title))],
    actions: [
      submit(
        input.surface,
        t.personal.removeEntry,
        'handbook.remove',
        { section, entryId: entry.id },
        { style: 'destructive' },
      ),
    ],
  });
}
