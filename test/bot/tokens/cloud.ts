// Microsoft's side on this machine: a login that gives the bot its own tokens (over TLS, as MSAL insists), and a connector
// that writes down who posted what with which token. Both are real servers on real sockets.
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { generate } from 'selfsigned';
import type { Listening } from './issuer';
import { listening } from './issuer';

export interface Login extends Listening {
  /** PEM, for NODE_EXTRA_CA_CERTS. */
  readonly certificate: string;
  /** The forms that asked for a token. */
  readonly asked: readonly URLSearchParams[];
}

export const accessToken = 'access-token-of-the-loopback-login';

export async function startLogin(tenantId: string): Promise<Login> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  const asked: URLSearchParams[] = [];
  const login: Listening = await listening(
    createTlsServer({ cert, key }, (request, response) => {
      void withBody(request, (body) => {
        response.setHeader('content-type', 'application/json');
        if (request.method === 'POST') {
          asked.push(new URLSearchParams(body));
          response.end(JSON.stringify({ token_type: 'Bearer', expires_in: 3_600, access_token: accessToken }));
          return;
        }
        const base = `${login.url}/${tenantId}`;
        response.end(
          JSON.stringify({
            issuer: `${base}/v2.0`,
            authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
            token_endpoint: `${base}/oauth2/v2.0/token`,
            jwks_uri: `${base}/keys`,
          }),
        );
      });
    }),
    'https',
  );
  return { ...login, certificate: cert, asked };
}

export interface Posted {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface Connector extends Listening {
  readonly calls: readonly Posted[];
  /** Settles when so many calls have come. */
  reached(count: number): Promise<void>;
}

export async function startConnector(): Promise<Connector> {
  const calls: Posted[] = [];
  let waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const connector = await listening(
    createServer((request, response) => {
      void withBody(request, (body) => {
        const { method = '', url = '', headers } = request;
        calls.push({ method, path: url, authorization: headers.authorization, body });
        for (const { resolve } of waiting.filter(({ count }) => calls.length >= count)) resolve();
        waiting = waiting.filter(({ count }) => calls.length < count);
        response.statusCode = 201;
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ id: String(1_700_000_000_000 + calls.length) }));
      });
    }),
    'http',
  );
  return {
    ...connector,
    calls,
    reached: async (count) => {
      if (calls.length >= count) return;
      await new Promise<void>((resolve) => waiting.push({ count, resolve }));
    },
  };
}

async function withBody(request: IncomingMessage, answer: (body: string) => void): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  answer(Buffer.concat(parts).toString('utf8'));
}
