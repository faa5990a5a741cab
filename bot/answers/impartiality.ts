// Declaring interests, reporting a possible conflict, and ruling on what is open. No rules: a form, a command, one sentence.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { GroundsInput } from '../../cards/inputs/impartiality';
import type { VerbData } from '../../cards/verbs';
import { as, type NominationId, type PersonId } from '../../services/process/ids';
import type { Ground, RulingOutcome } from '../../services/process/round/matters/impartiality/state';
import { act, reasonTexts } from './act';
import type { Answer } from './answer';
import { ask, inRound, said } from './say';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

export async function interestsOpen(turn: Turn, data: VerbData<'interests.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => declarationForm(turn, standing, null, null));
}

/** Without a tick that is the whole declaration; else the grounds are asked. */
export async function interestsChoose(turn: Turn, data: VerbData<'interests.choose'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const picked = data.picked.map((id) => as<NominationId>(id));
    if (picked.length > 0) return groundsForm(turn, standing, { picked, grounds: {}, abouts: {} }, null);
    const acted = await declare(turn, standing, data.basis, {}, {});
    return acted.ok ? said(turn, 'declared') : declarationForm(turn, acted.standing, [], acted.fault);
  });
}

export async function interestsDeclare(turn: Turn, data: VerbData<'interests.declare'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { grounds, abouts } = data;
    const acted = await declare(turn, standing, data.basis, grounds, abouts);
    if (acted.ok) return said(turn, 'declared');
    const picked = Object.keys({ ...grounds, ...abouts }).map((id) => as<NominationId>(id));
    return groundsForm(turn, acted.standing, { picked, grounds, abouts }, acted.fault);
  });
}

async function declare(
  turn: Turn,
  standing: Standing,
  basis: number,
  grounds: Readonly<Record<string, string>>,
  abouts: Readonly<Record<string, string>>,
) {
  const conflicts = Object.entries(grounds).map(([id, ground]) => ({
    nominationId: as<NominationId>(id),
    grounds: [ground as Ground],
  }));
  const written = Object.entries(abouts).filter(([id]) => grounds[id] !== undefined);
  return act(turn, standing, {
    subject: turn.person.id,
    basis,
    texts: written.length === 0 ? null : Object.fromEntries(written.map(([id, text]) => [`about_${id}`, text])),
    command: (texts) => ({ type: 'DeclareInterests', conflicts, texts, basis }),
  });
}

async function declarationForm(
  turn: Turn,
  standing: Standing,
  picked: readonly NominationId[] | null,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.declarationForm({ ...own(turn, standing), look, surface: turn.surface, fault: wrong, picked }),
  );
}

async function groundsForm(
  turn: Turn,
  standing: Standing,
  typed: Pick<GroundsInput, 'picked' | 'grounds' | 'abouts'>,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.groundsForm({ ...own(turn, standing), look, surface: turn.surface, fault: wrong, ...typed }),
  );
}

export async function conflictOpen(turn: Turn, data: VerbData<'conflict.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => reportForm(turn, standing, data, null));
}

export async function conflictReport(turn: Turn, data: VerbData<'conflict.report'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { nominationId, ground, person: personId = turn.person.id } = data;
    const acted = await act(turn, standing, {
      subject: `${nominationId}/${personId}`,
      // Taken back or ruled on, it may be reported again on the same ground.
      basis: standing.round.matters.impartiality.conflicts[nominationId]?.[personId]?.revision ?? 0,
      texts: reasonTexts(data.reason),
      command: (texts) => ({
        type: 'ReportConflict',
        personId,
        nominationId,
        grounds: ground === undefined ? [] : [ground],
        texts,
      }),
    });
    return acted.ok ? said(turn, 'conflictReported') : reportForm(turn, acted.standing, data, acted.fault);
  });
}

async function reportForm(
  turn: Turn,
  standing: Standing,
  data: Pick<VerbData<'conflict.report'>, 'nominationId'> & Partial<VerbData<'conflict.report'>>,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.reportForm({
      ...own(turn, standing),
      look,
      surface: turn.surface,
      fault: wrong,
      nominationId: data.nominationId,
      person: data.person ?? '',
      ground: data.ground ?? '',
      reason: data.reason ?? '',
    }),
  );
}

export async function rulingsOpen(turn: Turn, data: VerbData<'rulings.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => rulingsForm(turn, standing, {}, '', null));
}

/** Votes on what the form showed; what is left comes in the next form. */
export async function rulingsVote(turn: Turn, data: VerbData<'rulings.vote'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const votes = Object.entries(data.votes).map(([key, outcome]) => {
      const [nominationId = '', personId = ''] = key.split('@');
      return {
        nominationId: as<NominationId>(nominationId),
        personId: as<PersonId>(personId),
        outcome: outcome as RulingOutcome,
      };
    });
    const { basis } = data;
    const acted = await act(turn, standing, {
      subject: turn.person.id,
      basis,
      texts: reasonTexts(data.reason),
      command: (texts) => ({ type: 'VoteOnConflicts', votes, texts, basis }),
    });
    if (!acted.ok) return rulingsForm(turn, acted.standing, data.votes, data.reason ?? '', acted.fault);
    const isLeft = cards.rulingsLeft(acted.standing.round, turn.person.id, acted.standing.date) > 0;
    return isLeft ? rulingsForm(turn, acted.standing, {}, '', null) : said(turn, 'answered');
  });
}

async function rulingsForm(
  turn: Turn,
  standing: Standing,
  votes: Readonly<Record<string, string>>,
  reason: string,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.rulingsForm({ ...own(turn, standing), look, surface: turn.surface, fault: wrong, votes, reason }),
  );
}

function own(turn: Turn, standing: Standing) {
  return { round: standing.round, viewer: viewerOf(turn) };
}
