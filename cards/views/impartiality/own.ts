// What impartiality means for the viewer of a task: his declaration, what waits for his ruling, what he is held out of, and
// for who leads the body what the bot cannot hide.
import type { PersonId } from '../../../services/process/ids';
import {
  judgesNominations,
  ledApart,
  mayDiscuss,
  participantsOf,
} from '../../../services/process/round/matters/impartiality/people';
import { mayTakePart, standingOf } from '../../../services/process/round/matters/impartiality/standing';
import { isSecretariat, nominationsAbout, taskDefinitions } from '../../../services/process/round/queries';
import type { Nomination, RoundState } from '../../../services/process/round/state';
import { execute, openDialog, openUrl } from '../../card';
import type { Element } from '../../card';
import { plain } from '../../escape';
import type { OwnTaskCardInput } from '../../inputs/round';
import type { Section } from '../../templates';
import { buttons, present, section } from '../blocks';
import { caps } from '../scene';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import { isOpen } from '../seats';
import { openBefore } from './rulings';

type OwnChats = OwnTaskCardInput['chats'];

/** Nothing where the task judges no nominations, or the viewer has no part in it. */
export function ownImpartiality(scene: Scene, of: TaskOf, personId: PersonId, chats: OwnChats): readonly Section[] {
  const { t, round, f } = scene;
  const { definition, task } = of;
  if (!judgesNominations(definition) || !isOpen(round, task)) return [];
  const isPartOf = participantsOf(round, definition, scene.date).some((one) => one.personId === personId);
  const { left } = openBefore(round, personId, scene.date);
  const declared = round.matters.impartiality.declarations[personId];
  const isAsked = isPartOf && round.definition.impartiality !== undefined;
  const lines = [
    ...(isPartOf ? heldOutLines(scene, of, personId) : []),
    ...present(
      isAsked && (declared === undefined ? t.impartiality.notDeclared : t.impartiality.declaredAt(f.day(declared.at))),
    ),
  ];
  const ids = { roundId: round.id };
  const apart = ledApart(round, personId, scene.date).flatMap((id) => round.nominations[id] ?? []);
  const actions = buttons(
    isAsked &&
      openDialog(declared === undefined ? t.impartiality.declare : t.impartiality.change, 'interests.open', ids),
    isSecretariat(round, personId, scene.date) &&
      hasDeclarations(round) &&
      execute(t.impartiality.seeDeclarations, 'page', { ...ids, taskId: task.id, list: 'declarations', page: 0 }),
    left.length > 0 && openDialog(t.impartiality.ruleCount(left.length), 'rulings.open', ids),
    ...chatActions(scene, of, apart, chats),
  );
  const notes = leaderNotes(scene, of, apart, personId);
  if (lines.length + actions.length + notes.length === 0) return [];
  return [section({ heading: [t.impartiality.title], lines, notes, buttons: actions })];
}

function hasDeclarations({ matters: { impartiality } }: RoundState): boolean {
  return Object.keys(impartiality.declarations).length + Object.keys(impartiality.conflicts).length > 0;
}

/** "Du deltager ikke i 2 af 34 indstillinger. 1 afventer en afgørelse." */
export function heldOutLines(scene: Scene, { definition }: TaskOf, personId: PersonId): readonly string[] {
  const { t, round } = scene;
  const about = 'about' in definition ? nominationsAbout(round, definition.about) : [];
  const standings = about.map(({ id }) => standingOf(round, personId, id)).filter((standing) => standing !== 'free');
  if (standings.length === 0) return [];
  const pending = standings.filter((standing) => standing === 'pending').length;
  const line = t.impartiality.heldOut(standings.length, about.length);
  return [pending === 0 ? line : `${line} ${t.impartiality.pending(pending)}`];
}

/** Names in one note: beyond that a chat is easier made from the member list. */
const NAMES_MAX = 20;

/** Nominations that are spoken of singly; beyond that the note says which, and chats are made by hand. */
const APART_MAX = 3;

/** For the chair: what others must not see being discussed in the channel, and with whom it can be. */
function leaderNotes(scene: Scene, { definition }: TaskOf, apart: readonly Nomination[], personId: PersonId) {
  const { t, round, f } = scene;
  if (apart.length === 0) return [];
  return [
    t.impartiality.channelNote(f.list(apart.map((one) => one.number ?? scene.title(one)))),
    ...apart.slice(0, APART_MAX).map((one) => {
      const free = mayDiscuss(round, definition, one.id, scene.date, personId).filter((other) => other !== personId);
      const names = free.slice(0, NAMES_MAX).map((other) => scene.person(other));
      return t.impartiality.chatNote(one.number ?? scene.title(one), f.list(names));
    }),
  ];
}

/** Where Trinvis can make the chat: the way to ask for it, or to it. */
function chatActions(
  scene: Scene,
  { task }: TaskOf,
  apart: readonly Nomination[],
  chats: OwnChats,
): readonly Element[] {
  const { t, round } = scene;
  if (chats === undefined) return [];
  return apart.slice(0, APART_MAX).flatMap((one) => {
    const url = chats[one.id];
    const name = one.number ?? scene.titleLabel(one);
    const ids = { roundId: round.id, taskId: task.id, nominationId: one.id };
    if (url === undefined) return [execute(t.graph.chatOffer(plain(name, caps.label)), 'chat.make', ids)];
    return present(url !== null && openUrl(t.graph.openChat, url));
  });
}

/** For those who judge the nomination: to report oneself, or another. */
export function conflictActions(scene: Scene, nomination: Nomination, personId: PersonId): readonly Element[] {
  const { t, round, date } = scene;
  const isJudged = nomination.status === 'submitted' && nomination.decision === null && round.status === 'running';
  if (!isJudged || !mayTakePart(round, personId, nomination.id)) return [];
  const judges = taskDefinitions(round)
    .filter((definition) => judgesNominations(definition) && round.tasks[definition.id]?.status !== 'closed')
    .some((definition) => participantsOf(round, definition, date).some((one) => one.personId === personId));
  if (!judges) return [];
  return [openDialog(t.impartiality.report, 'conflict.open', { roundId: round.id, nominationId: nomination.id })];
}
