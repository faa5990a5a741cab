// The other documents of a round: a meeting's minutes, nominations with advice and decision, assessments, notes; and, apart
// from the case, declarations of interests. Nothing of a secret ballot, and no draft: only what the record holds.
import type { MandateId, NominationId, PersonId } from '../../services/process/ids';
import { conflictsIn } from '../../services/process/round/matters/impartiality/standing';
import type { Meeting } from '../../services/process/round/matters/meetings/state';
import { meetingsOf } from '../../services/process/round/matters/meetings/queries';
import type { Assessment, Assessments, Nomination } from '../../services/process/round/state';
import { present } from '../views/blocks';
import { answerLines, attendanceLines, decisionLines } from '../views/governing/meetings';
import { behalfLine } from '../views/lists/nominations';
import { conclusionLines } from '../views/lists/professional';
import { conflictLines } from '../views/lists/declarations';
import { fieldLine } from '../views/own/nomination-card';
import { reasonLine } from '../views/reasons';
import { correctionLines } from '../views/governing/marks';
import { sceneOf, taskTitle } from '../views/scene';
import type { Scene } from '../views/scene';
import type { RoundInput } from '../view';
import { allOf, heading, listed, paragraphs, under, whole } from './markdown';
import type { CaseDocument } from './markdown';
import { roundMinutes } from './minutes';

export type { CaseDocument } from './markdown';

/** The documents of a round: those of the case, and those that must be kept apart from it. */
export function caseDocuments(input: RoundInput): {
  readonly ofCase: readonly CaseDocument[];
  readonly apart: readonly CaseDocument[];
} {
  const scene = sceneOf(input);
  const meetings = meetingsOf(scene.round).map((meeting, at) =>
    meetingMinutes(scene, meeting, `referat-moede-${String(at + 1)}`),
  );
  return {
    ofCase: [roundMinutes(scene), ...meetings, nominations(scene), assessments(scene), notes(scene)],
    apart: [declarations(scene)],
  };
}

export function meetingMinutes(scene: Scene, meeting: Meeting, name: string): CaseDocument {
  const { t, f } = scene;
  const title = t.meeting.minutesTitle(scene.body(meeting.bodyId), f.day(meeting.at));
  const items = meeting.agenda.map((taskId, at) =>
    paragraphs(
      heading(2, `${String(at + 1)}\\. ${taskTitle(scene, taskId)}`),
      listed([...decisionLines(scene, meeting, taskId), ...answerLines(scene, meeting, taskId)]),
    ),
  );
  const lead = listed([t.meeting.at(f.moment(meeting.at)), ...attendanceLines(scene, meeting)]);
  return { name, title, content: paragraphs(heading(1, title), lead, ...items) };
}

