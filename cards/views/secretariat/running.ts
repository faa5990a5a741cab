// A running round for its secretariat: where it stands, who is missing, and the forms that move a deadline, close, pause.
// Names who is missing here only: the secretariat writes to people; channels and chairs get counts (CARDS.md §5).
import type { TaskDefinition } from '../../../services/process/definition/schema';
import type { PersonId } from '../../../services/process/ids';
import { isSecretariat, taskDefinition } from '../../../services/process/round/queries';
import { execute, openDialog, submit } from '../../card';
import type { Card, DialogContent, Element } from '../../card';
import { inline } from '../../escape';
import type {
  DeadlineFormInput,
  MissingInput,
  RoundCardInput,
  RoundFormInput,
  TaskFormInput,
} from '../../inputs/setup';
import { render } from '../../render';
import type { Row } from '../../templates';
import { buttons, listOf, paged, pageNote, pager, present } from '../blocks';
import { formOf, noForm } from '../forms/form';
import { dateInput, textInput, timeInput } from '../forms/inputs';
import { plainCard } from '../plain';
import { caps, ownScene, taskTitle } from '../scene';
import type { Scene } from '../scene';
import { seatBody, taskOf } from '../seats';
import { successionLines } from '../shared/succession';
import { deadlineLine, roundLines } from '../status';

const TASKS_PER_PAGE = 6;
const PEOPLE_PER_PAGE = 10;
/** The newest changes of the organisation; what is older is in the record, and a phone's screen is short. */
const SUCCESSIONS_MAX = 6;

export function roundCard(input: RoundCardInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const open = Object.values(round.tasks).filter(({ status }) => status === 'open');
  const list = paged(open, input.page, TASKS_PER_PAGE);
  const secretariat = isSecretariat(round, input.viewer.personId, scene.date);
  const turn = (page: number, title: string): Element => execute(title, 'round.show', { roundId: round.id, page });
  const data = {
    eyebrow: [scene.say(round.definition.title)],
    title: inline(round.name, caps.label),
    lead: [...roundLines(scene), ...(open.length === 0 ? [t.admin.noOpenTasks] : [])],
    rows: list.items.map((task) => taskRow(scene, input, task.id, secretariat)),
    notes: [
      ...pageNote(t, list),
      ...(secretariat ? successionLines(scene).slice(-SUCCESSIONS_MAX) : []),
      ...(secretariat ? [t.admin.advanceHelp] : []),
      ...(input.head === null ? [] : [t.common.recordNumber(input.head.seq), t.common.recordHash(input.head.hash)]),
    ],
    buttons: buttons(...pager(t, list, turn), ...(secretariat ? roundActions(scene) : [])),
  };
  return render('list', listOf(data), {
    language: scene.language,
    summary: scene.label({ da: round.name, en: round.name }),
  });
}

function roundActions({ t, round }: Scene): readonly (Element | false)[] {
  const ids = { roundId: round.id };
  return [
    round.status === 'running' && execute(t.admin.advance, 'round.advance', ids),
    round.status === 'running' && openDialog(t.admin.pause, 'round.pause.open', ids),
    round.matters.notes.length > 0 && execute(t.beside.notesTitle, 'notes.show', ids),
    round.status === 'paused' && execute(t.admin.resume, 'round.resume', ids, { style: 'primary' }),
    execute(t.meeting.listTitle, 'meetings.show', ids),
    execute(t.override.listTitle, 'overrides.show', ids),
  ];
}

function taskRow(scene: Scene, input: RoundCardInput, taskId: MissingInput['taskId'], secretariat: boolean): Row {
  const { t, round } = scene;
  const task = round.tasks[taskId];
  const entries = input.outstanding.find((one) => one.taskId === taskId)?.entries ?? [];
  const people = new Set<PersonId>(entries.map(({ personId }) => personId)).size;
  const ids = { roundId: round.id, taskId };
  // Nothing is outstanding in a paused round, so nothing is said of who is left.
  const isRunning = round.status === 'running';
  return {
    title: taskTitle(scene, taskId),
    lines: present(task && deadlineLine(scene, task), isRunning && t.admin.leftOf(people)),
    buttons: buttons(
      secretariat && people > 0
        ? execute(t.admin.missing, 'round.missing', ids)
        : execute(t.admin.showTask, 'task.show', ids),
      secretariat && isRunning && openDialog(t.admin.extend, 'deadline.open', ids),
    ),
  };
}

