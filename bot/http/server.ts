// The bot's HTTP edge: routes, body limits, headers, health. What a request means is for those who are handed in.
import type { AddressInfo } from 'node:net';
import * as restify from 'restify';
import type { Logger } from '../log';

/** Larger than any activity Teams sends (about 100 KB of card data), small enough to parse without harm. */
const bodyBytesMax = 512 * 1024;

export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

export type HttpHandler = (request: HttpRequest) => Promise<HttpAnswer>;

export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handle: HttpHandler;
}

export interface HttpServer {
  readonly port: number;
  /** Stops taking requests and waits for those under way. */
  close(): Promise<void>;
}

/** Listens on `host`:`port` (0: any free port). */
export async function listen(
  options: { readonly host: string; readonly port: number; readonly logger: Logger },
  routes: readonly Route[],
): Promise<HttpServer> {
  const server = restify.createServer({ name: 'trinvis', ignoreTrailingSlash: true });
  server.use(restify.plugins.bodyParser({ mapParams: false, maxBodySize: bodyBytesMax, rejectUnknown: false }));
  for (const route of routes) server[route.method](route.path, answering(route.handle, options.logger));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const address: AddressInfo = server.address();
  return {
    port: address.port,
    close: async () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeIdleConnections();
      }),
  };
}

/** A handler that fails leaves a log line and a plain 500: never a stack, never our words, in front of anyone. */
function answering(handle: HttpHandler, logger: Logger) {
  return async (req: restify.Request, res: restify.Response): Promise<void> => {
    let answer: HttpAnswer;
    try {
      answer = await handle({ headers: req.headers, body: req.body });
    } catch (error) {
      logger.error({ err: error, path: req.path() }, 'request failed');
      answer = { status: 500 };
    }
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('Cache-Control', 'no-store');
    for (const [name, value] of Object.entries(answer.headers ?? {})) res.setHeader(name, value);
    if (answer.body === undefined) res.send(answer.status);
    else res.send(answer.status, answer.body);
  };
}
