// Samples of what is shown beside the process: what a search shares, filing a message, the notes of a round.
// One of the galleries of gallery.ts: the names say what is seen.
import { cards } from '../../../cards';
import { as } from '../../../services/process/ids';
import type { GroupId, TextId } from '../../../services/process/ids';
import { allIds, form, of } from '../sample';
import type { Sample } from '../sample';
import { nominating, selecting } from '../worlds';
import { appointing } from '../worlds-after';
import { nominationId, person, world } from '../world';
import type { World } from '../world';

const link = 'https://teams.microsoft.com/l/chat/0/0?users=28:11111111-1111-4111-8111-111111111111&message=2027-001';

/** Twelve notes, one of them on the whole round, one whose words have been erased. */
function noted(): World {
  const base = world(6);
  const keep = (n: number) =>
    base.words.keep(`note-${n}`, {
      theme: n === 0 ? 'Tidsplanen for høringen er drøftet' : `Spørgsmål om afgrænsning besvaret (${n})`,
      author: 'Frede Eksempel',
      link: 'https://teams.microsoft.com/l/message/19:c@thread.tacv2/1616990032035',
    });
  const notes = Array.from({ length: 12 }, (_, n) => ({
    messageKey: `key-${n}`,
    nominationId: n === 0 ? null : nominationId(n % 6),
    sentAt: `2027-06-0${1 + (n % 9)}T08:12:00.000Z`,
    texts: n === 5 ? { id: as<TextId>('gone'), hash: '', fields: [] } : keep(n),
    filedBy: person('sara'),
    filedAt: '2027-06-14T09:00:00.000Z',
  })).toReversed();
  return { ...base, round: { ...base.round, matters: { ...base.round.matters, notes } } };
}

export function besideSamples(): readonly Sample[] {
  const s = of(selecting());
  const g = of(appointing());
  const round = (base: World) => base.round;
  const message = { author: 'Frede Eksempel', sentAt: '2027-06-11T07:30:00.000Z' };
  const firstGroup = as<GroupId>(Object.keys(appointing().round.groups)[0] ?? '');
  const look = of(nominating()).shared('da', 'nominate').look;
  return [
    {
      name: 'found-nomination',
      make: (language) =>
        cards.foundNominationCard({ ...s.shared(language, 'select'), nominationId: nominationId(0), link }),
    },
    {
      name: 'found-group',
      make: (language) => cards.foundGroupCard({ ...g.shared(language, 'appoint'), groupId: firstGroup, link: null }),
    },
    {
      name: 'form-note',
      make: (language) =>
        cards.noteForm({
          ...of(noted()).personal(language, 'sara'),
          ...form,
          message,
          cases: [{ round: round(noted()), nominationIds: allIds(noted()) }],
        }),
    },
    {
      name: 'form-note-no-case',
      make: (language) =>
        cards.noteForm({ viewer: s.personal(language, 'nora').viewer, look, ...form, message, cases: [] }),
    },
    ...[0, 1].map((page): Sample => ({
      name: `notes-${page + 1}`,
      make: (language) => cards.notesCard({ ...of(noted()).personal(language, 'sara'), round: round(noted()), page }),
    })),
    {
      name: 'notes-none',
      make: (language) => cards.notesCard({ ...s.personal(language, 'sara'), round: round(selecting()), page: 0 }),
    },
  ];
}
