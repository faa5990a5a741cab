// Given, when, then over the pure deciders: what stands, what is asked, what comes of it (STYLE.md §3).
// Every state is frozen before the rules see it, so a fold that changes in place fails its test. No I/O, no clock: a step
// without a time comes one second after the one before it.
/* oxlint-disable jest/no-standalone-expect -- the checks of a story are made for its test, in the harness it calls */
import type { Instant } from '../../services/process/calendar';
import type { Actor } from '../../services/process/context';
import type { PersonId } from '../../services/process/ids';
import type { Decision } from '../../services/process/decision';
import type { RoundCommand } from '../../services/process/round/commands';
import { roundDecider } from '../../services/process/round/decider';
import type { RoundEvent } from '../../services/process/round/events';
import type { RoundRefusal } from '../../services/process/round/refusals';
import type { RoundState } from '../../services/process/round/state';
import { calendarOf } from '../../services/schedule/calendar';

export * from './builders';

/** The shape every decider has; the same as the store's port, told again so that rule tests import no storage. */
export interface Machine<State, Command, Event, Refusal> {
  readonly initial: State;
  decide(
    command: Command,
    state: State,
    context: { readonly actor: Actor; readonly now: Instant },
  ): Decision<Event, Refusal>;
  evolve(state: State, recorded: { readonly event: Event; readonly by: PersonId | null; readonly at: Instant }): State;
}

/** One wish: by whom, when (else a second after the last), and what; what may be read off the state it meets. */
export interface Step<State, Command> {
  readonly actor: Actor;
  readonly at: Instant | null;
  readonly command: Command | ((state: State) => Command);
}

export type RoundStep = Step<RoundState | null, RoundCommand>;

/** Monday morning, Copenhagen winter time: the first step's time unless it says otherwise. */
export const monday: Instant = '2027-01-11T08:00:00.000Z';

export function freeze<Value>(value: Value): Value {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
  return value;
}

interface Told<State, Event> {
  readonly state: State;
  readonly events: readonly Event[];
  readonly now: Instant;
}

/** What came of a command. Each check returns the same, so several can be said of one. */
export class Outcome<State, Event, Refusal extends { readonly name: string }> {
  constructor(
    readonly decision: Decision<Event, Refusal>,
    /** The state after the command. */
    readonly state: State,
  ) {}

  /** Accepted; each expected event must stand, in this order, with at least the fields named. */
  thenEvents(...expected: readonly (string | object)[]): this {
    const found = this.events();
    expect(found.map(typeOf)).toEqual(expected.map(typeOf));
    expected.forEach((event, index) => {
      if (typeof event !== 'string') expect(found[index]).toMatchObject(event);
    });
    return this;
  }

  thenRefused(name: Refusal['name'], details: object = {}): this {
    expect(this.decision).toMatchObject({ kind: 'refused', refusal: { name, ...details } });
    return this;
  }

  thenUnchanged(): this {
    expect(this.decision).toEqual({ kind: 'unchanged' });
    return this;
  }

  thenState(check: (state: NonNullable<State>) => void): this {
    if (this.state === null || this.state === undefined) throw new Error('nothing stands yet');
    check(this.state);
    return this;
  }

  events(): readonly Event[] {
    if (this.decision.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(this.decision)}`);
    return this.decision.events;
  }
}

function typeOf(event: unknown): unknown {
  return typeof event === 'object' && event !== null && 'type' in event ? event.type : event;
}

/** Tells stories of one decider: `given(...steps).when(step).then…`. A given step that is refused fails the test. */
export function storiesOf<State, Command, Event, Refusal extends { readonly name: string }>(
  machine: Machine<State, Command, Event, Refusal>,
) {
  type Of = Told<State, Event>;

  function attempt(
    told: Of,
    step: Step<State, Command>,
  ): { readonly outcome: Outcome<State, Event, Refusal>; readonly now: Instant } {
    const now = step.at ?? secondsAfter(told.now, 1);
    const command = freeze(resolve(step.command, told.state));
    const decision = machine.decide(command, told.state, { actor: step.actor, now });
    const by = step.actor.kind === 'person' ? step.actor.personId : null;
    const events = decision.kind === 'accepted' ? decision.events : [];
    const state = events.reduce(
      (folded, event) => freeze(machine.evolve(folded, freeze({ event, by, at: now }))),
      told.state,
    );
    return { outcome: new Outcome(decision, state), now };
  }

  function follow(told: Of, step: Step<State, Command>): Of {
    const { outcome, now } = attempt(told, step);
    if (outcome.decision.kind === 'refused') {
      throw new Error(`a given step was refused: ${JSON.stringify(outcome.decision.refusal)}`);
    }
    const events = outcome.decision.kind === 'accepted' ? outcome.decision.events : [];
    return { state: outcome.state, events: [...told.events, ...events], now };
  }

  return function given(...steps: readonly Step<State, Command>[]) {
    const told = steps.reduce<Of>(follow, {
      state: freeze(machine.initial),
      events: [],
      now: secondsAfter(monday, -1),
    });
    return {
      when: (step: Step<State, Command>) => attempt(told, step).outcome,
      /** What stands after the given steps. */
      state: told.state,
      /** All events so far. */
      events: told.events,
      now: told.now,
    };
  };
}

function resolve<State, Command>(command: Step<State, Command>['command'], state: State): Command {
  return typeof command === 'function' ? (command as (state: State) => Command)(state) : command;
}

export function secondsAfter(at: Instant, seconds: number): Instant {
  return new Date(Date.parse(at) + seconds * 1_000).toISOString();
}

/** The real decider with the real calendar. */
export const roundMachine: Machine<RoundState | null, RoundCommand, RoundEvent, RoundRefusal> =
  roundDecider(calendarOf);

export const given = storiesOf(roundMachine);
