// What a sample of a card is, and the inputs that samples of one world share.
// Must hold no card itself.
import type { Card, DialogContent } from '../../cards/card';
import type { NominationId } from '../../services/process/ids';
import type { Language } from '../../services/process/words';
import { taskId, viewer } from './world';
import type { World } from './world';
export interface Sample {
  readonly name: string;
  readonly make: (language: Language) => Card | DialogContent;
}

export const head = { seq: 214, hash: '9f2c4e'.padEnd(64, 'a') };
export const here = { refreshFor: ['29:1abc', '29:1def'] };

export const allIds = (base: World) => Object.keys(base.round.nominations) as NominationId[];

/** Shared parts of the samples of one world. */
export function of(base: World) {
  const { round } = base;
  const look = base.words.look();
  return {
    shared: (language: Language, id: string) => ({
      round,
      language,
      look,
      taskId: taskId(id),
      bodyId: null,
      ...here,
    }),
    own: (language: Language, name: string, id: string) => ({
      round,
      look,
      viewer: viewer(name, language),
      taskId: taskId(id),
    }),
    ownCard: (language: Language, name: string, id: string) => ({
      round,
      look,
      viewer: viewer(name, language),
      taskId: taskId(id),
      place: 'personal' as const,
      head: null,
      drafts: [],
    }),
    personal: (language: Language, name: string) => ({ look, viewer: viewer(name, language) }),
  };
}

export const form = { surface: 'dialog', fault: null } as const;
