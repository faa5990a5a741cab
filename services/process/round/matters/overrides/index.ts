// Overrides: one proposes with a typed reason, another confirms, and it takes effect and is told at once.
// Decides only who and when; what follows is effects.ts, and what a channel is told is delivery's.
import type { LocalDate } from '../../../calendar';
import type { Context } from '../../../context';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import { as, type FieldId, type OverrideId } from '../../../ids';
import { has } from '../../../text';
import type { Recorded, RoundEvent } from '../../events';
import { bySecretariat } from '../../lifecycle/rights';
import type { OutstandingTask } from '../../outstanding';
import type { RoundRefusal } from '../../refusals';
import type { RoundState } from '../../state';
import { today } from '../../view';
import type { MatterRules } from '../matter';
import { secondsOf, taskOfChange } from './authority';
import { effectsOf } from './effects';
import type { OverrideCommand } from './messages';
import type { Override, Overrides } from './state';

type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends OverrideCommand['type']> = Extract<OverrideCommand, { type: Type }>;

export const overrides: MatterRules<'overrides'> = {
  begin: { all: {}, replaced: {} },
  decide(command, round, context) {
    switch (command.type) {
      case 'ProposeOverride':
        return propose(command, round, context);
      case 'ConfirmOverride':
        return confirm(command, round, context);
      case 'DeclineOverride':
        return decline(command, round, context);
      default:
        return unchanged;
    }
  },
  evolve,
  outstanding,
  settle: () => [],
  moments: () => [],
  holdsBack: () => false,
};

/** Overrides in the order they were proposed. */
export function overridesOf(round: RoundState): readonly Override[] {
  return Object.values(round.matters.overrides.all);
}

/** By the secretariat, with a reason; what could not be done now is refused at once. */
function propose(command: Command<'ProposeOverride'>, round: RoundState, context: Context): Outcome {
  const { overrideId, change, texts } = command;
  if (!bySecretariat(round, context)) return refused({ name: 'NotSecretariat' });
  if (overrideOf(round, overrideId) !== undefined) return unchanged;
  if (!has(texts, as<FieldId>('reason'))) return refused({ name: 'ReasonMissing' });
  const effects = effectsOf(round, change, texts, context);
  if ('name' in effects) return refused(effects);
  return accepted({ type: 'OverrideProposed', overrideId, change, texts });
}

/** By a second person, who is shown what it is and why. */
function confirm({ overrideId }: Command<'ConfirmOverride'>, round: RoundState, context: Context): Outcome {
  const found = overrideOf(round, overrideId);
  if (found === undefined) return refused({ name: 'UnknownOverride' });
  if (found.status === 'done') return unchanged;
  if (found.status === 'declined') return refused({ name: 'OverrideDeclined' });
  if (!isSecond(found, round, context)) return refused({ name: 'SecondPersonNeeded' });
  const effects = effectsOf(round, found.change, found.texts, context);
  if ('name' in effects) return refused(effects);
  return accepted({ type: 'OverrideConfirmed', overrideId }, ...effects.events);
}

/** The second person needs a reason to say no; the first takes back his own without. */
function decline({ overrideId, texts }: Command<'DeclineOverride'>, round: RoundState, context: Context): Outcome {
  const found = overrideOf(round, overrideId);
  if (found === undefined) return refused({ name: 'UnknownOverride' });
  if (found.status === 'declined') return unchanged;
  if (found.status === 'done') return refused({ name: 'OverrideDone' });
  const isOwn = context.actor.kind === 'person' && context.actor.personId === found.by;
  if (!isOwn && !isSecond(found, round, context)) return refused({ name: 'SecondPersonNeeded' });
  if (!isOwn && !has(texts, as<FieldId>('reason'))) return refused({ name: 'ReasonMissing' });
  return accepted({ type: 'OverrideDeclined', overrideId, texts });
}

function overrideOf(round: RoundState, id: OverrideId): Override | undefined {
  return Object.hasOwn(round.matters.overrides.all, id) ? round.matters.overrides.all[id] : undefined;
}

function isSecond(override: Override, round: RoundState, context: Context): boolean {
  const { actor } = context;
  return (
    actor.kind === 'person' &&
    secondsOf(round, override, today(context)).some(({ personId }) => personId === actor.personId)
  );
}

function evolve(slice: Overrides, { event, by, at }: Recorded<RoundEvent>): Overrides {
  switch (event.type) {
    case 'OverrideProposed': {
      const { overrideId: id, change, texts } = event;
      if (by === null) return slice;
      return withOverride(slice, { id, change, texts, by, at, status: 'proposed', second: null });
    }
    case 'OverrideConfirmed':
    case 'OverrideDeclined': {
      const found = slice.all[event.overrideId];
      if (found === undefined || by === null) return slice;
      const isDone = event.type === 'OverrideConfirmed';
      const second = { by, at, texts: isDone ? null : event.texts };
      return withOverride(slice, { ...found, status: isDone ? 'done' : 'declined', second });
    }
    case 'PersonReplaced': {
      const was = slice.replaced[event.mandateId]?.was ?? event.was;
      return { ...slice, replaced: { ...slice.replaced, [event.mandateId]: { was, is: event.personId } } };
    }
    default:
      return slice;
  }
}

function withOverride(slice: Overrides, override: Override): Overrides {
  return { ...slice, all: { ...slice.all, [override.id]: override } };
}

/** Everyone who may be the second is asked, until one of them has answered. */
function outstanding(round: RoundState, date: LocalDate): readonly OutstandingTask[] {
  return overridesOf(round).flatMap((override) => {
    const taskId = taskOfChange(round, override.change);
    if (override.status !== 'proposed' || taskId === null) return [];
    const entries = secondsOf(round, override, date).map(({ personId, bodyId }) => ({
      personId,
      mandateId: null,
      bodyId,
      wanted: 'override' as const,
      left: 1,
      total: 1,
      nominationIds: [],
    }));
    const matter = `override:${override.id}`;
    return [{ taskId, matter, deadlineAt: null, deadlineSetAt: override.at, deadlineRevision: 0, entries }];
  });
}
