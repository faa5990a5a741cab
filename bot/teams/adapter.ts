// botbuilder's CloudAdapter with its traps closed (TEAMS.md §3): no hidden retries, no console, no answer of its own.
// Knows the wire; decides nothing.
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { BotFrameworkAuthentication, ConnectorClient, ConnectorFactory } from 'botframework-connector';
import type { Credentials } from '../config';

export interface AdapterOptions {
  readonly credentials: Credentials | null;
  /** Standard Bot Framework settings passed through (sovereign clouds, test issuers); empty for the public cloud. */
  readonly cloud: Readonly<Record<string, string>>;
}

export class TeamsAdapter extends CloudAdapter {
  /**
   * Checks the token, runs the turn, and gives what the turn answered to an invoke (undefined for other activities).
   * Throws what the check or the turn threw: the caller maps it to a status.
   */
  async receive(
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, turn);
  }
}

export function createAdapter(options: AdapterOptions): TeamsAdapter {
  const { credentials } = options;
  const settings: Record<string, string> =
    credentials === null
      ? { ...options.cloud }
      : {
          ...options.cloud,
          MicrosoftAppId: credentials.appId,
          MicrosoftAppTenantId: credentials.tenantId,
          MicrosoftAppType: credentials.type,
          ...(credentials.password === undefined ? {} : { MicrosoftAppPassword: credentials.password }),
        };
  return new TeamsAdapter(withoutHiddenRetries(new ConfigurationBotFrameworkAuthentication(settings)));
}

/**
 * The connector client repeats a failed POST up to three times by a policy that no option turns off, which would post a
 * card twice: it is taken out of every client, retries are the deliverer's alone. Both ways to a client are covered: the
 * factory of a turn comes with the checked token, the factory of a proactive turn is asked for. A client holds no state
 * of a turn, so one per service is kept instead of building a new one for every activity; nor does the client for user
 * tokens, which we never ask for any.
 */
function withoutHiddenRetries(authentication: BotFrameworkAuthentication): BotFrameworkAuthentication {
  const clients = new Map<string, Promise<ConnectorClient>>();
  const wrap = (factory: ConnectorFactory): ConnectorFactory => {
    const create = factory.create.bind(factory);
    factory.create = async (serviceUrl, audience) => {
      const key = `${serviceUrl} ${audience}`;
      const client = clients.get(key) ?? create(serviceUrl, audience).then(withoutRetryPolicy);
      clients.set(key, client);
      client.catch(() => clients.delete(key));
      return client;
    };
    return factory;
  };
  const createConnectorFactory = authentication.createConnectorFactory.bind(authentication);
  authentication.createConnectorFactory = (identity) => wrap(createConnectorFactory(identity));
  const authenticateRequest = authentication.authenticateRequest.bind(authentication);
  authentication.authenticateRequest = async (activity, header) => {
    const result = await authenticateRequest(activity, header);
    return result.connectorFactory === undefined
      ? result
      : { ...result, connectorFactory: wrap(result.connectorFactory) };
  };
  const createUserTokenClient = authentication.createUserTokenClient.bind(authentication);
  let tokenClient: ReturnType<typeof createUserTokenClient> | null = null;
  authentication.createUserTokenClient = async (identity) => {
    tokenClient ??= createUserTokenClient(identity);
    tokenClient.catch(() => {
      tokenClient = null;
    });
    return tokenClient;
  };
  return authentication;
}

/** `pipeline` is not in botbuilder's types: it is reached as the core client it wraps defines it. */
function withoutRetryPolicy(client: ConnectorClient): ConnectorClient {
  const inner: unknown = Reflect.get(client, 'client');
  const pipeline = inner instanceof Object ? Reflect.get(inner, 'pipeline') : undefined;
  const remove: unknown = pipeline instanceof Object ? Reflect.get(pipeline, 'removePolicy') : undefined;
  if (typeof remove !== 'function') {
    throw new Error('The connector client has no pipeline: its hidden retries cannot be turned off.');
  }
  remove.call(pipeline, { name: 'defaultRetryPolicy' });
  return client;
}
