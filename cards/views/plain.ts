// The simplest card: a sentence or two, and the way on where there is one.
import type { Card, Element } from '../card';
import { render } from '../render';
import { plain } from '../escape';
import type { Language } from '../../services/process/words';
import { buttons } from './blocks';

export function plainCard(
  setting: { readonly language: Language },
  title: string,
  lead: readonly string[] = [],
  actions: readonly Element[] = [],
): Card {
  const data = { eyebrow: [], title, lead, sections: [], notes: [], buttons: buttons(...actions) };
  return render('page', data, { language: setting.language, summary: plain(title, 200) });
}
