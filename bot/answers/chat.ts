// What people write to the bot: a handful of words in two languages, each leading to a card. Anything else gets help.
import type { Answer } from './answer';
import * as handbook from './handbook';
import { byNumber } from './finding';
import * as nominating from './nominating';
import { notesShow } from './noting';
import * as personal from './personal';
import { roundShow } from './running';
import { setupShow } from './setup';
import { nominationShow } from './tasks';
import type { Turn } from './turn';
import { allRounds } from './turn';
import { channelOpen } from './mandates';

type Reply = (turn: Turn) => Promise<Answer>;

/** The words are what the help card shows and the manifest offers as commands; Danish first. */
const commands: readonly { readonly words: readonly string[]; readonly reply: Reply }[] = [
  { words: ['hjælp', 'hjaelp', 'help', 'hej', 'hi', 'hello', '?'], reply: async (turn) => personal.helpShow(turn) },
  { words: ['status'], reply: personal.statusShow },
  { words: ['mine opgaver', 'opgaver', 'my tasks', 'tasks'], reply: async (turn) => personal.tasksShow(turn, {}) },
  { words: ['indstil', 'ny indstilling', 'nominate'], reply: nominate },
  {
    words: ['mine indstillinger', 'indstillinger', 'my nominations', 'nominations'],
    reply: async (turn) => personal.nominationsShow(turn, {}),
  },
  { words: ['sprog', 'language'], reply: personal.languageShow },
  { words: ['principper', 'principles'], reply: section('principles') },
  { words: ['patientgrupper', 'patient groups'], reply: section('patientGroups') },
  {
    words: ['hvem er med', 'organer', 'who takes part', 'bodies'],
    reply: async (turn) => handbook.bodiesShow(turn, {}),
  },
  { words: ['blanketter', 'forms'], reply: section('forms') },
  { words: ['vejledning', 'vejledninger', 'guides'], reply: section('guides') },
  { words: ['nyheder', 'news'], reply: section('news') },
  {
    words: ['følg nyheder', 'foelg nyheder', 'follow news'],
    reply: async (turn) => handbook.newsFollow(turn, { follow: true }),
  },
  {
    words: ['følg ikke nyheder', 'unfollow news'],
    reply: async (turn) => handbook.newsFollow(turn, { follow: false }),
  },
  { words: ['ny runde', 'opsætning', 'new round', 'set up'], reply: async (turn) => setupShow(turn, {}) },
  { words: ['runde', 'round'], reply: newestRound },
  { words: ['notater', 'notes'], reply: newestNotes },
  { words: ['kanal', 'channel'], reply: async (turn) => channelOpen(turn, {}) },
];

const replies = new Map(commands.flatMap(({ words, reply }) => words.map((word) => [word, reply])));

export async function answerText(turn: Turn, text: string): Promise<Answer> {
  const said = text
    .trim()
    .toLocaleLowerCase('da')
    .replace(/[.!\s]+$/, '');
  const reply = replies.get(said);
  if (reply !== undefined) return reply(turn);
  const found = /\d/.test(said) ? await byNumber(turn, said) : null;
  if (found !== null)
    return nominationShow(turn, { roundId: found.standing.round.id, nominationId: found.nomination.id });
  return personal.helpShow(turn, said !== '');
}

function section(name: 'principles' | 'patientGroups' | 'forms' | 'guides' | 'news'): Reply {
  return async (turn) => handbook.handbookShow(turn, { section: name });
}

/** The form of the newest round that takes nominations now; without one, the person's nominations say where things stand. */
async function nominate(turn: Turn): Promise<Answer> {
  const rounds = (await allRounds(turn)).toReversed();
  for (const { round } of rounds) {
    const open = Object.values(round.tasks).find((task) => task.work.family === 'nominating' && task.status === 'open');
    if (open !== undefined && round.status === 'running')
      return nominating.nominationOpen(turn, { roundId: round.id, taskId: open.id });
  }
  return personal.nominationsShow(turn, {});
}

async function newestRound(turn: Turn): Promise<Answer> {
  const newest = (await allRounds(turn)).at(-1);
  return newest === undefined ? personal.statusShow(turn) : roundShow(turn, { roundId: newest.round.id });
}

async function newestNotes(turn: Turn): Promise<Answer> {
  const newest = (await allRounds(turn)).at(-1);
  return newest === undefined ? personal.statusShow(turn) : notesShow(turn, { roundId: newest.round.id });
}
