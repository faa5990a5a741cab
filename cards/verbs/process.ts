// What the cards of a round's tasks carry, verb by verb. A verb that ends in `.open` is always a dialog's opening
// (task/fetch); its answer comes with another verb. No verb carries a person who acts, a role or a state.
import { z } from 'zod';
import { choiceId } from '../../services/process/definition/schema';
import * as s from './shapes';

const task = { roundId: s.roundId, taskId: s.taskId };
const nomination = { roundId: s.roundId, nominationId: s.nominationId };
/** For which seat; left out on shared cards, where the viewer's only seat is meant, or he is asked. */
const seat = { mandateId: s.optionalMandateId };
/** Which ballot of the task the card showed; left out for the first. */
const nth = { nth: s.counter.optional() };
const body = { bodyId: s.optionalBodyId };

export const taskVerbs = {
  /** The viewer's own view of a task: for whom, what he answered, what he can press. */
  'task.show': z.object(task),
  /** How a closed task was counted. */
  'result.show': z.object(task),
  /** The record's head hash ("Detaljer"). */
  'details.show': z.object({ roundId: s.roundId, taskId: s.taskId.optional() }),
  /** One nomination in full ("Læs indstillingen"). */
  'nomination.show': z.object({ ...nomination, taskId: s.taskId.optional(), page: s.page.optional() }),
  /** What has been changed of a nomination since it was sent. */
  'nomination.changes': z.object({ ...nomination, page: s.page.optional() }),
  'substitute.call': z.object({ ...task, mandateId: s.mandateId }),
};

export const nominationVerbs = {
  /** Opens the form for a new nomination; the draft's id is minted when the dialog opens. */
  'nomination.open': z.object({ ...task, nominationId: s.nominationId.optional(), page: s.page.optional() }),
  /**
   * Saves a page of the form, then goes on; `finish` sends it for backing, or revises one that is sent. `seen` is the draft's
   * revision the form was made from.
   */
  'nomination.save': s.withInputs(
    {
      ...task,
      nominationId: s.nominationId,
      page: s.page,
      basis: s.basis.optional(),
      seen: s.counter.optional(),
      go: z.enum([...s.go.options, 'share']),
    },
    { fields: 'field_' },
  ),
  'nomination.discard.open': z.object({ ...task, nominationId: s.nominationId }),
  'nomination.discard': z.object({ ...task, nominationId: s.nominationId }),
  /** The owner shares his draft with colleagues, and ends it; a colleague takes himself off. */
  'nomination.share.open': z.object({ ...task, nominationId: s.nominationId }),
  'nomination.share': z.object({ ...task, nominationId: s.nominationId, people: s.people, stop: s.ticked }),
  'nomination.leave': z.object({ ...task, nominationId: s.nominationId }),
  /** Takes a draft or a late nomination of an earlier round along into this one. */
  'nomination.carry': z.object({ ...task, nominationId: s.nominationId, from: s.roundId }),
  'nomination.back': z.object({ ...nomination, bodyId: s.bodyId, basis: s.basis }),
  'nomination.return.open': z.object({ ...nomination, bodyId: s.bodyId, basis: s.basis }),
  'nomination.return': z.object({ ...nomination, bodyId: s.bodyId, basis: s.basis, reason: s.optionalText }),
  'nomination.withdraw.open': z.object({ ...nomination, basis: s.basis }),
  'nomination.withdraw': z.object({ ...nomination, basis: s.basis }),
};

