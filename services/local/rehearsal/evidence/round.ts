// Folds the events of one round's stream. A second opinion on the rules: it takes each event at its word and no more.
import type {
  Box,
  ExportedRecord,
  Json,
  RecordedBallot,
  RecordedEvent,
  RecordedNomination,
  RecordedRound,
  RecordedTask,
  Seat,
} from './record';
import { eventsOf, list, object, text, texts } from './record';
import { isObject } from '../players/cards';

interface Folding {
  id: string;
  definition: Json;
  previous: string | null;
  carriedIn: string[];
  tasks: Map<string, RecordedTask>;
  nominations: Map<string, RecordedNomination>;
  seats: Map<string, Seat>;
  ballots: Map<string, Map<string, RecordedBallot>>;
  instead: Map<string, Map<string, RecordedBallot>>;
  boxes: Map<string, Box>;
  disqualified: Set<string>;
  proposedGroups: readonly Json[];
  drafts: Map<string, Map<string, string>>;
  groups: number;
  next: string | null;
  carriedOver: readonly string[];
  closed: boolean;
}

/** All rounds of a record, by the order in which they were started. */
export function roundsOf(record: ExportedRecord): readonly RecordedRound[] {
  const byStream = new Map<string, RecordedEvent[]>();
  for (const event of eventsOf(record)) {
    const events = byStream.get(event.streamId) ?? [];
    events.push(event);
    byStream.set(event.streamId, events);
  }
  const rounds = [...byStream]
    .filter(([streamId]) => streamId.startsWith('round/'))
    .map(([streamId, events]) => roundOf(events, headOf(record, streamId)));
  return rounds.toSorted((one, other) => (startOf(one) < startOf(other) ? -1 : 1));
}

function startOf(round: RecordedRound): string {
  return round.events[0]?.at ?? '';
}

function headOf(record: ExportedRecord, streamId: string): string {
  return record.commits.findLast((commit) => commit.streamId === streamId)?.hash ?? '';
}

function roundOf(events: readonly RecordedEvent[], headHash: string): RecordedRound {
  const state: Folding = {
    id: '',
    definition: {},
    previous: null,
    carriedIn: [],
    tasks: new Map(),
    nominations: new Map(),
    seats: new Map(),
    ballots: new Map(),
    instead: new Map(),
    boxes: new Map(),
    disqualified: new Set(),
    proposedGroups: [],
    drafts: new Map(),
    groups: 0,
    next: null,
    carriedOver: [],
    closed: false,
  };
  for (const event of events) fold(state, event);
  return { ...state, headHash, events };
}

function fold(state: Folding, event: RecordedEvent): void {
  lifecycle(state, event);
  nominating(state, event);
  deciding(state, event);
}

function lifecycle(state: Folding, { type, data, at }: RecordedEvent): void {
  switch (type) {
    case 'RoundStarted':
      return started(state, data);
    case 'OrganisationFollowed':
      for (const seat of list(data, 'mandates').filter(isObject)) noteSeat(state, seat);
      for (const id of texts(data, 'removed')) state.seats.delete(id);
      return;
    case 'PersonReplaced': {
      const seat = state.seats.get(text(data, 'mandateId'));
      if (seat !== undefined) state.seats.set(seat.id, { ...seat, holder: text(data, 'personId') });
      return;
    }
    case 'TaskOpened': {
      const task = state.tasks.get(text(data, 'taskId'));
      if (task !== undefined) task.openedAt = at;
      return;
    }
    case 'TaskClosed': {
      const task = state.tasks.get(text(data, 'taskId'));
      if (task === undefined) return;
      const result = object(data, 'result');
      task.closedAt = at;
      task.asOf = text(data, 'asOf');
      task.outcome = text(result, 'outcome');
      task.arithmetic = object(result, 'arithmetic');
      return;
    }
    case 'RoundClosed':
      state.closed = true;
      state.next = text(data, 'next') || null;
      state.carriedOver = texts(data, 'carriedOver');
  }
}

function started(state: Folding, data: Json): void {
  state.id = text(data, 'roundId');
  state.definition = object(data, 'definition');
  state.previous = text(data, 'previous') || null;
  state.carriedIn = list(data, 'carriedOver')
    .filter(isObject)
    .map((nomination) => text(nomination, 'id'));
  for (const seat of Object.values(object(object(data, 'electorate'), 'mandates')).filter(isObject)) {
    noteSeat(state, seat);
  }
  for (const step of list(state.definition, 'steps').filter(isObject)) {
    for (const definition of list(step, 'tasks').filter(isObject)) noteTask(state, definition);
  }
}

function noteTask(state: Folding, definition: Json): void {
  const id = text(definition, 'id');
  state.tasks.set(id, {
    id,
    kind: text(definition, 'kind'),
    definition,
    openedAt: null,
    closedAt: null,
    asOf: null,
    outcome: '',
    arithmetic: {},
  });
}

function noteSeat(state: Folding, seat: Json): void {
  const id = text(seat, 'id');
  state.seats.set(id, {
    id,
    bodyId: text(seat, 'bodyId'),
    role: text(seat, 'role'),
    holder: text(seat, 'holder'),
    substitute: text(seat, 'substitute'),
    speaksFor: text(seat, 'speaksFor'),
    validFrom: text(seat, 'validFrom') || null,
    validTo: text(seat, 'validTo') || null,
  });
}

