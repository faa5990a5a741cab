// What is told of a definition whose shape has a fault: one change to a good file each, then several at once.
import { parseDefinition } from '../../../services/process/definition/load';
import { definitionFile, faultsAfter, faultsTold, put, type Case, type Loose } from './files';

const shape: readonly Case[] = [
  [
    'a misspelled key',
    'ngc-2019',
    'steps[0].tasks[0].workingdays',
    5,
    'steps[0].tasks[0].workingdays: "workingdays" is not known here. Did you mean "workingDays"?',
  ],
  [
    'an unknown kind',
    'ngc-2019',
    'steps[0].tasks[0].kind',
    'vot',
    'steps[0].tasks[0].kind: Must be "agree", "nominate",',
  ],
  [
    'a missing kind',
    'ngc-2019',
    'steps[0].tasks[0].kind',
    undefined,
    'steps[0].tasks[0].kind: This is missing. Write "agree", "nominate",',
  ],
  [
    'a text instead of a list',
    'ngc-2019',
    'steps[1].tasks[0].bodies',
    'lvs',
    'steps[1].tasks[0].bodies: Must be a list in [ ]. Found "lvs".',
  ],
  [
    'an empty list of bodies',
    'ngc-2019',
    'steps[1].tasks[0].bodies',
    [],
    'steps[1].tasks[0].bodies: Must hold at least 1. Found a list of 0.',
  ],
  ['a missing English text', 'ngc-2019', 'title.en', undefined, 'title.en: This is missing. Write a text in quotes.'],
  ['an empty Danish text', 'ngc-2019', 'title.da', '', 'title.da: Must not be empty. Found "".'],
  [
    'half a working day',
    'ngc-2019',
    'steps[0].tasks[0].workingDays',
    2.5,
    'steps[0].tasks[0].workingDays: Must be a whole number. Found 2.5.',
  ],
  [
    'no working day',
    'ngc-2019',
    'steps[0].tasks[0].workingDays',
    0,
    'steps[0].tasks[0].workingDays: Must be 1 or more. Found 0.',
  ],
  [
    'an id with capitals',
    'ngc-2019',
    'steps[0].id',
    'Trin 1',
    'steps[0].id: Must be lower-case letters, digits and hyphens, at most 64. Found "Trin 1".',
  ],
  [
    'a day that does not exist',
    'ngc-2019',
    'calendar.closedDays',
    ['2027-02-29'],
    'calendar.closedDays[0]: Must be a day that is in the calendar. Found "2027-02-29".',
  ],
  [
    'a time without minutes',
    'ngc-2019',
    'calendar.deadlineHour',
    '12',
    'calendar.deadlineHour: Must be a time as HH:mm. Found "12".',
  ],
  [
    'a share above one',
    'ngc-2019',
    'steps[0].tasks[0].rule.quorum',
    { share: [3, 2] },
    'steps[0].tasks[0].rule.quorum.share: Must be a share of at most 1, written [part, whole]. Found a list of 2.',
  ],
  [
    'a quorum with a slip',
    'ngc-2019',
    'steps[0].tasks[0].rule.quorum',
    { nummer: 3 },
    'steps[0].tasks[0].rule.quorum.nummer: "nummer" is not known here. Did you mean "number"?',
  ],
  ['another format', 'ngc-2019', 'format', 2, 'format: Must be 1. Found 2.'],
  [
    'an unknown choice',
    'ngc-2019',
    'steps[2].tasks[2].choices',
    ['for', 'agains'],
    'steps[2].tasks[2].choices[1]: Must be "agree",',
  ],
];

faultsTold('the shape', shape);

describe('all faults are told at once', () => {
  test('faults of several parts stand in one list', () => {
    const faults = faultsAfter('ngc-2019', (file) => {
      put(file, 'calendar.zone', 'Atlantis');
      put(file, 'steps[2].tasks[0].after', ['nothing']);
      put(file, 'secretariat', 'nobody');
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(
      expect.arrayContaining(['calendar.zone', 'steps[2].tasks[0].after[0]', 'secretariat']),
    );
  });

  test('a slip of shape does not hide the others', () => {
    const faults = faultsAfter('ngc-2019', (file) => {
      put(file, 'colour', 'blue');
      put(file, 'title.da', '');
      put(file, 'reminders.before', [90]);
      put(file, 'steps[2].tasks[1].bodies', ['nobody']);
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(
      expect.arrayContaining(['colour', 'title.da', 'reminders.before[0]', 'steps[2].tasks[1].bodies[0]']),
    );
  });

  test('a fault of shape that other checks lean on is told alone, without faults that are none', () => {
    expect(faultsAfter('ngc-2019', (file) => put(file, 'bodies', 'none'))).toEqual([
      'bodies: Must be a list in [ ]. Found "none".',
    ]);
  });
});

describe('anything at all can be handed in', () => {
  test.each([[null], [undefined], [3], ['text'], [[]], [{}], [{ steps: [null] }], [{ steps: [{ tasks: [{}] }] }]])(
    '%j',
    (json) => {
      const parsed = parseDefinition(json);
      expect(parsed.ok ? [] : parsed.faults.length).toBeGreaterThan(0);
    },
  );

  test('what was handed in is not changed', () => {
    const file = definitionFile('ngc-2019');
    put(file, 'colour', 'blue');
    const before = JSON.stringify(file);
    parseDefinition(file satisfies Loose);
    expect(JSON.stringify(file)).toBe(before);
  });
});
