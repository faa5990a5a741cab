// What each family of tasks adds to the shared card of a task. The card itself is put together in task-card.ts.
import type { BodyId } from '../../../services/process/ids';
import type { Element } from '../../card';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';

export interface Piece {
  /** Under the deadline: participation, proposal, version. */
  readonly status: readonly string[];
  /** One line each: a body, a group, a part. */
  readonly rows: readonly string[];
  /** Once it is closed: what came of it. */
  readonly result: readonly string[];
  readonly notes: readonly string[];
  /** Answer buttons; only while it is open. */
  readonly actions: readonly Element[];
  /** Buttons that only show something: lists, guidance. */
  readonly reading: readonly Element[];
}

export const noPiece: Piece = { status: [], rows: [], result: [], notes: [], actions: [], reading: [] };

/** `bodyId` is whose own channel the card stands in; null where it is nobody's. */
export type PieceOf = (scene: Scene, of: TaskOf, bodyId: BodyId | null) => Piece;
