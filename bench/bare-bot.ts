// What a bot costs that does nothing: botbuilder and restify, one constant card for every invoke. The measure for ours.
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import * as restify from 'restify';

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Tak for dit svar.', wrap: true }],
};
const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser({ mapParams: false }));
server.post('/api/messages', async (req, res) => {
  const { body: activity, headers, method } = req;
  await adapter.process({ body: activity, headers, method: method ?? 'POST' }, res, async (context) => {
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => {
  process.send?.({ ready: true });
});
