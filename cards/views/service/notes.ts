// What Trinvis sends by itself beside reminders: check codes, the chair's forecast and count, the secretariat's names, who
// cannot be reached. Chairs get counts and never names (CARDS.md §5).
import type { MandateId, PersonId, TaskId } from '../../../services/process/ids';
import type { RoundState } from '../../../services/process/round/state';
import type { Language } from '../../../services/process/words';
import { execute, openDialog, openUrl } from '../../card';
import type { Card, Element } from '../../card';
import { inline } from '../../escape';
import { render } from '../../render';
import { serviceTexts as words } from '../../texts/service';
import type { Lookups } from '../../view';
import { buttons, pageOf, present } from '../blocks';
import { caps, sceneOf, settingOf, taskTitle, type Scene } from '../scene';
import { seatBody } from '../seats';

/** Names on a card; more would not be read, and the round's own card lists them all. */
const NAMES_MAX = 20;

/** Substitutes offered by button: a chair decides about a few seats, not about a list. */
const SUBSTITUTES_MAX = 3;

export interface AnchorInput {
  readonly language: Language;
  /** `name` is the round's; the others have none. */
  readonly heads: readonly {
    readonly of: 'round' | 'organisation' | 'handbook';
    readonly name: string;
    readonly hash: string;
  }[];
}

/** The head hashes of the day: anchors outside our database (DESIGN.md §4). */
export function anchorCard({ language, heads }: AnchorInput): Card {
  const t = words[language];
  const lines = heads.map(({ of, name, hash }) => {
    if (of === 'round') return t.anchorLine(inline(name, caps.label), hash);
    return t.anchorLine(of === 'organisation' ? t.anchorOrganisation : t.anchorHandbook, hash);
  });
  const data = pageOf({ title: t.anchorTitle, lead: [t.anchorLead], status: lines });
  return render('page', data, { language, summary: t.anchorTitle });
}

export interface SteeringInput {
  readonly round: RoundState;
  readonly language: Language;
  readonly look: Lookups;
  readonly taskId: TaskId;
}

export interface LinkedInput extends SteeringInput {
  /** To the task's card in its channel; null where there is none. */
  readonly link: string | null;
}

export interface ForecastInput extends LinkedInput {
  readonly quorum: { readonly answered: number; readonly seats: number; readonly needed: number };
  /** Unanswered seats whose substitute can be called. */
  readonly callable: readonly MandateId[];
}

/** To the chair the working day before a deadline: no quorum yet, and what can be done about it with one tap. */
export function forecastCard(input: ForecastInput): Card {
  const scene = sceneOf(input);
  const t = words[input.language];
  const { answered, seats, needed } = input.quorum;
  const title = t.forecastTitle(taskTitle(scene, input.taskId));
  const offered = input.callable.slice(0, SUBSTITUTES_MAX);
  const remedies = offered.map((mandateId) => substitute(scene, input.taskId, mandateId));
  return steeringCard(scene, input, title, [t.forecastLine(answered, seats, needed)], remedies);
}

function substitute(scene: Scene, taskId: TaskId, mandateId: MandateId): Element | null {
  const mandate = scene.round.electorate.mandates[mandateId];
  if (mandate === undefined) return null;
  const label = words[scene.language].substituteFor(scene.bodyLabel(seatBody(mandate)));
  return execute(label, 'substitute.call', { roundId: scene.round.id, taskId, mandateId });
}

/** After a deadline: to the chair how many are missing; to the secretariat who. */
export function overdueCard(
  input: LinkedInput & { readonly people: readonly PersonId[]; readonly named: boolean },
): Card {
  const scene = sceneOf(input);
  const t = words[input.language];
  const title = t.overdueTitle(taskTitle(scene, input.taskId));
  const names = input.named ? namesOf(scene, input.people) : [];
  return steeringCard(scene, input, title, [t.overdueCount(input.people.length), ...names], []);
}

function steeringCard(
  scene: Scene,
  { taskId, link }: Pick<LinkedInput, 'taskId' | 'link'>,
  title: string,
  lines: readonly string[],
  remedies: readonly (Element | null)[],
): Card {
  const t = words[scene.language];
  const ids = { roundId: scene.round.id, taskId };
  const deadlineAt = scene.round.tasks[taskId]?.deadlineAt ?? null;
  const data = pageOf({
    eyebrow: [scene.eyebrow(taskId)],
    title,
    deadline: present(deadlineAt !== null && t.deadline(scene.f.moment(deadlineAt))),
    status: lines,
    buttons: buttons(
      ...remedies,
      openDialog(scene.t.task.extend, 'deadline.open', ids),
      execute(t.seeTask, 'task.show', ids),
      link !== null && openUrl(scene.t.personal.openInChannel, link),
    ),
  });
  return render('page', data, { language: scene.language, summary: title });
}

/** For the secretariat: people and channels that take nothing from us. */
export function unreachableCard(input: {
  readonly language: Language;
  readonly look: Lookups;
  readonly people: readonly PersonId[];
  readonly channels: number;
}): Card {
  const setting = settingOf(input.language, input.look);
  const t = words[input.language];
  const channels = Array.from({ length: input.channels }, () => t.unreachableChannel);
  const data = pageOf({
    title: t.unreachableTitle,
    lead: [t.unreachableLead],
    status: [...namesOf(setting, input.people), ...channels],
  });
  return render('page', data, { language: input.language, summary: t.unreachableTitle });
}

/** In the body's channel, where somebody's own chat takes nothing: that his answer is missing, and that it can be given here. */
export function fallbackCard(input: SteeringInput & { readonly people: readonly PersonId[] }): Card {
  const scene = sceneOf(input);
  const t = words[input.language];
  const title = t.fallbackTitle(taskTitle(scene, input.taskId));
  const deadlineAt = scene.round.tasks[input.taskId]?.deadlineAt ?? null;
  const data = pageOf({
    eyebrow: [scene.eyebrow(input.taskId)],
    title,
    lead: [t.fallbackLead(namesOf(scene, input.people).join(', '))],
    deadline: present(deadlineAt !== null && t.deadline(scene.f.moment(deadlineAt))),
    buttons: buttons(execute(t.seeTask, 'task.show', { roundId: scene.round.id, taskId: input.taskId })),
  });
  return render('page', data, { language: scene.language, summary: title });
}

function namesOf(
  setting: { readonly language: Language; person(id: PersonId): string },
  people: readonly PersonId[],
): readonly string[] {
  const names = people.slice(0, NAMES_MAX).map((id) => setting.person(id));
  const more = people.length - names.length;
  return more > 0 ? [...names, words[setting.language].andMore(more)] : names;
}
