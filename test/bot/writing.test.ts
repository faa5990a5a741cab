// Two people writing one draft: nothing anybody wrote is overwritten by someone who has not seen it.
import fc from 'fast-check';
import { readPage } from '../../bot/answers/form';
import { withKept } from '../../bot/answers/assessing';
import { mergePage, sentSince, withOwn, type Written } from '../../bot/answers/writing';
import type { Form } from '../../services/process/definition/schema';
import type { FieldId, PersonId } from '../../services/process/ids';
import { both } from '../process/builders';

const [title, area, pages] = ['title', 'area', 'pages'] as unknown as readonly [FieldId, FieldId, FieldId];
const [mette, kaj] = ['mette', 'kaj'] as unknown as readonly [PersonId, PersonId];
const fields = [title, area];

const typed = (titleText: string, areaText: string) => ({
  texts: { ...(titleText === '' ? {} : { [title]: titleText }), ...(areaText === '' ? {} : { [area]: areaText }) },
  facts: { [pages]: 3 },
});

interface Kept {
  readonly data: Written;
  readonly revision: number;
}

const empty: Kept = { data: { texts: {}, facts: { [pages]: 3 } }, revision: 0 };

function keep(standing: Kept, by: PersonId, seen: number, texts: readonly [string, string]) {
  const merged = mergePage(standing, typed(...texts), { fields, seen, by, sentBy: null });
  const after: Kept = merged.isChanged ? { data: merged.draft, revision: standing.revision + 1 } : standing;
  return { ...merged, after };
}

test('what one person writes alone is kept, page after page', () => {
  const { after, clashes } = keep(keep(empty, mette, 0, ['Øjne', '']).after, mette, 0, ['Øre', 'Sanser']);
  expect(clashes).toEqual([]);
  expect(after).toMatchObject({ revision: 2, data: { texts: { title: 'Øre', area: 'Sanser' } } });
});

test('what is typed again changes nothing', () => {
  const { after } = keep(empty, mette, 0, ['Øjne', '']);
  expect(keep(after, mette, 0, ['Øjne', '']).isChanged).toBe(false);
});

test('two who change different fields both keep theirs, without a word', () => {
  const seen = keep(empty, mette, 0, ['Øjne', 'Sanser']).after;
  const theirs = keep(seen, kaj, 1, ['Øjne', 'Nethinde']).after;
  const mine = keep(theirs, mette, 1, ['Øjne hos voksne', 'Sanser']);
  expect(mine.clashes).toEqual([]);
  expect(mine.after.data.texts).toEqual({ title: 'Øjne hos voksne', area: 'Nethinde' });
});

test('two who change the same field are told; the first stands until the second has seen it', () => {
  const seen = keep(empty, mette, 0, ['Øjne', '']).after;
  const theirs = keep(seen, kaj, 1, ['Nethinde', '']).after;
  const mine = keep(theirs, mette, 1, ['Hornhinde', '']);
  expect(mine.clashes).toEqual([{ fieldId: title, by: kaj }]);
  expect(mine.after.data.texts).toEqual({ title: 'Nethinde' });
  expect(withOwn(mine.draft, typed('Hornhinde', ''), [title]).texts).toEqual({ title: 'Hornhinde' });
  expect(keep(mine.after, mette, mine.after.revision, ['Hornhinde', '']).after.data.texts).toEqual({
    title: 'Hornhinde',
  });
});

test('a field emptied by one and changed by the other is a clash too; a tick left alone is none', () => {
  const seen = keep(empty, mette, 0, ['Øjne', '']).after;
  const emptied = keep(seen, kaj, 1, ['', '']).after;
  expect(keep(emptied, mette, 1, ['Øjne hos voksne', '']).clashes).toHaveLength(1);
  const untouched = { texts: { [title]: 'Øjne' }, facts: { [pages]: false } };
  expect(
    mergePage({ data: { texts: { [title]: 'Øjne' }, facts: {} }, revision: 3 }, untouched, {
      fields: [pages],
      seen: 3,
      by: kaj,
      sentBy: null,
    }).isChanged,
  ).toBe(false);
});

