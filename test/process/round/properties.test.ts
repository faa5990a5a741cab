// What must always hold of a round, whatever is asked of it, by whom, when, and in which order.
import * as fc from 'fast-check';
import type { ChoiceId } from '../../../services/process/definition/schema';
import type { RoundCommand } from '../../../services/process/round/commands';
import type { Recorded, RoundEvent } from '../../../services/process/round/events';
import { due } from '../../../services/process/round/due';
import { outstanding } from '../../../services/process/round/outstanding';
import { reminders } from '../../../services/process/round/reminders';
import { countedIn } from '../../../services/process/round/kinds/assess/coverage';
import type { TaskView } from '../../../services/process/round/kinds/kind';
import { conflictsIn } from '../../../services/process/round/matters/impartiality/standing';
import { settle } from '../../../services/process/round/settle';
import type { RoundState, TaskResult } from '../../../services/process/round/state';
import { ask } from '../../../services/process/round/view';
import { calendarOf } from '../../../services/schedule/calendar';
import type { RoundStep } from '../given';
import {
  castBallot,
  definitionWith,
  electorateOf,
  freeze,
  given,
  roundMachine,
  seat,
  started,
  submittedNomination,
  taskId,
  tick,
} from '../given';
import { beginnings, definition, stepsOf, wishes } from './arbitrary';

const calendar = calendarOf(definition.calendar);

interface Arithmetic {
  readonly quorum: Readonly<Record<string, number>>;
  readonly vote: Readonly<Record<string, number>>;
  readonly choices: Readonly<Record<string, number>>;
}

interface Played {
  readonly state: RoundState | null;
  readonly log: readonly Recorded<RoundEvent>[];
}

/** Plays steps one after the other, refused ones leaving nothing; `seen` looks at every accepted one. */
function play(
  steps: readonly RoundStep[],
  seen: (command: RoundCommand, step: RoundStep, after: RoundState) => void = () => {},
): Played {
  let state: RoundState | null = null;
  const log: Recorded<RoundEvent>[] = [];
  for (const step of steps) {
    const command: RoundCommand = typeof step.command === 'function' ? step.command(state) : step.command;
    const now = step.at ?? '2027-01-11T08:00:00.000Z';
    const decision = roundMachine.decide(command, state, { actor: step.actor, now });
    if (decision.kind !== 'accepted') continue;
    const by = step.actor.kind === 'person' ? step.actor.personId : null;
    for (const event of decision.events) {
      const recorded = freeze({ event, by, at: now });
      log.push(recorded);
      state = freeze(roundMachine.evolve(state, recorded));
    }
    if (state !== null) seen(command, step, state);
  }
  return { state, log };
}

const names = Array.from({ length: 9 }, (_, index) => `p${index}`);

/** The answers of the first of nine to a vote; null for none. */
function castAll(chosen: readonly (ChoiceId | null)[]): readonly RoundStep[] {
  return chosen.flatMap((choice, index) =>
    choice === null ? [] : [castBallot({ by: names[index] ?? '', task: 'valg', choice })],
  );
}

