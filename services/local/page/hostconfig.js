// @ts-check
// Owns how Teams sizes and colours a card: the renderer's host configuration.
// Must name colours only as the variables of cards.css, so that light and dark need no second drawing (which would
// erase what someone is typing).

/** @param {string} name */
const colour = (name) => ({
  default: `var(--card-${name})`,
  subtle: `var(--card-${name}-subtle)`,
  highlightColors: { default: 'var(--card-mark)', subtle: 'var(--card-mark)' },
});

const foregroundColors = {
  default: colour('text'),
  dark: colour('text'),
  // Teams' light text is for dark pictures behind it; on our plain backgrounds it would be invisible.
  light: colour('text'),
  accent: colour('accent'),
  good: colour('good'),
  warning: colour('warning'),
  attention: colour('attention'),
};

/** @param {string} name */
const container = (name) => ({
  backgroundColor: `var(--card-bg-${name})`,
  borderColor: 'var(--card-line)',
  foregroundColors,
});

const FONT =
  "'Segoe UI', -apple-system, BlinkMacSystemFont, Roboto, 'Noto Sans', 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif";
const sizes = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };
const weights = { lighter: 300, default: 400, bolder: 600 };

/** Sizes in pixels as in Teams for web, 2026. */
export const TEAMS = {
  supportsInteractivity: true,
  fontTypes: {
    default: { fontFamily: FONT, fontSizes: sizes, fontWeights: weights },
    monospace: { fontFamily: "Consolas, 'Courier New', monospace", fontSizes: sizes, fontWeights: weights },
  },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--card-line)' },
  containerStyles: {
    default: container('default'),
    emphasis: container('emphasis'),
    accent: container('accent'),
    good: container('good'),
    warning: container('warning'),
    attention: container('attention'),
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', size: 'small', weight: 'bolder' },
    allowDynamicallyFilteredChoiceSet: false,
  },
  actions: {
    // Teams shows six; more would hide behind "…".
    maxActions: 6,
    spacing: 'default',
    // The space between buttons is cards.css's business, so that they can wrap onto a second line.
    buttonSpacing: 0,
    showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
  },
  adaptiveCard: { allowCustomStyle: false },
  imageSet: { imageSize: 'medium', maxImageHeight: 100 },
  factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
  textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
  // The conversation's name is level 2, a message's card below it.
  textBlock: { headingLevel: 3 },
};