export const answerVerbs = {
  /** An answer by button, or from a dialog with a reason. Without seat on shared cards. */
  'ballot.cast': z.object({
    ...task,
    ...seat,
    choice: choiceId,
    reason: s.optionalText,
    basis: s.basis.default(0),
    ...nth,
  }),
  /** The answer of the confirm view: another answer stands, and this one replaces it. */
  'ballot.confirm': z.object({ ...task, mandateId: s.mandateId, choice: choiceId, basis: s.basis, ...nth }),
  /** Opens a dialog for one choice with its text, or without `choice` for all other answers ("Andet svar"). */
  'ballot.open': z.object({ ...task, ...seat, choice: choiceId.optional(), ...nth }),
  /** A preparer writes an answer for the one who gives it. */
  'ballot.prepare.open': z.object({ ...task, mandateId: s.mandateId }),
  'ballot.prepare': z.object({
    ...task,
    mandateId: s.mandateId,
    choice: choiceId.optional().catch(undefined),
    reason: s.optionalText,
  }),
  /** Gives what was prepared, as it stands. */
  'ballot.give': z.object({ ...task, mandateId: s.mandateId, basis: s.basis, version: s.counter, ...nth }),
  'ballot.handback': z.object({ ...task, mandateId: s.mandateId }),
  /** Chair or secretariat has all who have not answered reminded now. */
  'ballot.nudge': z.object(task),
  /** The secretariat enters an answer given outside Teams. */
  'ballot.enter.open': z.object({ ...task, mandateId: s.mandateId }),
  'ballot.enter': z.object({
    ...task,
    mandateId: s.mandateId,
    choice: choiceId.optional().catch(undefined),
    reason: s.optionalText,
    source: s.optionalText,
    basis: s.basis,
    ...nth,
  }),
  'remark.open': z.object({ ...task, ...body, nominationId: s.optionalNominationId }),
  'remark.make': s.withInputs(
    { ...task, ...body, nominationId: s.optionalNominationId, text: s.optionalText },
    { fields: 'field_' },
  ),
  'statement.open': z.object({ ...task, ...body }),
  'statement.give': z.object({ ...task, ...body, text: s.optionalText }),
};

/** Inputs of an assessment, on the personal card and in the dialog. */
const assessed = {
  ...task,
  nominationId: s.nominationId,
  ...seat,
  basis: s.basis,
  evidence: s.optionalText,
  reason: s.optionalText,
};
const prefixes = { scores: 'score_', reasons: 'reason_', comments: 'comment_' };
const assessment = s.withInputs(assessed, prefixes);

export const assessmentVerbs = {
  /** The next nomination to assess (after `after`), or the one named: a personal card. */
  'assessment.show': z.object({
    ...task,
    ...seat,
    nominationId: s.nominationId.optional(),
    after: s.nominationId.optional(),
  }),
  /** The same in a dialog, for who answers from a channel. */
  'assessment.open': z.object({ ...task, ...seat, nominationId: s.nominationId.optional() }),
  'assessment.give': assessment,
  /** Keeps it, then shows the one named, else the next. */
  'assessment.save': s.withInputs(
    { ...assessed, backTo: s.optionalNominationId, go: z.literal('report').optional().catch(undefined) },
    prefixes,
  ),
  'assessment.skip': assessment,
  /** In a second round: the assessment stands. */
  'assessment.keep': z.object({ ...task, nominationId: s.nominationId, ...seat, basis: s.basis }),
  /** The chair opens the second round before the deadline does. */
  'assessment.again': z.object(task),
  /** Assessing in a spreadsheet: a new link to it, what was read of it, giving and discarding what was read. */
  'sheet.show': z.object({ ...task, mandateId: s.mandateId }),
  'sheet.read': z.object({ ...task, mandateId: s.mandateId }),
  'sheet.give': z.object({ ...task, mandateId: s.mandateId }),
  'sheet.discard': z.object({ ...task, mandateId: s.mandateId }),
  /** The order the scores suggest, for who leads the work. */
  'assessment.order': z.object({ ...task, page: s.page }),
  /** How all assessed one nomination; only once one's own is given. */
  'assessment.spread': z.object({ ...task, nominationId: s.nominationId }),
  'conclusion.open': z.object({ ...task, nominationId: s.nominationId.optional() }),
  'conclusion.draft': z.object({
    ...task,
    nominationId: s.nominationId,
    outcome: z.enum(['qualified', 'notQualified', 'moreInformation', 'mergedWith']).optional().catch(undefined),
    into: s.optionalNominationId,
    reason: s.optionalText,
    basis: s.basis.default(0),
    go: s.go,
  }),
  'conclusions.sign.open': z.object({ ...task, drafted: s.counter }),
  'conclusions.sign': z.object({ ...task, drafted: s.counter }),
};

