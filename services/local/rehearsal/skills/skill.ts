// What a skill is: it looks at a screen and says what this person presses there, or nothing. Skills know verbs and input
// ids, as people know words on buttons; they know no definition and no rules.
import type { Mind } from '../players/mind';
import type { Press, Screen } from '../players/screen';

export type Skill = (screen: Screen, mind: Mind) => Press | null;

/** Presses without typing. */
export function plainly(button: Press['button'] | undefined): Press | null {
  return button === undefined ? null : { button, typed: {} };
}

/** The first press that one of the skills wants. */
export function firstOf(...skills: readonly Skill[]): Skill {
  return (screen, mind) => {
    for (const skill of skills) {
      const press = skill(screen, mind);
      if (press !== null) return press;
    }
    return null;
  };
}

/** Once per visit: a button that only leads somewhere is not pressed again and again. */
export function once(mind: Mind, key: string, press: Press | null): Press | null {
  if (press === null || mind.seen.has(key)) return null;
  mind.seen.add(key);
  return press;
}
