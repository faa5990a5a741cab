// What the player of whole rounds needs of the test harness, in one place.
export { by, electorateOf, freeze, nominationId, roundMachine, seat, secondsAfter, started, texts } from '../given';
export { written } from './sketches';
