// Sharing a draft: the form in which its owner names and removes colleagues, and what a colleague is told once.
// Who may open the draft is asked when it is opened, not here.
import { execute, openDialog, submit } from '../../card';
import type { Card, DialogContent } from '../../card';
import { inline } from '../../escape';
import type { DraftSharedInput, ShareFormInput } from '../../inputs/round';
import { render } from '../../render';
import { buttons, pageOf } from '../blocks';
import { caps, ownScene } from '../scene';
import type { Scene } from '../scene';
import { formOf } from './form';
import { choiceInput, peopleInput } from './inputs';

export function shareForm(input: ShareFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const ids = { roundId: round.id, taskId: input.taskId, nominationId: input.nominationId };
  return formOf({
    language: scene.language,
    title: t.draft.shareTitle,
    fault: input.fault,
    lead: [t.draft.shareLead(titled(scene, input.title))],
    inputs: [
      ...peopleInput(t, { id: 'people', label: t.draft.shareWith, several: true }),
      ...(input.sharedWith.length === 0
        ? []
        : choiceInput(t, {
            id: 'stop',
            label: t.draft.stop,
            several: true,
            options: input.sharedWith.map((id) => ({ title: scene.personLabel(id), value: id })),
          })),
    ],
    actions: [
      submit(input.surface, input.sharedWith.length === 0 ? t.draft.shareNow : t.common.save, 'nomination.share', ids, {
        style: 'primary',
      }),
      submit(input.surface, t.common.back, 'nomination.open', ids, { inputs: false }),
    ],
  });
}

/** Once, in the colleague's own chat. */
export function draftSharedCard(input: DraftSharedInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const title = t.draft.noticeTitle(scene.person(input.owner));
  const ids = { roundId: round.id, taskId: input.taskId, nominationId: input.nominationId };
  const data = {
    eyebrow: [scene.eyebrow(input.taskId)],
    title,
    lead: [t.draft.noticeLead(titled(scene, input.title))],
    buttons: buttons(
      openDialog(t.draft.open, 'nomination.open', ids, { style: 'primary' }),
      execute(t.personal.command.nominations, 'nominations.show', {}),
    ),
  };
  return render('page', pageOf(data), {
    language: scene.language,
    summary: t.draft.noticeTitle(scene.personLabel(input.owner)),
  });
}

function titled(scene: Scene, title: string): string {
  return inline(title, caps.title) || scene.t.common.untitled;
}
