// Plays a round: lets people work, moves the clock to the next morning or deadline, until nothing comes any more.
// Knows no definition; what comes next the bot says, and that the round is over it sees on cards of another round.
import type { LocalTeamsClient } from '../teams/client';
import type { ClockAnswer } from '../teams/api';
import { PlayerStuckError } from './players/errors';
import { inParallel } from './parallel';
import type { Player } from './players/player';

/** Days without anybody doing anything after which all look at their lists, and after which it is given up. */
const LOOK_AFTER = 12;
const GIVE_UP_AFTER = 90;
/** More days than any process takes. */
const DAYS_MAX = 3_000;

export interface Driving {
  readonly client: LocalTeamsClient;
  readonly players: readonly Player[];
  /** How many people act at the same time. */
  readonly atOnce: number;
  /** Called after each person who did something, before the next one begins. */
  readonly acted: () => Promise<void>;
  /** Settles when the bot can be reached: the clock is not moved past one that is being started again. */
  readonly ready: () => Promise<void>;
  /** Told after each move, when all that was due has been delivered; true when the round is over. */
  readonly onMoved: (now: string) => Promise<boolean>;
}

/** Answers how many days were played. Refused with `PlayerStuckError` when nothing happens for a season. */
export async function playRound(driving: Driving): Promise<number> {
  const { client, players } = driving;
  let idle = 0;
  for (let day = 0; day < DAYS_MAX; day += 1) {
    const looksAround = idle > 0 && idle % LOOK_AFTER === 0;
    const active = players.filter((player) => looksAround || player.unread.size > 0 || player.hasToAct(day));
    const visited = async (player: Player): Promise<boolean> => {
      const acted = await player.visit(day, looksAround);
      if (acted) await driving.acted();
      return acted;
    };
    const did = await inParallel(active, visited, driving.atOnce);
    idle = did.some(Boolean) ? 0 : idle + 1;
    await client.settle();
    const clock = await moveOn(driving);
    if (await driving.onMoved(clock.now)) return day;
    if (clock.next.length === 0 && idle > 0) return day;
    if (idle > GIVE_UP_AFTER) {
      const next = clock.next.map(({ label }) => label.da).join(', ');
      throw new PlayerStuckError('NoProgress', 'everybody', `nothing happened for ${idle} days. Next: ${next}`);
    }
  }
  throw new PlayerStuckError('NoProgress', 'everybody', `the round was not over after ${DAYS_MAX} days.`);
}

/** To what comes next; the bot answers when it has done and delivered what was due. A bot killed meanwhile is asked again. */
async function moveOn({ client, ready }: Driving): Promise<ClockAnswer> {
  await ready();
  const answer = await client.moveClock({ toNext: true });
  if (answer.next.length > 0) return answer;
  await ready();
  return client.moveClock({ byMs: 60_000 });
}
