// How the bot gets its own tokens: botbuilder's credentials over MSAL, in any cloud and with any proof. botbuilder's own
// factories take a certificate to the public cloud only, and never tell MSAL to trust a login address of one's own.
import type { Configuration } from '@azure/msal-node';
import { ConfidentialClientApplication } from '@azure/msal-node';
import type { AppCredentials } from 'botframework-connector';
import {
  JwtTokenProviderFactory,
  ManagedIdentityAppCredentials,
  MsalAppCredentials,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { Credentials } from '../identity';

export class OwnCredentials extends ServiceClientCredentialsFactory {
  readonly #credentials: Credentials;
  /** One per audience: MSAL keeps its keys and addresses in it. */
  readonly #made = new Map<string, AppCredentials>();

  constructor(credentials: Credentials) {
    super();
    this.#credentials = credentials;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#credentials.appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(
    appId: string,
    audience: string,
    loginEndpoint: string,
    validateAuthority: boolean,
  ): Promise<AppCredentials> {
    if (appId !== this.#credentials.appId) throw new Error('A token was asked for another app than this one.');
    const made = this.#made.get(audience) ?? make(this.#credentials, audience, loginEndpoint, validateAuthority);
    this.#made.set(audience, made);
    return made;
  }
}

function make(credentials: Credentials, audience: string, authority: string, validate: boolean): AppCredentials {
  const { appId, proof } = credentials;
  if (proof.kind === 'managedIdentity') {
    return new ManagedIdentityAppCredentials(appId, audience, new JwtTokenProviderFactory());
  }
  const auth: Configuration['auth'] = {
    clientId: appId,
    authority,
    // MSAL asks Microsoft's public login about any address it does not know, unless it is told that it may be trusted.
    ...(validate ? {} : { knownAuthorities: [new URL(authority).host] }),
    ...(proof.kind === 'secret'
      ? { clientSecret: proof.password }
      : { clientCertificate: { ...thumbprintOf(proof.thumbprint), privateKey: proof.privateKey } }),
  };
  return new MsalAppCredentials(new ConfidentialClientApplication({ auth }), appId, authority, audience);
}

/** 40 hexadecimal digits are SHA-1, as Azure's portal shows it; 64 are SHA-256. */
function thumbprintOf(thumbprint: string): { readonly thumbprint: string } | { readonly thumbprintSha256: string } {
  return thumbprint.length === 40 ? { thumbprint } : { thumbprintSha256: thumbprint };
}
