// The simplest card: a sentence or two, and the way on where there is one.
import type { Card, Element } from '../card';
import { render } from '../render';
import { plain } from '../escape';
import type { Language } from '../../services/process/words';
import { buttons, pageOf } from './blocks';

export function plainCard(
  setting: { readonly language: Language },
  title: string,
  lead: readonly string[] = [],
  actions: readonly Element[] = [],
): Card {
  return render('page', pageOf({ title, lead, buttons: buttons(...actions) }), {
    language: setting.language,
    summary: plain(title, 200),
  });
}
