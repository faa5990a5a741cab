// Danske ord om at afgøre: stemmelighed, lodtrækning, mindretal, hvad der venter på en afgørelse, og parvis optælling.

export const deciding = {
  newBallot: {
    tied: 'Den første afstemning endte med stemmelighed. Svar igen inden fristen.',
    voided:
      'Den tidligere afstemning tæller ikke, fordi en, der havde stemt, ikke kan deltage. Svar igen inden fristen.',
  },
  lotLine: (seed: string, remainder: number, drawn: string): string =>
    `Lodtrækning: ${seed} er sagsloggens kontrolkode, da der var talt op. Læst som tal og delt med 2 giver den ${String(remainder)} til rest: ${drawn}.`,
  lotDrawn: { for: 'for', against: 'imod' },
  heldBack: (titles: string): string => `Det følgende åbner ikke, før sagen er afgjort: ${titles}.`,
  minority: 'Mindretalsudtalelse',
  minorityBy: (who: string, text: string): string => `${who}: ${text}`,
  aMember: 'Et medlem',

  hasVoted: 'Du har stemt. En hemmelig stemme kan ikke ændres.',
  receiptTitle: 'Din stemme er i boksen',
  receipt: (receipt: string): string => `Kvittering: ${receipt}`,
  receiptKeep:
    'Gem kvitteringen, hvis du vil kunne finde din stemme, når der er talt op. Den vises kun her. Ingen kan se, at den er din.',
  columnReceipt: 'Kvittering',
  receiptsHelp: 'Hver stemme står under sin kvittering. Kun den, der stemte, kender den.',

  enter: 'Indfør svar',
  enterTitle: 'Indfør et svar',
  enterLead: 'Til et svar, der er givet uden for Teams. Alle kan se, at det er indført, og af hvem.',
  source: 'Hvor kommer svaret fra?',
  sourceHelp: 'For eksempel: brev af 3. maj, telefon den 4. maj. Det vises på kortet.',
  enteredLine: (name: string, choice: string, when: string): string =>
    `Svaret "${choice}" er indført af ${name} ${when}.`,
  sourceLine: (source: string): string => `Kilde: ${source}`,
  enteredCount: (count: number): string =>
    count === 1 ? '1 svar er indført af sekretariatet.' : `${String(count)} svar er indført af sekretariatet.`,

  prepare: 'Forbered svar',
  prepareTitle: 'Forbered et svar',
  prepareLead: (name: string): string => `Kun ${name} kan afgive svaret.`,
  prepareSave: 'Gem til godkendelse',
  preparedBy: (name: string, when: string): string => `Forberedt af ${name} ${when}. Ikke afgivet.`,
  preparedAnswer: (choice: string): string => `Forslag til svar: ${choice}`,
  preparedReason: (text: string): string => `Begrundelse: ${text}`,
  give: 'Afgiv svaret',
  handback: 'Send retur til forbereder',
  handedBack: (name: string): string => `Sendt retur af ${name}.`,

  forecast: (missing: number, days: number): string =>
    `Endnu ikke beslutningsdygtig: mangler ${String(missing)} svar, ${days === 1 ? '1 arbejdsdag' : `${String(days)} arbejdsdage`} tilbage.`,
  notQuorate: (missing: number): string =>
    `Fristen er udløbet, og der er ikke svar nok: mangler ${String(missing)}. Opgaven lukker ikke, før der er.`,
  missingGroups: (names: string): string => `Der mangler svar fra ${names}.`,
  nudge: 'Mind dem, der mangler',

  bordaColumn: 'Point',
  bordaHelp: 'Point er kun til sammenligning (Borda): gennemsnittet af, hvor mange andre den står over.',
  seeDuels: 'Parvis sammenligning',
  duelsTitle: (title: string): string => `Parvis sammenligning: ${title}`,
  duelsLead: 'Hvor mange har sat indstillingen over den anden, og hvor mange omvendt.',
  ahead: (list: string): string => `Foran: ${list}`,
  equal: (list: string): string => `Lige: ${list}`,
  behind: (list: string): string => `Bagved: ${list}`,
  score: (votes: number, against: number): string => `${String(votes)}–${String(against)}`,
  duel: (score: string, others: string): string => `${score} mod ${others}`,
};
