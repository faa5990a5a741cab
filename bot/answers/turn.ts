// One wish of one person: who, where, when, in which language. Made once per activity and handed to whoever answers.
import type { Surface } from '../../cards/card';
import type { Fault } from '../../cards/fault';
import type { Lookups, Viewer } from '../../cards/view';
import type { Calendar, Instant, LocalDate } from '../../services/process/calendar';
import type { RoundId } from '../../services/process/ids';
import type { RoundState } from '../../services/process/round/state';
import type { CommitHead, Person } from '../../services/store/ports';
import type { Language } from '../../services/process/words';
import type { Parts } from '../parts';
import type { Place } from '../teams/incoming';
import type { ChosenMessage } from '../teams/wish';

export interface Turn {
  readonly parts: Parts;
  readonly person: Person;
  readonly language: Language;
  readonly place: Place;
  /** Receipt at the edge. */
  readonly now: Instant;
  /** Whether a form stands in a dialog or as a card in the chat. */
  readonly surface: Surface;
  /** Something typed that must not be kept (a CPR number) has been taken out: the form is shown again with this fault. */
  readonly refused: Fault | null;
  /** The message it was wished on ("Føj til sagen"). */
  readonly message: ChosenMessage | null;
}

export function viewerOf(turn: Turn): Viewer {
  return { personId: turn.person.id, language: turn.language };
}

/** A round as it stands now, with what a card of it needs. */
export interface Standing {
  readonly round: RoundState;
  readonly head: CommitHead;
  readonly calendar: Calendar;
  readonly date: LocalDate;
}

export async function standingOf(turn: Turn, roundId: RoundId): Promise<Standing | null> {
  const found = await turn.parts.rounds.read(roundId);
  return found === null || found.state === null ? null : standing(turn, found.state, found.head);
}

/** As far as this process knows, without asking the database: for finding one's way to a command (ports.ts). */
export async function knownStanding(turn: Turn, roundId: RoundId): Promise<Standing | null> {
  const known = turn.parts.rounds.known(roundId);
  return known === null || known.state === null ? standingOf(turn, roundId) : standing(turn, known.state, known.head);
}

export function standing(turn: Turn, round: RoundState, head: CommitHead): Standing {
  const calendar = turn.parts.calendarOf(round.definition.calendar);
  return { round, head, calendar, date: calendar.dateOf(turn.now) };
}

/** Makes something of a round with names and texts at hand. */
export async function looking<Made>(turn: Turn, calendar: Calendar, make: (look: Lookups) => Made): Promise<Made> {
  return turn.parts.look({ now: turn.now, calendar }, make);
}

/** All rounds, oldest first. */
export async function allRounds(turn: Turn): Promise<readonly Standing[]> {
  const ids = await turn.parts.rounds.list();
  const found = await Promise.all(ids.map(async (id) => turn.parts.rounds.read(id)));
  return found
    .flatMap((entry) => (entry === null || entry.state === null ? [] : [standing(turn, entry.state, entry.head)]))
    .sort((a, b) => (a.round.startsAt < b.round.startsAt ? -1 : 1));
}
