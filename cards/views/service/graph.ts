// What the secretariat is told about Microsoft Graph. Must not name anyone but those whose seats or chats it is about.
import type { Language } from '../../../services/process/words';
import type { Card } from '../../card';
import { render } from '../../render';
import { textsOf } from '../../texts';
import type { Texts } from '../../texts';
import { pageOf } from '../blocks';

export interface ConsentInput {
  readonly language: Language;
  readonly use: keyof Texts['graph']['use'];
  /** Permissions of which one suffices, the least first. */
  readonly needs: readonly string[];
}

/** Which permission is missing for what, in one calm sentence. */
export function consentCard({ language, use, needs }: ConsentInput): Card {
  const t = textsOf(language).graph;
  const [first = '', ...others] = needs;
  const named = others.length === 0 ? first : t.consentOr(first, others.join(', '));
  const data = pageOf({ title: t.consentTitle, lead: [t.consentLead(t.use[use], named), t.consentWho] });
  return render('page', data, { language, summary: t.consentTitle });
}
