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
