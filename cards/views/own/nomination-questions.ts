// The questions on a nomination's card: what was asked and answered, and what the viewer can do about it. Names no asker:
// a question is its body's.
import type { PersonId } from '../../../services/process/ids';
import { followersOf } from '../../../services/process/round/matters/following';
import {
  askersFor,
  isAskable,
  isOpenQuestion,
  questionsAbout,
} from '../../../services/process/round/matters/questions/queries';
import type { Question } from '../../../services/process/round/matters/questions/state';
import { isSecretariat } from '../../../services/process/round/queries';
import type { Nomination } from '../../../services/process/round/state';
import { execute, openDialog } from '../../card';
import type { Element } from '../../card';
import type { Section } from '../../templates';
import { buttons, present, section } from '../blocks';
import { handlesNominations, isOwnNomination } from '../insight';
import type { Scene } from '../scene';

/** Open ones first, then the answered; nothing for whoever only follows. */
export function questionSections(scene: Scene, nomination: Nomination, personId: PersonId): readonly Section[] {
  if (!handlesNominations(scene, personId) && !isOwnNomination(scene, nomination, personId)) return [];
  const all = questionsAbout(scene.round, nomination.id);
  const open = all.filter((question) => isOpenQuestion(scene.round, question));
  const answered = all.filter((question) => !open.includes(question));
  return [...open, ...answered].map((question, at) => ({
    ...questionSection(scene, nomination, question, personId),
    heading: at === 0 ? [scene.t.question.heading] : [],
  }));
}

function questionSection(scene: Scene, nomination: Nomination, question: Question, personId: PersonId): Section {
  const open = isOpenQuestion(scene.round, question);
  return section({
    lines: questionLines(scene, question),
    notes: open ? [dueNote(scene, question)] : [],
    buttons: open ? buttons(...questionActions(scene, nomination, question, personId)) : [],
  });
}

/** "Udvalget spurgte onsdag …:", the question, and the answer below it. */
export function questionLines(scene: Scene, { kind, bodyId, askedAt, texts, answer }: Question): readonly string[] {
  const { t, f } = scene;
  const head = kind === 'more' ? t.question.askedForMore : t.question.asked;
  return present(
    `**${head(scene.body(bodyId), f.moment(askedAt))}**\n\n${scene.text(texts, 'question') ?? t.question.gone}`,
    answer !== null &&
      (answer.texts === null
        ? t.question.supplemented(f.moment(answer.at))
        : `**${t.question.answered(f.moment(answer.at))}**\n\n${scene.text(answer.texts, 'answer') ?? t.question.gone}`),
  );
}

function dueNote({ t, f, look }: Scene, { deadlineAt }: Question): string {
  return deadlineAt < look.now
    ? t.question.answerByPassed(f.moment(deadlineAt))
    : t.question.answerBy(f.moment(deadlineAt));
}

function questionActions(
  scene: Scene,
  nomination: Nomination,
  { id, kind, bodyId }: Question,
  personId: PersonId,
): readonly (Element | false)[] {
  const { t, round } = scene;
  const isNominator = nomination.nominators.includes(personId) && round.status === 'running';
  const asks = askersFor(round, personId, nomination, scene.date).some((one) => one.bodyId === bodyId);
  const ids = { roundId: round.id, questionId: id };
  const own = { roundId: round.id, taskId: nomination.taskId, nominationId: nomination.id };
  return [
    isNominator && kind === 'more' && openDialog(t.question.supplement, 'nomination.open', own, { style: 'primary' }),
    isNominator &&
      openDialog(t.question.answer, 'question.answer.open', ids, kind === 'question' ? { style: 'primary' } : {}),
    asks && execute(t.question.withdraw, 'question.withdraw', ids),
  ];
}

/** Asking, checking and following, each for whoever may. */
export function nominatorActions(
  scene: Scene,
  nomination: Nomination,
  personId: PersonId,
): readonly (Element | false)[] {
  const { t, round } = scene;
  const ids = { roundId: round.id, nominationId: nomination.id };
  const [asker, ...others] = askersFor(round, personId, nomination, scene.date);
  const office = [asker, ...others].find((one) => one?.bodyId === round.definition.secretariat);
  const checks = isSecretariat(round, personId, scene.date) && round.status === 'running' && isAskable(nomination);
  const isChecked = round.matters.questions.checked[nomination.id]?.revision === nomination.revision;
  return [
    checks && !isChecked && execute(t.question.check, 'nomination.check', { ...ids, basis: nomination.revision }),
    asker !== undefined && openDialog(t.question.ask, 'question.open', { ...ids, ...asker, kind: 'question' }),
    office !== undefined && openDialog(t.question.askForMore, 'question.open', { ...ids, ...office, kind: 'more' }),
    followAction(scene, nomination, personId),
  ];
}

function followAction({ t, round }: Scene, nomination: Nomination, personId: PersonId): Element | false {
  if (round.status === 'closed' || nomination.nominators.includes(personId)) return false;
  const ids = { roundId: round.id, nominationId: nomination.id };
  if (followersOf(round, nomination.id).includes(personId))
    return execute(t.question.unfollow, 'nomination.follow', { ...ids, follow: false });
  return nomination.submittedAt !== null && execute(t.question.follow, 'nomination.follow', { ...ids, follow: true });
}
