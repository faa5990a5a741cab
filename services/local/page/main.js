// @ts-check
// Owns the page as a whole: it follows the address, fetches what that place needs, and hears what changes.
// Must hold no rule of the process: everything shown comes from the local Teams.
import * as api from './api.js';
import { ClockBar } from './clock.js';
import { Conversation } from './conversation.js';
import { byId, el, focusOn } from './dom.js';
import { listen, oneAtATime } from './live.js';
import { announce, toast } from './notices.js';
import { welcome } from './people.js';
import { place } from './place.js';
import { conversationOf, rail } from './rail.js';
import { language, setLanguage, t } from './texts.js';
import { drawTop } from './top.js';
import { TrafficPanel } from './traffic.js';

/** @import { Directory, LocalEvent, Places } from '../teams/api.js' */

const main = byId('main');
const railBox = byId('rail');
// Below this width the list and the conversation take turns (the same number as in page.css).
const narrow = matchMedia('(max-width: 720px)');

/** @type {Directory} */
let directory = { people: [], teams: [] };
/** @type {Places | null} */
let places = null;
/** @type {Conversation | null} */
let conversation = null;
/** @type {string | null} */
let listeningAs = null;
let stopListening = () => {};
let isFirstView = true;
// Soon enough for someone who has just started the product and waits.
const PEOPLE_LOOK_MS = 3000;

const clock = new ClockBar();
const traffic = new TrafficPanel();
const loadClock = oneAtATime(() => clock.load());
const loadPlaces = oneAtATime(async () => {
  const { as } = place();
  if (as) {
    const next = await api.getPlaces(as);
    if (place().as === as) {
      tellUnread(places, next);
      places = next;
      drawRail();
    }
  }
});

/** The conversation to show: the address's; without one the first, where there is room beside the list. */
function here() {
  const first = places?.chats[0]?.conversationId ?? places?.teams[0]?.channels[0]?.id ?? null;
  return place().conversation ?? (narrow.matches ? null : first);
}

function drawRail() {
  railBox.setAttribute('aria-label', t('railLabel'));
  railBox.hidden = places === null;
  if (places) {
    const focused = document.activeElement?.getAttribute('href');
    railBox.replaceChildren(...rail(places, here()));
    if (focused) {
      focusOn(railBox, `a[href="${CSS.escape(focused)}"]`);
    }
  }
}

/**
 * Says where something new stands, other than in the conversation on the screen, which says it itself.
 * @param {Places | null} before
 * @param {Places} after
 */
function tellUnread(before, after) {
  for (const [id, count] of Object.entries(after.unread)) {
    const where = conversationOf(after, id);
    if (before?.me.aadObjectId === after.me.aadObjectId && where && id !== here() && count > (before.unread[id] ?? 0)) {
      announce(t('arrivedElsewhere', { place: where.name }));
    }
  }
}

/** A look that fails is made again: by the next event, or by polling, and the page says that the connection is lost. */
function quiet() {}

/** @param {LocalEvent} event */
function heard(event) {
  switch (event.kind) {
    case 'message':
      if (event.conversationId === conversation?.info.id) {
        void conversation.reload().catch(quiet);
      }
      void loadPlaces().catch(quiet);
      break;
    case 'places':
      void loadPlaces().then(() => showMain(false), quiet);
      break;
    default:
      void loadClock().catch(quiet);
  }
  if (traffic.isOpen()) {
    void traffic.look();
  }
}

function lookAgain() {
  void loadPlaces().catch(quiet);
  void loadClock().catch(quiet);
  void conversation?.reload().catch(quiet);
}

/** @param {boolean} isOn */
function connected(isOn) {
  toast(t(isOn ? 'connectionBack' : 'connectionLost'));
}

/** @param {string | null} as */
async function become(as) {
  if (as === listeningAs) {
    return;
  }
  stopListening();
  stopListening = () => {};
  listeningAs = as;
  places = null;
  if (as) {
    await loadPlaces();
    if (listeningAs === as) {
      stopListening = listen(as, { heard, lookAgain, connected });
    }
  }
}

/** At once, so that nobody writes in a conversation that is about to go. */
function leaveOldPlace() {
  const isStaying = conversation?.info.id === here() && conversation.options.me.aadObjectId === place().as;
  if (conversation && !isStaying) {
    conversation.close();
    conversation = null;
    main.replaceChildren(el('p', { class: 'empty' }, t('loading')));
  }
}

/** Shows what the address says. */
async function follow() {
  const { as, lang } = place();
  const isNewLanguage = lang !== language();
  setLanguage(lang);
  try {
    leaveOldPlace();
    directory = await api.getDirectory();
    await become(as);
  } catch {
    await showTrouble();
    return;
  }
  if (place().as !== as) {
    return;
  }
  if (isNewLanguage) {
    clock.show();
    traffic.draw();
  }
  void loadClock().catch(quiet);
  drawTop(places, directory.people, traffic);
  drawRail();
  await showMain(isNewLanguage);
}

/** @param {boolean} isNewLanguage everything is drawn again in it */
async function showMain(isNewLanguage) {
  const wanted = here();
  const info = places && wanted ? conversationOf(places, wanted) : null;
  document.body.dataset['view'] = places === null ? 'welcome' : info ? 'conversation' : 'list';
  if (
    info &&
    conversation?.info.id === info.id &&
    conversation.options.me.aadObjectId === places?.me.aadObjectId &&
    !isNewLanguage
  ) {
    return;
  }
  const hadFocus = main.contains(document.activeElement) || document.activeElement === document.body;
  conversation?.close();
  conversation = null;
  if (places === null) {
    main.replaceChildren(welcome(directory.people));
  } else if (info) {
    const bot = places.chats[0]?.name ?? 'Trinvis';
    conversation = new Conversation(info, { me: places.me, bot, people: directory.people });
    main.replaceChildren(conversation.element);
    await conversation.reload().then(loadPlaces, showTrouble);
  } else {
    main.replaceChildren(el('p', { class: 'empty' }, t('chooseConversation')));
  }
  moveFocus(hadFocus);
}

/** What had the focus may be gone with the view it stood in: whoever uses a keyboard goes on in the new one. @param {boolean} hadFocus */
function moveFocus(hadFocus) {
  if (!isFirstView && (hadFocus || narrow.matches)) {
    if (document.body.dataset['view'] === 'list') {
      focusOn(railBox, 'a');
    } else {
      main.focus({ preventScroll: true });
    }
  }
  isFirstView = false;
}

/** Nobody is chosen: people may still be on their way, as the bot brings them when it starts. */
async function lookForPeople() {
  if (place().as === null) {
    const next = await api.getDirectory();
    if (place().as === null && JSON.stringify(next) !== JSON.stringify(directory)) {
      directory = next;
      main.replaceChildren(welcome(directory.people));
      await loadClock();
    }
  }
}

/** The server does not answer: says so, and offers to try again. */
async function showTrouble() {
  listeningAs = null;
  conversation?.close();
  conversation = null;
  const again = el('button', { type: 'button', class: 'primary', onclick: () => void follow() }, t('retry'));
  document.body.dataset['view'] = 'welcome';
  drawTop(places, directory.people, traffic);
  main.replaceChildren(el('div', { class: 'welcome' }, el('p', { role: 'alert' }, t('loadFailed')), again));
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
