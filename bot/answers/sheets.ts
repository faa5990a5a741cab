// Assessing in a spreadsheet: the link to it, and giving what was read of it. Who gives is whoever presses in Teams; a link
// alone gives nothing.
import * as cards from '../../cards';
import type { VerbData } from '../../cards/verbs';
import { same } from '../../services/process/same';
import { actingFor } from '../../services/process/round/outstanding';
import { commandOf, sheetDraftId } from '../sheets/sheet';
import type { KeptRow, KeptSheet } from '../sheets/sheet';
import { act, required } from './act';
import type { Answer } from './answer';
import { kept } from './drafts';
import { fault, inRound, show } from './say';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

type Data = VerbData<'sheet.show'>;
type Link = Parameters<typeof cards.sheetCard>[0]['link'];

export async function sheetShow(turn: Turn, data: Data): Promise<Answer> {
  return withSeat(turn, data, async (standing) => {
    const of = { ...data, personId: turn.person.id, language: turn.language };
    const link = await turn.parts.links.issue(turn.person.id, `${data.roundId}/${data.taskId}/${data.mandateId}`, of);
    return sheetCard(turn, standing, data, link, []);
  });
}

/** Pressed after the sheet was sent: what was read of it. */
export async function sheetRead(turn: Turn, data: Data): Promise<Answer> {
  return withSeat(turn, data, async (standing) =>
    (await keptSheet(turn, data)) === null ? sheetShow(turn, data) : sheetCard(turn, standing, data, null, []),
  );
}

export async function sheetDiscard(turn: Turn, data: Data): Promise<Answer> {
  return withSeat(turn, data, async (standing) => {
    await turn.parts.drafts.remove(draftId(turn, data));
    return sheetCard(turn, standing, data, null, [cards.textsOf(turn.language).sheet.discarded]);
  });
}

/**
 * Gives the rows one by one, each its own commit with its own texts. All were checked when the sheet was read; should one be
 * refused all the same, because something has changed since, the rest stays kept. Pressed again after a crash, what was given
 * is already so.
 */
export async function sheetGive(turn: Turn, data: Data): Promise<Answer> {
  return withSeat(turn, data, async (before) => {
    const t = cards.textsOf(turn.language);
    const sheet = await keptSheet(turn, data);
    let standing = before;
    let given = 0;
    for (const row of sheet?.rows ?? []) {
      const acted = await giveRow(turn, standing, data, row);
      standing = acted.standing;
      if (!acted.ok) {
        const wrong = t.sheet.rowFault(row.row, cards.faultSentence(t, acted.fault));
        return sheetCard(turn, standing, data, null, [t.sheet.given(given), wrong, t.sheet.stopped]);
      }
      given += 1;
    }
    await turn.parts.drafts.remove(draftId(turn, data));
    return sheetCard(turn, standing, data, null, [t.sheet.given(given)]);
  });
}

async function giveRow(turn: Turn, standing: Standing, data: Data, row: KeptRow) {
  return act(turn, standing, {
    subject: `${data.taskId}/${row.nominationId}/${data.mandateId}`,
    basis: row.basis,
    texts: row.texts,
    command: (texts) => commandOf(data, row, required(texts)),
  });
}

async function withSeat(turn: Turn, data: Data, answer: (standing: Standing) => Promise<Answer>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const seats = actingFor(standing.round, data.taskId, turn.person.id, standing.date);
    return seats.some(({ id }) => id === data.mandateId) ? answer(standing) : fault(turn, { name: 'NoMandate' });
  });
}

async function keptSheet(turn: Turn, data: Data): Promise<KeptSheet | null> {
  return kept<KeptSheet | null>(turn, draftId(turn, data), null);
}

function draftId(turn: Turn, data: Data): string {
  return sheetDraftId({ ...data, personId: turn.person.id });
}

async function sheetCard(
  turn: Turn,
  standing: Standing,
  data: Data,
  link: Link,
  lines: readonly string[],
): Promise<Answer> {
  const sheet = await keptSheet(turn, data);
  const summary = sheet === null ? null : { at: sheet.at, ...countsOf(standing, data, sheet.rows) };
  return show(turn, standing, (look) =>
    cards.sheetCard({
      round: standing.round,
      viewer: viewerOf(turn),
      look,
      taskId: data.taskId,
      mandateId: data.mandateId,
      link,
      kept: summary,
      lines,
    }),
  );
}

/** How many rows there are, how many would change an answer, and how many say what stands already (texts aside). */
function countsOf({ round }: Standing, data: Data, rows: readonly KeptRow[]) {
  const work = round.tasks[data.taskId]?.work;
  const given = work?.family === 'assessments' ? work.given : {};
  const isSame = (row: KeptRow): boolean => {
    const present = given[row.nominationId]?.[data.mandateId];
    return present !== undefined && same(present.scores, row.scores) && present.evidence === row.evidence;
  };
  const standing = rows.filter((row) => given[row.nominationId]?.[data.mandateId] !== undefined);
  const unchanged = standing.filter(isSame).length;
  return { rows: rows.length, same: unchanged, changes: standing.length - unchanged };
}
