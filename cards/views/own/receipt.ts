// What a voter is told after a secret vote: that it is in the box, and the receipt to find it by in the count. Must never
// show what was voted: the card stays in the voter's chat.
import type { Card } from '../../card';
import { execute } from '../../card';
import type { SecretReceiptInput } from '../../inputs/round';
import { plainCard } from '../plain';
import { ownScene } from '../scene';

export function secretReceiptCard(input: SecretReceiptInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  return plainCard(
    scene,
    t.deciding.receiptTitle,
    [t.deciding.receipt(input.receipt), t.deciding.receiptKeep],
    [execute(t.common.back, 'task.show', { roundId: round.id, taskId: input.taskId })],
  );
}