function numberedOf({ round }: Scene): readonly Nomination[] {
  return Object.values(round.nominations).sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

/** Those without a number, which were never submitted, come last. */
function placeOf({ number, id }: Nomination): string {
  return number ?? `~${id}`;
}

function nominations(scene: Scene): CaseDocument {
  const { t, f, round } = scene;
  const fields = (round.definition.form?.pages ?? []).flatMap((page) => page.fields);
  const each = numberedOf(scene).map((nomination) =>
    paragraphs(
      heading(2, scene.numbered(nomination)),
      listed(
        present(
          behalfLine(scene, nomination),
          t.nomination.nominators(f.list(nomination.nominators.map((id) => scene.person(id)))),
          nomination.submittedAt !== null && t.nomination.submittedAt(f.moment(nomination.submittedAt)),
          nomination.decision !== null &&
            t.nomination.decision(
              nomination.decision === 'selected' ? t.nomination.selected : t.nomination.notSelected,
            ),
          reasonLine(scene, nomination),
          ...(nomination.conclusion === null ? [] : conclusionLines(scene, nomination.conclusion)),
          ...correctionLines(scene, nomination.id),
        ),
      ),
      ...fields.map((field) => {
        const value = whole(scene, nomination.texts, field.id);
        return value === null
          ? fieldLine(scene, nomination, field)
          : paragraphs(`**${scene.say(field.label)}**`, value);
      }),
    ),
  );
  return {
    name: 'indstillinger',
    title: t.document.nominations,
    content: paragraphs(heading(1, t.document.nominations), ...each),
  };
}

function assessments(scene: Scene): CaseDocument {
  const { t, round } = scene;
  const tasks = Object.values(round.tasks).map(({ id, work, status }) => {
    // Assessors see each other's scores once their own are in; a file waits until all are.
    if (work.family !== 'assessments' || status !== 'closed') return '';
    const before = work.second === null ? '' : givenList(scene, work.second.before);
    return under(2, taskTitle(scene, id), givenList(scene, work.given), under(3, t.document.before, before));
  });
  const title = t.document.assessments;
  return { name: 'vurderinger', title, content: paragraphs(heading(1, title), ...tasks) };
}

function givenList(scene: Scene, given: Assessments): string {
  const each = (Object.entries(given) as [NominationId, Readonly<Record<MandateId, Assessment>>][]).map(
    ([id, bySeat]) => {
      const nomination = scene.round.nominations[id];
      const lines = Object.values(bySeat).map((one) => assessmentItem(scene, one));
      return nomination === undefined ? '' : paragraphs(`**${scene.numbered(nomination)}**`, listed(lines));
    },
  );
  return paragraphs(...each);
}

function assessmentItem(scene: Scene, one: Assessment): string {
  const { principles, scale, evidence } = scene.round.definition;
  const label = (
    list: readonly { readonly id: string; readonly label: Parameters<Scene['say']>[0] }[],
    id: string | null,
  ) => {
    const found = list.find((step) => step.id === id);
    return found === undefined ? null : scene.say(found.label);
  };
  const scores = principles.flatMap(({ id, label: name }) => {
    const score = label(scale, one.scores[id] ?? null);
    return score === null ? [] : [scene.t.common.labelled(scene.say(name), score)];
  });
  const strength = label(evidence, one.evidence);
  return paragraphs(
    `${scene.person(one.by)}, ${scene.f.day(one.at)}`,
    ...scores,
    strength !== null && scene.t.common.labelled(scene.t.document.evidence, strength),
    ...allOf(scene, one.texts),
  );
}

function notes(scene: Scene): CaseDocument {
  const { t, f, round } = scene;
  const title = t.beside.notesTitle;
  const items = round.matters.notes.map((note) => {
    const nomination = note.nominationId === null ? undefined : round.nominations[note.nominationId];
    return paragraphs(
      t.beside.noteAbout(nomination === undefined ? t.assessment.remarkAboutAll : scene.numbered(nomination)),
      ...allOf(scene, note.texts),
      t.beside.noteFiled(f.moment(note.filedAt), scene.person(note.filedBy)),
    );
  });
  return { name: 'notater', title, content: paragraphs(heading(1, title), listed(items)) };
}

function declarations(scene: Scene): CaseDocument {
  const { t, f, round } = scene;
  const title = t.impartiality.declarationsTitle;
  const declared = Object.entries(round.matters.impartiality.declarations).map(([id, one]) =>
    t.document.declaredBy(scene.person(id as PersonId), f.day(one.at)),
  );
  const conflicts = conflictsIn(round).map((conflict) => {
    const nomination = round.nominations[conflict.nominationId];
    const about = nomination === undefined ? t.common.untitled : scene.numbered(nomination);
    return paragraphs(
      t.common.labelled(scene.person(conflict.personId), about),
      ...conflictLines(scene, conflict),
      whole(scene, conflict.texts, `about_${conflict.nominationId}`),
      whole(scene, conflict.texts, 'reason'),
    );
  });
  const content = paragraphs(
    heading(1, title),
    under(2, t.document.declared, listed(declared)),
    under(2, t.document.conflicts, listed(conflicts)),
  );
  return { name: 'habilitet', title, content };
}
