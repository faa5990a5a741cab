// Keeping the handbook: entries are put and removed by the secretariat, and found by everyone.
import { as, type EntryId } from '../../../services/process/ids';
import { handbookDecider } from '../../../services/process/handbook/decider';
import type { HandbookCommand } from '../../../services/process/handbook/messages';
import type { Entry, HandbookState } from '../../../services/process/handbook/state';
import type { Step } from '../given';
import { bodyId, person, storiesOf, texts } from '../given';

const given = storiesOf(handbookDecider);
const secretariat = [person('sine')];
const entryId = as<EntryId>('e1');

function by(name: string, command: HandbookCommand): Step<HandbookState, HandbookCommand> {
  return { actor: { kind: 'person', personId: person(name) }, at: '2027-01-11T08:00:00.000Z', command };
}

function put(more: Partial<Entry> = {}, who = 'sine'): Step<HandbookState, HandbookCommand> {
  const entry: Entry = {
    id: entryId,
    section: 'principles',
    texts: texts('titleDa', 'textDa'),
    date: null,
    bodyId: null,
    ...more,
  };
  return by(who, { type: 'PutEntry', entry, secretariat });
}

const remove = by('sine', { type: 'RemoveEntry', entryId, secretariat });

describe('an entry', () => {
  it('is put by the secretariat, and counts how often', () => {
    given(put())
      .when(put({ texts: texts('titleDa', 'titleEn') }))
      .thenEvents('EntryPut')
      .thenState((state) => {
        expect(state.entries[entryId]).toMatchObject({
          section: 'principles',
          revision: 2,
          putAt: '2027-01-11T08:00:00.000Z',
        });
      });
  });

  it('is not put or removed by anyone else, whoever they say they are', () => {
    given().when(put({}, 'anna')).thenRefused('NotSecretariat');
    given(put())
      .when(by('anna', { type: 'RemoveEntry', entryId, secretariat }))
      .thenRefused('NotSecretariat');
  });

  it('may be put by the system in a first set-up', () => {
    const { command } = put();
    given()
      .when({ actor: { kind: 'system' }, at: null, command })
      .thenEvents('EntryPut');
  });

  it('put again as it is changes nothing', () => {
    given(put()).when(put()).thenUnchanged();
    given(put())
      .when(put({ date: '2027-02-01' }))
      .thenEvents('EntryPut');
  });

  it('has a Danish title', () => {
    given()
      .when(put({ texts: texts('titleEn', 'textDa') }))
      .thenRefused('TitleMissing');
  });

  it('that is minutes or terms of reference belongs to a body', () => {
    given()
      .when(put({ section: 'minutes' }))
      .thenRefused('BodyMissing');
    given()
      .when(put({ section: 'terms', bodyId: bodyId('udvalg') }))
      .thenEvents('EntryPut');
  });

  it('that is removed is gone, and cannot be removed again', () => {
    given(put())
      .when(remove)
      .thenEvents('EntryRemoved')
      .thenState((state) => {
        expect(state.entries).toEqual({});
      });
    given(put(), remove).when(remove).thenRefused('UnknownEntry');
  });
});
