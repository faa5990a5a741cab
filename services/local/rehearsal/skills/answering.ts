// Answering what somebody has asked about one's nomination.
import { fill } from '../players/filling';
import { find, datum } from '../players/screen';
import { once, type Skill } from './skill';

export const answering: Skill = (screen, mind) => {
  const button = find(screen, 'question.answer');
  if (button === undefined) return null;
  const words = mind.words('indstillingen');
  return once(mind, `answer ${datum(button, 'questionId')}`, {
    button,
    typed: fill(screen.inputs, { text: words }, words),
  });
};
