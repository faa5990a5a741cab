// What happens to a round when bodies and mandates end. Nobody asks for it: it follows from dates. Types only.
import type { Lapsed, Passed } from './state';

export type SuccessionEvent =
  ({ readonly type: 'BodySucceeded' } & Passed) | ({ readonly type: 'MandateLapsed' } & Lapsed);
