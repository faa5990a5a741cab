// A token issuer of this machine, as Microsoft's looks from outside: OpenID metadata and keys, and tokens signed with them.
// Also hands out what no issuer would sign: the hostile tests need those.
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface Key {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** Null: the published key names none. */
  readonly endorsements: readonly string[] | null;
}

export function newKey(kid: string, endorsements: readonly string[] | null): Key {
  return { kid, endorsements, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

export async function listening(server: Server, scheme: 'http' | 'https'): Promise<Listening> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Publishes the keys where `ToBotFromChannelOpenIdMetadataUrl` is to point. */
export async function startIssuer(keys: readonly Key[]): Promise<Listening> {
  const published = keys.map(({ kid, publicKey, endorsements }) => ({
    ...publicKey.export({ format: 'jwk' }),
    kid,
    use: 'sig',
    ...(endorsements === null ? {} : { endorsements }),
  }));
  const issuer: Listening = await listening(
    createServer((request, response) => {
      const metadata = { issuer: 'https://api.botframework.com', jwks_uri: `${issuer.url}/keys` };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.url === '/keys' ? { keys: published } : metadata));
    }),
    'http',
  );
  return issuer;
}

export type Json = Readonly<Record<string, unknown>>;

function part(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

/** Signs as an issuer does, whatever the header says. */
export function signed(header: Json, claims: Json | string, key: KeyObject, hash = 'RSA-SHA256'): string {
  const content = `${part(header)}.${part(claims)}`;
  return `${content}.${sign(hash, Buffer.from(content), key).toString('base64url')}`;
}

/** Signed with a shared secret: the classic confusion takes the public key for it. */
export function signedByHmac(header: Json, claims: Json, secret: string | Buffer): string {
  const content = `${part(header)}.${part(claims)}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

export function unsigned(header: Json, claims: Json): string {
  return `${part(header)}.${part(claims)}.`;
}
