// What is sent to one person once: the receipt, the reminder, the decision on a nomination; and the answer "Jeg kan ikke
// nå det". A reminder is never empty, and five lines at most (CARDS.md §5).
import { taskDefinition } from '../../../services/process/round/queries';
import type { Nomination } from '../../../services/process/round/state';
import { execute, openDialog, openUrl, submit } from '../../card';
import type { Card, DialogContent } from '../../card';
import { inline } from '../../escape';
import type { OutcomeInput, ReceiptInput, ReminderInput, UnableInput, Waiting } from '../../inputs/personal';
import { render } from '../../render';
import type { Fact, Row } from '../../templates';
import { textsOf } from '../../texts';
import { buttons, listOf, present } from '../blocks';
import { formOf } from '../forms/form';
import { choiceInput, textInput } from '../forms/inputs';
import { plainCard } from '../plain';
import { informationButton, reasonLine } from '../reasons';
import { caps, ownScene, sceneOf } from '../scene';
import type { Scene } from '../scene';
import { waitingLine } from '../waiting';
import { conclusionLines } from '../lists/professional';
import { groupName } from '../lists/products';
import { outcomeOf } from '../nomination-outcome';

/** What a phone shows without scrolling far; "Vis alle" shows the rest. */
export const reminderLinesMax = 5;

export function reminderCard({ viewer, look, waiting, links }: ReminderInput): Card {
  const t = textsOf(viewer.language);
  const several = new Set(waiting.map(({ round }) => round.id)).size > 1;
  const title = t.personal.tasksTitle(waiting.length);
  const data = {
    eyebrow: [],
    title,
    lead: [],
    rows: waiting.slice(0, reminderLinesMax).map((one, index): Row => {
      const { title: name, lines, button } = waitingLine(one, viewer.language, look, several);
      const link = links[index] ?? null;
      return { title: name, lines, buttons: buttons(button, link !== null && openUrl(t.personal.openInChannel, link)) };
    }),
    notes: [],
    buttons: buttons(
      waiting.length > reminderLinesMax && execute(t.personal.showAll, 'tasks.show', {}),
      execute(t.personal.reminderTomorrow, 'reminder.tomorrow', {}),
      openDialog(t.personal.unable, 'unable.open', {}),
    ),
  };
  return render('list', listOf(data), { language: viewer.language, summary: title });
}

export function unableForm(input: UnableInput): DialogContent {
  const { viewer, waiting } = input;
  const t = textsOf(viewer.language);
  const wishes = [
    { title: t.personal.unableExtension, value: 'extension' },
    { title: t.personal.unableSubstitute, value: 'substitute' },
    { title: t.personal.unableWrite, value: 'write' },
  ];
  const keys = waiting.map((one) => `${one.round.id}/${one.taskId}`);
  return formOf({
    language: viewer.language,
    title: t.personal.unableTitle,
    fault: input.fault,
    inputs: [
      ...choiceInput(t, {
        id: 'task',
        label: t.personal.unableTask,
        required: true,
        value: keys.length === 1 ? keys[0] : '',
        options: waiting
          .filter((one, index) => keys.indexOf(`${one.round.id}/${one.taskId}`) === index)
          .map((one) => ({ title: taskLabel(one, input), value: `${one.round.id}/${one.taskId}` })),
      }),
      ...choiceInput(t, { id: 'wish', label: t.personal.unableWish, required: true, options: wishes }),
      ...textInput(t, {
        id: 'text',
        label: t.personal.unableText,
        multiline: true,
        value: input.text,
        max: 2_000,
      }),
    ],
    actions: [submit(input.surface, t.common.send, 'unable.send', {}, { style: 'primary' })],
  });
}

function taskLabel({ round, taskId }: Waiting, { viewer, look }: UnableInput): string {
  const scene = sceneOf({ round, language: viewer.language, look });
  const definition = taskDefinition(round, taskId);
  return definition === undefined ? scene.t.common.unknownTask : scene.label(definition.title);
}

/** The receipt for a submitted nomination: number, time, and behind it the record's head as an anchor (DESIGN.md §4). */
export function receiptCard(input: ReceiptInput): Card {
  const scene = ownScene(input);
  const { t, f, round } = scene;
  const nomination = round.nominations[input.nominationId];
  if (nomination === undefined) return plainCard(scene, t.faults.UnknownNomination);
  const at = nomination.submittedAt ?? scene.look.now;
  const ids = { roundId: round.id, nominationId: nomination.id, taskId: nomination.taskId };
  const data = {
    eyebrow: [scene.eyebrow(nomination.taskId)],
    title: t.nomination.receiptTitle,
    lead: [t.nomination.receipt(nomination.number ?? '', f.moment(at)), t.nomination.receiptLead],
    facts: nominationFacts(scene, nomination),
    text: [t.nomination.receiptNext],
    notes: [t.common.recordNumber(input.head.seq), t.common.recordHash(input.head.hash), t.common.recordHelp],
    buttons: buttons(execute(t.common.open, 'nomination.show', ids)),
  };
  return render('letter', data, {
    language: scene.language,
    summary: t.nomination.receipt(nomination.number ?? '', f.moment(at)),
  });
}

export function nominationFacts(scene: Scene, nomination: Nomination): readonly Fact[] {
  const { t, f } = scene;
  const bodies = f.list(nomination.onBehalfOf.map((id) => scene.body(id)));
  return present(
    { title: t.nomination.factTitle, value: scene.title(nomination) },
    nomination.number !== null && { title: t.nomination.factNumber, value: nomination.number },
    bodies !== '' && { title: t.nomination.factOnBehalfOf, value: bodies },
  );
}

/** "Meddelelse om beslutning": title, decision, reason, date. */
export function outcomeCard(input: OutcomeInput): Card {
  const scene = ownScene(input);
  const { t, f, round } = scene;
  const nomination = round.nominations[input.nominationId];
  if (nomination === undefined) return plainCard(scene, t.faults.UnknownNomination);
  const outcome = outcomeOf(nomination);
  const advice = nomination.conclusion === null ? [] : conclusionLines(scene, nomination.conclusion);
  const group = nomination.groupId === null ? undefined : round.groups[nomination.groupId];
  const data = {
    // The decision is the round's, whatever step the nomination was made in.
    eyebrow: [inline(round.name, caps.label)],
    title: t.nomination.outcomeTitle,
    lead: [t.nomination.outcome[outcome].sentence],
    facts: [
      ...nominationFacts(scene, nomination),
      { title: t.nomination.factDecision, value: t.nomination.outcome[outcome].word },
      { title: t.nomination.factDate, value: f.weekday(input.at) },
    ],
    text: present(reasonLine(scene, nomination), ...advice, group && t.nomination.group(groupName(scene, group))),
    notes: outcome === 'notSelected' || outcome === 'notQualified' ? [t.nomination.outcomeAgain] : [],
    buttons: buttons(
      execute(t.common.open, 'nomination.show', {
        roundId: round.id,
        nominationId: nomination.id,
        taskId: nomination.taskId,
      }),
      informationButton(scene, nomination, input.viewer.personId),
    ),
  };
  return render('letter', data, {
    language: scene.language,
    summary: `${t.nomination.outcomeTitle}: ${scene.titleLabel(nomination)}`,
  });
}
