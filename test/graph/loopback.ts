// A Graph on this machine: answers what a test has laid ready, in order, and keeps what it was asked. Shapes are those of
// the documentation (learn.microsoft.com/graph/api), ids invented.
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { listening } from '../bot/tokens/issuer';
import type { Listening } from '../bot/tokens/issuer';
import { createGraph } from '../../services/graph';
import type { Graph } from '../../services/graph';

export interface Asked {
  /** `GET /v1.0/…`, as it came over the wire. */
  readonly line: string;
  readonly body: unknown;
  readonly headers: IncomingMessage['headers'];
}

export interface Laid {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or text as it is. */
  readonly body?: unknown;
  /** The connection breaks instead of an answer. */
  readonly cut?: boolean;
}

export interface LoopbackGraph {
  readonly url: string;
  readonly graph: Graph;
  readonly asked: Asked[];
  /** Milliseconds waited before attempts, in order. */
  readonly paused: number[];
  /** The next answers, one a request. */
  lay(...answers: readonly Laid[]): void;
  /** What answers where nothing has been laid, by the request's line. */
  route(answer: (line: string, body: unknown) => Laid): void;
  /** What was laid and not taken. */
  readonly left: () => number;
  close(): Promise<void>;
}

export const manifestId = '99999999-9999-4999-8999-999999999999';

export async function startLoopbackGraph(): Promise<LoopbackGraph> {
  const answers: Laid[] = [];
  const asked: Asked[] = [];
  const paused: number[] = [];
  const nothingLaid: Laid = { status: 501, body: { error: { code: 'NothingLaid', message: '' } } };
  const routed = { answer: (_line: string, _body: unknown): Laid => nothingLaid };
  const server: Listening = await listening(
    createServer((request, response) => {
      void bodyOf(request).then((body) => {
        asked.push({ line: `${request.method} ${request.url}`, body, headers: request.headers });
        const answer = answers.shift() ?? routed.answer(`${request.method} ${request.url}`, body);
        if (answer.cut === true) return request.socket.destroy();
        const isText = typeof answer.body === 'string';
        response.writeHead(answer.status ?? 200, {
          ...(answer.body === undefined ? {} : { 'content-type': isText ? 'text/html' : 'application/json' }),
          ...answer.headers,
        });
        return response.end(isText ? answer.body : answer.body === undefined ? undefined : JSON.stringify(answer.body));
      });
    }),
    'http',
  );
  const pause = async (ms: number): Promise<void> => {
    paused.push(ms);
  };
  return {
    url: server.url,
    graph: createGraph({ baseUrl: server.url, token: async () => 'the-token', pause, manifestId }),
    asked,
    paused,
    lay: (...more) => {
      answers.push(...more);
    },
    route: (answer) => {
      routed.answer = answer;
    },
    left: () => answers.length,
    close: async () => server.close(),
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  const text = Buffer.concat(parts).toString('utf8');
  if (text === '') return null;
  return request.headers['content-type']?.startsWith('application/json') === true ? JSON.parse(text) : text;
}
