// The definitions that ship, against PROCESS.md: every task with its kind and its owner, in its order.
import { definitionJsonSchema } from '../../../services/process/definition/json-schema';
import { endingTask } from '../../../services/process/definition/flow';
import Ajv2020 from 'ajv/dist/2020';
import { dataFile, definitionFile, definitionOf, shipped } from './files';

describe('the definitions that ship', () => {
  test.each(shipped)('%s has no fault', (name) => {
    expect(definitionOf(name).name).toBe(name);
  });

  test.each(shipped)('%s agrees with the JSON Schema that is given to editors', (name) => {
    const validate = new Ajv2020({ strict: false }).compile(definitionJsonSchema());
    expect(validate(definitionFile(name)) ? [] : validate.errors).toEqual([]);
  });

  test.each(shipped)('the bodies of %s say the same as data/bodies.json', (name) => {
    const known = new Map(
      (dataFile('bodies.json')['bodies'] as unknown as { id: string }[]).map((body) => [body.id, body]),
    );
    const bodies = definitionFile(name)['bodies'] as unknown as { id: string }[];
    const differing = bodies.filter(
      (body) => known.has(body.id) && JSON.stringify(known.get(body.id)) !== JSON.stringify(body),
    );
    expect(differing).toEqual([]);
  });

  test.each(['ngc-2019', 'ngc-2021'] as const)('%s has no body that data/bodies.json does not know', (name) => {
    const known = JSON.stringify(dataFile('bodies.json'));
    expect(definitionOf(name).bodies.filter(({ id }) => !known.includes(`"${id}"`))).toEqual([]);
  });

  test('every real body and patient group is in the data', () => {
    const bodies = dataFile('bodies.json')['bodies'] as unknown as { id: string }[];
    expect(bodies.length).toBeGreaterThanOrEqual(17);
    expect((dataFile('patient-groups.json')['patientGroups'] as unknown as unknown[]).length).toBe(13);
  });

  test('ngc-2019 is the process of the document: five steps, every task with its kind and its owner', () => {
    const { steps } = definitionOf('ngc-2019');
    const table = steps.map((step) => step.tasks.map((task) => `${task.kind} ${task.id}: ${task.bodies.join(', ')}`));
    expect(table).toEqual([
      [
        'agree agree-process: sundhedsdirektoerer, lvs',
        'nominate nominate: kind:region, lvs',
        'nominate add-nominations: sundhedsdirektoerer',
        'agree agree-list: sundhedsdirektoerer, lvs',
      ],
      [
        'assess assess: arbejdsgruppe-klinisk-anvendelse',
        'state statement: forsknings-infrastrukturudvalget',
        'state cross-disciplinary: lvs',
        'conclude conclude: arbejdsgruppe-klinisk-anvendelse',
      ],
      [
        'rank rank: sundhedsdirektoerer',
        'consider consider: bestyrelsen',
        'vote select: sundhedsdirektoerer',
        'approve approve-selection: ngc',
        'publish notice: sekretariatet',
        'publish publish-decision: sekretariatet',
      ],
      [
        'group group: sekretariatet',
        'appoint appoint: kind:region, lvs, kind:quality, danske-patienter',
        'document plan: sundhedsministeriet',
        'approve approve-plan: bestyrelsen',
      ],
      ['publish next-round: bestyrelsen, ngc'],
    ]);
  });

  test('in ngc-2019 the parts of step 3 come one after another', () => {
    const tasks = definitionOf('ngc-2019').steps[2]?.tasks ?? [];
    expect(tasks.map(({ id, after }) => [...after, id].join(' → '))).toEqual([
      'conclude → rank',
      'rank → consider',
      'consider → select',
      'select → approve-selection',
      'approve-selection → notice',
      'notice → publish-decision',
    ]);
  });

  test('equal access is commented on and not scored', () => {
    const { principles } = definitionOf('ngc-2019');
    expect(principles.map(({ scored }) => scored)).toEqual([false, true, true, true, true]);
    expect(principles[0]?.label.da).toBe('Lige adgang for patienter nationalt');
  });

  test('the form has sixteen fields on four pages, and four of them make a draft', () => {
    const pages = definitionOf('ngc-2019').form?.pages ?? [];
    expect(pages.map(({ fields }) => fields.length)).toEqual([4, 4, 3, 5]);
    expect(pages[0]?.fields.map(({ label }) => label.da)).toEqual([
      'Titel',
      'På vegne af',
      'Sygdomsområde',
      'Hvorfor denne gruppe?',
    ]);
  });

  test('in ngc-2021 Styregruppen prioritises, selects and confirms the networks', () => {
    const tasks = definitionOf('ngc-2021').steps.flatMap((step) => step.tasks);
    const owners = tasks.filter(({ bodies }) => bodies.includes('styregruppen')).map(({ kind }) => kind);
    expect(owners).toEqual(['rank', 'vote', 'approve']);
    expect(tasks.find(({ kind }) => kind === 'group')).toMatchObject({ confirmedBy: ['styregruppen'] });
  });

  test('simple-approval speaks of nothing in genomes, and ends when it is published', () => {
    expect(JSON.stringify(definitionFile('simple-approval'))).not.toMatch(/genom|patient|region/i);
    expect(endingTask(definitionOf('simple-approval'))?.id).toBe('publish');
  });

  test.each(shipped)('%s reads the same in both languages: nothing is left untranslated', (name) => {
    const same: string[] = [];
    JSON.stringify(definitionFile(name), (_, value: unknown) => {
      if (isBilingual(value) && value.da === value.en) same.push(value.da);
      return value;
    });
    expect(same).toEqual([]);
  });
});

function isBilingual(value: unknown): value is { da: string; en: string } {
  return typeof value === 'object' && value !== null && 'da' in value && 'en' in value;
}
