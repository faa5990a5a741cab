// The words of the product in both languages, by key. Danish is the model: English must have every key of it.
// Must hold no word of a process: names of steps, tasks and bodies come from the definition.
import type { Language } from '../../services/process/words';
import { admin } from './da/admin';
import { after } from './da/after';
import { assessment } from './da/assessment';
import { ballot } from './da/ballot';
import { beside } from './da/beside';
import { common } from './da/common';
import { condition } from './da/condition';
import { deciding } from './da/deciding';
import { document } from './da/document';
import { draft } from './da/draft';
import { faults } from './da/faults';
import { graph } from './da/graph';
import { meeting } from './da/meeting';
import { impartiality } from './da/impartiality';
import { nomination } from './da/nomination';
import { override } from './da/override';
import { personal } from './da/personal';
import { product } from './da/product';
import { question } from './da/question';
import { ranking } from './da/ranking';
import { said } from './da/said';
import { setup } from './da/setup';
import { sheet } from './da/sheet';
import { task } from './da/task';
import { together } from './da/together';
import { admin as adminEn } from './en/admin';
import { after as afterEn } from './en/after';
import { assessment as assessmentEn } from './en/assessment';
import { ballot as ballotEn } from './en/ballot';
import { beside as besideEn } from './en/beside';
import { common as commonEn } from './en/common';
import { condition as conditionEn } from './en/condition';
import { deciding as decidingEn } from './en/deciding';
import { document as documentEn } from './en/document';
import { draft as draftEn } from './en/draft';
import { faults as faultsEn } from './en/faults';
import { graph as graphEn } from './en/graph';
import { meeting as meetingEn } from './en/meeting';
import { impartiality as impartialityEn } from './en/impartiality';
import { nomination as nominationEn } from './en/nomination';
import { override as overrideEn } from './en/override';
import { personal as personalEn } from './en/personal';
import { product as productEn } from './en/product';
import { question as questionEn } from './en/question';
import { ranking as rankingEn } from './en/ranking';
import { said as saidEn } from './en/said';
import { setup as setupEn } from './en/setup';
import { sheet as sheetEn } from './en/sheet';
import { task as taskEn } from './en/task';
import { together as togetherEn } from './en/together';

const da = {
  admin,
  after,
  assessment,
  ballot,
  beside,
  common,
  condition,
  deciding,
  document,
  draft,
  faults,
  graph,
  meeting,
  impartiality,
  nomination,
  override,
  personal,
  product,
  question,
  ranking,
  said,
  setup,
  sheet,
  task,
  together,
};

export type Texts = typeof da;

const en: Texts = {
  admin: adminEn,
  after: afterEn,
  assessment: assessmentEn,
  ballot: ballotEn,
  beside: besideEn,
  common: commonEn,
  condition: conditionEn,
  deciding: decidingEn,
  document: documentEn,
  draft: draftEn,
  faults: faultsEn,
  graph: graphEn,
  meeting: meetingEn,
  impartiality: impartialityEn,
  nomination: nominationEn,
  override: overrideEn,
  personal: personalEn,
  product: productEn,
  question: questionEn,
  ranking: rankingEn,
  said: saidEn,
  setup: setupEn,
  sheet: sheetEn,
  task: taskEn,
  together: togetherEn,
};

const all: Readonly<Record<Language, Texts>> = { da, en };

export function textsOf(language: Language): Texts {
  return all[language];
}
