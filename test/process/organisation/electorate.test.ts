// What of the organisation counts in a round, and which body stands where another stood.
import type { Body } from '../../../services/process/definition/schema';
import { electorateFor } from '../../../services/process/organisation/electorate';
import { emptyOrganisation, type OrganisationState } from '../../../services/process/organisation/state';
import { bodyOn, existsOn, lineOf } from '../../../services/process/organisation/successors';
import { bodiesOf, seatsOf } from '../../../services/process/round/queries';
import type { Electorate } from '../../../services/process/round/state';
import { bodyId, defaultBodies, definitionWith, seat } from '../given';

const body = (id: string, more: Partial<Body> = {}): Body => ({
  id: bodyId(id),
  kind: 'region',
  da: id,
  en: id,
  ...more,
});
const table = (...bodies: readonly Body[]): Readonly<Record<string, Body>> =>
  Object.fromEntries(bodies.map((one) => [one.id, one]));

const vest = body('vest', { validTo: '2026-12-31', successor: bodyId('ny') });
const ny = body('ny', { validFrom: '2027-01-01' });
const other = body('anden');

function seatIds(electorate: Electorate, date: string): readonly string[] {
  return seatsOf({ electorate }, { bodies: ['vest'] }, date).map(({ id }) => id);
}

describe('a body', () => {
  it('exists from its first to its last day, both counted', () => {
    expect(existsOn(vest, '2026-12-31')).toBe(true);
    expect(existsOn(vest, '2027-01-01')).toBe(false);
    expect(existsOn(ny, '2026-12-31')).toBe(false);
    expect(existsOn(other, '2050-01-01')).toBe(true);
  });

  it('is stood for by its successor once it has ended', () => {
    const bodies = table(vest, ny);
    expect(bodyOn(bodies, vest.id, '2026-12-31')?.id).toBe('vest');
    expect(bodyOn(bodies, vest.id, '2027-01-01')?.id).toBe('ny');
    expect(bodyOn(bodies, ny.id, '2026-12-31')).toBeNull();
    expect(bodyOn(bodies, bodyId('ukendt'), '2027-01-01')).toBeNull();
  });

  it('never succeeds itself without end', () => {
    const one = body('en', { validTo: '2026-12-31', successor: bodyId('to') });
    const two = body('to', { validTo: '2026-12-31', successor: bodyId('en') });
    expect(lineOf(table(one, two), one.id).map(({ id }) => id)).toEqual(['en', 'to']);
  });
});

describe('an electorate', () => {
  const definition = definitionWith([{ id: 'valg', kind: 'vote', bodies: ['vest'] }], {
    bodies: [...defaultBodies.filter(({ kind }) => kind !== 'region'), vest, ny],
  });
  const organisation: OrganisationState = {
    ...emptyOrganisation,
    bodies: table(...definition.bodies, other, body('ny', { ...ny, successor: bodyId('nyere') }), body('nyere')),
    mandates: Object.fromEntries(
      [seat('vera', 'vest'), seat('nora', 'ny'), seat('olga', 'anden'), seat('nis', 'nyere')].map((one) => [
        one.id,
        one,
      ]),
    ),
  };
  const electorate = electorateFor(definition, organisation);

  it('holds the bodies of the definition as the organisation knows them, and all that follow them', () => {
    expect(Object.keys(electorate.bodies)).toEqual([
      'sekretariat',
      'udvalg',
      'bestyrelse',
      'selskab',
      'vest',
      'ny',
      'nyere',
    ]);
    expect(electorate.bodies[bodyId('ny')]?.successor).toBe('nyere');
  });

  it('holds their mandates and nobody else’s', () => {
    expect(Object.keys(electorate.mandates)).toEqual(['vest-vera', 'ny-nora', 'nyere-nis']);
  });

  it('stands even before the organisation knows a body', () => {
    expect(Object.keys(electorateFor(definition, emptyOrganisation).bodies)).toHaveLength(6);
  });

  it('passes the seats of a body to its successor on the day', () => {
    expect(seatIds(electorate, '2026-12-31')).toEqual(['vest-vera']);
    expect(seatIds(electorate, '2027-01-01')).toEqual(['ny-nora']);
  });

  it('finds bodies by kind and by name, those alone that exist', () => {
    expect(bodiesOf(electorate, ['kind:region'], '2026-12-31')).toEqual(['vest', 'nyere']);
    expect(bodiesOf(electorate, ['kind:region', 'udvalg'], '2027-01-01')).toEqual(['udvalg', 'ny', 'nyere']);
  });
});
