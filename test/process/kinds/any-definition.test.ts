// Definitions nobody has written: kinds of task in any order, with any settings. One without faults can be played to its
// end by what is outstanding; and a round may begin on either side of the change of the regions.
import * as fc from 'fast-check';
import { parseDefinition } from '../../../services/process/definition/load';
import { definitionOf } from '../definition/files';
import { both } from '../given';
import { play } from './player';

const bodies = [
  { id: 'kontor', kind: 'secretariat', da: 'Kontoret', en: 'The office' },
  { id: 'raad', kind: 'council', da: 'Rådet', en: 'The council' },
  { id: 'by', kind: 'town', da: 'Byen', en: 'The town' },
  { id: 'land', kind: 'town', da: 'Landet', en: 'The country' },
];
const parties = fc.constantFrom(['raad'], ['kind:town'], ['raad', 'by'], ['kontor', 'kind:town']);
const workingDays = fc.integer({ min: 1, max: 30 });
const about = fc.constantFrom('submitted', 'qualified', 'selected', 'round');
const closes = fc.constantFrom(undefined, 'whenAnswered', 'atDeadline');
const rule = fc.record({
  method: fc.constantFrom('consensus', 'consent', 'majority', 'approval'),
  needs: fc.constantFrom('all', 'any', 1, 2),
  quorumOf: fc.constantFrom('seats', 'entitled'),
});
const tiers = ['ja', 'nej'].map((id) => ({ id, label: both(id) }));

const task = fc.oneof(
  fc.record({ kind: fc.constantFrom('agree', 'consider', 'vote', 'approve'), about, rule, closes }),
  fc.record({ kind: fc.constant('vote'), about, rule, proposal: fc.constant({ of: 'selection', by: ['kontor'] }) }),
  fc.record({ kind: fc.constant('rank'), about, rule: fc.constant({ method: 'ranking' }), tiers: fc.constant(tiers) }),
  fc.record({ kind: fc.constant('assess'), about, reasonAtEnds: fc.boolean(), closes }),
  fc.record({ kind: fc.constant('state'), about, closes }),
  fc.record({ kind: fc.constant('conclude'), about, draftedBy: fc.constant(['kontor']) }),
  fc.record({ kind: fc.constant('group'), about, confirmedBy: fc.constant(['raad']) }),
  fc.record({
    kind: fc.constant('appoint'),
    per: fc.constantFrom('group', 'round'),
    seatsPerParty: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({
    kind: fc.constant('document'),
    agreedBy: fc.constantFrom([], ['raad', 'by']),
    chapters: fc.constantFrom('none', 'group'),
  }),
  fc.record({ kind: fc.constant('publish'), effects: fc.constant(['publishResult']) }),
);
const anyTasks = fc.array(fc.tuple(task, parties, workingDays), { maxLength: 7 });

/** One task after another, from the call for nominations to the last publication. */
function fileOf(tasks: readonly (readonly [object, readonly string[], number])[], backing: boolean) {
  const all = [
    [{ kind: 'nominate', backing }, ['kind:town'], 10] as const,
    ...tasks,
    [{ kind: 'publish', effects: ['openNextRound'] }, ['kontor'], 5] as const,
  ];
  return {
    format: 1,
    name: 'noget-andet',
    title: both('Noget andet'),
    secretariat: 'kontor',
    bodies,
    form: {
      titleField: 'navn',
      backedByField: 'hvem',
      pages: [
        {
          title: both('Side'),
          fields: [
            { id: 'navn', kind: 'text', label: both('Navn'), required: true },
            { id: 'hvem', kind: 'bodies', label: both('Hvem'), required: true, from: ['kind:town'] },
          ],
        },
      ],
    },
    principles: [{ id: 'nytte', label: both('Nytte'), scored: true }],
    scale: [
      { id: 'nej', value: 0, label: both('Nej') },
      { id: 'ja', value: 1, label: both('Ja') },
    ],
    steps: [
      {
        id: 'trin',
        title: both('Trin'),
        tasks: all.map(([own, of, lasts], at) => ({
          ...own,
          id: `opgave-${at}`,
          title: both(`Opgave ${at}`),
          bodies: of,
          workingDays: lasts,
          after: at === 0 ? [] : [`opgave-${at - 1}`],
        })),
      },
    ],
  };
}

test('a definition without faults can be played to its end', () => {
  let played = 0;
  fc.assert(
    fc.property(anyTasks, fc.boolean(), fc.integer({ min: 2, max: 5 }), (tasks, backing, nominations) => {
      const parsed = parseDefinition(JSON.parse(JSON.stringify(fileOf(tasks, backing))));
      if (!parsed.ok) return;
      played += 1;
      const { state, refused } = play(parsed.definition, nominations, '2027-02-01T08:00:00.000Z');
      expect([refused, state.status]).toEqual([[], 'closed']);
    }),
    { numRuns: 250 },
  );
  expect(played).toBeGreaterThan(20);
});

test.each(['2024-11-04T08:00:00.000Z', '2026-09-01T08:00:00.000Z', '2026-12-21T08:00:00.000Z'])(
  'a round from %s passes every change of bodies on its way',
  (startsAt) => {
    for (const name of ['ngc-2019', 'ngc-2021'] as const) {
      const { state, refused } = play(definitionOf(name), 8, startsAt);
      expect([refused, state.status]).toEqual([[], 'closed']);
    }
  },
);
