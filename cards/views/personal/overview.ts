// The personal overviews: help, tasks, status, nominations, language. Everything a person can ask for by a word or a button.
import { followersOf } from '../../../services/process/round/matters/following';
import { isLateNomination, taskTaking } from '../../../services/process/round/carrying';
import { graceUntil, isInGrace, isTakenAt } from '../../../services/process/round/matters/grace/state';
import { outstandingFor } from '../../../services/process/round/outstanding';
import type { RoundState } from '../../../services/process/round/state';
import type { NominationId, TaskId } from '../../../services/process/ids';
import type { Language } from '../../../services/process/words';
import { execute, openDialog } from '../../card';
import type { Card, Element } from '../../card';
import { inline, plain } from '../../escape';
import type { HelpInput, MyNominationsInput, StatusInput, TasksInput } from '../../inputs/personal';
import type { DraftView } from '../../inputs/round';
import { render } from '../../render';
import type { Row, Section } from '../../templates';
import { textsOf } from '../../texts';
import type { Section as HandbookSection } from '../../verbs';
import { buttons, listOf, paged, pageNote, pageOf, pager, present, section } from '../blocks';
import { statusWord } from '../nomination-status';
import { caps, sceneOf, settingOf } from '../scene';
import type { Scene } from '../scene';
import { taskState } from '../shared/notices';
import { waitingLine } from '../waiting';

const ROWS_PER_PAGE = 8;

const handbook = (title: string, name: HandbookSection): Element => execute(title, 'handbook.show', { section: name });
const turnTasks = (page: number, title: string): Element => execute(title, 'tasks.show', { page });
const turnNominations = (page: number, title: string): Element => execute(title, 'nominations.show', { page });

export function helpCard({ language, notUnderstood, secretariat }: HelpInput): Card {
  const t = textsOf(language);
  const { command } = t.personal;
  const data = {
    eyebrow: [],
    title: notUnderstood ? t.personal.notUnderstood : t.personal.helpTitle,
    lead: [notUnderstood ? t.personal.notUnderstoodLead : t.personal.helpLead],
    sections: [
      section({
        buttons: buttons(
          execute(command.tasks, 'tasks.show', {}, { style: 'primary' }),
          execute(command.nominations, 'nominations.show', {}),
          execute(command.status, 'status.show', {}),
          execute(command.language, 'language.show', {}),
        ),
      }),
      section({
        buttons: buttons(
          handbook(command.principles, 'principles'),
          handbook(command.patientGroups, 'patientGroups'),
          execute(command.bodies, 'bodies.show', {}),
          handbook(command.forms, 'forms'),
          handbook(command.guides, 'guides'),
          handbook(command.news, 'news'),
        ),
      }),
      ...(secretariat
        ? [
            section({
              heading: [t.personal.secretariat],
              buttons: buttons(
                execute(command.setup, 'setup.show', {}),
                execute(command.rounds, 'status.show', {}),
                execute(command.bodies, 'bodies.show', {}),
              ),
            }),
          ]
        : []),
    ],
    notes: [],
    buttons: [],
  };
  return render('page', pageOf(data), { language, summary: data.title });
}

/** "Mine opgaver": everything that waits, over all rounds, soonest first as it is given. */
export function tasksCard({ viewer, look, waiting, page }: TasksInput): Card {
  const t = textsOf(viewer.language);
  const list = paged(waiting, page, ROWS_PER_PAGE);
  const several = new Set(waiting.map(({ round }) => round.id)).size > 1;
  const data = {
    eyebrow: [],
    title: t.personal.tasksTitle(waiting.length),
    lead: waiting.length === 0 ? [t.personal.tasksNone] : [],
    rows: list.items.map((one): Row => {
      const { title, lines, button } = waitingLine(one, viewer.language, look, several);
      return { title, lines, buttons: buttons(button) };
    }),
    notes: pageNote(t, list),
    buttons: buttons(...pager(t, list, turnTasks), execute(t.personal.command.status, 'status.show', {})),
  };
  return render('list', listOf(data), { language: viewer.language, summary: data.title });
}

