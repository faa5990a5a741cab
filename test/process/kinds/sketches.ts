// Steps of the kinds that are not ballots, as tests write them: by first name, with only what matters said.
// Every step reads the basis off the state it meets unless it says another: a view that shows what stands.
import type { NominationCommand } from '../../../services/process/round/commands';
import type {
  Conclusion,
  Facts,
  NetworkKey,
  Nomination,
  RoundState,
  Task,
} from '../../../services/process/round/state';
import type { TextsRef } from '../../../services/process/text';
import { as, type GroupId, type MandateId, type RoundId } from '../../../services/process/ids';
import { groupsBasis } from '../../../services/process/round/kinds/group';
import { outstandingIn } from '../../../services/process/round/outstanding';
import { bodyId, both, by, nominationId, person, taskId, texts, type RoundStep } from '../given';

/** A form of a title and, on the same page, on whose behalf. */
export const form = {
  titleField: 'titel',
  backedByField: 'paa-vegne-af',
  pages: [
    {
      title: both('Indstilling'),
      fields: [
        { id: 'titel', label: both('Titel'), kind: 'text' as const, required: true },
        {
          id: 'paa-vegne-af',
          label: both('På vegne af'),
          kind: 'bodies' as const,
          required: true,
          from: ['kind:region', 'selskab'],
        },
      ],
    },
  ],
};

/** Texts whose words differ from those of any other `version`. */
export function written(version: string, ...fields: readonly string[]): TextsRef {
  const same = texts(...fields);
  return { ...same, id: as(`${same.id}/${version}`), hash: `${same.hash}/${version}` };
}

export interface NominationSketch {
  readonly task?: string;
  readonly of?: readonly string[];
  readonly texts?: TextsRef;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly with?: readonly string[];
  readonly basis?: number;
}

/** `name` sends the nomination `id` on behalf of Region Nord, unless said. */
export function send(name: string, id: string, sketch: NominationSketch = {}): RoundStep {
  return by(name, {
    type: 'SendForBacking',
    taskId: taskId(sketch.task ?? 'indstil'),
    nominationId: nominationId(id),
    colleagues: (sketch.with ?? []).map(person),
    ...contentOf(sketch),
  });
}

export function revise(name: string, id: string, sketch: NominationSketch = {}): RoundStep {
  return onRevision(name, id, sketch.basis, (basis) => ({
    type: 'ReviseNomination',
    nominationId: nominationId(id),
    basis,
    ...contentOf({ texts: written('2', 'titel'), ...sketch }),
  }));
}

function contentOf(sketch: NominationSketch) {
  return {
    onBehalfOf: (sketch.of ?? ['region-nord']).map(bodyId),
    texts: sketch.texts ?? texts('titel'),
    facts: (sketch.facts ?? {}) as Facts,
  };
}

export function back(name: string, id: string, body: string, basis?: number): RoundStep {
  return onRevision(name, id, basis, (seen) => ({
    type: 'BackNomination',
    nominationId: nominationId(id),
    bodyId: bodyId(body),
    basis: seen,
  }));
}

export function giveBack(name: string, id: string, body: string, said: TextsRef = texts('reason')): RoundStep {
  return onRevision(name, id, undefined, (basis) => ({
    type: 'ReturnNomination',
    nominationId: nominationId(id),
    bodyId: bodyId(body),
    basis,
    texts: said,
  }));
}

export function withdraw(name: string, id: string, basis?: number): RoundStep {
  return onRevision(name, id, basis, (seen) => ({
    type: 'WithdrawNomination',
    nominationId: nominationId(id),
    basis: seen,
  }));
}

function onRevision(
  name: string,
  id: string,
  basis: number | undefined,
  command: (basis: number) => NominationCommand,
): RoundStep {
  return by(name, (state) => command(basis ?? state?.nominations[nominationId(id)]?.revision ?? 0));
}

export interface AssessmentSketch {
  readonly scores?: Readonly<Record<string, string>>;
  readonly evidence?: string | null;
  readonly texts?: TextsRef;
  readonly mandate?: string;
  readonly basis?: number;
}

