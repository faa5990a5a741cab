// What is made after a decision: appointing people, writing a document and agreeing to it, publishing.
import { fill } from '../players/filling';
import type { Button } from '../players/cards';
import type { Mind } from '../players/mind';
import { datum, find, type Press, type Screen } from '../players/screen';
import { firstOf, once, plainly, type Skill } from './skill';

const chapterPrefix = 'chapter_';

const appointing: Skill = (screen, mind) => {
  const make = find(screen, 'appointment.make');
  if (make !== undefined) return appointment(screen, make, mind);
  const open = screen.buttons.find((one) => one.verb === 'appointment.open' && !mind.done.has(seatKey(one)));
  if (open !== undefined) return once(mind, `open ${seatKey(open)}`, plainly(open));
  const list = screen.buttons.find(
    (one) => one.verb === 'page' && one.data['list'] === 'networks' && !mind.seen.has(listKey(one)),
  );
  return list === undefined ? null : once(mind, listKey(list), plainly(list));
};

function appointment(screen: Screen, make: Button, mind: Mind): Press | null {
  const key = seatKey(make);
  if (mind.done.has(key)) return null;
  mind.done.add(key);
  const bodyId = datum(make, 'bodyId');
  const names = mind.answersTo(datum(make, 'taskId')).appointees[bodyId] ?? [];
  const count = [...mind.done].filter((one) => one.startsWith(seatPrefix(make))).length;
  const name = names[(count - 1) % Math.max(1, names.length)] ?? `Udpeget medlem ${count} (eksempel)`;
  return { button: make, typed: fill(screen.inputs, { name }, name) };
}

function seatPrefix(button: Button): string {
  return `appoint ${datum(button, 'taskId')} ${datum(button, 'bodyId')} `;
}

function seatKey(button: Button): string {
  return `${seatPrefix(button)}${datum(button, 'network')}`;
}

function listKey(button: Button): string {
  return `networks ${datum(button, 'taskId')} ${datum(button, 'bodyId')} ${Number(button.data['page'])}`;
}

const documenting: Skill = (screen, mind) => {
  const saves = screen.buttons.filter(({ verb }) => verb === 'document.save');
  const save = saves.find(({ data }) => data['go'] === 'next') ?? saves.find(({ data }) => data['go'] === 'finish');
  if (save !== undefined) return written(screen, save, mind);
  const agree = find(screen, 'document.agree');
  if (agree !== undefined) {
    const version = Number(agree.data['version']);
    return once(mind, `agree ${datum(agree, 'taskId')} ${datum(agree, 'bodyId')} ${version}`, plainly(agree));
  }
  const open = find(screen, 'document.open');
  if (open === undefined || mind.done.has(`document ${datum(open, 'taskId')}`)) return null;
  return once(mind, `document ${datum(open, 'taskId')}`, plainly(open));
};

function written(screen: Screen, button: Button, mind: Mind): Press | null {
  const taskId = datum(button, 'taskId');
  if (button.data['go'] === 'finish') mind.done.add(`document ${taskId}`);
  const words = mind.words('dokumentet');
  const { link, summary = words, chapter = words } = mind.answersTo(taskId).document ?? {};
  const chapters = screen.inputs.filter(({ id }) => id.startsWith(chapterPrefix)).map(({ id }) => [id, chapter]);
  const known = { summary, ...(link === undefined ? {} : { link }), ...Object.fromEntries(chapters) };
  const page = Number(button.data['page']);
  return once(mind, `written ${taskId} ${page}`, { button, typed: fill(screen.inputs, known, words) });
}

/** The reasons that decisions share, before anybody is told. */
const reasoning: Skill = (screen, mind) => {
  const save = find(screen, 'reasons.save');
  if (save !== undefined) {
    const words = mind.words('beslutningen');
    const typed = fill(screen.inputs, { selected: words, notSelected: words }, words);
    return once(mind, `reasons ${datum(save, 'taskId')}`, { button: save, typed });
  }
  const open = find(screen, 'reasons.open');
  const isHeld = open !== undefined && find(screen, 'publication.open') === undefined;
  return isHeld ? once(mind, `reasons open ${datum(open, 'taskId')}`, plainly(open)) : null;
};

const publishing: Skill = (screen, mind) => {
  const publish = find(screen, 'publication.publish');
  if (publish !== undefined) return once(mind, `publish ${datum(publish, 'taskId')}`, plainly(publish));
  const open = find(screen, 'publication.open');
  return open === undefined ? null : once(mind, `publication ${datum(open, 'taskId')}`, plainly(open));
};

export const products: Skill = firstOf(appointing, documenting, reasoning, publishing);
