// What is searched for beside a message being written, and links of ours that are pasted into one: nominations and groups, as
// cards to be shared. Finds only what the person may see; what is shared shows no more than everyone may see.
import MiniSearch from 'minisearch';
import { stemmer } from '@orama/stemmers/danish';
import * as cards from '../../cards';
import { isFinal } from '../../cards/views/nomination-status';
import type { Lookups } from '../../cards/view';
import { openTo } from '../../services/process/round/matters/impartiality/standing';
import { inForce } from '../../services/process/round/queries';
import type { Nomination } from '../../services/process/round/state';
import type { Answer, Found } from './answer';
import { nothing } from './answer';
import type { Standing, Turn } from './turn';
import { allRounds, looking } from './turn';

/** Teams shows no more of a list. */
const foundMax = 25;

/** Nominations and groups by title, number and organisation, best first; the newest where nothing is typed yet. */
export async function find(turn: Turn, query: string): Promise<Answer> {
  const rounds = (await allRounds(turn)).toReversed();
  const entries = (await Promise.all(rounds.map(async (standing) => entriesOf(turn, standing)))).flat();
  const items = (query.trim() === '' ? entries : matching(entries, query)).slice(0, foundMax);
  return items.length === 0
    ? { kind: 'sentence', text: cards.textsOf(turn.language).beside.nothingFound }
    : { kind: 'found', items };
}

/** The card of one of our addresses; nothing for any other, and for what the person may not see. */
export async function unfurl(turn: Turn, url: string): Promise<Answer> {
  const number = turn.parts.teamsLinks.numberIn(url);
  if (number === null) return nothing;
  const found = await byNumber(turn, number);
  if (found === null) return nothing;
  return { kind: 'found', items: await foundNominations(turn, found.standing, [found.nomination]) };
}

/** The newest nomination of that number which the person may see. */
export async function byNumber(
  turn: Turn,
  number: string,
): Promise<{ readonly standing: Standing; readonly nomination: Nomination } | null> {
  for (const standing of (await allRounds(turn)).toReversed()) {
    const nomination = visible(turn, standing).find((one) => one.number === number);
    if (nomination !== undefined) return { standing, nomination };
  }
  return null;
}

/**
 * Who has a seat in the round sees what has been submitted, but for what he is held out of; everyone sees his own, and what
 * has been decided and told.
 */
function visible(turn: Turn, { round, date }: Standing): readonly Nomination[] {
  const personId = turn.person.id;
  const isSeated = Object.values(round.electorate.mandates).some(
    (mandate) => inForce(mandate, date) && (mandate.holder === personId || mandate.substitute === personId),
  );
  const submitted = Object.values(round.nominations).filter(({ number }) => number !== null);
  const own = submitted.filter(({ nominators }) => nominators.includes(personId));
  const open = openTo(round, personId, submitted).filter((nomination) => isSeated || isFinal(round, nomination));
  return [...new Set([...own, ...open])].toSorted((a, b) => ((a.number ?? '') < (b.number ?? '') ? 1 : -1));
}

async function entriesOf(turn: Turn, standing: Standing): Promise<readonly Found[]> {
  const nominations = await foundNominations(turn, standing, visible(turn, standing));
  return [...nominations, ...(await foundGroups(turn, standing))];
}

async function foundNominations(
  turn: Turn,
  standing: Standing,
  nominations: readonly Nomination[],
): Promise<readonly Found[]> {
  const { round, calendar } = standing;
  const { language } = turn;
  return looking(turn, calendar, (look) =>
    nominations.map((nomination): Found => {
      const link = turn.parts.teamsLinks.chat(nomination.number ?? '');
      const card = cards.foundNominationCard({ round, language, look, nominationId: nomination.id, link });
      return { title: titleOf(nomination, card.fallbackText), text: behalfOf(standing, turn, nomination), card };
    }),
  );
}

/** Groups are nobody's secret once they are confirmed: only then do they stand in the round. */
async function foundGroups(turn: Turn, { round, calendar }: Standing): Promise<readonly Found[]> {
  const { language } = turn;
  const make = (look: Lookups): readonly Found[] =>
    Object.values(round.groups).map((group) => {
      const link = turn.parts.teamsLinks.chat(cards.textsOf(language).personal.command.patientGroups);
      const card = cards.foundGroupCard({ round, language, look, groupId: group.id, link });
      return { title: card.fallbackText, text: cards.textsOf(language).beside.groupLead, card };
    });
  return looking(turn, calendar, make);
}

function titleOf({ number }: Nomination, title: string): string {
  return number === null ? title : `${number} ${title}`;
}

function behalfOf({ round }: Standing, turn: Turn, nomination: Nomination): string {
  return nomination.onBehalfOf.flatMap((id) => round.electorate.bodies[id]?.[turn.language] ?? []).join(', ');
}

/** Danish word stems, beginnings and small slips of the finger; a number is matched as it is typed. */
function matching(entries: readonly Found[], query: string): readonly Found[] {
  const index = new MiniSearch<{ readonly id: number; readonly title: string; readonly text: string }>({
    fields: ['title', 'text'],
    processTerm: (term) => (/\d/.test(term) ? term : stemmer(term.toLocaleLowerCase('da'))),
    tokenize: (text) => text.split(/[^\p{L}\p{N}-]+/u).filter((word) => word !== ''),
  });
  index.addAll(entries.map(({ title, text }, id) => ({ id, title, text })));
  const found = index.search(query, {
    prefix: true,
    fuzzy: (term) => (/\d/.test(term) ? false : 0.2),
    boost: { title: 2 },
    combineWith: 'AND',
  });
  return found.flatMap(({ id }) => entries[Number(id)] ?? []);
}
