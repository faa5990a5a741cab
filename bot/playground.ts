// Cards as Microsoft's Agents Playground can play them: it opens no dialogs and finds no people (docs/playground.md), so a
// button that would open a dialog asks for the same form as a card, and a people picker is a list. Used beside it alone.
import type { Card } from '../cards/card';
import type { Messenger } from '../services/delivery/messenger';
import type { Answer } from './answers/answer';

/** Somebody the Playground shows by itself, by Entra object id. */
export interface Played {
  readonly name: string;
  readonly aadObjectId: string;
}

export type Draw = <Drawn>(card: Drawn) => Drawn;

/** `people`: who can be chosen where Teams would search its directory. */
export function drawFor(people: readonly Played[]): Draw {
  const choices = people.map(({ name, aadObjectId }) => ({ title: name, value: aadObjectId }));
  const drawn = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(drawn);
    if (!(node instanceof Object)) return node;
    const element = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, drawn(value)]));
    if ('choices.data' in element) return listed(element, choices);
    return opensDialog(element) ? asked(element) : element;
  };
  return <Drawn>(card: Drawn) => drawn(card) as Drawn;
}

type Node = Readonly<Record<string, unknown>>;

function opensDialog({ type, data }: Node): boolean {
  const teams: unknown = data instanceof Object ? Reflect.get(data, 'msteams') : undefined;
  return type === 'Action.Submit' && teams instanceof Object && Reflect.get(teams, 'type') === 'task/fetch';
}

function asked({ data, ...button }: Node): Node {
  const carried = Object.fromEntries(Object.entries(data as Node).filter(([key]) => key !== 'msteams'));
  return { ...button, type: 'Action.Execute', verb: carried['verb'], data: carried };
}

function listed(input: Node, choices: readonly Node[]): Node {
  const known = Object.entries(input).filter(([key]) => key !== 'choices.data');
  return { ...Object.fromEntries(known), choices, style: 'compact' };
}

export function drawnAnswer(draw: Draw, answer: Answer): Answer {
  return answer.kind === 'card' || answer.kind === 'dialog' ? { ...answer, card: draw<Card>(answer.card) } : answer;
}

export function drawing(messenger: Messenger, draw: Draw): Messenger {
  return {
    post: async (to, message) => messenger.post(to, draw(message)),
    update: async (address, messageId, message) => messenger.update(address, messageId, draw(message)),
  };
}
