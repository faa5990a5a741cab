// The shared card of a task that a body answers together: participation, quorum as arithmetic, answer buttons, result.
// Must not show how anyone answered where the definition hides it until closing, nor ever in a secret vote.
import type { TaskDefinitionOf } from '../../../services/process/definition/schema';
import type { ChoiceId } from '../../../services/process/definition/schema';
import { choicesOf } from '../../../services/process/round/kinds/ballots/choices';
import { candidatesOf } from '../../../services/process/round/kinds/ballots/propose';
import { choicesMade, countOf } from '../../../services/process/round/kinds/ballots/count';
import type { Count } from '../../../services/process/round/kinds/ballots/count';
import { votedIn } from '../../../services/process/round/kinds/ballots/secret';
import { bodiesInTurn, waitingBodies } from '../../../services/process/round/kinds/ballots/turns';
import { heldBackBy } from '../../../services/process/round/held-back';
import { ballotsIn, hasProposal, nthBallot } from '../../../services/process/round/kinds/ballots/work';
import type { BodyId } from '../../../services/process/ids';
import type { TaskView } from '../../../services/process/round/kinds/kind';
import type { Element } from '../../card';
import { execute, openDialog } from '../../card';
import type { ShownQuorum } from '../arithmetic';
import { ballotArithmetic } from '../arithmetic';
import { present } from '../blocks';
import { choiceGroups } from '../choices';
import { taskTitle } from '../scene';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import { missingLine, missingNames } from '../seats';
import { basedOnLines, outcomeSaid } from '../status';
import type { Piece } from './piece';
import { rankingLines } from './ranking';
import { seatMissingLines, setAsideLine } from './succession';

export type CollegialKind = 'agree' | 'consider' | 'vote' | 'approve' | 'rank';
export type Collegial = TaskDefinitionOf<CollegialKind>;

/** The task as the rules count it. */
export function collegialView(scene: Scene, { task, definition, date }: TaskOf<Collegial>): TaskView<CollegialKind> {
  return { round: scene.round, task, definition, date };
}

export function ballotsPiece(scene: Scene, of: TaskOf<Collegial>): Piece {
  const count = countOf(collegialView(scene, of));
  const closed = of.task.status === 'closed';
  return {
    status: [
      ...basedOnLines(scene, of.definition),
      ...newBallotLines(scene, of),
      ...proposalLines(scene, of),
      ...participation(scene, of, count),
      ...turnLines(scene, of),
      ...present(setAsideLine(scene, of, count)),
      ...seatMissingLines(scene, of),
    ],
    rows: closed ? rankingLines(scene, of.task) : [],
    result: closed ? resultLines(scene, of) : [],
    notes: present(
      count.seats.length > 1 && quorumLine(scene, of, count),
      ...enteredNotes(scene, of),
      ...secrecyNotes(scene, of),
    ),
    actions: ballotActions(scene, of),
    reading: readingActions(scene, of),
  };
}

/** Whose turn it is, and who comes after; nothing where all answer at once, or the last are answering. */
export function turnLines(scene: Scene, of: TaskOf<Collegial>): readonly string[] {
  if (of.task.status !== 'open') return [];
  const view = collegialView(scene, of);
  const names = (ids: readonly BodyId[]): string => scene.f.list(ids.map((id) => scene.body(id)));
  const later = waitingBodies(view);
  return later.length === 0 ? [] : [scene.t.ballot.inTurn(names(bodiesInTurn(view)), names(later))];
}

/** Why everyone answers again, while they do. */
function newBallotLines(scene: Scene, { task }: TaskOf<Collegial>): readonly string[] {
  const last = ballotsIn(task).earlier.at(-1);
  // What was sent back says so in its own words (governing/marks.ts).
  return last === undefined || last.why === 'returned' || task.status === 'closed'
    ? []
    : [scene.t.deciding.newBallot[last.why]];
}

/** "Forslag: 34 af 40 indstillinger udvælges.", where the vote is on a list. */
export function proposalLines(scene: Scene, of: TaskOf<Collegial>): readonly string[] {
  const { definition, task } = of;
  if (definition.kind !== 'vote' || definition.proposal === undefined) return [];
  const { proposal } = ballotsIn(task);
  if (proposal === null || proposal.returned === true) return [scene.t.ballot.noProposal];
  return [scene.t.ballot.proposal(proposal.nominationIds.length, candidatesOf(collegialView(scene, of)).length)];
}

/** "3 af 4 har svaret: 2 godkendt, 1 godkendt med bemærkning. Mangler: Region Nordjylland." */
export function participation(scene: Scene, of: TaskOf<Collegial>, count: Count): readonly string[] {
  const { t } = scene;
  const { definition, task } = of;
  const taking = count.seats.filter(({ recused }) => !recused);
  const mandates = taking.map(({ mandate }) => mandate);
  const missing = taking
    .filter(({ ballot, mandate }) => ballot === null && !votedIn(task).includes(mandate.id))
    .map(({ mandate }) => mandate);
  if (missing.length === mandates.length && task.status !== 'closed') return [t.task.noneAnswered];
  const answered = t.task.answered(mandates.length - missing.length, mandates.length);
  const shown = definition.visibility === 'open' || task.status === 'closed';
  const choices = shown ? countedChoices(scene, choicesMade(collegialView(scene, of), count.seats)) : null;
  const line = choices === null ? answered : `${answered.replace(/\.$/, '')}: ${choices}.`;
  const names = missingLine(scene, missingNames(scene, mandates, missing), task.status === 'closed');
  return [names === null ? line : `${line} ${names}`];
}