/** `name` assesses the nomination: `some` of everything, weak evidence, with a reason, unless said. */
export function assessed(name: string, id: string, sketch: AssessmentSketch = {}): RoundStep {
  const mandateId = as<MandateId>(sketch.mandate ?? `udvalg-${name}`);
  return by(name, (state) => ({
    type: 'GiveAssessment',
    taskId: taskId('vurder'),
    nominationId: nominationId(id),
    mandateId,
    scores: sketch.scores ?? { value: 'some', effect: 'some' },
    evidence: sketch.evidence === undefined ? 'weak' : sketch.evidence,
    texts: sketch.texts ?? texts('reason'),
    basis: sketch.basis ?? assessmentsIn(state)[nominationId(id)]?.[mandateId]?.revision ?? 0,
  }));
}

function assessmentsIn(state: RoundState | null) {
  const work = state?.tasks[taskId('vurder')]?.work;
  return work?.family === 'assessments' ? work.given : {};
}

export function remark(name: string, body: string, id: string | null, said: TextsRef = texts('remark')): RoundStep {
  const about = id === null ? null : nominationId(id);
  return by(name, {
    type: 'MakeRemark',
    taskId: taskId('udtal'),
    bodyId: bodyId(body),
    nominationId: about,
    texts: said,
  });
}

export function statement(name: string, body: string, said: TextsRef | null = null): RoundStep {
  return by(name, { type: 'GiveStatement', taskId: taskId('udtal'), bodyId: bodyId(body), texts: said });
}

export function drafted(
  name: string,
  id: string,
  outcome: Conclusion['outcome'],
  more: { readonly into?: string; readonly texts?: TextsRef; readonly task?: string; readonly basis?: number } = {},
): RoundStep {
  const task = taskId(more.task ?? 'konkluder');
  return by(name, (state: RoundState | null) => {
    const work = state?.tasks[task]?.work;
    const standing = work?.family === 'conclusions' ? work.drafts[nominationId(id)] : undefined;
    return {
      type: 'DraftConclusion',
      taskId: task,
      nominationId: nominationId(id),
      outcome,
      into: more.into === undefined ? null : nominationId(more.into),
      texts: more.texts ?? texts('reason'),
      basis: more.basis ?? standing?.revision ?? 0,
    };
  });
}

export function signed(name: string, count: number, task = 'konkluder'): RoundStep {
  return by(name, { type: 'SignConclusions', taskId: taskId(task), drafted: count });
}

/** Groups by id with the nominations in each. */
export function grouped(name: string, groups: Readonly<Record<string, readonly string[]>>, basis?: number): RoundStep {
  return by(name, (state) => ({
    type: 'ProposeGroups',
    taskId: taskId('grupper'),
    basis: basis ?? basisOf(taskIn(state, 'grupper')),
    groups: Object.entries(groups).map(([id, ids]) => ({
      id: as<GroupId>(id),
      texts: texts(id),
      nominationIds: ids.map(nominationId),
    })),
  }));
}

export function confirmed(name: string, basis?: number): RoundStep {
  return by(name, (state) => ({
    type: 'ConfirmGroups',
    taskId: taskId('grupper'),
    basis: basis ?? basisOf(taskIn(state, 'grupper')),
  }));
}

export function undone(name: string, basis?: number): RoundStep {
  return by(name, (state) => ({
    type: 'UndoGroups',
    taskId: taskId('grupper'),
    basis: basis ?? basisOf(taskIn(state, 'grupper')),
  }));
}

export function sentBack(name: string, said: TextsRef = texts('reason'), basis?: number): RoundStep {
  return by(name, (state) => ({
    type: 'ReturnGroups',
    taskId: taskId('grupper'),
    basis: basis ?? basisOf(taskIn(state, 'grupper')),
    texts: said,
  }));
}

function basisOf(task: Task | undefined): number {
  return task === undefined ? 0 : groupsBasis(task.work);
}

export function appointed(
  name: string,
  body: string,
  network: string,
  who: { readonly person?: string; readonly texts?: TextsRef } = { texts: texts('name') },
): RoundStep {
  return by(name, {
    type: 'AppointMember',
    taskId: taskId('udpeg'),
    network: as<GroupId>(network) as NetworkKey,
    bodyId: bodyId(body),
    personId: who.person === undefined ? null : person(who.person),
    texts: who.texts ?? null,
  });
}