test('whoever writes when, a text that stood is only replaced by somebody who had seen it', () => {
  const text = fc.constantFrom('', 'a', 'b', 'c');
  const step = fc.record({ by: fc.constantFrom(mette, kaj), back: fc.nat(3), texts: fc.tuple(text, text) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let standing = empty;
      const lastBy: Record<string, { by: PersonId; revision: number }> = {};
      for (const { by, back, texts } of steps) {
        const seen = Math.max(0, standing.revision - back);
        const { after } = keep(standing, by, seen, texts);
        for (const field of fields) {
          if ((after.data.texts[field] ?? '') === (standing.data.texts[field] ?? '')) continue;
          const last = lastBy[field];
          expect(last === undefined || last.by === by || last.revision <= seen).toBe(true);
          lastBy[field] = { by, revision: after.revision };
        }
        standing = after;
      }
    }),
    { seed: 20270301, numRuns: 400 },
  );
});

describe('a form made before the nomination was sent', () => {
  const sent = { revision: 1, nominators: [mette, kaj] };
  const standing = { data: { texts: { [title]: 'Hornhinde', [area]: 'Sanser' }, facts: {} }, revision: 0 };
  const merged = (texts: readonly [string, string]) =>
    mergePage(standing, { texts: typed(...texts).texts, facts: {} }, { fields, seen: 5, by: kaj, sentBy: mette });

  test('changes nothing that was sent without having seen it: every difference is asked about', () => {
    const { clashes, draft, isChanged } = merged(['Øjne', 'Sanser hos voksne']);
    expect(clashes).toEqual([title, area].map((fieldId) => ({ fieldId, by: mette })));
    expect(draft.texts).toEqual(standing.data.texts);
    expect(isChanged).toBe(false);
  });

  test('asks about nothing where it says what was sent', () => {
    expect(merged(['Hornhinde', 'Sanser']).clashes).toEqual([]);
  });

  test('is known by the revision it names: none for a draft, an earlier one after a change', () => {
    const changes = [
      { by: kaj, at: '', before: { onBehalfOf: [], texts: { id: '', hash: '', fields: [] }, facts: {} } },
    ];
    const changed = { ...sent, revision: 2, changes } as unknown as Parameters<typeof sentSince>[0];
    expect(sentSince(null, null)).toBeNull();
    expect(sentSince(sent, 1)).toBeNull();
    expect(sentSince(sent, null)).toBe(mette);
    expect(sentSince(changed, 1)).toBe(kaj);
  });
});

describe('a page of which something typed was taken out', () => {
  const form: Form = {
    titleField: title,
    pages: [
      { title: both('Side'), fields: fields.map((id) => ({ id, label: both(id), kind: 'text', required: false })) },
    ],
  } as unknown as Form;
  const before = { texts: { [title]: 'Øjne', [area]: 'Sanser' }, facts: {} };

  test('leaves in the draft what stood there, and takes the rest', () => {
    expect(readPage(form, 0, { [title]: 'Øre' }, before, 'stays').draft.texts).toEqual({
      title: 'Øre',
      area: 'Sanser',
    });
  });

  test('empties nothing else: without it an absent field has been emptied', () => {
    expect(readPage(form, 0, { [title]: 'Øre' }, before, 'emptied').draft.texts).toEqual({ title: 'Øre' });
  });

  test('keeps of an assessment what was kept of it', () => {
    const kept = {
      scores: { value: 'high', risk: 'none' },
      evidence: 'some',
      reason: 'Før',
      reasons: { value: 'Ja' },
      comments: {},
    };
    const now = { scores: { value: 'none' }, evidence: null, reason: '', reasons: {}, comments: { value: 'Nyt' } };
    const whole = withKept(now, kept);
    expect(whole).toEqual({ ...kept, scores: { value: 'none', risk: 'none' }, comments: { value: 'Nyt' } });
    expect(withKept(now, null)).toEqual(now);
  });
});
