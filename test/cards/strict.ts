// What Teams demands of a card, and what we demand beside it (TEAMS.md §2): checked element by element, as one malformed
// element can blank a whole card on a phone. Returns faults in words; an empty list is a good card.
import Ajv from 'ajv';
import { readPress } from '../../cards/verbs';
import { cardSchema } from './schema/adaptive-card';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Node = { readonly [key: string]: Json };

/** Our own cap, far below Teams' 80–100 KB, so that nothing is near the edge. */
export const sizeMax = 40 * 1024;

const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false, discriminator: true }).compile(
  cardSchema,
);

export function faultsOf(card: unknown): readonly string[] {
  const json = JSON.parse(JSON.stringify(card)) as Node;
  const nodes = nodesOf(json);
  return [
    ...schemaFaults(json),
    ...(Buffer.byteLength(JSON.stringify(json), 'utf16le') > sizeMax ? ['larger than 40 KB'] : []),
    ...nodes.flatMap((node) => nodeFaults(node)),
    ...idFaults(nodes),
    ...stringFaults(json, ''),
  ];
}

/** A property as text; anything else is no text and shows as such in the fault. */
function textOf(node: Node, key: string): string {
  const value = node[key];
  return typeof value === 'string' ? value : '';
}

function schemaFaults(json: Node): readonly string[] {
  if (validate(json)) return [];
  return (validate.errors ?? []).slice(0, 5).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

/** Every object with a type, actions and fallbacks too. */
export function nodesOf(json: Json): readonly Node[] {
  if (json === null || typeof json !== 'object') return [];
  if (Array.isArray(json)) return json.flatMap((one: Json) => nodesOf(one));
  const node = json as Node;
  const inner = Object.values(node).flatMap((one) => nodesOf(one));
  return typeof node['type'] === 'string' ? [node, ...inner] : inner;
}

function nodeFaults(node: Node): readonly string[] {
  const type = textOf(node, 'type');
  if (type.startsWith('Input.')) return inputFaults(node);
  if (type.startsWith('Chart.'))
    return nodesOf(node['fallback'] ?? null).length > 0 ? [] : [`${type} without fallback`];
  if (type === 'Action.Execute' || type === 'Action.Submit') return actionFaults(node);
  if (type === 'TextBlock') return textFaults(textOf(node, 'text'));
  return [];
}

function inputFaults(node: Node): readonly string[] {
  const id = textOf(node, 'id');
  const label = node['label'];
  return [
    ...(typeof label === 'string' && label.trim() !== '' ? [] : [`input ${id} without label`]),
    ...(node['isRequired'] === true && typeof node['errorMessage'] !== 'string'
      ? [`input ${id} without errorMessage`]
      : []),
    ...(/^[A-Za-z][\w.:@-]*$/.test(id) ? [] : [`input id ${id}`]),
  ];
}

function actionFaults(node: Node): readonly string[] {
  const type = textOf(node, 'type');
  const title = textOf(node, 'title');
  const data = node['data'] as Node;
  const verb = textOf(data, 'verb');
  const read = readPress({ ...typicalInputs, ...data });
  const opens = (data['msteams'] as Node | undefined)?.['type'] === 'task/fetch';
  return [
    ...(title === '' ? [`${verb} without title`] : []),
    ...(title.length > 120 ? [`${verb} with a long title`] : []),
    ...(read.ok ? [] : [`${verb} is ${read.fault}`]),
    ...(type === 'Action.Execute' && node['verb'] !== verb ? [`${verb} differs from its data`] : []),
    ...(type === 'Action.Execute' && !('fallback' in node) && verb !== 'refresh' ? [`${verb} without fallback`] : []),
    ...(type === 'Action.Execute' && opens ? [`${verb} opens a dialog by Execute`] : []),
    ...(opens && !verb.endsWith('.open') ? [`${verb} opens a dialog without its name saying so`] : []),
    ...forbiddenKeys(data, verb),
  ];
}

/** What inputs would add where a form's verb asks for them; ids and choices come from the card alone. */
const typicalInputs = { choice: 'approve' };

/** Nothing of a person, a role or a state may travel in a button (DESIGN.md §5). */
const carried = new Set(
  [
    'v verb roundId taskId stepId nominationId mandateId bodyId network index entryId setupId tierId definition section',
    'questionId mergeId joinId kind agrees accepts',
    'list page basis seen nth version drafted choice go after backTo from language follow msteams',
    'overrideId obligationId meetingId',
    // Whom a proposal to the secretariat is about, or whose seat; never who acts.
    'about',
  ].flatMap((names) => names.split(' ')),
);

function forbiddenKeys(data: Node, verb: string): readonly string[] {
  return Object.keys(data).flatMap((key) => (carried.has(key) ? [] : [`${verb} carries ${key}`]));
}

function textFaults(text: string): readonly string[] {
  return [
    ...(text.trim() === '' ? ['empty text'] : []),
    ...(text.length > 4_000 ? ['a text over 4000 characters'] : []),
    // "16. marts" at the start of a line becomes a numbered list in Teams' markdown.
    ...(/^\s*\d{1,9}[.)]\s/m.test(text) ? [`reads as a list: ${text.slice(0, 40)}`] : []),
    ...(/!(?!\[)/.test(text) ? [`exclamation mark: ${text.slice(0, 60)}`] : []),
    ...(/undefined|\[object|NaN|Invalid/.test(text) ? [`not a text: ${text.slice(0, 60)}`] : []),
  ];
}

function idFaults(nodes: readonly Node[]): readonly string[] {
  const ids = nodes.flatMap((node) => (textOf(node, 'type').startsWith('Input.') ? [textOf(node, 'id')] : []));
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `input id ${id} twice`);
}

/** No null and no template expression may be left anywhere. */
function stringFaults(json: Json, path: string): readonly string[] {
  if (json === null) return [`null at ${path}`];
  if (typeof json === 'string') return json.includes('${') ? [`expression left at ${path}`] : [];
  if (typeof json !== 'object') return [];
  return Object.entries(json).flatMap(([key, value]) => stringFaults(value, `${path}/${key}`));
}
