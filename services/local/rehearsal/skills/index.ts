// All that a person can do with what is on his screen. What stands there decides; the order settles only who looks first.
import { find } from '../players/screen';
import { ballots } from './ballots';
import { answering } from './answering';
import { impartiality } from './impartiality';
import { lists } from './lists';
import { nominating } from './nominating';
import { products } from './products';
import { professional } from './professional';
import { firstOf, once, plainly, type Skill } from './skill';

/** A task named on a list is opened once per visit. */
const opening: Skill = (screen, mind) => {
  const show = find(screen, 'task.show');
  const isNotice = screen.buttons.length <= 2;
  return show === undefined || !isNotice ? null : once(mind, `task ${String(show.data['taskId'])}`, plainly(show));
};

export const allSkills: Skill = firstOf(
  impartiality,
  answering,
  nominating,
  ballots,
  professional,
  lists,
  products,
  opening,
);
