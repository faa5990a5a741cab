// One member's assessments as a spreadsheet: written from what stands, read back and checked whole against the rules, kept
// until its owner gives it in Teams. A sheet with a fault is not kept at all: nothing is ever half done.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { Lookups } from '../../cards/view';
import type { Instant } from '../../services/process/calendar';
import { as } from '../../services/process/ids';
import type {
  FieldId,
  MandateId,
  NominationId,
  PersonId,
  PrincipleId,
  RoundId,
  TaskId,
} from '../../services/process/ids';
import { decide } from '../../services/process/round/decide';
import type { RoundCommand } from '../../services/process/round/commands';
import { shareOf } from '../../services/process/round/kinds/assess/coverage';
import type { TaskView } from '../../services/process/round/kinds/kind';
import { mayTakePart } from '../../services/process/round/matters/impartiality/standing';
import { actingFor } from '../../services/process/round/outstanding';
import { definitionOf } from '../../services/process/round/queries';
import type { Nomination, RoundState } from '../../services/process/round/state';
import type { TextsRef } from '../../services/process/text';
import type { Language } from '../../services/process/words';
import { columnsOf, readRows, rowOf } from '../../services/sheets/assessments';
import type { AssessmentRow, SheetFault } from '../../services/sheets/assessments';
import { readSheet, writeSheet } from '../../services/sheets/workbook';
import { holdsCprNumber } from '../guards/cpr';
import type { Parts } from '../parts';

/** Whose sheet of which task, and in which language. */
export interface SheetOf {
  readonly roundId: RoundId;
  readonly taskId: TaskId;
  readonly mandateId: MandateId;
  readonly personId: PersonId;
  readonly language: Language;
}

/** A row as it is kept until it is given: with the nomination and how often it had been assessed when it was read. */
export interface KeptRow extends AssessmentRow {
  readonly nominationId: NominationId;
  readonly basis: number;
}

export interface KeptSheet {
  readonly rows: readonly KeptRow[];
  readonly at: Instant;
}

/** A fault of the sheet, or of a row by the rules, as a line: "Række 4, Evidens: …". */
export type Checked =
  { readonly ok: true; readonly rows: readonly KeptRow[] } | { readonly ok: false; readonly lines: readonly string[] };

/** What a sheet is made from; null where the round, the task or the seat is not there, or the seat is another's by now. */
export async function sheetView(parts: Parts, of: SheetOf, now: Instant): Promise<SheetView | null> {
  const round = (await parts.rounds.read(of.roundId))?.state ?? null;
  if (round === null) return null;
  const task = round.tasks[of.taskId];
  const definition = definitionOf(round, of.taskId, 'assess');
  const mandate = round.electorate.mandates[of.mandateId];
  if (task === undefined || definition === undefined || mandate === undefined) return null;
  const calendar = parts.calendarOf(round.definition.calendar);
  const view: TaskView<'assess'> = { round, task, definition, date: calendar.dateOf(now) };
  // A link outlives a seat: whoever has lost his since it was made gets nothing by it.
  if (!actingFor(round, of.taskId, of.personId, view.date).some(({ id }) => id === of.mandateId)) return null;
  const nominations = shareOf(mandate, view)
    .filter((id) => mayTakePart(round, of.personId, id))
    .flatMap((id) => round.nominations[id] ?? []);
  return { of, round, view, nominations, calendar, now };
}

export interface SheetView {
  readonly of: SheetOf;
  readonly round: RoundState;
  readonly view: TaskView<'assess'>;
  readonly nominations: readonly Nomination[];
  readonly calendar: ReturnType<Parts['calendarOf']>;
  readonly now: Instant;
}

/** The sheet as a file: a row for each nomination of the seat's share, with what has been given. */
export async function writeAssessments(parts: Parts, sheet: SheetView): Promise<Buffer> {
  const { of, calendar, now } = sheet;
  const columns = columnsIn(sheet);
  const rows = await parts.look({ now, calendar }, (look) =>
    sheet.nominations.map((nomination) =>
      rowOf(columns, titleOf(sheet, nomination, look), givenRow(sheet, nomination, look), of.language),
    ),
  );
  return writeSheet(cards.textsOf(of.language).sheet.name, columns, rows);
}

