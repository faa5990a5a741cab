// What a person asks for in his own chat: help, where things stand, what waits for him, his nominations, his language.
import * as cards from '../../cards';
import type { Waiting } from '../../cards/inputs/personal';
import type { Viewer } from '../../cards/view';
import type { VerbData } from '../../cards/verbs';
import { as } from '../../services/process/ids';
import type { TaskId } from '../../services/process/ids';
import { outstandingFor } from '../../services/process/round/outstanding';
import type { Answer } from './answer';
import { draftKinds, draftView } from './drafts';
import { mayAdminister, organisationCalendar } from './rights';
import { said } from './say';
import type { Turn } from './turn';
import { allRounds, looking, viewerOf } from './turn';

export async function helpShow(turn: Turn, notUnderstood = false): Promise<Answer> {
  const secretariat = await mayAdminister(turn);
  return { kind: 'card', card: cards.helpCard({ language: turn.language, notUnderstood, secretariat }) };
}

export async function tasksShow(turn: Turn, data: VerbData<'tasks.show'>): Promise<Answer> {
  const waiting = await waitingFor(turn);
  return personal(turn, (input) => cards.tasksCard({ ...input, waiting, page: data.page ?? 0 }));
}

/** All that waits for the person, over all rounds, soonest deadline first. */
export async function waitingFor(turn: Turn): Promise<readonly Waiting[]> {
  const rounds = await allRounds(turn);
  return rounds
    .flatMap(({ round, date }) =>
      outstandingFor(round, turn.person.id, date).flatMap(({ entries, ...left }) =>
        entries.map((outstanding): Waiting => ({ round, ...left, outstanding })),
      ),
    )
    .sort((a, b) => ((a.deadlineAt ?? '9999') < (b.deadlineAt ?? '9999') ? -1 : 1));
}

export async function statusShow(turn: Turn): Promise<Answer> {
  const rounds = (await allRounds(turn)).map(({ round }) => round);
  return personal(turn, (input) => cards.statusCard({ ...input, rounds }));
}

export async function nominationsShow(turn: Turn, data: VerbData<'nominations.show'>): Promise<Answer> {
  const rounds = (await allRounds(turn)).map(({ round }) => round);
  const own = await turn.parts.drafts.of(turn.person.id, draftKinds.nomination);
  const others = await turn.parts.drafts.sharedWith(turn.person.id, draftKinds.nomination);
  const drafts = [...own, ...others].flatMap((draft) => {
    const [roundId, taskId] = draft.subject.split('/');
    const round = rounds.find((one) => one.id === roundId);
    if (round === undefined || taskId === undefined) return [];
    return [{ ...draftView(round, draft, turn.person.id), round, taskId: as<TaskId>(taskId) }];
  });
  return personal(turn, (input) => cards.myNominationsCard({ ...input, rounds, drafts, page: data.page ?? 0 }));
}

export async function languageShow(turn: Turn): Promise<Answer> {
  return { kind: 'card', card: cards.languageCard({ language: turn.language }) };
}

export async function languageChoose(turn: Turn, data: VerbData<'language.choose'>): Promise<Answer> {
  await turn.parts.people.setLanguage(turn.person.id, data.language);
  turn.parts.met.forget(turn.person.aadObjectId);
  return said({ ...turn, language: data.language }, 'languageChosen');
}

/** A card that belongs to no round: dates in the first definition's zone. */
export async function personal(
  turn: Turn,
  make: (input: {
    readonly viewer: Viewer;
    readonly look: Parameters<Parameters<typeof looking>[2]>[0];
  }) => ReturnType<typeof cards.helpCard>,
): Promise<Answer> {
  const viewer = viewerOf(turn);
  return { kind: 'card', card: await looking(turn, organisationCalendar(turn), (look) => make({ viewer, look })) };
}
