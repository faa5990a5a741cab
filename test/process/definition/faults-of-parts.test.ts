// What is told of bodies, calendar, form and scale that do not fit together: one change to a good file each.
import { faultsAfter, faultsTold, put, type Case } from './files';

const bodies: readonly Case[] = [
  [
    'an unknown body',
    'ngc-2019',
    'steps[2].tasks[1].bodies',
    ['bestyrelse'],
    'steps[2].tasks[1].bodies[0]: There is no body "bestyrelse". Did you mean "bestyrelsen"?',
  ],
  [
    'a kind written as a body',
    'ngc-2019',
    'steps[2].tasks[1].bodies',
    ['region'],
    'steps[2].tasks[1].bodies[0]: There is no body "region". For all bodies of that kind write "kind:region".',
  ],
  [
    'an unknown kind of body',
    'ngc-2019',
    'steps[2].tasks[1].bodies',
    ['kind:regions'],
    'steps[2].tasks[1].bodies[0]: No body is of the kind in "kind:regions". Did you mean "kind:region"?',
  ],
  [
    'an unknown drafter',
    'ngc-2019',
    'steps[1].tasks[3].draftedBy',
    ['nobody'],
    'steps[1].tasks[3].draftedBy[0]: There is no body "nobody".',
  ],
  [
    'an unknown proposer',
    'ngc-2019',
    'steps[2].tasks[2].proposal.by',
    ['nobody'],
    'steps[2].tasks[2].proposal.by[0]: There is no body "nobody".',
  ],
  [
    'an unknown confirmer',
    'ngc-2019',
    'steps[3].tasks[0].confirmedBy',
    ['nobody'],
    'steps[3].tasks[0].confirmedBy[0]: There is no body "nobody".',
  ],
  [
    'an unknown body that agrees',
    'ngc-2019',
    'steps[3].tasks[2].agreedBy',
    ['nobody'],
    'steps[3].tasks[2].agreedBy[0]: There is no body "nobody".',
  ],
  [
    'nobody to rule on impartiality',
    'ngc-2019',
    'impartiality',
    { decidedBy: ['nobody'] },
    'impartiality.decidedBy[0]: There is no body "nobody".',
  ],
  [
    'an unknown organisation in the form',
    'ngc-2019',
    'form.pages[0].fields[1].from',
    ['lvz'],
    'form.pages[0].fields[1].from[0]: There is no body "lvz". Did you mean "lvs"?',
  ],
  [
    'a body twice',
    'simple-approval',
    'bodies[1].id',
    'kontoret',
    'bodies[1].id: There are two bodies "kontoret": the first is at bodies[0].id. Rename one.',
  ],
  [
    'an unknown secretariat',
    'simple-approval',
    'secretariat',
    'kontor',
    'secretariat: The secretariat "kontor" is no body here. Did you mean "kontoret"?',
  ],
  [
    'an unknown successor',
    'ngc-2019',
    'bodies[1].successor',
    'region-ost',
    'bodies[1].successor: "region-hovedstaden" is followed by "region-ost", which is no body here.',
  ],
  [
    'a successor without a last day',
    'ngc-2019',
    'bodies[1].validTo',
    undefined,
    'bodies[1].successor: "region-hovedstaden" has a successor but no last day.',
  ],
  [
    'a body that ends before it begins',
    'ngc-2019',
    'bodies[1].validFrom',
    '2027-06-01',
    'bodies[1].validTo: "region-hovedstaden" would end (2026-12-31) before it begins (2027-06-01).',
  ],
];

