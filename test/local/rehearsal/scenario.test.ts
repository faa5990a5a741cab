// Scenario files: those that ship are in order, and a faulty one is told everything that is wrong with it at once.
import { generateScenario } from '../../../services/local/rehearsal/generate';
import { RehearsalFileError } from '../../../services/local/rehearsal/scenario/errors';
import { parseScenario } from '../../../services/local/rehearsal/scenario/read';
import { holdsCpr } from '../../../services/local/rehearsal/evidence/cpr';
import { definition, json } from './files';

const names = ['ngc-2019', 'ngc-2021', 'simple-approval'] as const;

function faultsOf(value: unknown, name = 'simple-approval'): readonly string[] {
  try {
    parseScenario(value, 'file.json', definition(name));
    return [];
  } catch (error) {
    if (error instanceof RehearsalFileError) return error.faults;
    throw error;
  }
}

function simple(change: (scenario: Record<string, unknown>) => void): unknown {
  const scenario = json('data/scenarios/simple-approval.json') as Record<string, unknown>;
  change(scenario);
  return scenario;
}

test.each(names)('the scenario that ships for %s fits its definition', (name) => {
  expect(faultsOf(json(`data/scenarios/${name}.json`), name)).toEqual([]);
});

test.each(names)(
  'every nomination of %s is marked as example data, and no text holds a civil registration number',
  (name) => {
    const scenario = parseScenario(json(`data/scenarios/${name}.json`), name, definition(name));
    const unmarked = scenario.nominations.filter(({ fields }) => !JSON.stringify(fields).includes('Eksempeldata'));
    expect(unmarked.map(({ key }) => key)).toEqual([]);
    expect(holdsCpr(JSON.stringify(scenario))).toBe(false);
  },
);

test('the scenario of ngc-2019 has the real scale: 72 submitted, 34 selected, 12 patient groups with their real titles', () => {
  const scenario = parseScenario(json('data/scenarios/ngc-2019.json'), 'ngc-2019', definition('ngc-2019'));
  const groups = json('data/patient-groups.json') as { readonly patientGroups: readonly { readonly da: string }[] };
  const titles = groups.patientGroups.map(({ da }) => da);
  expect(scenario.nominations.filter(({ ends, backed }) => ends === 'sent' && backed)).toHaveLength(72);
  expect(scenario.answers['select']?.selected).toHaveLength(34);
  expect(scenario.answers['group']?.groups).toHaveLength(12);
  expect(scenario.answers['group']?.groups?.filter(({ name }) => !titles.includes(name))).toEqual([]);
});

test('a file of another shape is told where', () => {
  expect(faultsOf({ format: 2 })).toEqual(
    expect.arrayContaining([expect.stringContaining('format'), expect.stringContaining('people')]),
  );
});

test('everything that names nobody is listed at once', () => {
  const faults = faultsOf(
    simple((scenario) => {
      scenario['setUpBy'] = 'nobody';
      scenario['mandates'] = [{ body: 'afdeling-oest', person: 'somebody', role: 'chair' }];
      scenario['answers'] = { elsewhere: { selected: ['no-such'] } };
    }),
  );
  expect(faults).toEqual([
    'setUpBy: nobody has the key "nobody".',
    'mandates.0: nobody has the key "somebody".',
    'answers.elsewhere.selected: no nomination has the key "no-such".',
    'mandates.0.body: the definition has no body "afdeling-oest".',
    'answers.elsewhere: the definition has no such task.',
    'setUpBy: "nobody" holds no mandate in "kontoret".',
  ]);
});

test('a field the form does not have, and a scenario for another definition, are faults', () => {
  const faults = faultsOf(
    simple((scenario) => {
      scenario['definition'] = 'another';
      scenario['nominations'] = [{ key: 'n', by: 'nord-1', fields: { colour: 'red' } }];
    }),
  );
  expect(faults).toEqual([
    'definition: the scenario is for "another", the definition is "simple-approval".',
    'nominations.0.fields: the form has no field "colour".',
  ]);
});

test.each(names)('a scenario made from %s alone fits it', (name) => {
  const made = generateScenario(definition(name), '2027-01-04');
  expect(faultsOf(JSON.parse(JSON.stringify(made)), name)).toEqual([]);
});
