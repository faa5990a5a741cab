// Several people writing one draft: what each has changed since he last saw it, put together field by field. Pure; nothing
// anybody wrote is overwritten by someone who has not seen it.
import type { FieldId, PersonId } from '../../services/process/ids';
import type { Facts, Nomination } from '../../services/process/round/state';
import { same } from '../../services/process/same';
import type { NominationDraft } from './drafts';

type Value = Facts[FieldId] | null;

/** One keeping of a draft: who made it and what stood in the fields he changed. */
export interface Change {
  /** The revision it made. */
  readonly revision: number;
  readonly by: PersonId;
  /** null where the field was empty. */
  readonly before: Readonly<Record<FieldId, Value>>;
}

/** A draft with its newest changes, oldest first. */
export interface Written extends NominationDraft {
  readonly trail?: readonly Change[];
}

/** A field that somebody else has changed since the form was shown, and that was changed in the form too. */
export interface Clash {
  readonly fieldId: FieldId;
  readonly by: PersonId;
}

export interface Merged {
  readonly draft: Written;
  readonly clashes: readonly Clash[];
  readonly isChanged: boolean;
}

/** As many changes are remembered as two people make in an afternoon; beyond them every difference is asked about. */
const trailMax = 40;

/**
 * Puts one page as it was typed into the draft that stands. `seen` is the revision the form was made from. A field changed by
 * others since and left alone here stays theirs; one changed by both is a clash, and theirs stands until he has seen it.
 * `sentBy`: who has sent what stands since the form was made (`sentSince`); what the form was made from is gone, so every
 * difference is a clash.
 */
export function mergePage(
  standing: { readonly data: Written; readonly revision: number },
  typed: NominationDraft,
  at: {
    readonly fields: readonly FieldId[];
    readonly seen: number;
    readonly by: PersonId;
    readonly sentBy: PersonId | null;
  },
): Merged {
  const draft = { texts: { ...standing.data.texts }, facts: { ...standing.data.facts } };
  const before: Record<FieldId, Value> = {};
  const clashes: Clash[] = [];
  for (const fieldId of at.fields) {
    const mine = valueIn(typed, fieldId);
    const present = valueIn(standing.data, fieldId);
    if (same(mine, present)) continue;
    const other = changedByOther(standing, fieldId, at);
    if (other !== null && same(mine, other.base)) continue;
    if (other !== null) {
      clashes.push({ fieldId, by: other.by });
      continue;
    }
    before[fieldId] = present;
    put(draft, typed, fieldId);
  }
  const isChanged = Object.keys(before).length > 0;
  const trail = standing.data.trail ?? [];
  const change: Change = { revision: standing.revision + 1, by: at.by, before };
  return { draft: { ...draft, trail: isChanged ? [...trail, change].slice(-trailMax) : trail }, clashes, isChanged };
}

/**
 * Who has sent what stands of a nomination since a form of it was made; null where nobody has. `basis` is the revision the form
 * was made from, null for a draft.
 */
export function sentSince(
  sent: Pick<Nomination, 'revision' | 'nominators' | 'changes'> | null,
  basis: number | null,
): PersonId | null {
  if (sent === null || basis === sent.revision) return null;
  return sent.changes?.at(-1)?.by ?? sent.nominators[0] ?? null;
}

/** What the form shows after a clash: all as it stands, but the clashing fields as he typed them. */
export function withOwn(
  standing: NominationDraft,
  typed: NominationDraft,
  fields: readonly FieldId[],
): NominationDraft {
  const draft = { texts: { ...standing.texts }, facts: { ...standing.facts } };
  for (const fieldId of fields) put(draft, typed, fieldId);
  return draft;
}

/** Who changed the field since it was seen, and what was seen in it; null where nobody else did. */
function changedByOther(
  { data, revision }: { readonly data: Written; readonly revision: number },
  fieldId: FieldId,
  { seen, by, sentBy }: { readonly seen: number; readonly by: PersonId; readonly sentBy: PersonId | null },
): { readonly by: PersonId; readonly base: Value | undefined } | null {
  if (sentBy !== null) return { by: sentBy, base: undefined };
  const since = (data.trail ?? []).filter((change) => change.revision > seen);
  const theirs = since.filter((change) => change.by !== by && fieldId in change.before);
  const first = theirs[0];
  const last = theirs.at(-1);
  if (first !== undefined && last !== undefined) return { by: last.by, base: first.before[fieldId] };
  // What is older than the trail is not known: asked about, if anybody else writes here at all.
  const oldest = data.trail?.[0]?.revision ?? revision + 1;
  const someoneElse = data.trail?.find((change) => change.by !== by)?.by;
  return seen + 1 < oldest && data.trail?.length === trailMax && someoneElse !== undefined
    ? { by: someoneElse, base: undefined }
    : null;
}

function valueIn({ texts, facts }: NominationDraft, fieldId: FieldId): Value {
  const value = texts[fieldId] ?? facts[fieldId] ?? null;
  // A tick not set and a list with nothing chosen come from every form that leaves them alone.
  return value === false || (Array.isArray(value) && value.length === 0) ? null : value;
}

function put(
  into: { readonly texts: Record<FieldId, string>; readonly facts: Record<FieldId, Facts[FieldId]> },
  from: NominationDraft,
  fieldId: FieldId,
): void {
  const text = from.texts[fieldId];
  const fact = from.facts[fieldId];
  delete into.texts[fieldId];
  delete into.facts[fieldId];
  if (text !== undefined) into.texts[fieldId] = text;
  if (fact !== undefined) into.facts[fieldId] = fact;
}
