// What impartiality means for the viewer of a task: his declaration, what waits for his ruling, what he is held out of, and
// for who leads the body what the bot cannot hide.
import type { PersonId } from '../../../services/process/ids';
import {
  judgesNominations,
  leadersOf,
  participantsOf,
} from '../../../services/process/round/matters/impartiality/people';
import { conflictsIn, mayTakePart, standingOf } from '../../../services/process/round/matters/impartiality/standing';
import { isSecretariat, nominationsAbout, taskDefinitions } from '../../../services/process/round/queries';
import type { Nomination, RoundState } from '../../../services/process/round/state';
import { execute, openDialog } from '../../card';
import type { Element } from '../../card';
import type { Section } from '../../templates';
import { buttons, present, section } from '../blocks';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import { isOpen } from '../seats';
import { openBefore } from './rulings';

/** Nothing where the task judges no nominations, or the viewer has no part in it. */
export function ownImpartiality(scene: Scene, of: TaskOf, personId: PersonId): readonly Section[] {
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
  const actions = buttons(
    isAsked &&
      openDialog(declared === undefined ? t.impartiality.declare : t.impartiality.change, 'interests.open', ids),
    isSecretariat(round, personId, scene.date) &&
      hasDeclarations(round) &&
      execute(t.impartiality.seeDeclarations, 'page', { ...ids, taskId: task.id, list: 'declarations', page: 0 }),
    left.length > 0 && openDialog(t.impartiality.ruleCount(left.length), 'rulings.open', ids),
  );
  const notes = leaderNotes(scene, of, personId);
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

/** For the chair: what others must not see being discussed in the channel, and with whom it can be. */
function leaderNotes(scene: Scene, { definition }: TaskOf, personId: PersonId): readonly string[] {
  const { t, round, f } = scene;
  const held = conflictsIn(round).filter(
    (conflict) =>
      standingOf(round, conflict.personId, conflict.nominationId) !== 'free' &&
      mayTakePart(round, personId, conflict.nominationId) &&
      leadersOf(round, conflict, scene.date).includes(personId),
  );
  const ids = [...new Set(held.map(({ nominationId }) => nominationId))];
  const nominations = ids.flatMap((id) => round.nominations[id] ?? []);
  if (nominations.length === 0) return [];
  const people = participantsOf(round, definition, scene.date).filter((one) => one.personId !== personId);
  return [
    t.impartiality.channelNote(f.list(nominations.map((one) => one.number ?? scene.title(one)))),
    ...nominations.slice(0, 3).map((one) => {
      const free = people.filter((other) => mayTakePart(round, other.personId, one.id)).slice(0, NAMES_MAX);
      return t.impartiality.chatNote(
        one.number ?? scene.title(one),
        f.list(free.map((other) => scene.person(other.personId))),
      );
    }),
  ];
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
