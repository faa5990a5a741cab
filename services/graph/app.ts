// Our own app in the organisation's catalogue, and its installation for people. Installs nothing but itself.
import type { Caller } from './caller';
import { idIn } from './caller';
import { GraphFailure } from './failures';
import type { Graph } from './port';
import * as shapes from './shapes';

export interface App {
  /** The catalogue's id of our app; Graph installs by it, not by the id in the manifest. */
  catalogId(): Promise<string>;
}

/** `manifestId`: the app's id in its manifest. What was found is kept: it changes with no release. */
export function appOf({ all }: Caller, manifestId: string): App {
  let found: Promise<string> | null = null;
  const look = async (): Promise<string> => {
    const path = `/appCatalogs/teamsApps?$filter=externalId eq '${manifestId}'`;
    const [app] = await all({ path, needs: ['AppCatalog.Read.All'] });
    if (app === undefined) throw new GraphFailure('gone', 'AppNotInCatalogue', [], null);
    return shapes.catalogApp.parse(app).id;
  };
  return {
    catalogId: async () => {
      found ??= look();
      found.catch(() => {
        found = null;
      });
      return found;
    },
  };
}

export function installationsOf({ call, baseUrl }: Caller, app: App): Pick<Graph, 'installFor'> {
  return {
    installFor: async (aadObjectId) => {
      const body = { 'teamsApp@odata.bind': `${baseUrl}/v1.0/appCatalogs/teamsApps/${await app.catalogId()}` };
      try {
        await call({
          method: 'POST',
          path: `/users/${idIn(aadObjectId)}/teamwork/installedApps`,
          body,
          needs: ['TeamsAppInstallation.ReadWriteSelfForUser.All'],
          once: true,
        });
      } catch (error) {
        if (!(error instanceof GraphFailure) || error.kind !== 'exists') throw error;
      }
    },
  };
}
