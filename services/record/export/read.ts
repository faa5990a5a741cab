// Makes the case of every round from the record alone, while no bot runs: folds the commits, reads texts and names. Reads
// only; whether the record is sound is asked of the verification (verify.ts), never taken for granted here.
import type { Lookups } from '../../../cards/view';
import type { Calendar, CalendarSettings, Instant } from '../../process/calendar';
import type { FieldId, PersonId, TextId } from '../../process/ids';
import type { RoundEvent } from '../../process/round/events';
import { evolve } from '../../process/round/evolve';
import type { RoundState } from '../../process/round/state';
import type { Language } from '../../process/words';
import { parseBody, personOf, splitStreamId } from '../../store/commit-format';
import type { CommitHead } from '../../store/ports';
import { textRefsOf } from '../../store/text-refs';
import { caseFiles } from './files';
import type { CaseFile } from './files';

export interface ExportSource {
  commits(): AsyncIterable<Readonly<Record<string, unknown>>>;
  texts(ids: readonly string[]): Promise<ReadonlyMap<string, { readonly body: string }>>;
  names(): Promise<ReadonlyMap<PersonId, string>>;
}

export interface ExportOptions {
  readonly language: Language;
  readonly now: Instant;
  readonly calendarOf: (settings: CalendarSettings) => Calendar;
}

export interface ExportedRound {
  readonly id: string;
  readonly name: string;
  readonly files: readonly CaseFile[];
}

interface Folded {
  state: RoundState | null;
  head: CommitHead;
  readonly texts: Set<TextId>;
}

/** The case of every round, in the order of their ids. Throws what the source throws, or what cannot be folded. */
export async function exportRounds(source: ExportSource, options: ExportOptions): Promise<readonly ExportedRound[]> {
  const rounds = await foldAll(source);
  const names = await source.names();
  const exported: ExportedRound[] = [];
  for (const [id, { state, head, texts }] of rounds) {
    if (state === null) continue;
    const found = await source.texts([...texts]);
    const look: Lookups = {
      now: options.now,
      calendar: options.calendarOf(state.definition.calendar),
      name: (personId) => names.get(personId) ?? '',
      texts: (ref) => {
        const text = found.get(ref.id);
        return text === undefined ? null : (JSON.parse(text.body) as Readonly<Record<FieldId, string>>);
      },
    };
    exported.push({ id, name: state.name, files: caseFiles({ round: state, language: options.language, look }, head) });
  }
  return exported;
}

async function foldAll(source: ExportSource): Promise<ReadonlyMap<string, Folded>> {
  const rounds = new Map<string, Folded>();
  for await (const stored of source.commits()) {
    const { kind, id } = splitStreamId(String(stored['streamId']));
    if (kind !== 'round') continue;
    const folded = rounds.get(id) ?? { state: null, head: { seq: 0, hash: '' }, texts: new Set<TextId>() };
    rounds.set(id, folded);
    const { seq, actor, at, events } = parseBody({ body: String(stored['body']) });
    for (const event of events as readonly RoundEvent[]) {
      folded.state = evolve(folded.state, { event, by: personOf(actor), at });
    }
    for (const ref of textRefsOf(events)) folded.texts.add(ref.id);
    folded.head = { seq, hash: String(stored['hash']) };
  }
  return rounds;
}
