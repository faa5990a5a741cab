// Samples of lists.
// One of the galleries of gallery.ts: the names say what is seen.
import { cards } from '../../../cards';
import { of } from '../sample';
import type { Sample } from '../sample';
import { assessing, concluding, nominating, selecting, stating } from '../worlds';
import { appointing, closedNotice, grouping, planning, publishing } from '../worlds-after';
import { bodyId, opened, world } from '../world';
import type { World } from '../world';
const list = (
  name: string,
  base: () => World,
  person_: string,
  id: string,
  which: Parameters<typeof cards.listCard>[0]['list'],
  body: string | null = null,
): Sample => ({
  name: `list-${name}`,
  make: (l) =>
    cards.listCard({
      ...of(base()).own(l, person_, id),
      list: which,
      page: 0,
      bodyId: body === null ? null : bodyId(body),
    }),
});

export function listSamples(): readonly Sample[] {
  return [
    list('nominations', stating, 'frede', 'statement', 'nominations'),
    list('submitted', nominating, 'nora', 'nominate', 'submitted'),
    list('backing', nominating, 'rikke', 'nominate', 'backing', 'region-midtjylland'),
    list('selection', selecting, 'nina', 'select', 'selection'),
    list('document-remarks', planning, 'gerda', 'plan', 'documentRemarks'),
    list('reasons', publishing, 'sara', 'notice', 'reasons'),
    list('decisions', () => closedNotice(), 'nora', 'notice', 'decisions'),
    list('assessments', assessing, 'anna', 'assess', 'assessments'),
    list('remarks', stating, 'frede', 'statement', 'remarks'),
    list('statements', stating, 'frede', 'statement', 'statements'),
    list('conclusions', concluding, 'sara', 'conclude', 'conclusions'),
    list('groups', grouping, 'gerda', 'group', 'groups'),
    list('networks', appointing, 'rikke', 'appoint', 'networks', 'region-midtjylland'),
    {
      name: 'list-networks-channels',
      make: (l) =>
        cards.listCard({
          ...of(appointing()).own(l, 'sara', 'appoint'),
          list: 'networks',
          page: 0,
          bodyId: null,
          channels: { [Object.keys(appointing().round.groups)[0] ?? '']: 'https://teams.microsoft.com/l/channel/1' },
        }),
    },
    list('chapters', planning, 'nina', 'plan', 'chapters'),
    list('empty', () => opened(world(0), 'statement'), 'frede', 'statement', 'remarks'),
  ];
}
