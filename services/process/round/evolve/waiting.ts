// A task that has not had its turn yet. The one place that says what stands in it then.
import type { TaskDefinition } from '../../definition/schema';
import { rulesOf } from '../kinds';
import type { Task } from '../state';

export function waiting(definition: TaskDefinition): Task {
  return {
    id: definition.id,
    kind: definition.kind,
    status: 'waiting',
    openedAt: null,
    deadlineAt: null,
    deadlineRevision: 0,
    deadlineSetAt: null,
    closedAt: null,
    result: null,
    standIns: {},
    work: rulesOf(definition.kind).begin(definition),
  };
}