function nominating(state: Folding, { type, data }: RecordedEvent): void {
  const id = text(data, 'nominationId');
  const known = state.nominations.get(id);
  switch (type) {
    case 'NominationSentForBacking':
      state.nominations.set(id, {
        id,
        number: null,
        conclusion: null,
        decision: null,
        groupId: null,
        ...known,
        nominators: texts(data, 'nominators'),
        status: 'sent',
      });
      return;
    case 'NominationSubmitted':
      if (known !== undefined) Object.assign(known, { status: 'submitted', number: text(data, 'number') });
      return;
    case 'NominationReturned':
      if (known !== undefined) known.status = 'returned';
      return;
    case 'NominationRevised':
      // A returned text that is sent again waits for its backing as before; a submitted one stays submitted.
      if (known?.status === 'returned') known.status = 'sent';
      return;
    case 'NominationsMerged':
    case 'MergeUndone':
      for (const from of texts(data, 'from')) {
        const part = state.nominations.get(from);
        if (part !== undefined) part.status = type === 'NominationsMerged' ? 'merged' : 'submitted';
      }
      noteNominators(state, text(data, 'into'), object(data, 'parties'));
      return;
    case 'NominationWithdrawn':
      if (known !== undefined) known.status = 'withdrawn';
  }
}

/** Who stands behind a nomination after others have become part of it, or have left it again. */
function noteNominators(state: Folding, id: string, parties: Json): void {
  const nomination = state.nominations.get(id);
  if (nomination !== undefined) nomination.nominators = texts(parties, 'nominators');
}

function deciding(state: Folding, { type, data, actor }: RecordedEvent): void {
  switch (type) {
    case 'NewBallotCalled':
    case 'TaskReopened':
      // Everyone answers anew.
      state.ballots.delete(text(data, 'taskId'));
      state.instead.delete(text(data, 'taskId'));
      state.boxes.delete(text(data, 'taskId'));
      return;
    case 'BallotCast': {
      // For some nominations alone, in place of whoever is held out of them: not the seat's answer to the whole.
      const given = data['instead'] === true ? state.instead : state.ballots;
      const ofTask = given.get(text(data, 'taskId')) ?? new Map<string, RecordedBallot>();
      const by = text(data, 'givenBy') || actor;
      ofTask.set(text(data, 'mandateId'), { ballot: object(data, 'ballot'), by, without: texts(data, 'without') });
      given.set(text(data, 'taskId'), ofTask);
      return;
    }
    case 'DecidedAtMeeting': {
      // In place of what was answered in writing before.
      const choices = Object.entries(object(data, 'choices'));
      const givers = object(data, 'givers');
      const given = choices.map(([seat, choice]): [string, RecordedBallot] => {
        const giver = object(givers, seat);
        return [seat, { ballot: { choice }, by: text(giver, 'by') || actor, without: texts(giver, 'without') }];
      });
      state.ballots.set(text(data, 'taskId'), new Map(given));
      return;
    }
    case 'BoxOpened': {
      const choices = list(data, 'ballots')
        .filter(isObject)
        .map((ballot) => text(ballot, 'choice'));
      state.boxes.set(text(data, 'taskId'), { voted: texts(data, 'voted'), choices });
      return;
    }
    case 'ConflictRuled': {
      const key = `${text(data, 'personId')} ${text(data, 'nominationId')}`;
      if (text(data, 'outcome') === 'disqualified') state.disqualified.add(key);
      else state.disqualified.delete(key);
      return;
    }
    case 'ConclusionDrafted': {
      const drafts = state.drafts.get(text(data, 'taskId')) ?? new Map<string, string>();
      state.drafts.set(text(data, 'taskId'), drafts.set(text(data, 'nominationId'), text(data, 'outcome')));
      return;
    }
    case 'ConclusionsSigned':
      for (const id of texts(data, 'nominationIds')) {
        const nomination = state.nominations.get(id);
        const outcome = state.drafts.get(text(data, 'taskId'))?.get(id);
        if (nomination !== undefined) nomination.conclusion = outcome ?? null;
      }
      return;
    case 'NominationsSelected':
      decide(state, texts(data, 'selected'), 'selected');
      decide(state, texts(data, 'notSelected'), 'notSelected');
      return;
    case 'GroupsProposed':
      state.proposedGroups = list(data, 'groups').filter(isObject);
      return;
    case 'GroupsConfirmed':
      state.groups = state.proposedGroups.length;
      for (const group of state.proposedGroups) grouped(state, group);
  }
}

function decide(state: Folding, ids: readonly string[], decision: 'selected' | 'notSelected'): void {
  for (const id of ids) {
    const nomination = state.nominations.get(id);
    if (nomination !== undefined) nomination.decision = decision;
  }
}

function grouped(state: Folding, group: Json): void {
  for (const id of texts(group, 'nominationIds')) {
    const nomination = state.nominations.get(id);
    if (nomination !== undefined) nomination.groupId = text(group, 'id');
  }
}
