// Which lines of a field of references look like none: web addresses, DOIs, PubMed numbers and author-year stand.
import * as fc from 'fast-check';
import { doubtfulLines } from '../../services/process/references';

describe('a line of references', () => {
  it.each([
    'https://www.ngc.dk/patienter',
    'www.ngc.dk/patienter',
    'ngc.dk/patienter/grupper',
    'doi:10.1056/NEJMoa2035790',
    'https://doi.org/10.1038/s41586-020-2287-8',
    'PMID: 34758253',
    'Østergaard E, Sørensen K. Eur J Hum Genet 2021;29:1–9',
    '(Smedley et al., 2021)',
  ])('%s stands', (line) => {
    expect(doubtfulLines(line)).toEqual([]);
  });

  it.each(['Se hvad andre skriver', '10.10.2024', 'mail@ngc.dk', 'i 2021 blev 40 % udredt'])(
    '%s is doubted',
    (line) => {
      expect(doubtfulLines(line)).toEqual([1]);
    },
  );

  it('is named by its number, and empty ones only count', () => {
    expect(doubtfulLines('Hansen 2023\r\n\r\nandre siger det samme\nsiden ukendt')).toEqual([3, 4]);
    expect(doubtfulLines('')).toEqual([]);
  });

  it('is never named where there is none, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const lines = text.split(/\r\n|\r|\n/);
        expect(doubtfulLines(text).every((line) => lines[line - 1]?.trim() !== '')).toBe(true);
      }),
    );
  });
});
