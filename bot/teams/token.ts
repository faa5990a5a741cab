// What a bearer token must look like before botbuilder checks its signature, and what botbuilder leaves unchecked.
// Reads claims only to refuse; what is true about a token is said by its signature, which is not checked here.
import { AuthenticationError } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor';
import { z } from 'zod';

/** Why an activity was not let in. `unavailable`: not its fault, the keys could not be fetched. */
export class NotLetIn extends Error {
  override readonly name = 'NotLetIn';

  constructor(
    readonly status: 401 | 403 | 503,
    /** For logs and metrics. Never a claim of the token. */
    readonly code: string,
    cause?: unknown,
  ) {
    super(`not let in: ${code}`, cause === undefined ? undefined : { cause });
  }
}

/** The only algorithms Microsoft signs with; `none` and those with a shared secret are refused before any key is asked for. */
const algorithms = ['RS256', 'RS384', 'RS512'] as const;

/** Longer tokens are not Microsoft's: its own are about 1.5 KB. */
const tokenLengthMax = 8_192;

/** Clocks may differ by this much, as botbuilder itself allows. */
const clockToleranceSeconds = 300;

const header = z.object({ alg: z.enum(algorithms), kid: z.string().min(1) });
const claims = z.object({ iss: z.string(), aud: z.string(), exp: z.number(), serviceurl: z.string() });

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly serviceUrl: string;
  readonly nowMs: number;
}

/**
 * Refuses what cannot be a token of the Bot Connector, and gives the id of the key it claims. botbuilder would try an
 * unknown issuer as the emulator's or another bot's token, to which fewer rules apply; it prints expired ones.
 */
export function keyIdOf(authorization: string, rules: TokenRules): string {
  if (authorization === '') throw new NotLetIn(401, 'NoToken');
  const [scheme, token, ...rest] = authorization.split(' ');
  if (scheme !== 'Bearer' || token === undefined || rest.length > 0 || authorization.length > tokenLengthMax)
    throw new NotLetIn(401, 'NoBearerToken');
  const [head, body, signature, ...more] = token.split('.');
  if (head === undefined || body === undefined || signature === undefined || signature === '' || more.length > 0)
    throw new NotLetIn(401, 'Malformed');
  const readHead = header.safeParse(jsonOf(head));
  if (!readHead.success) throw new NotLetIn(401, 'HeaderRefused');
  const readClaims = claims.safeParse(jsonOf(body));
  if (!readClaims.success) throw new NotLetIn(401, 'ClaimsRefused');
  const { iss, aud, exp, serviceurl } = readClaims.data;
  if (iss !== rules.issuer) throw new NotLetIn(401, 'WrongIssuer');
  if (aud !== rules.audience) throw new NotLetIn(401, 'WrongAudience');
  if (exp + clockToleranceSeconds < rules.nowMs / 1_000) throw new NotLetIn(401, 'Expired');
  if (serviceurl !== rules.serviceUrl) throw new NotLetIn(401, 'WrongServiceUrl');
  return readHead.data.kid;
}

function jsonOf(part: string): unknown {
  if (!/^[\w-]+$/.test(part)) return null;
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/**
 * A key must be endorsed for Teams. botbuilder asks only when the key names any endorsement at all; a key without any
 * would pass. Its cache of keys is asked again, so this costs no call. The member is private in its types.
 */
export async function requireEndorsement(metadataUrl: string, keyId: string): Promise<void> {
  const cache: unknown = Reflect.get(JwtTokenExtractor, 'openIdMetadataCache');
  const metadata: unknown = cache instanceof Map ? cache.get(metadataUrl) : undefined;
  const getKey: unknown = metadata instanceof Object ? Reflect.get(metadata, 'getKey') : undefined;
  if (typeof getKey !== 'function') throw new NotLetIn(503, 'KeysUnknown');
  const key: unknown = await getKey.call(metadata, keyId);
  const endorsements: unknown = key instanceof Object ? Reflect.get(key, 'endorsements') : undefined;
  if (!Array.isArray(endorsements) || !endorsements.includes('msteams')) throw new NotLetIn(401, 'NotEndorsed');
}

/** Names of jsonwebtoken's errors. A signature by another key comes as one of them, not as botbuilder's own. */
const tokenErrors: ReadonlySet<string> = new Set(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError']);

/** What botbuilder's check threw, as what to answer: the token's fault, or keys that could not be fetched. */
export function notLetIn(error: unknown): NotLetIn {
  if (error instanceof NotLetIn) return error;
  if (error instanceof AuthenticationError && error.statusCode < 500)
    return new NotLetIn(error.statusCode === 403 ? 403 : 401, 'TokenRefused', error);
  if (error instanceof Error && tokenErrors.has(error.name)) return new NotLetIn(401, error.name, error);
  return new NotLetIn(503, 'KeysUnavailable', error);
}