const time: readonly Case[] = [
  [
    'an unknown zone',
    'ngc-2019',
    'calendar.zone',
    'Europe/Copenhage',
    'calendar.zone: "Europe/Copenhage" is not a time zone.',
  ],
  ['an offset instead of a zone', 'ngc-2019', 'calendar.zone', '+01:00', 'calendar.zone: "+01:00" is not a time zone.'],
  [
    'a week that the year has not',
    'ngc-2019',
    'calendar.closedWeeks',
    ['2027-W53'],
    'calendar.closedWeeks[0]: 2027 has no week 53. Write 2028-W01 or leave it out.',
  ],
  [
    'a reminder before the task opens',
    'ngc-2019',
    'steps[0].tasks[3].reminders.before',
    [5],
    'steps[0].tasks[3].reminders.before[0]: A reminder 5 working days before the deadline would come before anybody can answer: task "agree-list" lasts 5 working days. Write 4 or less.',
  ],
  [
    'a reminder that fits no task',
    'ngc-2019',
    'reminders.before',
    [40],
    'reminders.before[0]: A reminder 40 working days before the deadline would come before anybody can answer: the longest task lasts 40 working days.',
  ],
  [
    'a summary before any task opens',
    'ngc-2019',
    'reminders.inChannel',
    [40],
    'reminders.inChannel[0]: A summary 40 working days before the deadline would come before anybody can answer. Write 39 or less.',
  ],
  [
    'names for the secretariat before a count for the chair',
    'ngc-2019',
    'reminders.escalation',
    { chair: 4, secretariat: 2 },
    'reminders.escalation.secretariat: The secretariat would get names before the chair got a count. Write 4 or more.',
  ],
  [
    'the same reminder twice',
    'ngc-2019',
    'reminders.before',
    [2, 2],
    'reminders.before[1]: There are two reminders of "2 working days"',
  ],
];

const form: readonly Case[] = [
  [
    'a title that is no field',
    'ngc-2019',
    'form.titleField',
    'titel',
    'form.titleField: The form has no field "titel". Did you mean "title"?',
  ],
  [
    'a title of the wrong kind',
    'ngc-2019',
    'form.titleField',
    'why',
    'form.titleField: The title must be a field of the kind "text"; "why" is "longText".',
  ],
  [
    'a title that may be empty',
    'ngc-2019',
    'form.pages[0].fields[0].required',
    false,
    'form.pages[0].fields[0].required: "title" names the nomination in lists',
  ],
  [
    'backing by a field of text',
    'ngc-2019',
    'form.backedByField',
    'title',
    'form.backedByField: Those who back must come from a field of the kind "bodies"; "title" is "text".',
  ],
  [
    'backing by nobody',
    'ngc-2019',
    'form.backedByField',
    undefined,
    'form.backedByField: Task "nominate" asks for backing, so the form must say who backs',
  ],
  [
    'a field twice',
    'ngc-2019',
    'form.pages[1].fields[0].id',
    'title',
    'form.pages[1].fields[0].id: There are two fields "title": the first is at form.pages[0].fields[0].id.',
  ],
  [
    'a choice without options',
    'simple-approval',
    'form.pages[0].fields[3].options',
    undefined,
    'form.pages[0].fields[3].options: "when" is a choice, so it needs at least two options.',
  ],
  [
    'options of a text',
    'simple-approval',
    'form.pages[0].fields[0].options',
    [],
    'form.pages[0].fields[0].options: "options" is for fields of the kind choice or choices; "proposal" is "text".',
  ],
  [
    'a maximum below the minimum',
    'simple-approval',
    'form.pages[0].fields[2].max',
    -1,
    'form.pages[0].fields[2].max: "cost" can be nothing: max (-1) is less than min (0).',
  ],
  [
    'bodies from nowhere',
    'ngc-2019',
    'form.pages[0].fields[1].from',
    undefined,
    'form.pages[0].fields[1].from: "on-behalf-of" asks for bodies, so say which',
  ],
  [
    'no form where there are nominations',
    'simple-approval',
    'form',
    undefined,
    'form: Task "propose" takes nominations, so the file needs a form',
  ],
  [
    'no scale where there are assessments',
    'ngc-2019',
    'scale',
    [],
    'scale: Task "assess" assesses, so the scale needs at least two steps with a value.',
  ],
  [
    'no scored principle',
    'ngc-2019',
    'principles',
    [],
    'principles: Task "assess" assesses, so at least one principle must have scored: true.',
  ],
  [
    'a scale out of order',
    'ngc-2019',
    'scale[1].value',
    0,
    'scale[1].value: The scale goes from the lowest value to the highest',
  ],
  [
    'a principle twice',
    'ngc-2019',
    'principles[1].id',
    'equal-access',
    'principles[1].id: There are two principles "equal-access"',
  ],
];

faultsTold('bodies', bodies);
faultsTold('time', time);
faultsTold('the form', form);

test('successors that go in a circle are told with the whole circle', () => {
  const faults = faultsAfter('ngc-2019', (file) => {
    put(file, 'bodies[3].validTo', '2030-12-31');
    put(file, 'bodies[3].successor', 'region-hovedstaden');
  });
  expect(faults[0]).toContain(
    'Successors go round in a circle: region-hovedstaden → region-oestdanmark → region-hovedstaden.',
  );
});
