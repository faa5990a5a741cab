// What a reader would call the same group is found, and what merely shares a common word is not.
import { alikeTo, similarTo } from '../../services/search/similar';

const others = [
  { id: 'retina', title: 'Arvelig nethindesygdom hos voksne', more: 'Øjensygdomme' },
  { id: 'heart', title: 'Arvelige hjertesygdomme', more: 'Kardiologi' },
  { id: 'kidney', title: 'Nyresvigt uden kendt årsag', more: 'Nyresygdomme' },
  { id: 'immune', title: 'Primær immundefekt', more: 'Immunologi, børn og voksne' },
];
const like = (title: string, more = '') => similarTo({ id: 'mine', title, more }, others, 3);

it.each([
  ['another ending', 'Arvelige nethindesygdomme', 'Øjensygdom', 'retina'],
  ['another order of words', 'Voksne med arvelig nethindesygdom', '', 'retina'],
  ['aa for å', 'Nyresvigt uden kendt aarsag', '', 'kidney'],
  ['ae and oe', 'Primaer immundefekt', 'Boern', 'immune'],
  ['a mistyped letter', 'Arvelige hjertesydomme', 'Kardiologi', 'heart'],
])('finds the same group written with %s', (_, title, more, id) => {
  expect(like(title, more)[0]).toBe(id);
});

it('finds nothing alike in another group, and nothing at all without words', () => {
  expect(like('Sjældne knoglesygdomme hos børn', 'Ortopædi')).toEqual([]);
  expect(like('', '')).toEqual([]);
  expect(similarTo({ id: 'mine', title: 'Nyresvigt', more: '' }, [], 3)).toEqual([]);
});

it('says which words are alike, as they were written', () => {
  const wanted = { id: 'mine', title: 'Voksne med arvelig nethindesygdom', more: 'Øjensygdom' };
  expect(alikeTo(wanted, others, 1)).toEqual([
    { id: 'retina', words: ['voksne', 'arvelig', 'nethindesygdom', 'øjensygdom'] },
  ]);
});

it('shows no more than asked for, the most alike first', () => {
  expect(
    similarTo(
      { id: 'x', title: 'Arvelig nethindesygdom', more: '' },
      [...others, ...others.map((one) => ({ ...one, id: `${one.id}2` }))],
      1,
    ),
  ).toHaveLength(1);
});
