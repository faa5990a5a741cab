// The words of what Trinvis sends by itself, by language. Must hold no words.
import type { Language } from '../../services/process/words';
import { service as danish } from './da/service';
import { service as english } from './en/service';

export const serviceTexts: Readonly<Record<Language, typeof danish>> = { da: danish, en: english };
