// The local Teams seen by Microsoft's own client: botbuilder's CloudAdapter on restify, as the product uses it.

import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TeamsActivityHandler,
  TeamsInfo,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type ConversationReference,
  type TaskModuleResponse,
  TurnContext,
} from 'botbuilder';
import type { AddressInfo } from 'node:net';
import { createServer, plugins, type Request, type Response, type Server } from 'restify';
import { card, cardText, CHANNEL, GENERAL, lars, mette, startRig, type Rig } from './rig';

class ExampleBot extends TeamsActivityHandler {
  reference: Partial<ConversationReference> = {};
  readonly notes: unknown[] = [];

  constructor() {
    super();
    this.onMessage(async (context, next) => {
      this.reference = TurnContext.getConversationReference(context.activity);
      const text = TurnContext.removeRecipientMention(context.activity)?.trim();
      await this.reply(context, text ?? '');
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      this.notes.push(['added', context.activity.membersAdded?.map(({ id }) => id)]);
      await next();
    });
  }

  async reply(context: TurnContext, text: string): Promise<void> {
    const sent = await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(card(`kort ${text}`))));
    const id = sent?.id ?? '';
    switch (text) {
      case 'ret': {
        const edit = MessageFactory.attachment(CardFactory.adaptiveCard(card('rettet')));
        await context.updateActivity({ ...edit, id });
        return;
      }
      case 'slet':
        await context.deleteActivity(id);
        return;
      case 'medlemmer':
        this.notes.push((await TeamsInfo.getPagedMembers(context, 50)).members.map(({ name }) => name));
        this.notes.push((await TeamsInfo.getTeamDetails(context)).name);
        this.notes.push((await TeamsInfo.getTeamChannels(context)).map(({ id: channel }) => channel));
        return;
      default:
        return;
    }
  }

  override onAdaptiveCardInvoke(_: TurnContext, value: AdaptiveCardInvokeValue): Promise<AdaptiveCardInvokeResponse> {
    const answers: Record<string, AdaptiveCardInvokeResponse> = {
      kort: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('min egen') },
      fejl: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'No', message: 'Ikke nu.' } },
    };
    const answer = answers[value.action.verb];
    return answer === undefined ? Promise.reject(new Error('unknown verb')) : Promise.resolve(answer);
  }

  override handleTeamsTaskModuleFetch(): Promise<TaskModuleResponse> {
    const value = { title: 'Indstil', card: CardFactory.adaptiveCard(card('trin 1')) };
    return Promise.resolve({ task: { type: 'continue', value } });
  }
}

let rig: Rig;
let server: Server;
let adapter: CloudAdapter;
let bot: ExampleBot;
beforeEach(async () => {
  adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  adapter.onTurnError = (_, error) => Promise.reject(error);
  bot = new ExampleBot();
  server = createServer();
  server.use(plugins.bodyParser());
  const handle = async (request: Request, response: Response): Promise<void> => {
    const body: unknown = request.body;
    const call = { body: body as Record<string, unknown>, headers: request.headers, method: 'POST' };
    await adapter.process(call, response, (context) => bot.run(context));
  };
  server.post('/api/messages', handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  rig = await startRig({ bots: [`http://127.0.0.1:${port}/api/messages`] });
});
afterEach(async () => {
  server.server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await rig.close();
});

const say = (conversationId: string, text: string) =>
  rig.client.say({ as: lars.aadObjectId, conversationId, text, mentionBot: true });

test('installs reach the handler of members added', () => {
  expect(bot.notes).toContainEqual(['added', [rig.teams.botId]]);
});

test('an answer in a personal chat, its update and its deletion arrive', async () => {
  const chat = await rig.chatOf(lars);
  await say(chat, 'hej');
  await say(chat, 'ret');
  await say(chat, 'slet');
  const shown = await rig.client.messages(lars.aadObjectId, chat);
  expect(shown.map(({ from, deleted, cards }) => [from.isBot, deleted, cards.map(cardText)])).toEqual([
    [false, false, []],
    [true, false, ['kort hej']],
    [false, false, []],
    [true, false, ['rettet']],
    [false, false, []],
    [true, true, []],
  ]);
});

test('a mention in a channel is answered in its thread, and the mention is removed by botbuilder', async () => {
  const root = await say(CHANNEL, 'status');
  const [, reply] = await rig.client.messages(mette.aadObjectId, CHANNEL);
  expect(reply).toMatchObject({ rootId: root.id, from: { isBot: true } });
  expect(cardText(reply?.cards[0])).toBe('kort status');
});

test('members, team and channels are read through TeamsInfo', async () => {
  bot.notes.length = 0;
  await say(CHANNEL, 'medlemmer');
  expect(bot.notes).toEqual([['Mette Ærø Holm', 'Lars Bo Eg', 'Ida Gæst'], 'Region Midtjylland', [GENERAL, CHANNEL]]);
});

test('a proactive message goes to a kept reference, and a new chat is opened by Entra id', async () => {
  const chat = await rig.chatOf(lars);
  await say(chat, 'hej');
  await adapter.continueConversationAsync('', bot.reference, async (context) => {
    await context.sendActivity('senere');
  });
  const parameters = {
    isGroup: false,
    tenantId: rig.teams.tenantId,
    members: [{ id: mette.aadObjectId, name: '' }],
    bot: { id: rig.teams.botId, name: '' },
    channelData: { tenant: { id: rig.teams.tenantId } },
  };
  const { serviceUrl } = rig.teams;
  await adapter.createConversationAsync('', 'msteams', serviceUrl, '', parameters, async (context) => {
    await context.sendActivity('velkommen');
  });
  const last = async (who: typeof lars) =>
    (await rig.client.messages(who.aadObjectId, await rig.chatOf(who))).at(-1)?.text;
  expect([await last(lars), await last(mette)]).toEqual(['senere', 'velkommen']);
});

test('a press is answered through botbuilder, whose HTTP status copies the answer’s', async () => {
  await say(CHANNEL, 'status');
  const [, reply] = await rig.client.messages(lars.aadObjectId, CHANNEL);
  const id = reply?.id ?? '';
  expect(await rig.press(lars, CHANNEL, id, 'kort')).toEqual({ kind: 'card', card: card('min egen') });
  expect(await rig.press(lars, CHANNEL, id, 'fejl')).toEqual({ kind: 'error', text: 'Ikke nu.' });
  expect((await rig.client.traffic()).at(-1)).toMatchObject({ status: 400 });
});

test('a dialog opens through botbuilder', async () => {
  const chat = await rig.chatOf(lars);
  await say(chat, 'hej');
  const [, reply] = await rig.client.messages(lars.aadObjectId, chat);
  const data = { msteams: { type: 'task/fetch' } };
  const opened = await rig.client.act({
    as: lars.aadObjectId,
    conversationId: chat,
    messageId: reply?.id ?? '',
    action: { type: 'Action.Submit', data },
    inputs: {},
  });
  expect(opened).toMatchObject({ kind: 'dialog', dialog: { title: 'Indstil', height: null } });
});
