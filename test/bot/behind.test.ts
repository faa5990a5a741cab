// The card a dialog was opened from, once the dialog is over: made anew where it only shows, left alone where somebody
// may be typing, and said in a channel only where the channel itself was asked about.
import { createBehind } from '../../bot/behind';
import type { Answer } from '../../bot/answers/answer';
import type { Incoming, Place } from '../../bot/teams/incoming';
import type { Wish } from '../../bot/teams/wish';
import { execute, type Card } from '../../cards/card';

const chat: Place = {
  kind: 'personal',
  conversationId: 'a:chat',
  teamId: null,
  channelId: null,
  teamName: null,
  channelName: null,
  teamGroupId: null,
};
const channel: Place = { ...chat, kind: 'channel', conversationId: '19:channel', channelId: '19:channel' };
const tasks: Wish = { kind: 'execute', verb: 'tasks.show', data: { v: 1, verb: 'tasks.show' }, automatic: false };
const over: Answer = { kind: 'sentence', text: 'Gemt.' };

function card(text: string, more: readonly object[] = []): Card {
  const body = [{ type: 'TextBlock', text }, ...more] as Card['body'];
  return { type: 'AdaptiveCard', version: '1.5', lang: 'da', fallbackText: text, body };
}

function incoming(wish: Wish, place: Place = chat): Incoming {
  const from = { teamsId: '29:mette', name: 'Mette', aadObjectId: 'mette' };
  return { from, tenantId: 'tenant', place, locale: 'da-DK', replyToId: 'message-1', wish };
}

function submitted(verb: string, more: object = {}): Wish {
  return { kind: 'dialogSubmit', data: { v: 1, verb, ...more }, message: null };
}

/** What stands on message-1 after all this was wished and answered, in order. */
async function after(...said: readonly (readonly [Incoming, Answer])[]): Promise<readonly string[]> {
  const shown: string[] = [];
  const behind = createBehind({
    ask: async ({ wish }) => ({ kind: 'card', card: card(wish.kind === 'execute' ? wish.verb : 'the channel card') }),
    update: async (_address, messageId, message) => {
      shown.push(`${messageId}: ${message.summary}`);
    },
    failed: (error) => {
      throw error;
    },
  });
  for (const [wished, answer] of said) await behind.answered(wished, {}, answer, wished.replyToId);
  return shown;
}

const list: Answer = { kind: 'card', card: card('2 opgaver') };

test('a list behind a dialog is made anew when the dialog is over', async () => {
  const shown = await after([incoming(tasks), list], [incoming(submitted('interests.declare')), over]);
  expect(shown).toEqual(['message-1: tasks.show']);
});

test('a reminder says itself that it is a list', async () => {
  const opened: Wish = { kind: 'dialogOpen', data: { v: 1, verb: 'interests.open', list: 'tasks' } };
  const form: Answer = { kind: 'dialog', title: 'Habilitetserklæring', card: card('form') };
  const shown = await after([incoming(opened), form], [incoming(submitted('interests.declare')), over]);
  expect(shown).toEqual(['message-1: tasks.show']);
});

test('the card an answer brings stands where the dialog was opened from', async () => {
  const brought: Answer = { kind: 'sentence', text: 'Gemt.', card: card('Mødet', [execute('Vis', 'tasks.show', {})]) };
  expect(await after([incoming(submitted('meeting.call')), brought])).toEqual(['message-1: Mødet']);
});

test('a form in the chat is left alone: somebody may be typing', async () => {
  const form: Answer = { kind: 'card', card: card('Vurdering', [{ type: 'Input.Text', id: 'reason' }]) };
  const shown = await after([incoming(tasks), list], [incoming(tasks), form], [incoming(submitted('note.file')), over]);
  expect(shown).toEqual([]);
});

test('a dialog that goes on, or a card nobody remembers, changes nothing', async () => {
  const next: Answer = { kind: 'dialog', title: '2/4', card: card('page 2') };
  expect(await after([incoming(tasks), list], [incoming(submitted('nomination.save')), next])).toEqual([]);
  expect(await after([incoming(submitted('nomination.save')), over])).toEqual([]);
});

test('in a channel only whose channel it is, is said anew', async () => {
  const bound = submitted('channel.bind', { bodyId: 'lvs' });
  expect(await after([incoming(bound, channel), over])).toEqual(['message-1: the channel card']);
  const brought: Answer = { kind: 'sentence', text: 'Gemt.', card: card('own view') };
  expect(await after([incoming(submitted('ballot.cast'), channel), brought])).toEqual([]);
});

test('edits that have to wait do not pile up: of those that wait the newest alone is made', async () => {
  const made: string[] = [];
  let letGo = (): void => undefined;
  const first = new Promise<void>((go) => (letGo = go));
  const behind = createBehind({
    ask: async () => ({ kind: 'nothing' }),
    update: async (_address, _messageId, { summary }) => {
      made.push(summary);
      if (made.length === 1) await first;
    },
    failed: (error) => {
      throw error;
    },
  });
  const press = async (text: string): Promise<void> =>
    behind.answered(incoming(submitted('ballot.cast')), {}, { ...over, card: card(text) }, 'message-1');
  const earlier = press('one');
  while (made.length === 0) await Promise.resolve();
  const later = ['two', 'three'].map(press);
  letGo();
  await Promise.all([earlier, ...later]);
  expect(made).toEqual(['one', 'three']);
});
