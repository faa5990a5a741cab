// Gathering the selected nominations into groups: names first, then each nomination's group, then the proposal.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { GroupingDraft } from '../../cards/inputs/round';
import type { VerbData } from '../../cards/verbs';
import type { FieldId, GroupId, NominationId, RoundId, TaskId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import type { Group } from '../../services/process/round/state';
import { act, reasonTexts, required } from './act';
import type { Answer } from './answer';
import { draftKinds, keep } from './drafts';
import { ask, fault, inRound, said } from './say';
import { ownTask } from './tasks';
import type { Standing, Turn } from './turn';
import { looking, viewerOf } from './turn';

type Where = { readonly roundId: RoundId; readonly taskId: TaskId };

/** More groups than this are no grouping. */
const groupsMax = 60;

export async function groupingOpen(turn: Turn, data: VerbData<'grouping.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    namesForm(turn, standing, data, await draftOf(turn, standing, data), null),
  );
}

/** One name on each line. A group keeps its nominations when its line keeps its name. */
export async function groupingNames(turn: Turn, data: VerbData<'grouping.names'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const before = await draftOf(turn, standing, data);
    const names = [
      ...new Set(
        (data.names ?? '')
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      ),
    ];
    if (names.length === 0 || names.length > groupsMax)
      return namesForm(turn, standing, data, before, { name: 'MissingField' });
    const groups = names.map(
      (name) =>
        before.groups.find((group) => group.name === name) ?? {
          key: turn.parts.newId(`group/${data.roundId}/${data.taskId}/${name}`),
          name,
        },
    );
    const keys = new Set(groups.map((group) => group.key));
    const assigned = Object.fromEntries(Object.entries(before.assigned).filter(([, key]) => keys.has(key)));
    await keepDraft(turn, data, { groups, assigned });
    return page(turn, standing, data, { groups, assigned }, 0, null);
  });
}

export async function groupingPageOpen(turn: Turn, data: VerbData<'grouping.page.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    page(turn, standing, data, await draftOf(turn, standing, data), data.page, null),
  );
}

export async function groupingSave(turn: Turn, data: VerbData<'grouping.save'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const before = await draftOf(turn, standing, data);
    const draft = { ...before, assigned: { ...before.assigned, ...data.groups } };
    await keepDraft(turn, data, draft);
    switch (data.go) {
      case 'next':
        return page(turn, standing, data, draft, data.page + 1, null);
      case 'back':
        return data.page === 0
          ? namesForm(turn, standing, data, draft, null)
          : page(turn, standing, data, draft, data.page - 1, null);
      case 'close':
        return said(turn, 'saved');
      case 'finish':
        return review(turn, standing, data, draft, null);
    }
  });
}

export async function groupingPropose(turn: Turn, data: VerbData<'grouping.propose'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const draft = await draftOf(turn, standing, data);
    const used = draft.groups.filter((group) => Object.values(draft.assigned).includes(group.key));
    const acted = await act(turn, standing, {
      subject: data.taskId,
      basis: data.basis,
      texts: Object.fromEntries(used.map((group) => [group.key, group.name])),
      command: (texts) => ({
        type: 'ProposeGroups',
        taskId: data.taskId,
        basis: data.basis,
        groups: used.map((group): Group => ({
          id: as<GroupId>(group.key),
          texts: required(texts),
          nominationIds: membersOf(draft, group.key),
        })),
      }),
    });
    if (!acted.ok) return review(turn, acted.standing, data, draft, acted.fault);
    await turn.parts.drafts.remove(draftId(data));
    return said(turn, 'groupsProposed');
  });
}

export async function groupingConfirm(turn: Turn, data: VerbData<'grouping.confirm'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const acted = await act(turn, standing, {
      subject: data.taskId,
      basis: data.basis,
      texts: null,
      command: () => ({ type: 'ConfirmGroups', taskId: data.taskId, basis: data.basis }),
    });
    return acted.ok ? said(turn, 'groupsConfirmed') : fault(turn, acted.fault);
  });
}

/** What was kept of a proposal goes with it: the next form begins from what stands then. */
export async function groupingUndo(turn: Turn, data: VerbData<'grouping.undo'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const acted = await act(turn, standing, {
      subject: data.taskId,
      basis: data.basis,
      texts: null,
      command: () => ({ type: 'UndoGroups', taskId: data.taskId, basis: data.basis }),
    });
    if (!acted.ok) return fault(turn, acted.fault);
    await turn.parts.drafts.remove(draftId(data));
    return ownTask(turn, acted.standing, data.taskId);
  });
}

export async function groupingReturnOpen(turn: Turn, data: VerbData<'grouping.return.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => returnForm(turn, standing, data, '', null));
}

export async function groupingReturn(turn: Turn, data: VerbData<'grouping.return'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const acted = await act(turn, standing, {
      subject: data.taskId,
      basis: data.basis,
      texts: reasonTexts(data.reason),
      command: (texts) => ({ type: 'ReturnGroups', taskId: data.taskId, basis: data.basis, texts: required(texts) }),
    });
    if (!acted.ok) return returnForm(turn, acted.standing, data, data.reason ?? '', acted.fault);
    return said(turn, 'groupsReturned');
  });
}

async function returnForm(
  turn: Turn,
  standing: Standing,
  data: VerbData<'grouping.return.open'>,
  reason: string,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.returnGroupsForm({ ...form(turn, standing, data, wrong), look, basis: data.basis, reason }),
  );
}

function membersOf(draft: GroupingDraft, key: string): readonly NominationId[] {
  return Object.entries(draft.assigned).flatMap(([id, group]) => (group === key ? [as<NominationId>(id)] : []));
}

async function namesForm(
  turn: Turn,
  standing: Standing,
  where: Where,
  draft: GroupingDraft,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) => cards.groupNamesForm({ ...form(turn, standing, where, wrong), look, draft }));
}

async function page(
  turn: Turn,
  standing: Standing,
  where: Where,
  draft: GroupingDraft,
  at: number,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.groupingForm({ ...form(turn, standing, where, wrong), look, draft, page: at }),
  );
}

async function review(
  turn: Turn,
  standing: Standing,
  where: Where,
  draft: GroupingDraft,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) => cards.groupingReview({ ...form(turn, standing, where, wrong), look, draft }));
}

function form(turn: Turn, standing: Standing, where: Where, wrong: Fault | null) {
  return { round: standing.round, viewer: viewerOf(turn), surface: turn.surface, fault: wrong, taskId: where.taskId };
}

/** What was begun, else what is proposed already, so that it can be changed. */
async function draftOf(turn: Turn, standing: Standing, where: Where): Promise<GroupingDraft> {
  const stored = await turn.parts.drafts.read(draftId(where));
  if (stored !== null) return stored.data as GroupingDraft;
  const work = standing.round.tasks[where.taskId]?.work;
  const proposed = work?.family === 'groups' ? work.proposed : [];
  return looking(turn, standing.calendar, (look) => ({
    groups: proposed.map((group) => ({ key: group.id, name: look.texts(group.texts)?.[as<FieldId>(group.id)] ?? '' })),
    assigned: Object.fromEntries(proposed.flatMap((group) => group.nominationIds.map((id) => [id, group.id]))),
  }));
}

async function keepDraft(turn: Turn, where: Where, data: GroupingDraft): Promise<void> {
  await keep(turn, {
    id: draftId(where),
    kind: draftKinds.grouping,
    subject: `${where.roundId}/${where.taskId}`,
    data,
  });
}

function draftId(where: Where): string {
  return `grouping/${where.roundId}/${where.taskId}`;
}
