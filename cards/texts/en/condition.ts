// English words on conditions of an approval: who has to meet them, until when, and whether they are met.
import type { condition as da } from '../da/condition';

export const condition: typeof da = {
  title: 'Condition',
  none: 'The condition has been erased.',
  line: (text, state) => `Condition: ${text} (${state})`,
  due: (owner, moment) => `${owner} has to meet it by ${moment}.`,
  gates: 'The next tasks open only when it has been met.',
  state: { open: 'not met yet', reported: 'reported as met', met: 'met' },
  report: 'Report as met',
  confirm: 'Confirm as met',
  back: 'Something is missing',
  backTitle: 'What is missing?',
  backReason: 'This is missing',
  assign: 'Change owner and deadline',
  assignTitle: 'Who has to meet the condition?',
  owner: 'Owner',
  date: 'Deadline',
  gatesToggle: 'The next tasks must wait for it',
};
