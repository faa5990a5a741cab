// The part of Adaptive Cards 1.5 that we use, as a strict JSON schema: every element with all its allowed properties and
// values, nothing else (adaptivecards.io, schema explorer; Teams' charts and Data.Query beside it). An element or property
// that is not here is either a slip or must be added here on purpose.

const text = { type: 'string', minLength: 1 } as const;
const spacing = { enum: ['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding'] } as const;
const flag = { type: 'boolean' } as const;

const element = (type: string, properties: object, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required: ['type', ...required],
  properties: { type: { const: type }, spacing, separator: flag, ...properties },
});

const input = (type: string, properties: object, required: readonly string[] = []) =>
  element(
    type,
    { id: text, label: text, isRequired: flag, errorMessage: text, value: { type: 'string' }, ...properties },
    ['id', 'label', ...required],
  );

const action = (type: string, properties: object, required: readonly string[]) => ({
  type: 'object',
  additionalProperties: false,
  required: ['type', 'title', ...required],
  properties: {
    type: { const: type },
    title: text,
    style: { enum: ['default', 'positive', 'destructive'] },
    associatedInputs: { enum: ['auto', 'none'] },
    ...properties,
  },
});

const list = (ref: string, minItems = 1) => ({ type: 'array', minItems, items: { $ref: `#/definitions/${ref}` } });

const definitions = {
  element: {
    type: 'object',
    required: ['type'],
    discriminator: { propertyName: 'type' },
    oneOf: [
      { $ref: '#/definitions/TextBlock' },
      { $ref: '#/definitions/Container' },
      { $ref: '#/definitions/ColumnSet' },
      { $ref: '#/definitions/FactSet' },
      { $ref: '#/definitions/ActionSet' },
      { $ref: '#/definitions/Table' },
      { $ref: '#/definitions/Chart' },
      { $ref: '#/definitions/InputText' },
      { $ref: '#/definitions/InputNumber' },
      { $ref: '#/definitions/InputDate' },
      { $ref: '#/definitions/InputTime' },
      { $ref: '#/definitions/InputToggle' },
      { $ref: '#/definitions/InputChoiceSet' },
    ],
  },
  TextBlock: element(
    'TextBlock',
    {
      text,
      wrap: { const: true },
      isSubtle: flag,
      style: { enum: ['default', 'heading'] },
      weight: { enum: ['Lighter', 'Default', 'Bolder'] },
      size: { enum: ['Small', 'Default', 'Medium', 'Large', 'ExtraLarge'] },
      color: { enum: ['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention'] },
    },
    ['text', 'wrap'],
  ),
  Container: element(
    'Container',
    { items: list('element'), style: { enum: ['default', 'emphasis', 'good', 'attention', 'warning', 'accent'] } },
    ['items'],
  ),
  ColumnSet: element('ColumnSet', { columns: list('Column') }, ['columns']),
  Column: element(
    'Column',
    {
      items: list('element'),
      width: { enum: ['stretch', 'auto'] },
      verticalContentAlignment: { enum: ['Top', 'Center', 'Bottom'] },
    },
    ['items', 'width'],
  ),
  FactSet: element(
    'FactSet',
    {
      facts: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['title', 'value'],
          properties: { title: text, value: text },
        },
      },
    },
    ['facts'],
  ),
  ActionSet: element('ActionSet', { actions: { ...list('action'), maxItems: 6 } }, ['actions']),
  Table: element(
    'Table',
    {
      columns: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['width'],
          properties: { width: { type: 'number', exclusiveMinimum: 0 } },
        },
      },
      rows: list('TableRow'),
      firstRowAsHeaders: flag,
      showGridLines: flag,
    },
    ['columns', 'rows'],
  ),
  TableRow: element('TableRow', { cells: list('TableCell') }, ['cells']),
  TableCell: element('TableCell', { items: list('element') }, ['items']),
  Chart: element(
    'Chart.HorizontalBar',
    {
      title: text,
      data: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['x', 'y'],
          properties: { x: text, y: { type: 'number' } },
        },
      },
      fallback: { $ref: '#/definitions/Table' },
    },
    ['data', 'fallback'],
  ),
  InputText: input('Input.Text', { isMultiline: flag, maxLength: { type: 'integer', minimum: 1 } }, [
    'isMultiline',
    'maxLength',
  ]),
  InputNumber: input('Input.Number', {
    value: { type: 'number' },
    min: { type: 'number' },
    max: { type: 'number' },
  }),
  InputDate: input('Input.Date', { value: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } }),
  InputTime: input('Input.Time', { value: { type: 'string', pattern: '^\\d{2}:\\d{2}$' } }),
  InputToggle: input(
    'Input.Toggle',
    { title: text, valueOn: text, valueOff: text, wrap: { const: true }, value: { enum: ['true', 'false'] } },
    ['title'],
  ),
  InputChoiceSet: input(
    'Input.ChoiceSet',
    {
      choices: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['title', 'value'],
          properties: { title: text, value: text },
        },
      },
      'choices.data': {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'dataset'],
        properties: { type: { const: 'Data.Query' }, dataset: text },
      },
      isMultiSelect: flag,
      style: { enum: ['compact', 'expanded', 'filtered'] },
      wrap: flag,
      placeholder: text,
    },
    ['choices', 'style'],
  ),
  action: {
    type: 'object',
    required: ['type'],
    discriminator: { propertyName: 'type' },
    oneOf: [
      { $ref: '#/definitions/ActionExecute' },
      { $ref: '#/definitions/ActionSubmit' },
      { $ref: '#/definitions/ActionOpenUrl' },
    ],
  },
  ActionExecute: action(
    'Action.Execute',
    { verb: text, data: { type: 'object' }, fallback: { $ref: '#/definitions/ActionSubmit' } },
    ['verb', 'data'],
  ),
  ActionSubmit: action('Action.Submit', { data: { type: 'object' } }, ['data']),
  ActionOpenUrl: action('Action.OpenUrl', { url: { type: 'string', pattern: '^https://' } }, ['url']),
} as const;

export const cardSchema = {
  definitions,
  type: 'object',
  additionalProperties: false,
  required: ['type', 'version', 'lang', 'fallbackText', 'body'],
  properties: {
    type: { const: 'AdaptiveCard' },
    version: { const: '1.5' },
    lang: { enum: ['da', 'en'] },
    fallbackText: { type: 'string', minLength: 1, maxLength: 500 },
    body: list('element'),
    msteams: {
      type: 'object',
      additionalProperties: false,
      required: ['width'],
      properties: { width: { const: 'full' } },
    },
    refresh: {
      type: 'object',
      additionalProperties: false,
      required: ['action', 'userIds'],
      properties: {
        action: { $ref: '#/definitions/ActionExecute' },
        userIds: { type: 'array', maxItems: 60, items: { type: 'string', pattern: '^29:' } },
      },
    },
  },
} as const;