function countedChoices(scene: Scene, made: Readonly<Record<string, number>>): string | null {
  const words: Readonly<Record<string, (n: number) => string>> = scene.t.ballot.counted;
  const parts = Object.keys(words).flatMap((choice) => {
    const n = made[choice] ?? 0;
    return n === 0 || choice === 'ranked' ? [] : [words[choice]?.(n) ?? ''];
  });
  return parts.length === 0 ? null : parts.join(', ');
}

/** "X har 9 pladser. 2 er inhabile, 7 kan deltage. 5 har svaret. Beslutningsdygtig ved 5: ja." */
export function quorumLine(scene: Scene, of: TaskOf<Collegial>, count: Count): string {
  const recorded = of.task.result === null ? null : ballotArithmetic(of.task.result);
  return quorumWords(
    scene,
    of,
    recorded?.quorum ?? { ...count.quorum, missingGroups: [...count.quorum.missingGroups] },
    recorded === null ? count.pending : (recorded.pending ?? 0),
  );
}

function quorumWords(scene: Scene, { definition }: TaskOf<Collegial>, quorum: ShownQuorum, pending: number): string {
  const { ballot, impartiality } = scene.t;
  const recused = quorum.recused - pending;
  const [body] = definition.bodies;
  const single = definition.bodies.length === 1 && body !== undefined && !body.startsWith('kind:');
  const name = single ? Object.values(scene.round.electorate.bodies).find(({ id }) => id === body) : undefined;
  const seats = name ? ballot.quorumOf(scene.body(name.id), quorum.seats) : ballot.quorumSeats(quorum.seats);
  const grouped = 'byGroup' in definition.rule.quorum;
  return present(
    seats,
    recused > 0 && ballot.quorumRecused(recused, quorum.entitled),
    pending > 0 && impartiality.quorumPending(pending),
    ballot.quorumAnswered(quorum.answered),
    grouped ? ballot.quorumNeededAll(quorum.met) : ballot.quorumNeeded(quorum.needed, quorum.met),
  ).join(' ');
}

/** Answers that did not come from the seat itself are told of, how many (the count says which, and from where). */
function enteredNotes({ t }: Scene, { task }: TaskOf<Collegial>): readonly string[] {
  const entered = Object.values(ballotsIn(task).ballots).filter(({ enteredBy }) => enteredBy !== undefined).length;
  return entered === 0 ? [] : [t.deciding.enteredCount(entered)];
}

function secrecyNotes(scene: Scene, { definition, task }: TaskOf<Collegial>): readonly string[] {
  if (task.status === 'closed') return [];
  if (definition.visibility === 'secret') return [scene.t.ballot.secret];
  if (definition.visibility === 'hiddenUntilClose') return [scene.t.ballot.hiddenResult];
  return [];
}

/** "Forslaget blev vedtaget.", and what does not open where it was not decided. */
export function resultLines(scene: Scene, { task }: TaskOf): readonly string[] {
  if (task.result === null) return [];
  const held = heldBackBy(scene.round, task.id).map((id) => taskTitle(scene, id));
  return present(
    `${outcomeSaid(scene.t, task.result.outcome)}.`,
    held.length > 0 && scene.t.deciding.heldBack(scene.f.list(held)),
  );
}

function ballotActions(scene: Scene, of: TaskOf<Collegial>): readonly Element[] {
  const { definition, task } = of;
  const ids = { roundId: scene.round.id, taskId: task.id };
  if (definition.kind === 'rank') {
    return [execute(scene.t.ranking.start, 'ranking.show', ids, { style: 'primary' })];
  }
  const proposal = definition.kind === 'vote' && definition.proposal !== undefined;
  if (proposal && !hasProposal(task)) return [];
  return answerButtons(
    scene,
    choicesOf(definition),
    { ...ids, ...shownBallot(task) },
    definition.visibility === 'secret',
  );
}

function readingActions(scene: Scene, { definition, task }: TaskOf<Collegial>): readonly Element[] {
  const ids = { roundId: scene.round.id, taskId: task.id, page: 0 };
  const title = scene.t.common.seeList;
  if (definition.kind === 'vote' && definition.proposal !== undefined) {
    return ballotsIn(task).proposal === null ? [] : [execute(title, 'page', { ...ids, list: 'selection' })];
  }
  return definition.about === 'round' ? [] : [execute(title, 'page', { ...ids, list: 'nominations' })];
}

interface AnswerIds {
  readonly roundId: string;
  readonly taskId: string;
  readonly mandateId?: string;
  readonly basis?: number;
  readonly nth?: number;
}

/** Which ballot the card shows, so that an answer to an earlier one is not taken for this: nothing for the first. */
export function shownBallot(task: TaskOf['task']): { readonly nth?: number } {
  const nth = nthBallot(task);
  return nth === 0 ? {} : { nth };
}

/**
 * The answers as buttons: plain ones at once, those with a text in a dialog, the rest behind "Andet svar". None stands
 * out: a card that asks for a vote must not lean.
 */
export function answerButtons(
  scene: Scene,
  choices: readonly ChoiceId[],
  ids: AnswerIds,
  isSecret = false,
): readonly Element[] {
  const { t } = scene;
  const { basis: _, ...seat } = ids;
  // A secret vote is a bare choice: no word may come with it.
  if (isSecret) return choices.map((choice) => execute(t.ballot.choice[choice], 'ballot.cast', { ...ids, choice }));
  const { plain, written, others } = choiceGroups(choices);
  return [
    ...plain.map((choice) => execute(t.ballot.choice[choice], 'ballot.cast', { ...ids, choice })),
    ...written.map((choice) => openDialog(t.ballot.choice[choice], 'ballot.open', { ...seat, choice })),
    ...(others.length > 0 ? [openDialog(t.ballot.otherAnswer, 'ballot.open', seat)] : []),
  ];
}
