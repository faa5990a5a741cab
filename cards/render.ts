// Turns a template and ready data into a card. Templates are compiled once, at start; expanding one is the hot path.
// Must hold no words and no rules: what stands on a card is decided in views/, how it is laid out in templates/.
import { Template } from 'adaptivecards-templating';
import type { Card, Element } from './card';
import formJson from './templates/form.json';
import letterJson from './templates/letter.json';
import listJson from './templates/list.json';
import pageJson from './templates/page.json';
import tableJson from './templates/table.json';
import taskJson from './templates/task.json';
import type { Templates } from './templates';

const sources: Readonly<Record<keyof Templates, object>> = {
  form: formJson,
  letter: letterJson,
  list: listJson,
  page: pageJson,
  table: tableJson,
  task: taskJson,
};

const compiled = new Map(Object.entries(sources).map(([name, source]) => [name, new Template(source)]));

/** What every card has beside its template's data. */
export interface Frame {
  readonly language: 'da' | 'en';
  /** One plain line for notifications and for clients that draw no cards. */
  readonly summary: string;
  readonly refresh?: Element | null;
}

/** Expands a template with its data. A missing template is a bug of ours, never of a user. */
export function render<Name extends keyof Templates>(name: Name, data: Templates[Name], frame: Frame): Card {
  const template = compiled.get(name);
  if (template === undefined) throw new Error(`no template ${name}`);
  const expanded = template.expand({ $root: data }) as Pick<Card, 'body'>;
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: frame.language,
    fallbackText: frame.summary,
    body: expanded.body,
    msteams: { width: 'full' },
    ...(frame.refresh ? { refresh: frame.refresh } : {}),
  };
}
