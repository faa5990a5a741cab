// "Føj til sagen" on a message in Teams, and the notes of a round for those who keep its case.
import { createHash } from 'node:crypto';
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { CaseChoice } from '../../cards/inputs/beside';
import type { VerbData } from '../../cards/verbs';
import { themeMax } from '../../cards/verbs/beside';
import { openTo } from '../../services/process/round/matters/impartiality/standing';
import { inForce } from '../../services/process/round/queries';
import { act, required } from './act';
import type { Answer } from './answer';
import { mayAdminister, organisationCalendar } from './rights';
import { fault, inRound, said, show } from './say';
import type { Standing, Turn } from './turn';
import { allRounds, looking, viewerOf } from './turn';

export async function noteOpen(turn: Turn): Promise<Answer> {
  return form(turn, turn.refused);
}

async function form(turn: Turn, refused: Fault | null): Promise<Answer> {
  const { message } = turn;
  if (message === null) return fault(turn, { name: 'NothingHere' });
  const rounds = (await allRounds(turn)).toReversed();
  const open = rounds.filter((standing) => standing.round.status !== 'closed' && isSeated(turn, standing));
  const { title, card } = await looking(turn, organisationCalendar(turn), (look) =>
    cards.noteForm({
      viewer: viewerOf(turn),
      look,
      cases: open.map((standing) => caseOf(turn, standing)),
      message,
      surface: turn.surface,
      fault: refused,
    }),
  );
  return { kind: 'dialog', title, card };
}

function isSeated(turn: Turn, { round, date }: Standing): boolean {
  const { id } = turn.person;
  return Object.values(round.electorate.mandates).some(
    (mandate) => inForce(mandate, date) && (mandate.holder === id || mandate.substitute === id),
  );
}

function caseOf(turn: Turn, { round }: Standing): CaseChoice {
  const submitted = Object.values(round.nominations).filter(({ number }) => number !== null);
  return { round, nominationIds: openTo(round, turn.person.id, submitted).map(({ id }) => id) };
}

/** The message's own words are not taken over: they stay in Teams, behind the link. */
export async function noteFile(turn: Turn, data: VerbData<'note.file'>): Promise<Answer> {
  const { message } = turn;
  if (message === null) return fault(turn, { name: 'NothingHere' });
  const [roundId, nominationId] = data.case ?? [];
  if (turn.refused !== null || roundId === undefined || data.theme === undefined)
    return form(turn, turn.refused ?? { name: 'MissingField' });
  if (data.theme.length > themeMax) return form(turn, { name: 'TextTooLong', max: themeMax });
  const { theme } = data;
  return inRound(turn, roundId, async (standing) => {
    const messageKey = createHash('sha256').update(message.link).digest('hex');
    const acted = await act(turn, standing, {
      subject: `${messageKey}/${nominationId ?? ''}`,
      basis: 0,
      texts: { theme, author: message.author, link: message.link },
      command: (texts) => ({
        type: 'FileNote',
        messageKey,
        nominationId: nominationId ?? null,
        sentAt: message.sentAt,
        texts: required(texts),
      }),
    });
    return acted.ok ? said(turn, 'noteFiled') : fault(turn, acted.fault);
  });
}

/** Names and links of messages: for the secretariat, who answers for the case. */
export async function notesShow(turn: Turn, data: VerbData<'notes.show'>): Promise<Answer> {
  if (!(await mayAdminister(turn))) return fault(turn, { name: 'NotSecretariat' });
  return inRound(turn, data.roundId, async (standing) =>
    show(turn, standing, (look) =>
      cards.notesCard({ round: standing.round, viewer: viewerOf(turn), look, page: data.page ?? 0 }),
    ),
  );
}
