// What the secretariat keeps for everyone to find, and keeping it: principles, patient groups, bodies, forms, news.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { HandbookEntry } from '../../cards/inputs/personal';
import type { Lookups } from '../../cards/view';
import type { VerbData } from '../../cards/verbs';
import type { EntryId, FieldId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import type { HandbookCommand, HandbookRefusal } from '../../services/process/handbook/messages';
import type { HandbookState, KeptEntry, Section } from '../../services/process/handbook/state';
import { emptyHandbook } from '../../services/process/handbook/state';
import { secretariatOf } from '../../services/process/organisation/secretariat';
import type { TextsRef } from '../../services/process/text';
import type { Bilingual } from '../../services/process/words';
import { handbookStream } from '../parts';
import { required } from './act';
import { asSecretariat } from './administering';
import type { Answer } from './answer';
import { personal } from './personal';
import { administrator, mayAdminister, organisationCalendar, organisationOf } from './rights';
import { fault, said } from './say';
import type { Turn } from './turn';
import { looking } from './turn';

export async function handbookShow(turn: Turn, data: VerbData<'handbook.show'>): Promise<Answer> {
  const state = await handbookOf(turn);
  const secretariat = await mayAdminister(turn);
  return personal(turn, (input) =>
    cards.handbookCard({
      ...input,
      section: data.section,
      entries: entriesOf(state, data.section, input.look),
      page: data.page ?? 0,
      entryId: data.entryId ?? null,
      followsNews: turn.person.newsFollowed,
      secretariat,
    }),
  );
}

export async function bodiesShow(turn: Turn, data: VerbData<'bodies.show'>): Promise<Answer> {
  const organisation = await organisationOf(turn);
  return personal(turn, (input) => cards.bodiesCard({ ...input, organisation, page: data.page ?? 0 }));
}

export async function bodyShow(turn: Turn, data: VerbData<'body.show'>): Promise<Answer> {
  const organisation = await organisationOf(turn);
  if (organisation.bodies[data.bodyId] === undefined) return fault(turn, { name: 'UnknownBody', bodyId: data.bodyId });
  const state = await handbookOf(turn);
  return personal(turn, (input) => {
    const papers = [...entriesOf(state, 'terms', input.look), ...entriesOf(state, 'minutes', input.look)];
    const entries = papers.filter((entry) => entry.bodyId === data.bodyId);
    return cards.bodyCard({ ...input, organisation, bodyId: data.bodyId, entries });
  });
}

export async function newsFollow(turn: Turn, data: VerbData<'news.follow'>): Promise<Answer> {
  await turn.parts.people.followNews(turn.person.id, data.follow);
  turn.parts.met.forget(turn.person.aadObjectId);
  return said(turn, data.follow ? 'newsFollowed' : 'newsNotFollowed');
}

export async function handbookEditOpen(turn: Turn, data: VerbData<'handbook.edit.open'>): Promise<Answer> {
  return asSecretariat(turn, async () => editForm(turn, data, {}, null));
}

export async function handbookSave(turn: Turn, data: VerbData<'handbook.save'>): Promise<Answer> {
  return asSecretariat(turn, async () => {
    const { section, titleDa, titleEn, textDa, textEn, link } = data;
    const texts = Object.fromEntries(
      Object.entries({ titleDa, titleEn, textDa, textEn, link }).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      ),
    );
    const typed = { ...texts, date: data.date ?? '', bodyId: data.bodyId ?? '' };
    if (link !== undefined && !/^https:\/\/\S+$/.test(link))
      return editForm(turn, data, typed, { name: 'LinkInvalid' });
    const state = await handbookOf(turn);
    const id = data.entryId ?? as<EntryId>(turn.parts.newId(`entry/${section}/${JSON.stringify(typed)}`));
    const wrong = await keepHandbook(
      turn,
      `${section}/${id}`,
      state.entries[id]?.revision ?? 0,
      texts,
      (ref, secretariat) => ({
        type: 'PutEntry',
        entry: { id, section, texts: ref, date: data.date ?? null, bodyId: data.bodyId ?? null },
        secretariat,
      }),
    );
    return wrong === null ? said(turn, 'entrySaved') : editForm(turn, data, typed, wrong);
  });
}

