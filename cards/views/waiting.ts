// One thing that waits for somebody, as a line with its button: in "mine opgaver", in a reminder, in a status.
// Says for whom, how much is left and until when; whether it still counts is asked of the state again when it is sent.
import { as, type OverrideId } from '../../services/process/ids';
import { taskDefinition } from '../../services/process/round/queries';
import { questionOf } from '../../services/process/round/matters/questions/queries';
import { ask } from '../../services/process/round/view';
import type { Outstanding } from '../../services/process/round/kinds/kind';
import { execute, openDialog } from '../card';
import type { Element } from '../card';
import type { Waiting } from '../inputs/personal';
import type { Lookups } from '../view';
import type { Language } from '../../services/process/words';
import { sceneOf } from './scene';
import type { Scene } from './scene';
import { seatBody, taskOf } from './seats';
import { seatEndingLines, seatMissingLines } from './shared/succession';
import { inline } from '../escape';

export interface WaitingLine {
  readonly title: string;
  readonly lines: readonly string[];
  readonly button: Element;
}

export function waitingLine(waiting: Waiting, language: Language, look: Lookups, several: boolean): WaitingLine {
  const scene = sceneOf({ round: waiting.round, language, look });
  const definition = taskDefinition(waiting.round, waiting.taskId);
  const { outstanding } = waiting;
  const name = definition === undefined ? scene.t.common.unknownTask : scene.say(definition.title);
  const title = nominatorTitle(scene, outstanding) ?? titleOf(scene, name, outstanding);
  const round = several ? [inline(waiting.round.name, 100)] : [];
  return {
    title,
    lines: [[...round, whatLine(scene, waiting)].join(' · '), dueLine(scene, waiting)],
    button: actButton(scene, waiting),
  };
}

/** The task's name with what is left of it, or what else is asked that hangs on it. */
function titleOf({ t }: Scene, name: string, outstanding: Outstanding): string {
  switch (outstanding.wanted) {
    case 'declaration':
      return t.impartiality.taskDeclaration(name);
    case 'ruling':
      return t.impartiality.taskRuling(name, outstanding.left);
    case 'stopped':
      return t.personal.stopped(name);
    case 'seat':
    case 'renewal':
    case 'renewalAsked':
      return name;
    case 'acceptance':
      return t.personal.taskAcceptance;
    case 'override':
      return t.personal.taskOverride(name);
    case 'condition':
    case 'conditionCheck':
      return t.personal.taskCondition(name);
    default:
      return outstanding.total > 1 ? t.personal.taskLeft(name, outstanding.left, outstanding.total) : name;
  }
}

/** What is about seats and not about answers: named, not counted. */
const aboutSeats: ReadonlySet<Outstanding['wanted']> = new Set<Outstanding['wanted']>([
  'seat',
  'renewal',
  'renewalAsked',
]);

/** For whom, or where somebody has to be named: for which seat. */
function whatLine(scene: Scene, { taskId, outstanding }: Waiting): string {
  const of = aboutSeats.has(outstanding.wanted) ? taskOf(scene, taskId) : null;
  if (outstanding.wanted === 'stopped') return scene.t.personal.stoppedWhy;
  const linesOf = outstanding.wanted === 'seat' ? seatMissingLines : seatEndingLines;
  const about = of === null ? [] : linesOf(scene, of, outstanding.bodyId);
  const lines = outstanding.wanted === 'renewalAsked' ? [...about, scene.t.personal.whoFollows] : about;
  return lines.length === 0 ? forLine(scene, outstanding) : lines.join(' ');
}

/** What is asked of a nominator: "Spørgsmål om nr. 2027-014" (CARDS.md §5); null for anything else. */
function nominatorTitle(scene: Scene, { wanted, nominationIds: [id] }: Outstanding): string | null {
  const { t, round } = scene;
  const nomination = id === undefined ? undefined : round.nominations[id];
  if (nomination === undefined) return null;
  if (wanted === 'merge') return t.together.waitingTitle(scene.numbered(nomination));
  if (wanted === 'join') return t.together.joinTitle(scene.numbered(nomination));
  if (wanted !== 'question') return null;
  return nomination.number === null
    ? t.question.aboutTitle(scene.title(nomination))
    : t.question.about(nomination.number);
}

