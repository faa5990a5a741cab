// Asking a nominator, answering, and the letter that tells whoever asked of the answer.
import { askersFor } from '../../../services/process/round/matters/questions/queries';
import { openDialog, submit, execute } from '../../card';
import type { Card, DialogContent } from '../../card';
import type { AnsweredInput, AnswerFormInput, QuestionFormInput } from '../../inputs/nominators';
import { render } from '../../render';
import { buttons, present } from '../blocks';
import { questionLines } from '../own/nomination-questions';
import { plainCard } from '../plain';
import { ownScene } from '../scene';
import { formOf, noForm } from './form';
import { dateInput, textInput } from './inputs';

export function questionForm(input: QuestionFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const { nominationId, taskId, bodyId, questionId, kind } = input;
  const nomination = round.nominations[nominationId];
  if (nomination === undefined) return noForm(scene.language, { name: 'UnknownNomination' });
  // A title is told to nobody who may not ask: it may be another's draft, or what the viewer is held out of.
  const asks = askersFor(round, input.viewer.personId, nomination, scene.date).some((one) => one.bodyId === bodyId);
  if (!asks) return noForm(scene.language, { name: 'NoMandate' });
  const forMore = kind === 'more';
  const title = scene.numbered(nomination);
  return formOf({
    language: scene.language,
    title: forMore ? t.question.askForMoreTitle : t.question.askTitle,
    fault: input.fault,
    lead: [forMore ? t.question.askForMoreLead(title) : t.question.askLead(title)],
    inputs: [
      ...textInput(t, {
        id: 'text',
        label: forMore ? t.question.askMoreText : t.question.askText,
        value: input.text,
        multiline: true,
        required: true,
        max: 4_000,
      }),
      ...dateInput(t, { id: 'date', label: t.question.askDate, required: true, value: input.date }),
    ],
    notes: [t.question.askAs(scene.body(bodyId)), t.common.textIsRecorded],
    actions: [
      submit(
        input.surface,
        t.common.send,
        'question.ask',
        { roundId: round.id, taskId, nominationId, bodyId, questionId, kind },
        { style: 'primary' },
      ),
    ],
  });
}

export function answerForm(input: AnswerFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, f, round } = scene;
  const question = round.matters.questions.asked[input.questionId];
  const nomination = question === undefined ? undefined : round.nominations[question.nominationId];
  if (question === undefined || nomination === undefined) return noForm(scene.language, { name: 'UnknownQuestion' });
  return formOf({
    language: scene.language,
    title: t.question.answerTitle,
    eyebrow: scene.numbered(nomination),
    fault: input.fault,
    lead: [...questionLines(scene, { ...question, answer: null }), t.question.answerBy(f.moment(question.deadlineAt))],
    inputs: textInput(t, {
      id: 'text',
      label: t.question.answerText,
      value: input.text,
      multiline: true,
      required: true,
      max: 4_000,
    }),
    notes: [t.question.answerNote, t.common.noPatientData],
    actions: [
      submit(
        input.surface,
        t.common.send,
        'question.answer',
        { roundId: round.id, questionId: question.id },
        { style: 'primary' },
      ),
    ],
  });
}

/** To whoever asked, once there is an answer. */
export function answeredCard(input: AnsweredInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const question = round.matters.questions.asked[input.questionId];
  const nomination = question === undefined ? undefined : round.nominations[question.nominationId];
  if (question === undefined || nomination === undefined) return plainCard(scene, t.faults.UnknownQuestion);
  const ids = { roundId: round.id, nominationId: nomination.id };
  const data = {
    eyebrow: [scene.eyebrow(question.taskId)],
    title: t.question.noticeTitle,
    lead: [scene.numbered(nomination)],
    facts: [],
    text: questionLines(scene, question),
    notes: [],
    buttons: buttons(
      ...present(
        execute(t.common.readNomination, 'nomination.show', { ...ids, taskId: question.taskId }),
        openDialog(t.question.ask, 'question.open', {
          ...ids,
          taskId: question.taskId,
          bodyId: question.bodyId,
          kind: 'question',
        }),
      ),
    ),
  };
  return render('letter', data, {
    language: scene.language,
    summary: `${t.question.noticeTitle}: ${scene.titleLabel(nomination)}`,
  });
}