export async function handbookRemoveOpen(turn: Turn, data: VerbData<'handbook.remove.open'>): Promise<Answer> {
  return asSecretariat(turn, async () => editForm(turn, data, {}, null, cards.handbookRemoveForm));
}

export async function handbookRemove(turn: Turn, data: VerbData<'handbook.remove'>): Promise<Answer> {
  return asSecretariat(turn, async () => {
    const revision = (await handbookOf(turn)).entries[data.entryId]?.revision ?? 0;
    const wrong = await keepHandbook(turn, data.entryId, revision, null, (_, secretariat) => ({
      type: 'RemoveEntry',
      entryId: data.entryId,
      secretariat,
    }));
    return wrong === null ? said(turn, 'entryRemoved') : fault(turn, wrong);
  });
}

async function editForm(
  turn: Turn,
  data: VerbData<'handbook.edit.open'>,
  typed: Readonly<Record<string, string>>,
  wrong: Fault | null,
  make = cards.handbookForm,
): Promise<Answer> {
  const organisation = await organisationOf(turn);
  const state = await handbookOf(turn);
  const content = await looking(turn, organisationCalendar(turn), (look) => {
    const kept = data.entryId === undefined ? undefined : state.entries[data.entryId];
    const entry = kept === undefined ? null : entryView(kept, look);
    return make({
      language: turn.language,
      section: data.section,
      entry,
      typed,
      organisation,
      surface: turn.surface,
      fault: wrong,
    });
  });
  return { kind: 'dialog', title: content.title, card: content.card };
}

/** Gives a command to the handbook; who is of the secretariat is read here and never taken from what was sent. */
async function keepHandbook(
  turn: Turn,
  subject: string,
  basis: number,
  texts: Readonly<Record<string, string>> | null,
  command: (texts: TextsRef, secretariat: HandbookCommand['secretariat']) => HandbookCommand,
): Promise<Fault | null> {
  const actor = await administrator(turn);
  if (actor === null) return { name: 'NotSecretariat' };
  const secretariat = secretariatOf(await organisationOf(turn), organisationCalendar(turn).dateOf(turn.now));
  const { secretariat: _, ...input } = command(required(null), []);
  const outcome = await turn.parts.handbook.execute(handbookStream, {
    actor,
    now: turn.now,
    verb: input.type,
    subject,
    basis,
    input,
    texts,
    command: (ref) => command(required(ref), secretariat),
  });
  return outcome.kind === 'refused' ? faultOf(outcome.refusal) : null;
}

function faultOf(refusal: HandbookRefusal): Fault {
  switch (refusal.name) {
    case 'NotSecretariat':
      return refusal;
    case 'TitleMissing':
    case 'BodyMissing':
      return { name: 'MissingField' };
    case 'UnknownEntry':
      return { name: 'NothingHere' };
  }
}

async function handbookOf(turn: Turn): Promise<HandbookState> {
  return (await turn.parts.handbook.read(handbookStream))?.state ?? emptyHandbook;
}

/** Newest first where days are known (news, minutes), else in the order they were put in. */
function entriesOf(state: HandbookState, section: Section, look: Lookups): readonly HandbookEntry[] {
  return Object.values(state.entries)
    .filter((entry) => entry.section === section)
    .sort((a, b) => compare(b.date ?? '', a.date ?? '') || compare(a.putAt, b.putAt))
    .map((entry) => entryView(entry, look));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function entryView(entry: KeptEntry, look: Lookups): HandbookEntry {
  const texts = look.texts(entry.texts) ?? {};
  const both = (da: string, en: string): Bilingual | null => {
    const danish = texts[as<FieldId>(da)];
    return danish === undefined ? null : { da: danish, en: texts[as<FieldId>(en)] ?? danish };
  };
  return {
    id: entry.id,
    section: entry.section,
    title: both('titleDa', 'titleEn') ?? { da: '', en: '' },
    text: both('textDa', 'textEn'),
    link: texts[as<FieldId>('link')] ?? null,
    date: entry.date,
    bodyId: entry.bodyId,
  };
}
