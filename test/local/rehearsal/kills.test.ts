// Kills follow the seed, are as many as asked for, and are never lost when the rehearsal is shorter than thought.
import { planKills } from '../../../services/local/rehearsal/kills';

test('as many kills as asked for fall within the presses', async () => {
  let kills = 0;
  const plan = planKills(20, 100, 7, async () => {
    kills += 1;
  });
  for (let press = 0; press < 100; press += 1) plan.onPress();
  expect(plan.left()).toBe(0);
  await plan.finish();
  expect(kills).toBe(20);
});

test('those the presses did not reach take place at the end', async () => {
  let kills = 0;
  const plan = planKills(5, 1_000, 7, async () => {
    kills += 1;
  });
  plan.onPress();
  await plan.finish();
  expect(kills).toBe(5);
});
