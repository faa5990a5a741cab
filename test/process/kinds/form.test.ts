// What the form of a definition asks of a nomination: everything that is missing or impossible is told at once, and what
// the form does not know never reaches the record.
import * as fc from 'fast-check';
import { both, definitionWith, electorateOf, given, seat, started, texts } from '../given';
import { as, type FieldId } from '../../../services/process/ids';
import { lacking } from '../../../services/process/round/kinds/nominate/form';
import { nominationIn, send } from './sketches';

const options = ['let', 'svaer'].map((id) => ({ id, label: both(id) }));
const form = {
  titleField: 'titel',
  pages: [
    {
      title: both('Side'),
      fields: [
        { id: 'titel', label: both('Titel'), kind: 'text' as const, required: true },
        { id: 'hvorfor', label: both('Hvorfor'), kind: 'longText' as const },
        { id: 'antal', label: both('Antal'), kind: 'number' as const, required: true, min: 1, max: 500 },
        { id: 'grad', label: both('Grad'), kind: 'choice' as const, options },
        { id: 'grader', label: both('Grader'), kind: 'choices' as const, options },
        { id: 'hjem', label: both('Hjem'), kind: 'bodies' as const, from: ['kind:region'] },
        { id: 'bekraeft', label: both('Bekræft'), kind: 'confirm' as const, required: true },
      ],
    },
  ],
};
const definition = definitionWith([{ id: 'indstil', kind: 'nominate', backing: false }], { form });
const open = given(started(definition, electorateOf(definition, seat('mette', 'udvalg'))));
const complete = { antal: 120, bekraeft: true };

describe('a form', () => {
  it('that is complete is sent', () => {
    open
      .when(send('klara', 'n1', { of: [], facts: complete }))
      .thenEvents('NominationSentForBacking', 'NominationSubmitted');
  });

  it('names everything it misses at once', () => {
    open
      .when(send('klara', 'n1', { of: [], texts: texts('hvorfor') }))
      .thenRefused('FieldsMissing', { fields: ['titel', 'antal', 'bekraeft'] });
  });

  it.each([
    ['a number below the least', { antal: 0 }, ['antal']],
    ['a number above the greatest', { antal: 501 }, ['antal']],
    ['half a patient', { antal: 1.5 }, ['antal']],
    ['a number written as text', { antal: '120' }, ['antal']],
    ['a number beyond all counting', { antal: Number.POSITIVE_INFINITY }, ['antal']],
    ['an option nobody offered', { grad: 'middel' }, ['grad']],
    ['options of which one is not offered', { grader: ['let', 'middel'] }, ['grader']],
    ['a tick that is not set', { bekraeft: false }, ['bekraeft']],
    ['a tick that is a word', { bekraeft: 'true' }, ['bekraeft']],
  ])('refuses %s', (_, facts, fields) => {
    open
      .when(send('klara', 'n1', { of: [], facts: { ...complete, ...facts } }))
      .thenRefused('FieldsMissing', { fields });
  });

  it('says before anything is sent what a draft lacks, its organisations too where they back it', () => {
    const own = { id: 'paa-vegne', label: both('På vegne af'), kind: 'bodies' as const, from: ['kind:region'] };
    const pages = [...form.pages, { title: both('Mere'), fields: [own] }];
    const asked = definitionWith([{ id: 'indstil', kind: 'nominate' }], {
      form: { ...form, pages, backedByField: 'paa-vegne' },
    }).form;
    if (asked === undefined) throw new Error('The definition has no form.');
    const facts = { [as<FieldId>('antal')]: 501, [as<FieldId>('bekraeft')]: true };
    const draft = { texts: { [as<FieldId>('titel')]: 'Titel' }, facts };
    expect(lacking(asked, draft, true)).toEqual(['antal', 'paa-vegne']);
    expect(lacking(asked, draft, false)).toEqual(['antal']);
    const filled = { ...facts, [as<FieldId>('antal')]: 500, [as<FieldId>('paa-vegne')]: ['nord'] };
    expect(lacking(asked, { ...draft, facts: filled }, true)).toEqual([]);
  });

  it('takes options it offers, and none where they are not required', () => {
    open
      .when(send('klara', 'n1', { of: [], facts: { ...complete, grad: 'let', grader: ['let', 'svaer'] } }))
      .thenEvents('NominationSentForBacking', 'NominationSubmitted');
    open
      .when(send('klara', 'n1', { of: [], facts: { ...complete, grad: '', grader: [] } }))
      .thenEvents('NominationSentForBacking', 'NominationSubmitted');
  });

  it('refuses an organisation that another field does not offer', () => {
    open
      .when(send('klara', 'n1', { of: [], facts: { ...complete, hjem: ['selskab'] } }))
      .thenRefused('UnknownOrganisation', { bodyId: 'selskab' });
  });

  it('without a field for organisations takes none', () => {
    open.when(send('klara', 'n1', { of: ['region-nord'], facts: complete })).thenRefused('UnknownOrganisation');
  });

  it('keeps what it does not know out of the record', () => {
    const told = given(
      started(definition, electorateOf(definition)),
      send('klara', 'n1', { of: [], facts: { ...complete, hemmelig: 'navn', titel: 'som fakta' } }),
    );
    expect(nominationIn(told.state, 'n1').facts).toEqual(complete);
  });

  it('never throws, whatever came back from a card', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('antal', 'grad', 'grader', 'hjem', 'bekraeft', 'andet'), fc.jsonValue()),
        (facts) => {
          const { decision } = open.when(send('klara', 'n1', { of: [], facts }));
          expect(['accepted', 'refused']).toContain(decision.kind);
        },
      ),
    );
  });
});