/** "For Region Syddanmark": a person may answer for several. A question comes from somebody. */
function forLine(scene: Scene, { wanted, mandateId, bodyId }: Outstanding): string {
  if (wanted === 'question') return scene.t.question.from(scene.body(bodyId));
  const mandate = mandateId === null ? undefined : scene.round.electorate.mandates[mandateId];
  return scene.t.personal.taskFor(scene.body(mandate === undefined ? bodyId : seatBody(mandate)));
}

export function dueLine(
  scene: Scene,
  { round, taskId, matter, deadlineAt }: Pick<Waiting, 'round' | 'taskId' | 'matter' | 'deadlineAt'>,
): string {
  const { t, f, look } = scene;
  if (deadlineAt === null) return t.personal.noDeadline;
  if (deadlineAt >= look.now) return t.personal.dueLine(f.shortMoment(deadlineAt), scene.until(deadlineAt));
  const isAccepted = matter !== null || ask(round, taskId, scene.date)?.late === 'accepted';
  return isAccepted
    ? t.personal.overdueStillOpen(f.shortMoment(deadlineAt))
    : t.personal.overdueLine(f.shortMoment(deadlineAt));
}

/** The shortest way to the act: the personal card for assessing and ranking, the waiting list for backing, else the own view. */
function actButton(scene: Scene, { round, taskId, matter, outstanding }: Waiting): Element {
  const title = scene.t.personal.act[outstanding.wanted];
  const ids = { roundId: round.id, taskId };
  const seat = outstanding.mandateId === null ? ids : { ...ids, mandateId: outstanding.mandateId };
  switch (outstanding.wanted) {
    case 'assessments':
      return execute(title, 'assessment.show', seat);
    case 'ranking':
      return execute(title, 'ranking.show', seat);
    case 'proposal':
      return openDialog(title, 'selection.open', ids);
    case 'backing':
      return execute(title, 'page', { ...ids, list: 'backing', bodyId: outstanding.bodyId, page: 0 });
    case 'appointments':
      return execute(title, 'page', { ...ids, list: 'networks', bodyId: outstanding.bodyId, page: 0 });
    case 'declaration':
      return openDialog(title, 'interests.open', { roundId: round.id, list: 'tasks' });
    case 'ruling':
      return openDialog(title, 'rulings.open', { roundId: round.id, list: 'tasks' });
    case 'seat':
    case 'renewal':
      return execute(title, 'mandates.show', { bodyId: outstanding.bodyId });
    case 'downtime':
      return execute(title, 'downtime.show', ids);
    case 'join':
    case 'merge':
      return nominationButton(scene, title, outstanding) ?? execute(title, 'task.show', ids);
    case 'question':
      return questionButton(scene, title, matter) ?? execute(title, 'task.show', ids);
    case 'override':
      return execute(title, 'override.show', { roundId: round.id, overrideId: as<OverrideId>(matterId(matter)) });
    default:
      return execute(title, 'task.show', ids);
  }
}

/** Words are answered in a dialog; a request for more opens the nomination itself. */
function questionButton({ round, t }: Scene, title: string, matter: string | null): Element | null {
  const question = questionOf(round, matter);
  if (question === null) return null;
  if (question.kind === 'question')
    return openDialog(title, 'question.answer.open', { roundId: round.id, questionId: question.id, list: 'tasks' });
  const { nominationId } = question;
  const nomination = round.nominations[nominationId];
  return execute(t.common.open, 'nomination.show', { roundId: round.id, nominationId, taskId: nomination?.taskId });
}

/** What stands after the name in a matter's key: `override:…`. */
function matterId(matter: string | null): string {
  return matter === null ? '' : matter.slice(matter.indexOf(':') + 1);
}

function nominationButton({ round }: Scene, title: string, { nominationIds: [id] }: Outstanding): Element | null {
  const nomination = id === undefined ? undefined : round.nominations[id];
  if (nomination === undefined) return null;
  const { id: nominationId, taskId } = nomination;
  return execute(title, 'nomination.show', { roundId: round.id, nominationId, taskId });
}
