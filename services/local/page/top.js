// @ts-check
// Owns the bar at the top: the product's mark, the language, the panel for the curious, and who one is.
// Must not decide what is shown below it.
import { frame } from './dialog.js';
import { byId, el, icon } from './dom.js';
import { meButton, peopleList } from './people.js';
import { linkTo } from './place.js';
import { language, t } from './texts.js';

/** @import { LocalPerson, Places } from '../teams/api.js' */
/** @import { TrafficPanel } from './traffic.js' */

/**
 * Draws the bar, in the language of the moment.
 * @param {Places | null} places null: nobody is chosen
 * @param {readonly LocalPerson[]} people
 * @param {TrafficPanel} traffic
 */
export function drawTop(places, people, traffic) {
  document.title = places ? `${places.me.name} – ${t('pageTitle')}` : t('pageTitle');
  byId('skip').textContent = t('skip');
  const mark = el('span', { class: 'avatar bot', 'aria-hidden': 'true' }, 'T');
  const me = places ? [meButton(places.me, () => changePerson(people))] : [];
  byId('top').replaceChildren(
    el('a', { class: 'brand', href: linkTo({ as: null }) }, mark, el('h1', {}, t('brand'))),
    el('span', { class: 'tag example', title: t('exampleHelp') }, t('example')),
    el('div', { class: 'top-end' }, curiousButton(traffic), languageLink(), ...me),
  );
}

/** @param {TrafficPanel} traffic */
function curiousButton(traffic) {
  const button = el(
    'button',
    {
      type: 'button',
      class: 'plain',
      'aria-label': t('curious'),
      'aria-expanded': String(traffic.isOpen()),
      'aria-controls': 'traffic',
      onclick: () => (traffic.isOpen() ? traffic.hide() : traffic.show()),
    },
    icon('code'),
    el('span', { class: 'wide-only' }, t('curious')),
  );
  traffic.changed = (isOpen) => {
    button.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) {
      button.focus();
    }
  };
  return button;
}

function languageLink() {
  const other = language() === 'da' ? 'en' : 'da';
  return el(
    'a',
    { class: 'plain-link', lang: other, href: linkTo({ lang: other }) },
    el('span', { class: 'wide-only' }, t('languageSwitch')),
    el('span', { class: 'narrow-only', title: t('languageSwitch') }, other.toUpperCase()),
  );
}

/** @param {readonly LocalPerson[]} people */
function changePerson(people) {
  const { dialog, body } = frame(t('pickTitle'));
  dialog.classList.add('large');
  body.append(el('p', { class: 'subtle' }, t('welcomeTabs')), peopleList(people));
  body.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) {
      dialog.close();
    }
  });
  body.querySelector('input')?.focus();
}