/** Answers given outside Teams can be entered, but never a secret one. */
function canBeEntered(definition: TaskDefinition): boolean {
  return 'visibility' in definition && definition.visibility !== 'secret';
}

export function missingCard(input: MissingInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  if (of === null) return plainCard(scene, t.faults.UnknownTask);
  const list = paged(input.entries, input.page, PEOPLE_PER_PAGE);
  const ids = { roundId: round.id, taskId: input.taskId };
  const turn = (page: number, title: string): Element => execute(title, 'round.missing', { ...ids, page });
  const data = {
    eyebrow: [taskTitle(scene, input.taskId)],
    title: t.admin.missingTitle,
    lead: [deadlineLine(scene, of.task), ...(input.entries.length === 0 ? [t.admin.missingNone] : [])],
    rows: list.items.map((entry): Row => {
      const mandate = entry.mandateId === null ? undefined : round.electorate.mandates[entry.mandateId];
      const body = scene.body(mandate === undefined ? entry.bodyId : seatBody(mandate));
      return {
        title: t.admin.missingPerson(scene.person(entry.personId), body),
        lines: entry.total > 1 ? [t.admin.missingLeft(entry.left, entry.total)] : [],
        buttons: buttons(
          entry.wanted === 'ballot' &&
            mandate !== undefined &&
            canBeEntered(of.definition) &&
            openDialog(t.deciding.enter, 'ballot.enter.open', { ...ids, mandateId: mandate.id }),
        ),
      };
    }),
    notes: pageNote(t, list),
    buttons: buttons(
      ...pager(t, list, turn),
      openDialog(t.task.extend, 'deadline.open', ids),
      openDialog(t.task.closeTask, 'task.close.open', ids),
      execute(t.common.back, 'round.show', { roundId: round.id }),
    ),
  };
  return render('list', listOf(data), { language: scene.language, summary: t.admin.missingTitle });
}

export function deadlineForm(input: DeadlineFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, f, round } = scene;
  const task = round.tasks[input.taskId];
  if (task === undefined) return noForm(scene.language, { name: 'UnknownTask' });
  const hour = round.definition.calendar.deadlineHour;
  return formOf({
    language: scene.language,
    title: t.admin.deadlineTitle,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: task.deadlineAt === null ? [] : [t.admin.deadlineNow(f.moment(task.deadlineAt))],
    inputs: [
      ...dateInput(t, { id: 'date', label: t.admin.deadlineDate, required: true, value: input.date ?? '' }),
      ...timeInput(t, {
        id: 'time',
        label: t.admin.deadlineTime,
        value: input.time ?? '',
        help: t.admin.deadlineTimeHelp(scene.language === 'da' ? hour.replace(':', '.') : hour),
      }),
      ...textInput(t, {
        id: 'reason',
        label: t.admin.deadlineReason,
        value: input.reason,
        multiline: true,
        help: t.admin.deadlineReasonHelp,
        max: 2_000,
      }),
    ],
    notes: [t.admin.deadlineNote],
    actions: [
      submit(
        input.surface,
        t.admin.extend,
        'deadline.extend',
        { roundId: round.id, taskId: input.taskId },
        { style: 'primary' },
      ),
    ],
  });
}

export function closeTaskForm(input: TaskFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  if (taskDefinition(round, input.taskId) === undefined) return noForm(scene.language, { name: 'UnknownTask' });
  return formOf({
    language: scene.language,
    title: t.admin.closeTitle,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: [t.admin.closeLead],
    inputs: textInput(t, {
      id: 'reason',
      label: t.admin.closeReason,
      required: true,
      multiline: true,
      max: 2_000,
    }),
    notes: [t.common.reasonIsRecorded],
    actions: [
      submit(
        input.surface,
        t.task.closeTask,
        'task.close',
        { roundId: round.id, taskId: input.taskId },
        { style: 'destructive' },
      ),
    ],
  });
}

export function pauseRoundForm(input: RoundFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  return formOf({
    language: scene.language,
    title: t.admin.pauseTitle,
    eyebrow: inline(round.name, caps.label),
    fault: input.fault,
    lead: [t.admin.pauseLead],
    inputs: textInput(t, { id: 'reason', label: t.admin.pauseReason, multiline: true, max: 2_000 }),
    actions: [submit(input.surface, t.admin.pause, 'round.pause', { roundId: round.id }, { style: 'primary' })],
  });
}
