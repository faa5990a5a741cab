// The frame of every form: title, the fault above, inputs, buttons; and the usual buttons of one that has pages.
// Must lose nothing: what was typed comes back with the fault (CARDS.md, "Nothing typed is ever lost").
import type { Card, DialogContent, Element, Surface } from '../../card';
import { submit } from '../../card';
import { plain } from '../../escape';
import type { Fault } from '../../fault';
import { render } from '../../render';
import type { Texts } from '../../texts';
import { textsOf } from '../../texts';
import type { Verb, VerbInput } from '../../verbs';
import { buttons } from '../blocks';
import { faultSentence } from '../faults';
import type { Language } from '../../../services/process/words';

export interface FormParts {
  readonly language: Language;
  /** Names the dialog; in a chat it is the card's heading. */
  readonly title: string;
  readonly eyebrow?: string;
  /** What was taken in just before, where the form comes as the answer to it. */
  readonly receipt?: string;
  readonly fault: Fault | null;
  readonly lead?: readonly string[];
  readonly inputs?: readonly Element[];
  readonly notes?: readonly string[];
  readonly actions: readonly (Element | null | false)[];
}

export function formOf(parts: FormParts): DialogContent {
  const data = {
    eyebrow: parts.eyebrow === undefined ? [] : [parts.eyebrow],
    title: parts.title,
    receipts: parts.receipt === undefined ? [] : [parts.receipt],
    faults: parts.fault === null ? [] : [faultSentence(textsOf(parts.language), parts.fault)],
    lead: parts.lead ?? [],
    inputs: parts.inputs ?? [],
    notes: parts.notes ?? [],
    buttons: buttons(...parts.actions),
  };
  const card = render('form', data, { language: parts.language, summary: plain(parts.title, 200) });
  return { title: plain(parts.title, 80), card };
}

/** A form whose subject is gone: says so, and there is nothing to press. */
export function noForm(language: Language, fault: Fault): DialogContent {
  const sentence = faultSentence(textsOf(language), fault);
  return formOf({ language, title: sentence, fault: null, actions: [] });
}

/** Previous, next, save and finish for a form of pages; each saves what stands on the page. */
export function pageActions<V extends Verb>(
  t: Texts,
  surface: Surface,
  verb: V,
  data: (go: 'next' | 'back' | 'close' | 'finish') => VerbInput<V>,
  at: { readonly page: number; readonly pages: number; readonly finish: string; readonly backAlways?: boolean },
): readonly (Element | false)[] {
  const last = at.page >= at.pages - 1;
  return [
    !last && submit(surface, t.common.next, verb, data('next'), { style: 'primary' }),
    last && submit(surface, at.finish, verb, data('finish'), { style: 'primary' }),
    (at.page > 0 || at.backAlways === true) && submit(surface, t.common.previous, verb, data('back')),
    submit(surface, t.common.saveDraft, verb, data('close')),
  ];
}

export type { Card };
