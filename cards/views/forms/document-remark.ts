// The form of a remark on the newest version of a document: on one chapter, or on the whole.
import type { GroupId } from '../../../services/process/ids';
import { submit } from '../../card';
import type { DialogContent } from '../../card';
import { plain } from '../../escape';
import type { DocumentRemarkInput } from '../../inputs/round';
import { groupName } from '../lists/products';
import { whereOf, worksFor } from '../own/part';
import { caps, ownScene, taskTitle } from '../scene';
import { taskOf } from '../seats';
import { newestVersion } from '../shared/products';
import { ofKind } from '../shared/pieces';
import { formOf, noForm } from './form';
import { choiceInput, textInput } from './inputs';

export function documentRemarkForm(input: DocumentRemarkInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  const document = of === null ? null : ofKind(of, 'document');
  const newest = document === null ? null : newestVersion(document.task);
  if (of === null || document === null) return noForm(scene.language, { name: 'UnknownTask' });
  if (newest === null) return noForm(scene.language, { name: 'DocumentMissing' });
  const { bodies: authors, agreedBy, chapters } = document.definition;
  const own = worksFor(whereOf(scene, of), input.viewer.personId, [...authors, ...agreedBy]);
  const bodies = input.bodyId === null ? own : own.filter((id) => id === input.bodyId);
  const groups = chapters === 'group' ? (Object.keys(round.groups) as GroupId[]) : [];
  const data = {
    roundId: round.id,
    taskId: input.taskId,
    version: newest.version,
    ...(bodies.length === 1 ? { bodyId: bodies[0] } : {}),
  };
  return formOf({
    language: scene.language,
    title: t.after.remarkOnDocument,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: [t.after.documentRemarkLead(newest.version)],
    inputs: [
      ...(bodies.length > 1
        ? choiceInput(t, {
            id: 'bodyId',
            label: t.assessment.remarkOnBehalf,
            required: true,
            options: bodies.map((id) => ({ title: scene.bodyLabel(id), value: id })),
          })
        : []),
      ...(groups.length > 0
        ? choiceInput(t, {
            id: 'chapter',
            label: t.after.documentRemarkAbout,
            folded: true,
            value: input.chapter,
            placeholder: t.after.documentRemarkWhole,
            options: groups.map((id) => ({
              title: plain(groupName(scene, round.groups[id]).replaceAll('\\', ''), caps.label),
              value: id,
            })),
          })
        : []),
      ...textInput(t, {
        id: 'text',
        label: t.common.remark,
        value: input.text,
        multiline: true,
        required: true,
        max: 4_000,
      }),
    ],
    notes: [t.common.textIsRecorded],
    actions: [submit(input.surface, t.common.send, 'document.remark', data, { style: 'primary' })],
  });
}