function columnsIn({ of, round, view }: SheetView) {
  const { sheet, assessment } = cards.textsOf(of.language);
  const words = { ...sheet.columns, reasonFor: assessment.reasonFor, commentOn: assessment.commentOn };
  return columnsOf({ definition: round.definition, task: view.definition }, of.language, words);
}

function titleOf({ round }: SheetView, nomination: Nomination, look: Lookups): string {
  const field = round.definition.form?.titleField;
  return (field && look.texts(nomination.texts)?.[field]) || '';
}

function givenRow({ view, of }: SheetView, nomination: Nomination, look: Lookups): Omit<AssessmentRow, 'row'> {
  const { work } = view.task;
  const given = work.family === 'assessments' ? work.given[nomination.id]?.[of.mandateId] : undefined;
  const isOwn = given?.by === of.personId;
  const texts = isOwn ? (look.texts(given.texts) ?? {}) : {};
  return {
    number: nomination.number ?? '',
    scores: isOwn ? given.scores : {},
    evidence: isOwn ? given.evidence : null,
    texts,
  };
}

/** Reads a file back and asks the rules about every row; with any fault nothing is kept and every fault is told. */
export async function checkAssessments(sheet: SheetView, file: Buffer): Promise<Checked> {
  const { language } = sheet.of;
  const t = cards.textsOf(language).sheet;
  const rows = await readSheet(file);
  if (rows === null) return { ok: false, lines: [t.notASheet] };
  const byNumber = new Map(sheet.nominations.map((nomination) => [nomination.number ?? '', nomination]));
  const read = readRows(columnsIn(sheet), rows, new Set(byNumber.keys()));
  const lines = read.faults.map((fault) => faultLine(language, fault));
  if (lines.length === 0 && read.rows.length === 0) return { ok: false, lines: [t.empty] };
  const faulty = new Set(read.faults.map(({ row }) => row));
  const kept: KeptRow[] = [];
  for (const row of read.rows) {
    const nomination = byNumber.get(row.number);
    if (nomination === undefined || faulty.has(row.row)) continue;
    const found = { ...row, nominationId: nomination.id, basis: basisOf(sheet, nomination.id) };
    const wrong = wrongIn(sheet, found);
    if (wrong === null) kept.push(found);
    else lines.push(t.rowFault(row.row, cards.faultSentence(cards.textsOf(language), wrong)));
  }
  return lines.length === 0 ? { ok: true, rows: kept } : { ok: false, lines };
}

function faultLine(language: Language, { row, column, name }: SheetFault): string {
  const t = cards.textsOf(language).sheet;
  const sentence = t.faults[name];
  if (row === null) return t.columnFault(column ?? '', sentence);
  return column === null ? t.rowFault(row, sentence) : t.cellFault(row, column, sentence);
}

function basisOf({ view, of }: SheetView, id: NominationId): number {
  const { work } = view.task;
  return work.family === 'assessments' ? (work.given[id]?.[of.mandateId]?.revision ?? 0) : 0;
}

/** What the rules would say to a row if it were given now; null where they would take it. */
function wrongIn({ of, round, calendar, now }: SheetView, row: KeptRow): Fault | null {
  if (Object.values(row.texts).some(holdsCprNumber)) return { name: 'CprNumber' };
  const fields = Object.keys(row.texts).map((field) => as<FieldId>(field));
  // Stands in for the words, which are only written when the row is given: the rules read which fields are filled.
  const texts = { id: '', hash: '', fields } as unknown as TextsRef;
  const actor = { kind: 'person', personId: of.personId } as const;
  const decision = decide(commandOf(of, row, texts), round, { actor, now, calendar });
  return decision.kind === 'refused' ? decision.refusal : null;
}

export function commandOf(of: Pick<SheetOf, 'taskId' | 'mandateId'>, row: KeptRow, texts: TextsRef): RoundCommand {
  const { nominationId, evidence, basis } = row;
  const scores = row.scores as Readonly<Record<PrincipleId, string>>;
  return {
    type: 'GiveAssessment',
    taskId: of.taskId,
    mandateId: of.mandateId,
    nominationId,
    scores,
    evidence,
    texts,
    basis,
  };
}

export function sheetDraftId({ roundId, taskId, mandateId, personId }: Omit<SheetOf, 'language'>): string {
  return `sheet/${roundId}/${taskId}/${mandateId}/${personId}`;
}