export function statusCard({ viewer, look, rounds }: StatusInput): Card {
  const t = textsOf(viewer.language);
  const data = {
    eyebrow: [],
    title: t.personal.statusTitle,
    lead: rounds.length === 0 ? [t.personal.statusNone] : [],
    // The newest round first; older ones stand below, and a card holds no more than this.
    sections: rounds
      .slice(-4)
      .toReversed()
      .map((round) => {
        const scene = sceneOf({ round, language: viewer.language, look });
        return roundSection(scene, round, viewer.personId);
      }),
    notes: [],
    buttons: buttons(execute(t.personal.command.tasks, 'tasks.show', {})),
  };
  return render('page', pageOf(data), { language: viewer.language, summary: t.personal.statusTitle });
}

function roundSection(scene: Scene, round: RoundState, personId: StatusInput['viewer']['personId']): Section {
  const { t } = scene;
  const open = round.definition.steps.flatMap((step) =>
    step.tasks.filter(({ id }) => round.tasks[id]?.status === 'open'),
  );
  const waiting = outstandingFor(round, personId, scene.date).length;
  const stands = round.definition.steps.flatMap((step, index) =>
    step.tasks.some((task) => open.includes(task)) ? [t.personal.statusStep(index + 1, scene.say(step.title))] : [],
  );
  const state = { running: t.personal.statusRunning, paused: t.personal.statusPaused, closed: t.personal.statusClosed };
  return section({
    heading: [inline(round.name, caps.label)],
    lines: [
      [state[round.status], ...stands].join(' · '),
      ...open.map((task) => t.task.stepTask(scene.say(task.title), taskState(scene, task))),
    ],
    notes: waiting > 0 ? [t.personal.statusYours(waiting)] : [],
    buttons: buttons(
      ...open
        .slice(0, 4)
        .map((task) => execute(scene.label(task.title), 'task.show', { roundId: round.id, taskId: task.id })),
      execute(t.common.details, 'round.show', { roundId: round.id }),
    ),
  });
}

/** "Mine indstillinger": drafts first, then what was sent, in plain states (CARDS.md §1). */
export function myNominationsCard(input: MyNominationsInput): Card {
  const { viewer, rounds, drafts, page } = input;
  const t = textsOf(viewer.language);
  const rows = [
    ...drafts.map((draft) => draftRow(input, draft)),
    ...rounds.toReversed().flatMap((round) => sentRows(input, round)),
  ];
  const list = paged(rows, page, ROWS_PER_PAGE);
  const data = {
    eyebrow: [],
    title: t.personal.nominationsTitle,
    lead: rows.length === 0 ? [t.personal.nominationsNone] : [],
    rows: list.items.map((row) => row()),
    notes: pageNote(t, list),
    buttons: buttons(...pager(t, list, turnNominations)),
  };
  return render('list', listOf(data), { language: viewer.language, summary: t.personal.nominationsTitle });
}

function draftRow(input: MyNominationsInput, draft: MyNominationsInput['drafts'][number]): () => Row {
  return () => {
    const { viewer, look } = input;
    const scene = sceneOf({ round: draft.round, language: viewer.language, look });
    const { t } = scene;
    const ids = { roundId: draft.round.id, taskId: draft.taskId, nominationId: draft.nominationId };
    const isTaken = isTakenNow(scene, draft);
    const isOwn = draft.owner === null;
    return {
      title: inline(draft.title, caps.title) || t.common.untitled,
      lines: present(
        t.nomination.draftShort(draft.filled, draft.total),
        sharedLine(scene, draft),
        scene.eyebrow(draft.taskId),
        timeLine(scene, draft),
      ),
      buttons: buttons(
        isTaken && openDialog(t.common.continue, 'nomination.open', ids),
        !isTaken && carryAction(input, draft.round, draft.nominationId),
        isTaken && isOwn && openDialog(t.draft.share, 'nomination.share.open', ids),
        isOwn && openDialog(t.nomination.discard, 'nomination.discard.open', ids),
        !isOwn && execute(t.draft.leave, 'nomination.leave', ids),
      ),
    };
  };
}

