// Owns the HTTP ground: loopback only, the token, Host and Origin, bodies, errors, security headers.
// Must not know a single path of the connector or the page: routes are given to it.

import type { AddressInfo } from 'node:net';
import {
  createServer,
  plugins,
  type Next,
  type Request,
  type Response,
  type Server,
  type ServerOptions,
} from 'restify';
import pino from 'pino';
import { LocalTeamsError, RefusedCall } from './errors';
import { isAllowed, SECURITY_HEADERS } from './guard';
import { parseJson } from './json';

export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed JSON body; undefined without one. */
  readonly body: unknown;
  /** The body as it came. */
  readonly bodyText: string;
  readonly request: Request;
  readonly response: Response;
}

/** `body` is sent as JSON; `json` is JSON text already; neither: the handler has answered by itself. */
export type Answer =
  | { readonly status: number; readonly body: unknown }
  | { readonly status: number; readonly json: string }
  | { readonly answered: true };

export type Handler = (call: Call) => Promise<Answer> | Answer;
export type Method = 'get' | 'post' | 'put' | 'del';

// The page and the connector send at most 100 KB of UTF-16 an activity; directories of a whole tenant fit too.
const BODY_BYTES_MAX = 1024 * 1024;
// Conversation ids with their thread are longer than the router's 100 characters.
const PARAM_CHARS_MAX = 1024;

/** The JSON body Teams answers errors with. */
export function errorBody(code: string, message: string): unknown {
  return { error: { code, message } };
}

function send(response: Response, status: number, json: string, headers: Readonly<Record<string, string>> = {}): void {
  if (!response.headersSent && !response.destroyed) {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(json);
  }
}

export class HttpGround {
  readonly #server: Server;
  readonly #token: string;
  #port = 0;

  /** @param onFailure is told of what should not happen: bugs and a disk that cannot be written */
  constructor(
    token: string,
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.#token = token;
    const options: ServerOptions = { name: 'trinvis-local-teams', maxParamLength: PARAM_CHARS_MAX };
    // restify would log to the terminal. Its types name an older logger than the one it uses, hence by assignment.
    Object.assign(options, { log: pino({ level: 'silent' }) });
    this.#server = createServer(options);
    this.#server.pre((request: Request, response: Response, next: Next) => this.#guard(request, response, next));
    this.#server.use(plugins.bodyReader({ maxBodySize: BODY_BYTES_MAX }));
    this.#server.on('restifyError', (_request: Request, _response: Response, error: unknown, done: () => void) => {
      reshape(error);
      done();
    });
  }

  #guard(request: Request, response: Response, next: Next): void {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      response.setHeader(name, value);
    }
    if (isAllowed(request, this.#token, this.#port)) {
      next();
      return;
    }
    send(response, 403, JSON.stringify(errorBody('Forbidden', 'The address lacks the token of this local Teams.')));
    next(false);
  }

  /** The path all routes stand below. */
  get tokenPath(): string {
    return `/${this.#token}`;
  }

  /** Adds a route below the token. */
  route(method: Method, path: string, handler: Handler): void {
    const answer = async (request: Request, response: Response): Promise<void> => this.#run(handler, request, response);
    this.#server[method](`${this.tokenPath}${path}`, answer);
  }

  /** Adds a restify handler as it is, for files. */
  files(path: string, handler: ReturnType<typeof plugins.serveStaticFiles>): void {
    this.#server.get(`${this.tokenPath}${path}`, handler);
  }

  async #run(handler: Handler, request: Request, response: Response): Promise<void> {
    try {
      const answer = await handler(readCall(request, response));
      if ('json' in answer) {
        send(response, answer.status, answer.json);
      } else if ('body' in answer) {
        send(response, answer.status, JSON.stringify(answer.body));
      }
    } catch (error) {
      const { status, code, message, retryAfterSeconds } = this.#refusalOf(error);
      const retry: Record<string, string> =
        retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
      send(response, status, JSON.stringify(errorBody(code, message)), retry);
    }
  }

  #refusalOf(error: unknown): { status: number; code: string; message: string; retryAfterSeconds?: number } {
    if (error instanceof RefusedCall) {
      return { ...error.options, status: error.status, code: error.code, message: error.message };
    }
    this.onFailure(error);
    // 503 where trying again later may help, 500 for what is our own fault.
    return error instanceof LocalTeamsError
      ? { status: 503, code: 'ServiceUnavailable', message: error.message }
      : { status: 500, code: 'ServiceError', message: 'The local Teams failed.' };
  }

  /** Listens on 127.0.0.1; port 0 takes a free one. Answers the port. */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error: Error) => {
        reject(new LocalTeamsError('NotStarted', `Port ${port} cannot be used. Is something else there?`, error));
      });
      this.#server.listen(port, '127.0.0.1', () => resolve());
    });
    const address: AddressInfo | string | null = this.#server.server.address();
    this.#port = typeof address === 'object' && address !== null ? address.port : port;
    return this.#port;
  }

  /** Stops taking calls, lets those under way end, and closes what stays open. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.server.close(() => resolve());
      this.#server.server.closeIdleConnections();
      setTimeout(() => this.#server.server.closeAllConnections(), CLOSE_GRACE_MS).unref();
    });
  }
}

// Calls under way are answered in milliseconds, once nothing waits for a bot any more.
const CLOSE_GRACE_MS = 500;

function readCall(request: Request, response: Response): Call {
  const bodyText = typeof request.body === 'string' ? request.body : '';
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const params: Readonly<Record<string, string>> = { ...request.params };
  return { params, query: url.searchParams, body: readBody(request, bodyText), bodyText, request, response };
}

function readBody(request: Request, text: string): unknown {
  if (text === '') {
    return undefined;
  }
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    throw new RefusedCall('BadSyntax', 'The body must be application/json.', { status: 415 });
  }
  try {
    return parseJson(text);
  } catch (error) {
    throw new RefusedCall('BadSyntax', 'The body is not JSON.', { cause: error });
  }
}

const CODE_OF_GROUND_ERROR: Readonly<Record<number, string>> = {
  404: 'NotFound',
  405: 'MethodNotAllowed',
  413: 'MessageSizeTooBig',
};

/** Gives an error of restify's own (no route, a body too large) the shape Teams uses. */
function reshape(error: unknown): void {
  if (typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number') {
    const body = errorBody(CODE_OF_GROUND_ERROR[error.statusCode] ?? 'BadSyntax', 'The call was not understood.');
    Object.assign(error, { toJSON: () => body });
  }
}
