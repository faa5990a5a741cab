// Whether the parts of a definition fit together: everything a schema cannot see. Each check finds all of its faults, so
// that whoever wrote the file can mend it in one go.
import { checkBodies } from './checks/bodies';
import { checkCalendar, checkReminders } from './checks/calendar';
import { checkedOf, type Check } from './checks/check';
import { checkFlow } from './checks/flow';
import { checkForm, checkScale } from './checks/form';
import { checkTasks } from './checks/tasks';
import type { Fault } from './faults';
import type { Definition } from './schema';

const checks: readonly Check[] = [
  checkBodies,
  checkCalendar,
  checkReminders,
  checkForm,
  checkScale,
  checkFlow,
  checkTasks,
];

/** All faults of a definition whose shape is right; none when a round can be run by it (docs/definitions.md). */
export function checkDefinition(definition: Definition): readonly Fault[] {
  const checked = checkedOf(definition);
  return checks.flatMap((check) => check(checked));
}
