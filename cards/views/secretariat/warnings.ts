// What to look at before a round starts, a line for each kind with all it concerns: twenty warnings are six lines.
// Forbids nothing and finds nothing: the rules found them (round/plan-warnings.ts).
import type { BodyId, TaskId } from '../../../services/process/ids';
import type { OrganisationState } from '../../../services/process/organisation/state';
import type { SetupWarning } from '../../../services/process/round/plan-warnings';
import { escapeMarkdown } from '../../escape';
import type { SetupDraft } from '../../inputs/setup';
import { bodyName } from '../scene';
import type { Setting } from '../scene';

type Lack = Exclude<SetupWarning['name'], 'Succession' | 'MandateEnds'>;
type Named<Name extends SetupWarning['name']> = Extract<SetupWarning, { readonly name: Name }>;

const lacks: readonly Lack[] = ['NoSeats', 'NoChair', 'NoContact', 'NoChannel'];

export function warningLines(
  setting: Setting,
  setup: SetupDraft,
  { bodies }: OrganisationState,
  warnings: readonly SetupWarning[],
): readonly string[] {
  const body = (id: BodyId) => escapeMarkdown(bodyName(setting, bodies, id));
  const tasks = (of: readonly { readonly taskId: TaskId }[]) =>
    setting.f.list(of.map(({ taskId }) => plannedTitle(setting, setup, taskId)));
  const words = setting.t.setup.warning;
  const successions = alike(named(warnings, 'Succession'), (one) => `${one.bodyId} ${one.successor}`);
  const endings = alike(named(warnings, 'MandateEnds'), (one) => `${one.bodyId} ${one.lastDay}`);
  return [
    ...successions.flatMap(([first, all]) => words.Succession(body(first.bodyId), body(first.successor), tasks(all))),
    ...endings.flatMap(([first, all]) =>
      words.MandateEnds(body(first.bodyId), setting.f.date(first.lastDay), tasks(all)),
    ),
    ...lacks.flatMap((name) => {
      const lacking = warnings.flatMap((warning) => (warning.name === name ? [body(warning.bodyId)] : []));
      return lacking.length === 0 ? [] : [words[name](setting.f.list(lacking))];
    }),
  ];
}

export function plannedTitle(setting: Setting, { definition }: SetupDraft, taskId: TaskId): string {
  const task = definition.steps.flatMap((step) => step.tasks).find(({ id }) => id === taskId);
  return task === undefined ? setting.t.common.unknownTask : setting.say(task.title);
}

function named<Name extends SetupWarning['name']>(
  warnings: readonly SetupWarning[],
  name: Name,
): readonly Named<Name>[] {
  return warnings.filter((warning): warning is Named<Name> => warning.name === name);
}

/** Those alike together, each group with its first: a warning per task becomes one line that names the tasks. */
function alike<Warning>(
  warnings: readonly Warning[],
  keyOf: (warning: Warning) => string,
): readonly (readonly [Warning, readonly Warning[]])[] {
  const groups = new Map<string, [Warning, Warning[]]>();
  for (const warning of warnings) {
    const key = keyOf(warning);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [warning, [warning]]);
    else group[1].push(warning);
  }
  return [...groups.values()];
}
