// Files in a channel's own folder. Writes what it is given; reads none.
import type { Caller } from './caller';
import { idIn } from './caller';
import { GraphFailure } from './failures';
import type { Graph } from './port';
import * as shapes from './shapes';

const needs = ['Sites.Selected', 'Files.ReadWrite.All'] as const;

export function filesOf({ call }: Caller): Pick<Graph, 'saveFile'> {
  return {
    saveFile: async ({ teamId, channelId }, { name, contentType, bytes }) => {
      const path = `/teams/${idIn(teamId)}/channels/${idIn(channelId)}/filesFolder`;
      const folder = shapes.driveItem.parse(await call({ method: 'GET', path, needs: ['File.Read.Group', ...needs] }));
      const driveId = folder.parentReference?.driveId;
      if (driveId === undefined) throw new GraphFailure('gone', 'NoDrive', [], null);
      const file = await call({
        method: 'PUT',
        path: `/drives/${idIn(driveId)}/items/${idIn(folder.id)}:/${idIn(fileName(name))}:/content`,
        // The library takes the whole memory behind a view of bytes, unless it is a Buffer.
        body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        contentType,
        needs,
      });
      return { webUrl: shapes.driveItem.parse(file).webUrl ?? null };
    },
  };
}

/** What SharePoint refuses in names becomes a hyphen. */
function fileName(name: string): string {
  return name.replace(/["*:<>?/\\|#%]/g, '-').slice(0, 200);
}
