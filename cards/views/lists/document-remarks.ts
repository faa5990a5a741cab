// The remarks on a document, newest version first: on which chapter, by whom, in whose name.
import type { DocumentRemark } from '../../../services/process/round/state';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import { remarksOn } from '../shared/products';
import type { Rows } from './list-card';
import { groupName } from './products';

export function documentRemarkRows(scene: Scene, { task }: TaskOf): Rows {
  return {
    title: scene.t.after.documentRemarksTitle,
    lead: [],
    rows: remarksOn(task)
      .toSorted((one, other) => other.version - one.version)
      .map((remark) => () => remarkRow(scene, remark)),
  };
}

function remarkRow(scene: Scene, { version, bodyId, groupId, texts, at }: DocumentRemark) {
  const { t, f, round } = scene;
  return {
    title: groupId === null ? t.after.documentRemarkWhole : groupName(scene, round.groups[groupId]),
    lines: [
      scene.text(texts, 'remark') ?? t.common.erased,
      t.after.documentRemarkBy(version, scene.body(bodyId), f.day(at)),
    ],
    buttons: [],
  };
}
