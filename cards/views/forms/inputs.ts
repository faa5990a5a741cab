// The inputs of forms as elements: every one has a label, says when it must be filled, and holds what was typed before.
// Help stands below an input as text, not only inside it: it must still be there while someone writes (WCAG 3.3.2).
import type { Element } from '../../card';
import { textMax } from '../../verbs/shapes';
import type { Texts } from '../../texts';

export interface InputOf {
  readonly id: string;
  /** Plain text; a star is added where it is required. */
  readonly label: string;
  readonly value?: string | undefined;
  /** Required by the client before anything is sent; leave out where a draft may be saved half filled. */
  readonly required?: boolean;
  /** Marked with a star, but not held back: a form that can be saved as a draft. */
  readonly starred?: boolean;
  /** One line below the input. */
  readonly help?: string | undefined;
}

export interface Option {
  readonly title: string;
  readonly value: string;
}

export function textInput(
  t: Texts,
  input: InputOf & { readonly multiline?: boolean; readonly max?: number },
): readonly Element[] {
  return withHelp(input, {
    type: 'Input.Text',
    ...common(t, input),
    isMultiline: input.multiline ?? false,
    maxLength: Math.min(input.max ?? textMax, textMax),
  });
}

export function numberInput(
  t: Texts,
  input: InputOf & { readonly min?: number | undefined; readonly max?: number | undefined },
): readonly Element[] {
  const { value, ...rest } = common(t, input);
  const number = value === undefined || value === '' ? undefined : Number(value);
  return withHelp(input, {
    type: 'Input.Number',
    ...rest,
    ...(number === undefined || Number.isNaN(number) ? {} : { value: number }),
    ...(input.min === undefined ? {} : { min: input.min }),
    ...(input.max === undefined ? {} : { max: input.max }),
  });
}

export function dateInput(t: Texts, input: InputOf): readonly Element[] {
  return withHelp(input, { type: 'Input.Date', ...common(t, input) });
}

export function timeInput(t: Texts, input: InputOf): readonly Element[] {
  return withHelp(input, { type: 'Input.Time', ...common(t, input) });
}

/** Up to seven choices are all shown; more fold together. */
const EXPANDED_MAX = 7;

export function choiceInput(
  t: Texts,
  input: InputOf & {
    readonly options: readonly Option[];
    readonly several?: boolean;
    readonly folded?: boolean;
    readonly placeholder?: string;
  },
): readonly Element[] {
  const folded = input.folded ?? input.options.length > EXPANDED_MAX;
  return withHelp(input, {
    type: 'Input.ChoiceSet',
    ...common(t, input),
    style: folded && !input.several ? 'compact' : 'expanded',
    isMultiSelect: input.several ?? false,
    wrap: true,
    ...(input.placeholder === undefined ? {} : { placeholder: input.placeholder }),
    choices: input.options,
  });
}

/** Finds people of the tenant; the answer is Entra object ids (TEAMS.md §2). */
export function peopleInput(t: Texts, input: InputOf & { readonly several?: boolean }): readonly Element[] {
  return withHelp(input, {
    type: 'Input.ChoiceSet',
    ...common(t, input),
    choices: [],
    'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    isMultiSelect: input.several ?? false,
    style: 'filtered',
    placeholder: t.common.findPerson,
  });
}

export function toggleInput(t: Texts, input: InputOf & { readonly title: string }): readonly Element[] {
  const { value, ...rest } = common(t, input);
  return [
    {
      type: 'Input.Toggle',
      ...rest,
      title: input.title,
      value: value === 'true' ? 'true' : 'false',
      valueOn: 'true',
      valueOff: 'false',
      wrap: true,
    },
  ];
}

function common(t: Texts, input: InputOf): { readonly value?: string; readonly [key: string]: unknown } {
  return {
    id: input.id,
    label: input.starred ? `${input.label} *` : input.label,
    ...(input.value === undefined || input.value === '' ? {} : { value: input.value }),
    ...(input.required ? { isRequired: true, errorMessage: t.common.required } : {}),
  };
}

function withHelp(input: InputOf, element: Element): readonly Element[] {
  if (input.help === undefined || input.help === '') return [element];
  const help = { type: 'TextBlock', text: input.help, wrap: true, isSubtle: true, size: 'Small', spacing: 'Small' };
  return [element, help];
}
