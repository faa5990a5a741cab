// Everybody of a scenario with a device of his own: the players of a rehearsal, and those who bring the example to life.
import { setTimeout as delay } from 'node:timers/promises';
import type { EventStream, LocalTeamsClient } from '../teams/client';
import { inParallel } from './parallel';
import { NominationBook } from './players/book';
import type { Course } from './players/course';
import { Device } from './players/device';
import type { Journal } from './players/journal';
import { Mind } from './players/mind';
import { Player, type Watch } from './players/player';
import type { Scenario } from './scenario/schema';
import { allSkills } from './skills';
import { aadOf } from './stage';

/** On one machine an event arrives in a few milliseconds. One that is missed is heard the day after. */
const HEARD_AFTER_MS = 20;

export interface CompanyOptions {
  readonly client: LocalTeamsClient;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly journal: Journal;
  readonly watch: Watch;
  /** Waits until it is worth pressing again. */
  readonly pause: (tries: number) => Promise<void>;
  readonly course: Course;
}

export class Company {
  readonly book: NominationBook;
  #streams: readonly EventStream[] = [];

  constructor(private readonly options: CompanyOptions) {
    this.book = new NominationBook(options.scenario.nominations);
  }

  /** One person's Teams. */
  device(key: string): Device {
    const { client, scenario, journal, pause } = this.options;
    const name = scenario.people.find((person) => person.key === key)?.name ?? key;
    return new Device(client, { key, aad: aadOf(key), name }, journal, pause);
  }

  /** Everybody comes in and hears from now on what is posted where he is. */
  async arrive(): Promise<readonly Player[]> {
    const { client, scenario, seed, watch, course } = this.options;
    const players = scenario.people.map((person) => {
      const mind = new Mind(person, scenario, this.book, seed);
      return new Player(this.device(person.key), mind, allSkills, watch, course, aadOf);
    });
    this.#streams = await inParallel(players, async (player) => {
      await player.arrive();
      return client.events(player.device.me.aad, (event) => player.hear(event));
    });
    return players;
  }

  /** Events travel on connections of their own: what has been posted is heard a moment later. */
  async heard(): Promise<void> {
    await delay(HEARD_AFTER_MS);
  }

  /** Everybody stops listening. */
  async leave(): Promise<void> {
    for (const stream of this.#streams) stream.close();
    await Promise.all(this.#streams.map(({ closed }) => closed));
  }
}
