// Whether the parts of a scenario fit together, and fit the definition it names: every fault, each with its place.
// Must not judge whether its people behave sensibly: a rehearsal may go wrong on purpose.
import type { PlainDefinition } from './plain-definition';
import { fieldsOf, tasksOf } from './plain-definition';
import type { Scenario } from './schema';

/** All faults in words; empty when there are none. */
export function faultsOf(scenario: Scenario, definition: PlainDefinition | null): readonly string[] {
  return [
    ...repeated(
      'people',
      scenario.people.map(({ key }) => key),
    ),
    ...repeated(
      'nominations',
      scenario.nominations.map(({ key }) => key),
    ),
    ...repeated(
      'bodies',
      scenario.bodies.map(({ body }) => body),
    ),
    ...unknownPeople(scenario),
    ...unknownNominations(scenario),
    ...unknownActs(scenario),
    ...(definition === null ? [] : against(scenario, definition)),
  ];
}

function repeated(where: string, keys: readonly string[]): readonly string[] {
  const twice = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...twice].map((key) => `${where}: "${key}" stands there twice.`);
}

/** Every place where a person is named. */
function unknownPeople(scenario: Scenario): readonly string[] {
  const known = new Set(scenario.people.map(({ key }) => key));
  const named: readonly (readonly [string, string])[] = [
    ['setUpBy', scenario.setUpBy],
    ...scenario.bodies.flatMap(({ members }, at) => members.map((key) => [`bodies.${at}.members`, key] as const)),
    ...scenario.mandates.flatMap(({ person, substitute, preparers }, at) =>
      [person, ...(substitute === undefined ? [] : [substitute]), ...preparers].map(
        (key) => [`mandates.${at}`, key] as const,
      ),
    ),
    ...scenario.nominations.flatMap(({ by, conflicts, judged }, at) => [
      [`nominations.${at}.by`, by] as const,
      ...conflicts.map((conflict) => [`nominations.${at}.conflicts`, conflict.by] as const),
      ...judged.map((one) => [`nominations.${at}.judged`, one.by] as const),
    ]),
    ...scenario.acts.map(({ by }, at) => [`acts.${at}.by`, by] as const),
    ...scenario.expects.flatMap(({ by }, at) => (by === undefined ? [] : [[`expects.${at}.by`, by] as const])),
    ...Object.entries(scenario.answers).flatMap(([task, { by, remarks }]) => [
      ...Object.keys(by).map((key) => [`answers.${task}.by`, key] as const),
      ...remarks.map((remark) => [`answers.${task}.remarks`, remark.by] as const),
    ]),
  ];
  return named.filter(([, key]) => !known.has(key)).map(([where, key]) => `${where}: nobody has the key "${key}".`);
}

/** Every place where a nomination is named. */
function unknownNominations(scenario: Scenario): readonly string[] {
  const known = new Set(scenario.nominations.map(({ key }) => key));
  const named: readonly (readonly [string, string])[] = [
    ...scenario.nominations.flatMap(({ conclusion }, at) =>
      conclusion?.into === undefined ? [] : [[`nominations.${at}.conclusion.into`, conclusion.into] as const],
    ),
    ...Object.entries(scenario.answers).flatMap(([task, { selected, groups, remarks }]) => [
      ...(selected ?? []).map((key) => [`answers.${task}.selected`, key] as const),
      ...(groups ?? []).flatMap((group, at) =>
        group.nominations.map((key) => [`answers.${task}.groups.${at}`, key] as const),
      ),
      ...remarks.flatMap(({ nomination }) =>
        nomination === undefined ? [] : [[`answers.${task}.remarks`, nomination] as const],
      ),
    ]),
  ];
  const strange = named.filter(([, key]) => !known.has(key));
  return strange.map(([where, key]) => `${where}: no nomination has the key "${key}".`);
}

function unknownActs({ acts }: Scenario): readonly string[] {
  const known = new Set(acts.map(({ key }) => key));
  return acts.flatMap(({ after }, at) =>
    after.filter((key) => !known.has(key)).map((key) => `acts.${at}.after: no act has the key "${key}".`),
  );
}

function against(scenario: Scenario, definition: PlainDefinition): readonly string[] {
  const bodies = new Set(definition.bodies.map(({ id }) => id));
  const tasks = new Set(tasksOf(definition).map(({ id }) => id));
  const fields = new Set(fieldsOf(definition).map(({ id }) => id));
  const strangeBodies: readonly (readonly [string, string])[] = [
    ...scenario.bodies.map(({ body }, at) => [`bodies.${at}.body`, body] as const),
    ...scenario.mandates.flatMap(({ body, speaksFor }, at) => [
      [`mandates.${at}.body`, body] as const,
      ...(speaksFor === undefined ? [] : [[`mandates.${at}.speaksFor`, speaksFor] as const]),
    ]),
  ];
  const setUpSeat = scenario.mandates.some(
    ({ body, person }) => body === definition.secretariat && person === scenario.setUpBy,
  );
  return [
    ...(scenario.definition === definition.name
      ? []
      : [`definition: the scenario is for "${scenario.definition}", the definition is "${definition.name}".`]),
    ...strangeBodies
      .filter(([, id]) => !bodies.has(id))
      .map(([where, id]) => `${where}: the definition has no body "${id}".`),
    ...Object.keys(scenario.answers)
      .filter((id) => !tasks.has(id))
      .map((id) => `answers.${id}: the definition has no such task.`),
    ...scenario.acts.flatMap(({ once, steps }, at) =>
      [once, ...steps.flatMap((step) => ('opens' in step ? [step.opens] : []))]
        .filter((id) => !tasks.has(id))
        .map((id) => `acts.${at}: the definition has no task "${id}".`),
    ),
    ...scenario.expects.flatMap(({ task }, at) =>
      task === undefined || tasks.has(task) ? [] : [`expects.${at}: the definition has no task "${task}".`],
    ),
    ...scenario.nominations.flatMap((nomination, at) => [
      ...Object.keys(nomination.fields)
        .filter((id) => !fields.has(id))
        .map((id) => `nominations.${at}.fields: the form has no field "${id}".`),
      ...(nomination.task === undefined || tasks.has(nomination.task)
        ? []
        : [`nominations.${at}.task: the definition has no task "${nomination.task}".`]),
    ]),
    ...(setUpSeat ? [] : [`setUpBy: "${scenario.setUpBy}" holds no mandate in "${definition.secretariat}".`]),
  ];
}
