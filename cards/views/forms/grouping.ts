// Forms of grouping: the names of the groups, a group for each nomination, and the whole before it is proposed.
// Whether every nomination has one group is the rules' question; the review only counts.
import type { NominationId } from '../../../services/process/ids';
import { groupsBasis } from '../../../services/process/round/kinds/group';
import { nominationsAbout } from '../../../services/process/round/queries';
import type { Nomination } from '../../../services/process/round/state';
import { submit } from '../../card';
import type { DialogContent } from '../../card';
import { inline, plain } from '../../escape';
import type { GroupingFormInput, GroupNamesInput, ReturnGroupsInput } from '../../inputs/round';
import { paged } from '../blocks';
import { caps, ownScene, taskTitle } from '../scene';
import { numberedLabel } from './answers';
import { formOf, noForm, pageActions } from './form';
import { choiceInput, textInput } from './inputs';

/** A choice among all groups on each: six keep sixty groups far below a card's size. */
const GROUPED_PER_PAGE = 6;
export function groupNamesForm(input: GroupNamesInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  return formOf({
    language: scene.language,
    title: t.product.groupNamesTitle,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: [t.product.groupNamesLead],
    inputs: textInput(t, {
      id: 'names',
      label: t.product.groupNames,
      required: true,
      multiline: true,
      value: input.draft.groups.map(({ name }) => name).join('\n'),
      max: 6_000,
    }),
    actions: [
      submit(
        input.surface,
        t.common.next,
        'grouping.names',
        { roundId: round.id, taskId: input.taskId },
        { style: 'primary' },
      ),
    ],
  });
}

function grouped(input: GroupNamesInput): readonly Nomination[] {
  const task = input.round.definition.steps.flatMap(({ tasks }) => tasks).find(({ id }) => id === input.taskId);
  return task?.kind === 'group' ? nominationsAbout(input.round, task.about) : [];
}

export function groupingForm(input: GroupingFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const list = paged(grouped(input), input.page, GROUPED_PER_PAGE);
  const ids = { roundId: round.id, taskId: input.taskId, page: list.page };
  const options = input.draft.groups.map(({ key, name }) => ({ title: plain(name, caps.label), value: key }));
  return formOf({
    language: scene.language,
    title: t.product.groupFormTitle(list.page + 1, list.pages),
    fault: input.fault,
    lead: [t.product.groupFormLead],
    inputs: list.items.flatMap((nomination) =>
      choiceInput(t, {
        id: `group_${nomination.id}`,
        label: numberedLabel(nomination.number, scene.titleLabel(nomination)),
        folded: true,
        value: input.draft.assigned[nomination.id] ?? '',
        placeholder: t.product.groupChoose,
        options,
      }),
    ),
    actions: pageActions(t, input.surface, 'grouping.save', (go) => ({ ...ids, go }), {
      page: list.page,
      pages: list.pages,
      finish: t.common.continue,
      backAlways: true,
    }),
  });
}

/** The groups with their sizes, and who is left over, before they are proposed. */
export function groupingReview(input: GroupNamesInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const task = round.tasks[input.taskId];
  if (task === undefined) return noForm(scene.language, { name: 'UnknownTask' });
  const { groups, assigned } = input.draft;
  const about = grouped(input);
  const isIn = (id: NominationId, key: string) => assigned[id] === key;
  const left = about.filter(({ id }) => !groups.some(({ key }) => isIn(id, key))).length;
  const ids = { roundId: round.id, taskId: input.taskId };
  return formOf({
    language: scene.language,
    title: t.product.groupReviewTitle,
    fault: input.fault,
    lead: [
      ...groups.map(({ key, name }) =>
        t.product.groupSize(inline(name, caps.label), about.filter(({ id }) => isIn(id, key)).length),
      ),
      ...(left > 0 ? [t.product.groupUngrouped(left)] : []),
    ],
    actions: [
      left === 0 &&
        submit(
          input.surface,
          t.product.proposeGroups,
          'grouping.propose',
          { ...ids, basis: groupsBasis(task.work) },
          { style: 'primary' },
        ),
      submit(
        input.surface,
        t.product.assignGroups,
        'grouping.page.open',
        { ...ids, page: 0 },
        left > 0 ? { style: 'primary' } : {},
      ),
      submit(input.surface, t.product.changeNames, 'grouping.open', ids),
    ],
  });
}

/** Back to those who proposed, with what is wanted. */
export function returnGroupsForm(input: ReturnGroupsInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  if (round.tasks[input.taskId] === undefined) return noForm(scene.language, { name: 'UnknownTask' });
  const data = { roundId: round.id, taskId: input.taskId, basis: input.basis };
  return formOf({
    language: scene.language,
    title: t.after.returnGroupsTitle,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: [t.after.returnGroupsLead],
    inputs: textInput(t, {
      id: 'reason',
      label: t.after.returnGroupsReason,
      value: input.reason,
      multiline: true,
      required: true,
      max: 4_000,
    }),
    notes: [t.common.reasonIsRecorded],
    actions: [submit(input.surface, t.after.returnGroups, 'grouping.return', data, { style: 'primary' })],
  });
}
