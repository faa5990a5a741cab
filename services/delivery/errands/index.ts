// The door to errands: what is wanted of Graph, doing it, and what is told about it. Only where an installation has Graph.
import type { Card } from '../../../cards/card';
import type { Calendar } from '../../process/calendar';
import type { OrganisationState } from '../../process/organisation/state';
import type { RoundState } from '../../process/round/state';
import type { Notice } from '../../store/ports';
import type { Place } from '../ending';
import type { Wanted } from '../wanted';
import type { GraphUses } from './errand';
import { readLedger, wantedFor } from './errand';
import { feedWanted } from './feed';
import { groupsWanted } from './groups';
import type { RunParts } from './run';
import { runErrands } from './run';
import { composeTold, isTold } from './told';
import { wishesOf } from './wishes';

export interface Errands {
  /** What a round wants that has not been done. */
  ofRound(round: RoundState, organisation: OrganisationState, calendar: Calendar): Promise<readonly Wanted[]>;
  /** What is to be looked at once a day, whatever rounds there are. */
  daily(): readonly Wanted[];
  /** What goes with a message that has just been sent. */
  beside(addressKey: string, sent: readonly Notice[]): readonly Wanted[];
  /** Does what was claimed; `over` is true once no more may be begun. */
  run(place: Place, errands: readonly Notice[], over: () => boolean): Promise<void>;
  /** True for notices about errands. */
  tells(notice: Notice): boolean;
  /** The card of such a notice as things stand now, or why there is none. */
  compose(notice: Notice): Promise<Card | string>;
}

export function createErrands(parts: RunParts): Errands {
  const { uses, settings, now } = parts;
  return {
    ofRound: async (round, organisation, calendar) => {
      if (!anyUse(uses)) return [];
      const ledger = await readLedger(settings, round.id);
      return wantedFor(round.id, wishesOf(round, organisation, uses, ledger, now(), calendar), ledger, now());
    },
    daily: () => groupsWanted(uses, parts.today(), now()),
    beside: (addressKey, sent) => feedWanted(uses, addressKey, sent, now()),
    run: async (place, errands, over) => runErrands(parts, place, errands, over),
    tells: isTold,
    compose: async (notice) => composeTold(parts, notice),
  };
}

/** A round's ledger is not even read where nothing of it is used. */
function anyUse({ files, calendar, chats }: GraphUses): boolean {
  return files || calendar !== null || chats;
}

export type { RunParts } from './run';
export { noUses } from './errand';
export type { GraphUses } from './errand';
