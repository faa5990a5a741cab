// The limits' time in a sandbox: it runs along with real time and jumps with the clock.
import { sandboxPace } from '../../services/delivery/time';
import { createPacer } from '../../services/delivery/pacer';
import { sandboxClock } from '../../services/schedule/clock';

const beginsAtMs = Date.parse('2027-01-11T08:00:00.000Z');

describe('the time of the limits in a sandbox', () => {
  it('lets what waits for a limit go on when the clock is moved past it', async () => {
    const clock = sandboxClock(() => beginsAtMs);
    const pacer = createPacer(sandboxPace(clock));
    const sent: number[] = [];
    const all = Array.from({ length: 61 }, async (_, n) =>
      pacer.inTurn('channel', 'bulk', async (turn) => turn.call(async () => sent.push(n))),
    );
    await untilStill(sent);
    const atOnce = sent.length;
    for (let moved = 0; moved < 20; moved += 1) {
      clock.moveTo(new Date(beginsAtMs + (moved + 1) * 30_000).toISOString());
      await untilStill(sent);
    }
    await Promise.all(all);
    expect(atOnce).toBe(7);
    expect(sent).toHaveLength(61);
  });

  it('lets nothing through before its time when the clock is moved less far', async () => {
    const clock = sandboxClock(() => beginsAtMs);
    const time = sandboxPace(clock);
    const done: string[] = [];
    time.after(3_600_000, () => done.push('hour'));
    clock.moveTo(new Date(beginsAtMs + 3_599_000).toISOString());
    expect(done).toEqual([]);
    clock.moveTo(new Date(beginsAtMs + 3_600_000).toISOString());
    expect(done).toEqual(['hour']);
  });
});

/** Turns of the event loop until nothing more is sent. */
async function untilStill(sent: readonly number[]): Promise<void> {
  for (let before = -1; before !== sent.length;) {
    before = sent.length;
    for (let turn = 0; turn < 5; turn += 1) await new Promise((go) => setImmediate(go));
  }
}
