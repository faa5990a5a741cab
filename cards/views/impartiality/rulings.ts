// Ruling on all that is open before the viewer, in one form: who, which nomination, on which ground, and three answers.
// His own stands in no such form: nobody rules on himself.
import type { LocalDate } from '../../../services/process/calendar';
import type { PersonId } from '../../../services/process/ids';
import { as, type FieldId } from '../../../services/process/ids';
import { aboutFieldOf } from '../../../services/process/round/matters/impartiality/declare';
import { decidersOf } from '../../../services/process/round/matters/impartiality/people';
import { conflictsIn, isOpenConflict } from '../../../services/process/round/matters/impartiality/standing';
import type { Conflict, RulingOutcome } from '../../../services/process/round/matters/impartiality/state';
import type { RoundState } from '../../../services/process/round/state';
import { submit } from '../../card';
import type { DialogContent, Element } from '../../card';
import { block } from '../../escape';
import type { RulingsInput } from '../../inputs/impartiality';
import { present } from '../blocks';
import { formOf } from '../forms/form';
import { choiceInput, textInput } from '../forms/inputs';
import { passedOnLine } from '../lists/declarations';
import { ownScene } from '../scene';
import type { Scene } from '../scene';

/** Conflicts in one form: a phone's worth of scrolling, and far below the size of a card. */
const PER_FORM = 8;
const SHOWN_MAX = 500;
const outcomes: readonly RulingOutcome[] = ['disqualified', 'notDisqualified', 'exception'];

/** What is open before the person, by the nominations' numbers; `left` are those he has not voted on. */
export function openBefore(round: RoundState, personId: PersonId, date: LocalDate) {
  const open = conflictsIn(round)
    .filter(isOpenConflict)
    .filter((conflict) => decidersOf(round, conflict, date).some((decider) => decider.personId === personId))
    .toSorted((one, other) => numberOf(round, one).localeCompare(numberOf(round, other)));
  return { open, left: open.filter(({ votes }) => votes[personId] === undefined) };
}

function numberOf(round: RoundState, { nominationId }: Conflict): string {
  return round.nominations[nominationId]?.number ?? '';
}

/** How many the person has not voted on. */
export function rulingsLeft(round: RoundState, personId: PersonId, date: LocalDate): number {
  return openBefore(round, personId, date).left.length;
}

export function rulingsForm(input: RulingsInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const { personId } = input.viewer;
  const { open, left } = openBefore(round, personId, scene.date);
  const asked = left.length > 0 ? left : open;
  const shown = asked.slice(0, PER_FORM);
  const data = { roundId: round.id, basis: round.matters.impartiality.voted[personId] ?? 0 };
  const more = asked.length - shown.length;
  return formOf({
    language: scene.language,
    title: t.impartiality.ruleTitle,
    fault: input.fault,
    lead: asked.length === 0 ? [t.impartiality.noneOpen] : [t.impartiality.ruleLead(asked.length)],
    inputs: [
      ...shown.flatMap((conflict) => conflictInputs(scene, input, conflict)),
      ...(asked.length === 0
        ? []
        : textInput(t, {
            id: 'reason',
            label: t.impartiality.voteReason,
            multiline: true,
            value: input.reason,
            help: t.impartiality.voteReasonHelp,
            max: 2_000,
          })),
    ],
    notes: present(more > 0 && t.impartiality.ruleMore(more), asked.length > 0 && t.impartiality.voteNote),
    actions: [
      asked.length > 0 && submit(input.surface, t.impartiality.vote, 'rulings.vote', data, { style: 'primary' }),
    ],
  });
}

function conflictInputs(scene: Scene, input: RulingsInput, conflict: Conflict): readonly Element[] {
  const { t, round } = scene;
  const { personId, nominationId } = conflict;
  const nomination = round.nominations[nominationId];
  const title = nomination === undefined ? t.common.untitled : scene.numbered(nomination);
  const key = `${nominationId}@${personId}`;
  const lines = present(
    t.impartiality.conflictOf(scene.person(personId), title),
    ...conflict.grounds.map((ground) => t.impartiality.grounds[ground]),
    wordsOf(scene, conflict),
    conflict.reportedBy === personId
      ? t.impartiality.reportedSelf(scene.f.day(conflict.reportedAt))
      : t.impartiality.reportedBy(scene.person(conflict.reportedBy), scene.f.day(conflict.reportedAt)),
    passedOnLine(scene, conflict),
  );
  return [
    { type: 'TextBlock', text: lines.join('\n\n'), wrap: true, separator: true, spacing: 'Medium' },
    ...choiceInput(t, {
      id: `vote_${key}`,
      label: t.impartiality.voteLabel(scene.personLabel(personId)),
      value: input.votes[key] ?? conflict.votes[input.viewer.personId]?.outcome ?? '',
      options: outcomes.map((outcome) => ({ title: t.impartiality.votes[outcome], value: outcome })),
    }),
  ];
}

/** What was written about it: in the declaration under the nomination's own field, else as the reason. */
function wordsOf(scene: Scene, { texts, nominationId }: Conflict): string | null {
  const fields = texts === null ? null : scene.look.texts(texts);
  const words = fields?.[aboutFieldOf(nominationId)] ?? fields?.[as<FieldId>('reason')];
  return words === undefined ? null : block(words, SHOWN_MAX);
}
