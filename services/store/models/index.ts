// Every model of the store on one connection. The indexes they need are in indexes.ts.
// A connection gets its models once.
import type { Connection } from 'mongoose';
import { addressModel } from './address';
import { boxModel } from './box';
import { commitModel } from './commit';
import { draftModel } from './draft';
import { leaseModel } from './lease';
import { noticeModel } from './notice';
import { personModel } from './person';
import { postedCardModel } from './posted-card';
import { settingModel } from './setting';
import { textModel } from './text';
import { tickModel } from './tick';

export type Models = ReturnType<typeof modelsOn>;

/** All models, compiled on a connection of our own (never mongoose's global one). */
export function modelsOn(connection: Connection) {
  return {
    addresses: addressModel(connection),
    boxes: boxModel(connection),
    commits: commitModel(connection),
    drafts: draftModel(connection),
    leases: leaseModel(connection),
    notices: noticeModel(connection),
    people: personModel(connection),
    postedCards: postedCardModel(connection),
    settings: settingModel(connection),
    texts: textModel(connection),
    ticks: tickModel(connection),
  };
}
