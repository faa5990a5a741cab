// Where a nomination stands, in the words its nominator sees: until the decision is final only modtaget, under faglig
// vurdering, spørgsmål til dig, til beslutning, besluttet (CARDS.md §1). Tells nothing of scores, ranks or proposals.
import type { PersonId } from '../../services/process/ids';
import { isOpenQuestion, questionsAbout } from '../../services/process/round/matters/questions/queries';
import { taskDefinitions } from '../../services/process/round/queries';
import type { Nomination, RoundState } from '../../services/process/round/state';
import type { Scene } from './scene';

export type NominationWord = keyof Scene['t']['nomination']['word'];

export function nominationWord(round: RoundState, nomination: Nomination): NominationWord {
  switch (nomination.status) {
    case 'awaitingBacking':
      return 'awaitingBacking';
    case 'returned':
      return 'returned';
    case 'withdrawn':
      return 'withdrawn';
    case 'merged':
      return 'merged';
    case 'carriedOver':
      return 'carriedOver';
    default:
      return submittedWord(round, nomination);
  }
}

function submittedWord(round: RoundState, nomination: Nomination): NominationWord {
  if (isFinal(round, nomination)) return 'decided';
  const closed = (kinds: readonly string[]) => some(round, kinds, (status) => status === 'closed');
  const begun = (kinds: readonly string[]) => some(round, kinds, (status) => status !== 'waiting');
  if (nomination.decision !== null || nomination.conclusion !== null) return 'deciding';
  if (closed(['conclude']) || begun(['rank', 'vote'])) return 'deciding';
  return begun(['assess', 'state', 'conclude']) ? 'assessing' : 'received';
}

/** A decision is final once every nominator has been told, where the definition tells them; else once it is made. */
export function isFinal(round: RoundState, nomination: Nomination): boolean {
  if (nomination.decision === null) return false;
  const telling = taskDefinitions(round).filter(
    (task) => task.kind === 'publish' && task.effects.includes('notifyNominators'),
  );
  return telling.every(({ id }) => round.tasks[id]?.status === 'closed');
}

/** In the words of `personId`: a question is to him where he nominated it. */
export function statusWord({ round, t }: Scene, nomination: Nomination, personId: PersonId): string {
  const word = nominationWord(round, nomination);
  if (!questionsAbout(round, nomination.id).some((question) => isOpenQuestion(round, question)))
    return t.nomination.word[word];
  return nomination.nominators.includes(personId) ? t.nomination.word.question : t.nomination.word.questionOther;
}

function some(round: RoundState, kinds: readonly string[], is: (status: string) => boolean): boolean {
  return taskDefinitions(round).some(
    ({ id, kind }) => kinds.includes(kind) && is(round.tasks[id]?.status ?? 'waiting'),
  );
}
