// A sample of every card the product shows, in a state that a reader can imagine: made once per language for the golden
// files, the strict checks and the screenshots.
import type { Card } from '../../cards/card';
import type { Language } from '../../services/process/words';
import type { Sample } from './sample';
import { decidingSamples } from './samples/deciding';
import { governingSamples } from './samples/governing';
import { besideSamples } from './samples/beside';
import { formSamples } from './samples/forms';
import { impartialitySamples } from './samples/impartiality';
import { listSamples } from './samples/lists';
import { nominatorSamples } from './samples/nominators';
import { ownSamples } from './samples/own';
import { personalSamples } from './samples/personal';
import { secretariatSamples } from './samples/secretariat';
import { serviceSamples } from './samples/service';
import { sharedSamples } from './samples/shared';

export function gallery(): readonly Sample[] {
  return [
    ...sharedSamples(),
    ...ownSamples(),
    ...listSamples(),
    ...decidingSamples(),
    ...formSamples(),
    ...impartialitySamples(),
    ...nominatorSamples(),
    ...personalSamples(),
    ...secretariatSamples(),
    ...serviceSamples(),
    ...governingSamples(),
    ...besideSamples(),
  ];
}

export function cardOf(sample: Sample, language: Language): Card {
  const made = sample.make(language);
  return 'card' in made ? made.card : made;
}
