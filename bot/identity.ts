// The bot's own identity in Entra, read from settings: whole or not at all. Knows no library that uses it.
import { z } from 'zod';

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();
export const guid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a GUID such as 00000000-0000-0000-0000-000000000000');

/** Bot Framework's own names. */
export const identityEnvironment = {
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMsi', '']).default(''),
  MicrosoftAppId: optionalText.pipe(guid.optional()),
  MicrosoftAppPassword: optionalText,
  MicrosoftAppTenantId: optionalText.pipe(guid.optional()),
  CertificateThumbprint: optionalText.pipe(
    z
      .string()
      .transform((text) => text.replaceAll(':', ''))
      .pipe(z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/i, 'must be a SHA-1 or SHA-256 thumbprint in hexadecimal'))
      .optional(),
  ),
  /** PEM; `\n` stands for a line break where the environment holds one line only. */
  CertificatePrivateKey: optionalText.pipe(
    z
      .string()
      .transform((text) => text.replaceAll('\\n', '\n'))
      .pipe(z.string().regex(/^-----BEGIN (RSA )?PRIVATE KEY-----/, 'must be a private key in PEM'))
      .optional(),
  ),
};

const identitySettings = z.object(identityEnvironment);
export type IdentityValues = z.infer<typeof identitySettings>;

/** How the bot proves to Entra who it is. */
export type Proof =
  | { readonly kind: 'secret'; readonly password: string }
  | { readonly kind: 'certificate'; readonly thumbprint: string; readonly privateKey: string }
  | { readonly kind: 'managedIdentity' };

/** Credentials of the bot's app registration. */
export interface Credentials {
  readonly appId: string;
  readonly tenantId: string;
  readonly proof: Proof;
}

export interface CredentialsRead {
  readonly value: Credentials | null;
  readonly faults: readonly string[];
}

/** Half-set credentials stop the start: a bot that silently answered without them would answer anyone (DESIGN.md §8). */
export function readCredentials(values: IdentityValues): CredentialsRead {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId } = values;
  if (!anySet(values)) return { value: null, faults: [] };
  const faults = [
    ...(appId === undefined ? [missing('MicrosoftAppId')] : []),
    ...(tenantId === undefined ? [missing('MicrosoftAppTenantId')] : []),
  ];
  const proof = readProof(values);
  if (typeof proof === 'string') faults.push(proof);
  if (appId === undefined || tenantId === undefined || typeof proof === 'string') return { value: null, faults };
  return { value: { appId, tenantId, proof }, faults: [] };
}

function anySet(values: IdentityValues): boolean {
  const { MicrosoftAppId, MicrosoftAppTenantId, MicrosoftAppPassword, CertificateThumbprint, CertificatePrivateKey } =
    values;
  const texts = [
    MicrosoftAppId,
    MicrosoftAppTenantId,
    MicrosoftAppPassword,
    CertificateThumbprint,
    CertificatePrivateKey,
  ];
  return values.MicrosoftAppType !== '' || texts.some((text) => text !== undefined);
}

const missing = (name: string): string => `${name}: is missing although other app credentials are set.`;

/** The proof, or what is wrong with it. */
function readProof(values: IdentityValues): Proof | string {
  const {
    MicrosoftAppPassword: password,
    CertificateThumbprint: thumbprint,
    CertificatePrivateKey: privateKey,
  } = values;
  const certificate = thumbprint !== undefined || privateKey !== undefined;
  if (values.MicrosoftAppType === 'UserAssignedMsi') {
    return password === undefined && !certificate
      ? { kind: 'managedIdentity' }
      : 'MicrosoftAppType: UserAssignedMsi takes neither a secret nor a certificate.';
  }
  if (certificate) {
    if (password !== undefined) return 'MicrosoftAppPassword: set either a secret or a certificate, not both.';
    if (thumbprint === undefined) return 'CertificateThumbprint: is missing although CertificatePrivateKey is set.';
    if (privateKey === undefined) return 'CertificatePrivateKey: is missing although CertificateThumbprint is set.';
    return { kind: 'certificate', thumbprint, privateKey };
  }
  return password === undefined
    ? 'MicrosoftAppPassword: is missing although other app credentials are set (or a certificate, or UserAssignedMsi).'
    : { kind: 'secret', password };
}
