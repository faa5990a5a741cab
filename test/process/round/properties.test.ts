// What must always hold of a round, whatever is asked of it, by whom, when, and in which order.
import * as fc from 'fast-check';
import type { ChoiceId } from '../../../services/process/definition/schema';
import type { RoundCommand } from '../../../services/process/round/commands';
import type { Recorded, RoundEvent } from '../../../services/process/round/events';
import { due } from '../../../services/process/round/due';
import { outstanding } from '../../../services/process/round/outstanding';
import { reminders } from '../../../services/process/round/reminders';
import type { RoundState, TaskResult } from '../../../services/process/round/state';
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
import { definition, start, stepsOf, wishes } from './arbitrary';

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
  it('nothing throws, and every question can be answered afterwards', () => {
    fc.assert(
      fc.property(wishes, (some) => {
        const { state } = play([start, ...stepsOf(some)]);
        if (state === null) throw new Error('no round');
        for (const now of ['2027-01-12T08:00:00.000Z', '2027-03-01T08:00:00.000Z']) {
          outstanding(state, calendar.dateOf(now));
          reminders(state, now, calendar);
          due(state, now, calendar);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the fold of the record is the state, after any restart and through JSON', () => {
    fc.assert(
      fc.property(wishes, (some) => {
        const { state, log } = play([start, ...stepsOf(some)]);
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
      fc.property(wishes, (some) => {
        play([start, ...stepsOf(some)], (command, step, after) => {
          // A remark is one of many: said twice is said twice, unless the shell knows it for the same click.
          if (command.type === 'MakeRemark') return;
          const again = roundMachine.decide(command, after, { actor: step.actor, now: step.at ?? '' });
          expect([command.type, again.kind]).not.toEqual([command.type, 'accepted']);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('nothing more follows by itself: what a command leads to is in its own commit', () => {
    fc.assert(
      fc.property(wishes, (some) => {
        play([start, ...stepsOf(some)], (command, step, after) => {
          if (command.type !== 'Advance') return;
          expect(due(after, step.at ?? '', calendar)).toEqual([]);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('a task opens once and closes once, and a closed round stays closed', () => {
    fc.assert(
      fc.property(wishes, (some) => {
        const { log } = play([start, ...stepsOf(some)]);
        const moments = log.flatMap(({ event }) =>
          event.type === 'TaskOpened' || event.type === 'TaskClosed' ? [`${event.type} ${event.taskId}`] : [],
        );
        expect(new Set(moments).size).toBe(moments.length);
        const end = log.findIndex(({ event }) => event.type === 'RoundClosed');
        expect(end === -1 || end === log.length - 1).toBe(true);
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
