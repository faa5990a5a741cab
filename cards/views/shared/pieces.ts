// Which piece belongs to which kind of task: the one switch over kinds for shared cards.
import type { TaskDefinition, TaskDefinitionOf, TaskKind } from '../../../services/process/definition/schema';
import type { BodyId } from '../../../services/process/ids';
import { never } from '../../../services/process/decision';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import { appointPiece } from './appointments';
import { assessPiece, concludePiece, statePiece } from './assessments';
import { ballotsPiece } from './ballots';
import { nominatingPiece } from './nominating';
import type { Piece } from './piece';
import { noPiece } from './piece';
import { documentPiece, groupPiece, publishPiece } from './products';

export function pieceOf(scene: Scene, of: TaskOf, bodyId: BodyId | null): Piece {
  if (of.task.status === 'waiting') return noPiece;
  const { definition } = of;
  switch (definition.kind) {
    case 'agree':
    case 'consider':
    case 'vote':
    case 'approve':
    case 'rank':
      return ballotsPiece(scene, { ...of, definition });
    case 'nominate':
      return nominatingPiece(scene, { ...of, definition }, bodyId);
    case 'assess':
      return assessPiece(scene, { ...of, definition });
    case 'state':
      return statePiece(scene, { ...of, definition });
    case 'conclude':
      return concludePiece(scene, { ...of, definition });
    case 'group':
      return groupPiece(scene, { ...of, definition });
    case 'appoint':
      return appointPiece(scene, { ...of, definition });
    case 'document':
      return documentPiece(scene, { ...of, definition });
    case 'publish':
      return publishPiece(scene, { ...of, definition });
    default:
      return never(definition);
  }
}

/** The task narrowed to a kind; null when it is another. */
export function ofKind<Kind extends TaskKind>(of: TaskOf, kind: Kind): TaskOf<TaskDefinitionOf<Kind>> | null {
  const definition: TaskDefinition = of.definition;
  return definition.kind === kind ? { ...of, definition: definition as TaskDefinitionOf<Kind> } : null;
}
