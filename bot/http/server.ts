// The bot's HTTP edge: routes, bodies, headers, stopping. What a request means is for those who are handed in.
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import * as restify from 'restify';
import type { Logger } from '../log';
import { readFile, readJson } from './body';

/** A request that has not come in whole after this long is somebody who holds a connection open on purpose. */
const requestTimeoutMs = 20_000;

/** Nothing here is for a browser: no page may show, read, cache or sniff it. */
const securityHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

export interface HttpAnswer {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as a file to keep. */
  readonly file?: { readonly contentType: string; readonly name: string; readonly bytes: Buffer };
  /** Sent as it is, with its own content type. */
  readonly text?: { readonly contentType: string; readonly content: string };
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed JSON of a POST; the bytes themselves where the route takes a file. */
  readonly body: unknown;
  /** What stands in the path where the route says `:name`. */
  readonly params: Readonly<Record<string, string>>;
  /** The address the connection comes from. */
  readonly from: string;
}

export type HttpHandler = (request: HttpRequest) => Promise<HttpAnswer>;

export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** A POST of a file instead of JSON: its bytes, within limits. */
  readonly takesFile?: boolean;
  readonly handle: HttpHandler;
}

export interface HttpServer {
  readonly port: number;
  /** Stops taking requests and waits for those under way. */
  close(): Promise<void>;
}

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly logger: Logger;
  /** Told the status of every body that was refused before anyone looked at what it says. */
  readonly refused?: (path: string, status: number) => void;
}

/** Listens on `host`:`port` (0: any free port). */
export async function listen(options: HttpOptions, routes: readonly Route[]): Promise<HttpServer> {
  const settings: restify.ServerOptions = { name: 'trinvis', ignoreTrailingSlash: true };
  // restify would write to the terminal. Its types name an older logger than the one it uses, hence by assignment.
  Object.assign(settings, { log: pino({ level: 'silent' }) });
  const server = restify.createServer(settings);
  server.server.requestTimeout = requestTimeoutMs;
  const state = { stopping: false };
  server.pre((_request: restify.Request, response: restify.Response, next: restify.Next) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (state.stopping) response.setHeader('Connection', 'close');
    next();
  });
  for (const route of routes) server[route.method](route.path, answering(route, options));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const address: AddressInfo = server.address();
  return {
    port: address.port,
    close: async () =>
      new Promise((resolve) => {
        state.stopping = true;
        server.close(() => resolve());
        server.server.closeIdleConnections();
      }),
  };
}

/** A handler that fails leaves a log line and a plain 500: never a stack, never our words, in front of anyone. */
function answering(route: Route, options: HttpOptions) {
  return async (request: restify.Request, response: restify.Response): Promise<void> => {
    let answer: HttpAnswer;
    try {
      answer = await answerTo(route, options, request);
    } catch (error) {
      options.logger.error({ err: error, path: route.path }, 'request failed');
      answer = { status: 500 };
    }
    send(response, answer);
  };
}

async function answerTo(route: Route, options: HttpOptions, request: restify.Request): Promise<HttpAnswer> {
  const from = request.socket.remoteAddress ?? '';
  const { headers, params } = request;
  if (route.method === 'get') return route.handle({ headers, params, body: null, from });
  const body = route.takesFile === true ? await readFile(request) : await readJson(request);
  if (body.ok) return route.handle({ headers, params, body: body.value, from });
  options.logger.info({ path: route.path, status: body.status, code: body.code }, 'a body was refused');
  options.refused?.(route.path, body.status);
  // What is left of a body that was not read is not waited for.
  return { status: body.status, headers: { Connection: 'close' } };
}

function send(response: restify.Response, answer: HttpAnswer): void {
  if (response.destroyed || response.headersSent) return;
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (answer.text !== undefined) {
    response.writeHead(answer.status, { 'Content-Type': answer.text.contentType });
    response.end(answer.text.content);
    return;
  }
  if (answer.file !== undefined) {
    const { contentType, name, bytes } = answer.file;
    response.writeHead(answer.status, {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${name}"`,
    });
    response.end(bytes);
    return;
  }
  response.writeHead(answer.status, answer.body === undefined ? {} : { 'Content-Type': 'application/json' });
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
}
