// @ts-check
// Owns the page as a whole: it follows the address, shows what stands there, and passes on what is heard.
// Must hold no rule of the process: everything shown comes from the local Teams.
import { ApiError } from './api.js';
import { ClockBar } from './clock.js';
import { Conversation } from './conversation.js';
import { byId, el, focusOn } from './dom.js';
import { oneAtATime } from './live.js';
import { welcome } from './people.js';
import { linkTo, place } from './place.js';
import { conversationOf, rail } from './rail.js';
import { quiet, Session } from './session.js';
import { language, setLanguage, t } from './texts.js';
import { drawTop } from './top.js';
import { TrafficPanel } from './traffic.js';

/** @import { LocalEvent } from '../teams/api.js' */

// Soon enough for someone who has just started the product and waits.
const PEOPLE_LOOK_MS = 3000;

const main = byId('main');
const railBox = byId('rail');
// Below this width the list and the conversation take turns (the same number as in page.css).
const narrow = matchMedia('(max-width: 720px)');
const clock = new ClockBar();
const loadClock = oneAtATime(() => clock.load());
const traffic = new TrafficPanel();
const session = new Session({ placesChanged: drawRail, heard, lookAgain, here });

/** @type {Conversation | null} */
let conversation = null;
/** What `main` shows, so that nothing is drawn twice. */
let shown = '';

/** The conversation to show: the address's; without one the first, where there is room beside the list. */
function here() {
  const { places } = session;
  const first = places?.chats[0]?.conversationId ?? places?.teams[0]?.channels[0]?.id ?? null;
  return place().conversation ?? (narrow.matches ? null : first);
}

function drawRail() {
  railBox.setAttribute('aria-label', t('railLabel'));
  railBox.hidden = session.places === null;
  if (session.places) {
    const focused = document.activeElement?.getAttribute('href');
    railBox.replaceChildren(...rail(session.places, here()));
    if (focused) {
      focusOn(railBox, `a[href="${CSS.escape(focused)}"]`);
    }
  }
}

/** @param {LocalEvent} event */
function heard(event) {
  switch (event.kind) {
    case 'message':
      if (event.conversationId === conversation?.info.id) {
        void conversation.reload().catch(quiet);
      }
      void session.loadPlaces().catch(quiet);
      break;
    case 'places':
      void session.loadPlaces().then(showMain, quiet);
      break;
    default:
      void loadClock().catch(quiet);
  }
  if (traffic.isOpen()) {
    void traffic.look();
  }
}

function lookAgain() {
  void session.loadPlaces().then(showMain, quiet);
  void loadClock().catch(quiet);
  void conversation?.reload().catch(quiet);
}

/** Shows what the address says. */
async function follow() {
  const { as, lang } = place();
  if (lang !== language()) {
    setLanguage(lang);
    clock.show();
    traffic.draw();
  }
  leaveOldPlace();
  try {
    await session.loadDirectory();
    await session.become(as);
  } catch (error) {
    failed(error);
    return;
  }
  if (place().as === as) {
    void loadClock().catch(quiet);
    drawTop(session.places, session.directory.people, traffic);
    drawRail();
    await showMain();
  }
}

/** What stands at the address: the kind of view, and all that it depends on. */
function wanted() {
  const { places } = session;
  const id = here();
  const info = places && id ? conversationOf(places, id) : null;
  const view = places === null ? 'welcome' : info ? 'conversation' : 'list';
  return { view, info, key: [view, session.as, info?.id, language()].join(' ') };
}

/** At once, so that nobody writes in a conversation that is about to go. */
function leaveOldPlace() {
  if (conversation && (place().as !== session.as || wanted().key !== shown)) {
    conversation.close();
    conversation = null;
    shown = '';
    main.replaceChildren(el('p', { class: 'empty' }, t('loading')));
  }
}

async function showMain() {
  const { view, info, key } = wanted();
  if (key === shown) {
    return;
  }
  const isFirst = document.body.dataset['view'] === 'none';
  const hadFocus = main.contains(document.activeElement) || document.activeElement === document.body;
  shown = key;
  document.body.dataset['view'] = view;
  conversation?.close();
  conversation = null;
  const { places, directory } = session;
  if (places && info) {
    const bot = places.chats[0]?.name ?? 'Trinvis';
    conversation = new Conversation(info, { me: places.me, bot, people: directory.people });
    main.replaceChildren(conversation.element);
  } else {
    main.replaceChildren(places ? el('p', { class: 'empty' }, t('chooseConversation')) : welcome(directory.people));
  }
  if (!isFirst && (hadFocus || narrow.matches)) {
    moveFocus(view);
  }
  await conversation?.reload().then(session.loadPlaces).catch(failed);
}

/** What had the focus went with the view it stood in: whoever uses a keyboard goes on in the new one. @param {string} view */
function moveFocus(view) {
  if (view === 'list' && narrow.matches) {
    focusOn(railBox, 'a');
  } else {
    main.focus({ preventScroll: true });
  }
}

/**
 * A person whom this sandbox does not know leads to the choice of one; no answer at all is said, with a way on.
 * @param {unknown} error
 */
function failed(error) {
  session.leave();
  if (error instanceof ApiError && error.status !== null && error.status < 500) {
    location.hash = linkTo({ as: null });
    return;
  }
  conversation?.close();
  conversation = null;
  shown = '';
  document.body.dataset['view'] = 'welcome';
  drawTop(null, [], traffic);
  drawRail();
  const again = el('button', { type: 'button', class: 'primary', onclick: () => void follow() }, t('retry'));
  main.replaceChildren(el('div', { class: 'welcome' }, el('p', { role: 'alert' }, t('loadFailed')), again));
}

/** Nobody is chosen: people may still be on their way, as the bot brings them when it starts. */
async function lookForPeople() {
  if (place().as === null && (await session.loadDirectory()) && place().as === null) {
    main.replaceChildren(welcome(session.directory.people));
    await loadClock();
  }
}

byId('skip').addEventListener('click', (event) => {
  // The address's hash is taken: it says where one is.
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', () => void follow());
narrow.addEventListener('change', () => void follow());
setInterval(() => void lookForPeople().catch(quiet), PEOPLE_LOOK_MS);
void follow();
