// A refusal or failure as a sentence and as a card. Every name has its sentence; the type proves it.
import type { Card, Surface } from '../card';
import { execute } from '../card';
import type { Fault } from '../fault';
import type { Said } from '../api';
import type { Texts } from '../texts';
import { textsOf } from '../texts';
import type { Language } from '../../services/process/words';
import { plainCard } from './plain';

/** The calm sentence for a fault. Never holds what was typed: it may be a CPR number. */
export function faultSentence(t: Texts, fault: Fault): string {
  return t.faults[fault.name];
}

/** Faults after which the newest tasks are the way on. */
const tasksNext: ReadonlySet<Fault['name']> = new Set<Fault['name']>([
  'StaleCard',
  'UnknownTask',
  'TaskClosed',
  'TaskNotOpen',
  'NotThisTask',
  'AnswerChangedMeanwhile',
]);

/** Faults after which only trying again helps: a button would lead away from what was being done. */
const tryAgain: ReadonlySet<Fault['name']> = new Set<Fault['name']>(['NotSaved', 'TooManyRequests', 'CprNumber']);

/** In a dialog it has no button: only submits can be pressed there, and the dialog's own cross closes it. */
export function faultCard(input: {
  readonly fault: Fault;
  readonly language: Language;
  readonly surface?: Surface;
}): Card {
  const { fault, language } = input;
  const t = textsOf(language);
  if (input.surface === 'dialog') return plainCard({ language }, faultSentence(t, fault));
  const way = tasksNext.has(fault.name)
    ? [execute(t.task.myTasks, 'tasks.show', {})]
    : tryAgain.has(fault.name)
      ? []
      : [execute(t.personal.help, 'help.show', {})];
  return plainCard({ language }, faultSentence(t, fault), [], way);
}

export function saidCard({ said, language }: { readonly said: Said; readonly language: Language }): Card {
  return plainCard({ language }, textsOf(language).said[said]);
}
