// @ts-check
// Owns choosing who one is: the welcome view, its suggestions, and the list of people with its search.
// Must not remember the choice: a link carries it, so that a tab is a person.
import { avatar, el, freshId, hiddenText } from './dom.js';
import { linkTo } from './place.js';
import { t } from './texts.js';

/** @import { LocalPerson } from '../teams/api.js' */
/** @import { TextKey } from './texts.js' */

/** Whom a newcomer may want to be, best first: what the title says, and the word for it. @type {readonly { title: RegExp, role: TextKey }[]} */
const ROLES = [
  { title: /klini|overlæge|speciallæge|indstiller/i, role: 'roleClinician' },
  { title: /(?<!næst)formand(?!skab)/i, role: 'roleChair' },
  { title: /sekretariat/i, role: 'roleSecretariat' },
  { title: /sundhedsdirektør/i, role: 'roleDirector' },
];
// Three fit beside each other, and more would be a choice before the choice.
const SUGGESTIONS_MAX = 3;

/** @param {readonly LocalPerson[]} people @returns {{ person: LocalPerson, role: TextKey | null }[]} */
function suggestions(people) {
  /** @type {{ person: LocalPerson, role: TextKey | null }[]} */
  const found = [];
  for (const { title, role } of ROLES) {
    const person = people.find((each) => title.test(each.title) && !found.some((other) => other.person === each));
    if (person) {
      found.push({ person, role });
    }
  }
  const rest = people.filter((each) => !found.some((other) => other.person === each));
  return [...found, ...rest.map((person) => ({ person, role: null }))].slice(0, SUGGESTIONS_MAX);
}

/** "Kontaktperson, Region Midtjylland" belongs under "Region Midtjylland". @param {LocalPerson} person */
function groupOf(person) {
  const [, ...rest] = person.title.split(/,\s*/);
  return rest.join(', ') || t('pickOthers');
}

/** @param {LocalPerson} person */
function personLink(person) {
  const note = person.guest ? ` (${t('guest')})` : '';
  // The rest of the title stands above the group.
  const title = person.title.split(/,\s*/)[0] ?? '';
  return el(
    'a',
    { class: 'person', href: linkTo({ as: person.aadObjectId }) },
    avatar(person.name, false),
    el('span', {}, el('span', { class: 'name' }, person.name), el('span', { class: 'subtle' }, title + note)),
  );
}

/**
 * A search field with the people that match below it, grouped by whom they speak for.
 * @param {readonly LocalPerson[]} people
 */
export function peopleList(people) {
  const id = freshId('search');
  const field = el('input', { id, type: 'search', class: 'field', autocomplete: 'off' });
  const count = el('p', { class: 'subtle', role: 'status' });
  const results = el('div', { class: 'people' });
  const show = () => {
    const wanted = field.value.trim().toLowerCase().split(/\s+/);
    const hits = people.filter((person) => {
      const text = `${person.name} ${person.title}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
    count.textContent = hits.length === 1 ? t('pickCountOne') : t('pickCount', { count: hits.length });
    results.replaceChildren(
      ...(hits.length > 0 ? groups(hits) : [el('p', {}, people.length > 0 ? t('pickNone') : t('pickEmpty'))]),
    );
  };
  field.addEventListener('input', show);
  show();
  return el('div', { class: 'people-list' }, el('label', { for: id }, t('pickSearch')), field, count, results);
}

/** @param {readonly LocalPerson[]} people */
function groups(people) {
  const byGroup = Map.groupBy(people, groupOf);
  return [...byGroup].map(([name, members]) =>
    el('section', {}, el('h3', {}, name), el('ul', {}, ...members.map((person) => el('li', {}, personLink(person))))),
  );
}

/** What one sees before choosing. @param {readonly LocalPerson[]} people */
export function welcome(people) {
  const tries = suggestions(people).map(({ person, role }) =>
    el(
      'a',
      { class: 'try', href: linkTo({ as: person.aadObjectId }) },
      avatar(person.name, false),
      el('span', { class: 'try-role' }, t('tryAs', { role: role ? t(role) : person.name })),
      el('span', {}, ...(role ? [person.name, el('br')] : []), el('span', { class: 'subtle' }, person.title)),
    ),
  );
  return el(
    'div',
    { class: 'welcome' },
    el('h2', {}, t('welcomeTitle')),
    el('p', { class: 'lead' }, t('welcomeText')),
    el('p', { class: 'notice' }, el('strong', {}, `${t('example')}. `), `${t('exampleHelp')} ${t('welcomeNote')}`),
    el('div', { class: 'tries' }, ...tries),
    el('h2', {}, t('pickTitle')),
    el('p', { class: 'subtle' }, t('welcomeTabs')),
    peopleList(people),
  );
}

/**
 * The button in the top bar that says who one is and lets one change.
 * @param {LocalPerson} me
 * @param {() => void} change
 */
export function meButton(me, change) {
  return el(
    'button',
    { type: 'button', class: 'me', onclick: change },
    avatar(me.name, false),
    hiddenText(`${t('you')} `),
    el('span', { class: 'me-text' }, el('span', { class: 'name' }, me.name), el('span', { class: 'subtle' }, me.title)),
    hiddenText(`. ${t('changePerson')}`),
  );
}
