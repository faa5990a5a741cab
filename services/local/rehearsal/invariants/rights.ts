// Who may be counted: only whoever holds a seat of the task's bodies, or was called to stand in for it.
import { isObject } from '../players/cards';
import { list, object, text, texts, type Json, type RecordedRound, type Seat } from '../evidence/record';
import type { Invariant } from './invariant';

const counting: ReadonlySet<string> = new Set(['chair', 'deputyChair', 'member']);

/** The day of an instant where the round's bodies are: mandates begin and end at local midnight. */
export function dayOf(round: RecordedRound, at: string): string {
  const timeZone = text(object(round.definition, 'calendar'), 'zone') || 'Europe/Copenhagen';
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(at));
}

/** Bodies of the definition that exist on a day. */
function bodiesOn(round: RecordedRound, date: string): readonly Json[] {
  return list(round.definition, 'bodies')
    .filter(isObject)
    .filter((body) => (text(body, 'validFrom') || '0') <= date && date <= (text(body, 'validTo') || '9'));
}

/** The bodies behind parties, by id or by their kind, that exist on a day. */
export function partiesOf(round: RecordedRound, parties: readonly string[], date: string): readonly string[] {
  return bodiesOn(round, date)
    .filter((body) => parties.includes(text(body, 'id')) || parties.includes(`kind:${text(body, 'kind')}`))
    .map((body) => text(body, 'id'));
}

/** The seats that count in a task on a day, as the record's own mandates say. */
export function seatsOf(round: RecordedRound, taskId: string, date: string): readonly Seat[] {
  const definition = round.tasks.get(taskId)?.definition ?? {};
  const bodies = partiesOf(round, texts(definition, 'bodies'), date);
  const gone = new Set(
    list(round.definition, 'bodies')
      .filter(isObject)
      .map((body) => text(body, 'id')),
  );
  for (const body of bodiesOn(round, date)) gone.delete(text(body, 'id'));
  return [...round.seats.values()]
    .filter(({ bodyId, role }) => bodies.includes(bodyId) && counting.has(role))
    .filter(({ speaksFor }) => !gone.has(speaksFor))
    .filter(({ validFrom, validTo }) => (validFrom ?? '') <= date && date <= (validTo ?? '9'));
}

/** Who held a seat at a commit: whoever held it in the end, unless he took it over later. */
function heldBy(round: RecordedRound, seat: Seat, seq: number): string {
  const later = round.events.find(
    (event) => event.type === 'PersonReplaced' && event.seq > seq && text(event.data, 'mandateId') === seat.id,
  );
  return later === undefined ? seat.holder : text(later.data, 'was');
}

/** What people give in a task while it is open. */
const answers: ReadonlySet<string> = new Set([
  'BallotCast',
  'AssessmentGiven',
  'RemarkMade',
  'StatementGiven',
  'ConclusionDrafted',
  'ConclusionsSigned',
  'SelectionProposed',
  'GroupsProposed',
  'GroupsConfirmed',
  'MemberAppointed',
  'DocumentSubmitted',
  'DocumentAgreed',
  'NominationSentForBacking',
  'Published',
]);

export const rights: readonly Invariant[] = [
  {
    name: 'No answer counts from anybody who does not hold the seat or stand in for it',
    breaches: ({ round }) => {
      const standIns = new Set<string>();
      return round.events.flatMap(({ type, data, actor, at, seq }) => {
        if (type === 'SubstituteCalled') {
          standIns.add([text(data, 'taskId'), text(data, 'mandateId'), text(data, 'personId')].join(' '));
        }
        if (type !== 'BallotCast' && type !== 'AssessmentGiven') return [];
        const taskId = text(data, 'taskId');
        const seat = seatsOf(round, taskId, dayOf(round, at)).find(({ id }) => id === text(data, 'mandateId'));
        const giver = text(data, 'givenBy') || actor;
        const mayAnswer =
          seat !== undefined &&
          (heldBy(round, seat, seq) === giver ||
            standIns.has([taskId, seat.id, giver].join(' ')) ||
            (data['instead'] === true && seat.substitute === giver));
        return mayAnswer ? [] : [`no. ${seq}: ${type} in ${taskId} without a seat.`];
      });
    },
  },
  {
    name: 'No answer counts that came after its task was closed or before it was open',
    breaches: ({ round }) => {
      const open = new Set<string>();
      return round.events.flatMap(({ type, data, seq }) => {
        const taskId = text(data, 'taskId');
        if (type === 'TaskOpened' || type === 'TaskReopened') open.add(taskId);
        if (type === 'TaskClosed') open.delete(taskId);
        const isAnswer = answers.has(type) && round.tasks.has(taskId);
        return isAnswer && !open.has(taskId) ? [`no. ${seq}: ${type} in ${taskId}, which was not open.`] : [];
      });
    },
  },
  {
    name: 'Everyone assessed every nomination at most once unless he changed it',
    breaches: ({ round }) => {
      const given = round.events.filter(({ type }) => type === 'AssessmentGiven');
      const seen = new Map<string, string>();
      return given.flatMap(({ data, seq }) => {
        const key = ['taskId', 'nominationId', 'mandateId'].map((id) => text(data, id)).join(' ');
        const content = JSON.stringify([object(data, 'scores'), data['evidence'], object(data, 'texts')]);
        const isRepeat = seen.get(key) === content;
        seen.set(key, content);
        return isRepeat ? [`no. ${seq} repeats an assessment word for word.`] : [];
      });
    },
  },
];