/** A sent nomination's changes may be gone on with as long as it stands; a draft while it can be sent. */
function isTakenNow({ round, look }: Scene, { taskId, nominationId, begunAt }: Begun): boolean {
  const task = round.tasks[taskId];
  const isSent = round.nominations[nominationId] !== undefined;
  return task !== undefined && (isSent ? task.status === 'open' : isTakenAt(round, task, look.now, begunAt));
}

type Begun = DraftView & { readonly taskId: TaskId };

/** After the deadline: until when it can be sent, or that it cannot any more. */
function timeLine(scene: Scene, draft: Begun): string | null {
  const { t, f, round, look } = scene;
  const task = round.tasks[draft.taskId];
  if (task === undefined || !isTakenNow(scene, draft)) return t.draft.over;
  const until = isInGrace(round, task, look.now) ? graceUntil(round, task) : null;
  return until === null ? null : t.draft.graceRuns(f.moment(until));
}

/** "Tag med i Runde 2028", where a later round takes nominations now. */
export function carryAction(
  { viewer, look, rounds }: Pick<MyNominationsInput, 'viewer' | 'look' | 'rounds'>,
  from: RoundState,
  nominationId: NominationId,
): Element | false {
  const { t } = settingOf(viewer.language, look);
  const target = rounds.findLast((round) => round.startsAt > from.startsAt && taskTaking(round, look.now) !== null);
  const taskId = target === undefined ? null : taskTaking(target, look.now);
  if (target === undefined || taskId === null || target.nominations[nominationId] !== undefined) return false;
  const data = { roundId: target.id, taskId, nominationId, from: from.id };
  return execute(t.draft.carry(plain(target.name, caps.label)), 'nomination.carry', data, { style: 'primary' });
}

/** "Delt af …" on another's draft, "Delt med …" on one's own that is shared. */
export function sharedLine(scene: Scene, { owner, sharedWith }: DraftView): string | null {
  const { t, f } = scene;
  if (owner !== null) return t.draft.sharedBy(scene.person(owner));
  return (sharedWith.length > 0 && t.draft.sharedWith(f.list(sharedWith.map((id) => scene.person(id))))) || null;
}

function sentRows(input: MyNominationsInput, round: RoundState): readonly (() => Row)[] {
  const { viewer, look, drafts } = input;
  const scene = sceneOf({ round, language: viewer.language, look });
  const { t } = scene;
  const isCarried = (id: NominationId) =>
    drafts.some((draft) => draft.nominationId === id && draft.round.id !== round.id);
  return Object.values(round.nominations)
    .filter(
      ({ id, nominators }) => nominators.includes(viewer.personId) || followersOf(round, id).includes(viewer.personId),
    )
    .map((nomination) => () => {
      const isLate = isLateNomination(round, nomination) && nomination.nominators.includes(viewer.personId);
      return {
        title: scene.numbered(nomination),
        lines: present(
          t.nomination.statusLine(statusWord(scene, nomination, viewer.personId)),
          inline(round.name, caps.label),
          isLate && !isCarried(nomination.id) && t.draft.late,
        ),
        buttons: buttons(
          execute(t.common.open, 'nomination.show', {
            roundId: round.id,
            nominationId: nomination.id,
            taskId: nomination.taskId,
          }),
          isLate && !isCarried(nomination.id) && carryAction(input, round, nomination.id),
        ),
      };
    });
}

export function languageCard({ language }: { readonly language: Language }): Card {
  const t = textsOf(language);
  const data = {
    eyebrow: [],
    title: t.personal.languageTitle,
    lead: [t.personal.languageLead],
    sections: [],
    notes: [],
    buttons: buttons(
      execute(t.personal.danish, 'language.choose', { language: 'da' }),
      execute(t.personal.english, 'language.choose', { language: 'en' }),
    ),
  };
  return render('page', pageOf(data), { language, summary: t.personal.languageTitle });
}
