// botbuilder's CloudAdapter with its traps closed (TEAMS.md §3): no hidden retries, no console, no answer of its own.
// Knows the wire; decides nothing.
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type {
  AuthenticateRequestResult,
  BotFrameworkAuthentication,
  ConnectorClient,
  ConnectorFactory,
} from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import type { Credentials } from '../identity';
import type { Cloud } from './cloud';
import { OwnCredentials } from './credentials';
import { keyIdOf, notLetIn, requireEndorsement } from './token';

/** Teams has a handful of service addresses for a tenant; an activity could name any path on an allowed host. */
const clientsMax = 50;

export interface AdapterOptions {
  readonly credentials: Credentials;
  readonly cloud: Cloud;
}

export class TeamsAdapter extends CloudAdapter {
  readonly #options: AdapterOptions | null;

  constructor(authentication: BotFrameworkAuthentication, options: AdapterOptions | null) {
    super(authentication);
    this.#options = options;
  }

  /**
   * Checks the token of an activity and nothing else. Throws `NotLetIn`. Without credentials there is no token to check:
   * whoever calls has made sure that it came from the local Teams.
   */
  async authenticate(authorization: string, activity: Activity, nowMs: number): Promise<AuthenticateRequestResult> {
    if (this.#options === null) return this.botFrameworkAuthentication.authenticateRequest(activity, '');
    const { credentials, cloud } = this.#options;
    const rules = { issuer: cloud.tokenIssuer, audience: credentials.appId, serviceUrl: activity.serviceUrl, nowMs };
    try {
      const keyId = keyIdOf(authorization, rules);
      const result = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
      await requireEndorsement(cloud.metadataUrl, keyId);
      return result;
    } catch (error) {
      throw notLetIn(error);
    }
  }

  /** Runs the turn of an authenticated activity; gives what it answered to an invoke, undefined for other activities. */
  async receive(
    authentication: AuthenticateRequestResult,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authentication, activity, turn);
  }
}

/** Null: without credentials, for the local Teams alone. */
export function createAdapter(options: AdapterOptions | null): TeamsAdapter {
  const authentication =
    options === null
      ? new ConfigurationBotFrameworkAuthentication({})
      : new ConfigurationBotFrameworkAuthentication(
          settingsOf(options.cloud),
          new OwnCredentials(options.credentials),
          {
            requiredEndorsements: ['msteams'],
          },
        );
  return new TeamsAdapter(withoutHiddenRetries(authentication), options);
}

/** All of them: setting one drops the library's defaults of the others. */
function settingsOf(cloud: Cloud): Record<string, string> {
  return {
    ValidateAuthority: String(cloud.validateAuthority),
    ToChannelFromBotLoginUrl: cloud.loginUrl,
    ToChannelFromBotOAuthScope: cloud.oauthScope,
    ToBotFromChannelTokenIssuer: cloud.tokenIssuer,
    ToBotFromChannelOpenIdMetadataUrl: cloud.metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.emulatorMetadataUrl,
    OAuthUrl: cloud.oauthUrl,
    CallerId: cloud.callerId,
  };
}

/**
 * The connector client repeats a failed POST up to three times by a policy that no option turns off, which would post a
 * card twice: it is taken out of every client, retries are the deliverer's alone. Both ways to a client are covered: the
 * factory of a turn comes with the checked token, the factory of a proactive turn is asked for. A client holds no state
 * of a turn, so one per service is kept instead of building a new one for every activity; nor does the client for user
 * tokens, which we never ask for any.
 */
function withoutHiddenRetries(authentication: BotFrameworkAuthentication): BotFrameworkAuthentication {
  const clients = new LRUCache<string, Promise<ConnectorClient>>({ max: clientsMax });
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