export interface AnswerSketch {
  readonly body?: string;
  readonly network?: string;
  readonly index?: number;
  readonly texts?: TextsRef;
  readonly basis?: number;
}

/** The first whom Region Nord appointed to the network g1 says yes or no, unless another is named. */
export function saidTo(name: string, accepts: boolean, sketch: AnswerSketch = {}): RoundStep {
  const place = placeOf(sketch);
  return by(name, (state) => ({
    type: 'AnswerAppointment',
    ...place,
    accepts,
    texts: sketch.texts ?? null,
    basis: sketch.basis ?? appointmentIn(state, place)?.revision ?? 0,
  }));
}

export function takenBack(name: string, sketch: AnswerSketch = {}): RoundStep {
  return by(name, { type: 'WithdrawAppointment', ...placeOf(sketch) });
}

function placeOf({ body = 'region-nord', network = 'g1', index = 0 }: AnswerSketch) {
  return { taskId: taskId('udpeg'), network: as<GroupId>(network) as NetworkKey, bodyId: bodyId(body), index };
}

function appointmentIn(state: RoundState | null, { network, bodyId: body, index }: ReturnType<typeof placeOf>) {
  const work = taskIn(state, 'udpeg')?.work;
  return work?.family === 'appointments' ? work.seats[network]?.[body]?.[index] : undefined;
}

export function submittedDocument(name: string, version: number, said: TextsRef = texts('link')): RoundStep {
  return by(name, { type: 'SubmitDocument', taskId: taskId('plan'), version, texts: said });
}

export function agreedTo(name: string, body: string, version: number): RoundStep {
  return by(name, { type: 'AgreeToDocument', taskId: taskId('plan'), bodyId: bodyId(body), version });
}

/** A remark on a version of the plan, on the whole unless a group is named. */
export function remarkedOn(
  name: string,
  body: string,
  version: number,
  more: { readonly group?: string; readonly texts?: TextsRef } = {},
): RoundStep {
  return by(name, {
    type: 'RemarkOnDocument',
    taskId: taskId('plan'),
    bodyId: bodyId(body),
    version,
    groupId: more.group === undefined ? null : as<GroupId>(more.group),
    texts: more.texts ?? texts('remark'),
  });
}

export function published(name: string, task = 'offentlig', next: string | null = null): RoundStep {
  const nextRoundId = next === null ? null : as<RoundId>(next);
  return by(name, { type: 'Publish', taskId: taskId(task), nextRoundId });
}

/** A reason for one nomination, or without it the shared ones. */
export function reasoned(
  name: string,
  id: string | null,
  said: TextsRef | null,
  basis?: number,
  task = 'besked',
): RoundStep {
  const about = id === null ? null : nominationId(id);
  return by(name, (state) => {
    const work = taskIn(state, task)?.work;
    const present = work?.family === 'publication' ? (about === null ? work.common : work.own[about]) : null;
    return {
      type: 'WriteReason',
      taskId: taskId(task),
      nominationId: about,
      texts: said,
      basis: basis ?? present?.revision ?? 0,
    };
  });
}

/** A nominator says what is new about his nomination. */
export function toldNew(name: string, id: string, said: TextsRef = texts('information'), basis?: number): RoundStep {
  const about = nominationId(id);
  return by(name, (state) => ({
    type: 'TellNewInformation',
    nominationId: about,
    texts: said,
    basis: basis ?? state?.matters.newInformation[about]?.revision ?? 0,
  }));
}

export function taskIn(state: RoundState | null, id: string): Task | undefined {
  return state?.tasks[taskId(id)];
}

export function nominationIn(state: RoundState | null, id: string): Nomination {
  const nomination = state?.nominations[nominationId(id)];
  if (nomination === undefined) throw new Error(`no nomination ${id}`);
  return nomination;
}

/** What is outstanding in a task, as `anna ballot 1/1`, sorted. */
export function waitingIn(state: RoundState | null, task: string, date = '2027-01-11'): readonly string[] {
  if (state === null) return [];
  return outstandingIn(state, taskId(task), date)
    .map(({ personId, wanted, left, total }) => `${personId} ${wanted} ${left}/${total}`)
    .sort();
}