export const listVerbs = {
  /** A ranking's overview for one seat. */
  'ranking.show': z.object({ ...task, ...seat }),
  /** Opens six nominations at a time. */
  'ranking.open': z.object({ ...task, mandateId: s.mandateId, page: s.page }),
  'ranking.save': s.withInputs({ ...task, mandateId: s.mandateId, page: s.page, go: s.go }, { tiers: 'tier_' }),
  /** Opens the order inside one tier: a place for each, empty is equal. */
  'ranking.order.open': z.object({ ...task, mandateId: s.mandateId, tierId: s.plainId, page: s.page }),
  'ranking.order.save': s.withInputs(
    { ...task, mandateId: s.mandateId, tierId: s.plainId, page: s.page, go: s.go },
    { places: 'place_' },
  ),
  'ranking.give': z.object({ ...task, mandateId: s.mandateId, basis: s.basis }),
  'ranking.handback': z.object({ ...task, mandateId: s.mandateId }),
  /** Opens the list of nominations to propose as selected. */
  'selection.open': z.object({ ...task, page: s.page.optional() }),
  /** Saves a page of ticks; `finish` shows the whole for `selection.propose`. */
  'selection.save': z.object({ ...task, page: s.page, go: s.go, picked: s.ticked }),
  /** Ticks the first `cut` of the ranking the selection builds on, then shows the list. */
  'selection.cut': z.object({ ...task, cut: s.optionalText }),
  'selection.propose': z.object({ ...task, basis: s.basis }),
};

/** One appointment, by its place among those of a body to a network. */
const appointment = { ...task, network: s.network, bodyId: s.bodyId, index: s.counter };

export const productVerbs = {
  /** Opens the names of the groups, one on each line. */
  'grouping.open': z.object(task),
  'grouping.names': z.object({ ...task, names: s.optionalText }),
  'grouping.page.open': z.object({ ...task, page: s.page }),
  'grouping.save': s.withInputs({ ...task, page: s.page, go: s.go }, { groups: 'group_' }),
  'grouping.propose': z.object({ ...task, basis: s.basis }),
  'grouping.confirm': z.object({ ...task, basis: s.basis }),
  'grouping.undo': z.object({ ...task, basis: s.basis }),
  'grouping.return.open': z.object({ ...task, basis: s.basis }),
  'grouping.return': z.object({ ...task, basis: s.basis, reason: s.optionalText }),
  'appointment.open': z.object({ ...task, network: s.network, ...body }),
  /** `basis` is how many had been appointed to the seat when the dialog opened: the same person may be asked again. */
  'appointment.make': z.object({
    ...task,
    network: s.network,
    ...body,
    person: s.people,
    name: s.optionalText,
    basis: s.basis.default(0),
  }),
  'appointment.accept': z.object({ ...appointment, basis: s.basis }),
  'appointment.decline.open': z.object({ ...appointment, basis: s.basis }),
  'appointment.decline': z.object({ ...appointment, basis: s.basis, reason: s.optionalText }),
  'appointment.withdraw.open': z.object(appointment),
  'appointment.withdraw': z.object(appointment),
  'document.open': z.object({ ...task, page: s.page.optional() }),
  /** Saves a page; `finish` submits `version`. */
  'document.save': s.withInputs(
    {
      ...task,
      page: s.page,
      go: s.go,
      version: s.counter,
      link: s.optionalText,
      summary: s.optionalText,
    },
    { chapters: 'chapter_' },
  ),
  'document.remark.open': z.object({ ...task, ...body }),
  'document.remark': z.object({ ...task, ...body, version: s.counter, chapter: s.optionalText, text: s.optionalText }),
  'document.agree': z.object({ ...task, ...body, version: s.counter }),
  /** The reasons that decisions share: one for the selected, one for the others. */
  'reasons.open': z.object(task),
  'reasons.save': z.object({ ...task, basis: s.basis, selected: s.optionalText, notSelected: s.optionalText }),
  /** The reason of one nomination; empty means the shared one. */
  'reason.open': z.object({ ...task, nominationId: s.nominationId }),
  'reason.save': z.object({ ...task, nominationId: s.nominationId, basis: s.basis, reason: s.optionalText }),
  /** What is new about a nomination that was not selected. */
  'information.open': z.object(nomination),
  'information.tell': z.object({ ...nomination, basis: s.basis, information: s.optionalText }),
  'publication.open': z.object(task),
  'publication.publish': z.object(task),
};