describe('whatever is asked of a round', () => {
  it('much is under way in the second of the beginnings', () => {
    const { state } = play(fc.sample(beginnings, { numRuns: 20 }).find((steps) => steps.length > 1) ?? []);
    expect(state?.matters.overrides.all).toMatchObject({ o1: { status: 'proposed' } });
    expect(state?.matters.obligations.all).toMatchObject({ 'godkend.0.1': { status: 'reported' } });
    expect(state?.matters.meetings).toMatchObject({ mo1: { attendance: { apologies: [] } } });
    expect(state?.matters.impartiality.conflicts).toMatchObject({
      n1: { bo: { ruling: { outcome: 'disqualified' } } },
    });
  });

  it('nothing throws, and every question can be answered afterwards', () => {
    fc.assert(
      fc.property(beginnings, wishes, (begun, some) => {
        const { state } = play([...begun, ...stepsOf(some)]);
        if (state === null) throw new Error('no round');
        for (const now of ['2027-01-12T08:00:00.000Z', '2027-03-01T08:00:00.000Z']) {
          outstanding(state, calendar.dateOf(now));
          reminders(state, now, calendar);
          due(state, now, calendar);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('the fold of the record is the state, after any restart and through JSON', () => {
    fc.assert(
      fc.property(beginnings, wishes, (begun, some) => {
        const { state, log } = play([...begun, ...stepsOf(some)]);
        const read = JSON.parse(JSON.stringify(log)) as readonly Recorded<RoundEvent>[];
        expect(
          read.reduce<RoundState | null>((folded, recorded) => roundMachine.evolve(folded, recorded), null),
        ).toEqual(state);
      }),
      { numRuns: 100 },
    );
  });

  it('a command repeated changes nothing', () => {
    fc.assert(
      fc.property(beginnings, wishes, (begun, some) => {
        play([...begun, ...stepsOf(some)], (command, step, after) => {
          // A remark is one of many: said twice is said twice, unless the shell knows it for the same click.
          if (command.type === 'MakeRemark' || command.type === 'RemarkOnDocument') return;
          const again = roundMachine.decide(command, after, { actor: step.actor, now: step.at ?? '' });
          expect([command.type, again.kind]).not.toEqual([command.type, 'accepted']);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('nothing more follows by itself: what a command leads to is in its own commit', () => {
    fc.assert(
      fc.property(beginnings, wishes, (begun, some) => {
        play([...begun, ...stepsOf(some)], (command, step, after) => {
          if (command.type !== 'Advance') return;
          expect(due(after, step.at ?? '', calendar)).toEqual([]);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('what follows by itself comes to an end, and asked once more nothing does', () => {
    fc.assert(
      fc.property(beginnings, wishes, (begun, some) => {
        play([...begun, ...stepsOf(some)], (_, step, after) => {
          expect(settle(after, { now: step.at ?? '', calendar }, null)).toEqual([]);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('a task waits, is open, is closed, and is opened again only by being taken up; a closed round stays closed', () => {
    fc.assert(
      fc.property(beginnings, wishes, (begun, some) => {
        const { log } = play([...begun, ...stepsOf(some)]);
        const status = new Map<string, string>();
        const goes = (id: string, from: string, to: string): void => {
          expect([id, status.get(id) ?? 'waiting']).toEqual([id, from]);
          status.set(id, to);
        };
        for (const { event } of log) {
          if (event.type === 'TaskOpened') goes(event.taskId, 'waiting', 'open');
          if (event.type === 'TaskClosed') goes(event.taskId, 'open', 'closed');
          if (event.type === 'TaskReopened') {
            goes(event.taskId, 'closed', 'open');
            for (const id of event.setBack) status.set(id, 'waiting');
          }
        }
        const end = log.findIndex(({ event }) => event.type === 'RoundClosed');
        const after = end === -1 ? [] : log.slice(end + 1).map(({ event }) => event.type);
        // What is corrected, noted or told afterwards stands beside it.
        expect(after.filter((type) => type.startsWith('Task') || type === 'BallotCast')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('nobody who is ruled out of a nomination is counted in it, however it came into the record', () => {
    fc.assert(
      fc.property(beginnings, wishes, (begun, some) => {
        const { state } = play([...begun, ...stepsOf(some)]);
        if (state === null) throw new Error('no round');
        for (const { personId, nominationId, ruling, withdrawnAt } of conflictsIn(state)) {
          if (ruling?.outcome !== 'disqualified' || withdrawnAt !== null) continue;
          const asked = ask(state, taskId('vurder'), '2027-01-12');
          const view = asked?.view as TaskView<'assess'>;
          const heard = countedIn(view, nominationId).map(([, { by }]) => by);
          expect(heard).not.toContain(personId);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('every answer entered at a meeting is a seat’s that was there and did not leave, once', () => {
    fc.assert(
      fc.property(beginnings, wishes, (begun, some) => {
        const { state } = play([...begun, ...stepsOf(some)]);
        for (const { attendance, decided } of Object.values(state?.matters.meetings ?? {})) {
          for (const { choices, left } of Object.values(decided)) {
            const seats = Object.keys(choices);
            expect(seats.every((id) => attendance?.present.includes(id as never))).toBe(true);
            expect(seats.some((id) => left.includes(id as never))).toBe(false);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the count of a body’s answers', () => {
  const body = definitionWith([
    { id: 'valg', kind: 'vote' },
    { id: 'prioriter', kind: 'rank' },
  ]);
  const everyone = electorateOf(
    body,
    ...names.map((name) => seat(name, 'udvalg')),
    seat('otto', 'udvalg', { role: 'observer' }),
  );
  const begun = started(body, everyone, {
    carriedOver: ['n1', 'n2', 'n3', 'n4'].map((id, index) => submittedNomination(id, `2026-00${index + 1}`)),
  });
  const choices = fc.constantFrom('for' as const, 'against' as const, 'abstain' as const, null);
  const answers = fc.tuple(...names.map(() => choices));

  const results = (steps: readonly RoundStep[]): Readonly<Record<string, TaskResult | null>> => {
    const { state } = given(begun, ...steps, tick('2027-02-01T08:00:00.000Z'));
    const resultOf = (id: string): TaskResult | null => state?.tasks[taskId(id)]?.result ?? null;
    return { valg: resultOf('valg'), prioriter: resultOf('prioriter') };
  };

  it('is the same in whatever order they came', () => {
    const tier = fc.constantFrom('high', 'middle', 'low', 'not-now');
    const rankings = fc.array(fc.dictionary(fc.constantFrom('n1', 'n2', 'n3', 'n4'), tier, { minKeys: 1 }), {
      minLength: 9,
      maxLength: 9,
    });
    const shuffled = fc.tuple(answers, rankings).chain(([chosen, ranked]) => {
      const steps = [
        ...castAll(chosen),
        ...ranked.map((tiers, index) => castBallot({ by: names[index] ?? '', task: 'prioriter', tiers })),
      ];
      return fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length }));
    });
    fc.assert(
      fc.property(shuffled, ([steps, others]) => {
        expect(results(others)).toEqual(results(steps));
      }),
      { numRuns: 60 },
    );
  });

  it('loses no answer and adds none', () => {
    fc.assert(
      fc.property(answers, (chosen) => {
        const cast = castAll(chosen);
        const arithmetic = results(cast)['valg']?.arithmetic as Arithmetic | undefined;
        fc.pre(arithmetic !== undefined);
        const { quorum, vote, choices: made } = arithmetic;
        expect(quorum['answered']).toBe(cast.length);
        expect(Object.values(made).reduce((sum, count) => sum + count, 0)).toBe(cast.length);
        const sides = (vote['for'] ?? 0) + (vote['against'] ?? 0) + (vote['abstain'] ?? 0);
        expect(sides + (made['wantsMeeting'] ?? 0)).toBe(cast.length);
        expect(sides + (vote['missing'] ?? 0)).toBe(names.length);
      }),
      { numRuns: 100 },
    );
  });

  it('is not moved by anyone without a seat', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom('otto', 'sine', 'fremmed'), (chosen, stranger) => {
        const cast = castAll(chosen);
        const told = given(begun, ...cast);
        told.when(castBallot({ by: stranger, task: 'valg', choice: 'for' })).thenRefused('NoMandate');
        told
          .when(castBallot({ by: stranger, task: 'valg', mandate: 'udvalg-p0', choice: 'for' }))
          .thenRefused('NoMandate');
      }),
      { numRuns: 30 },
    );
  });
});
