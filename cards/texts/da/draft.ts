// Danske ord om kladder: at dele dem, skrive sammen og tage dem med videre.

export const draft = {
  share: 'Del med en kollega',
  shareTitle: 'Del kladden',
  shareLead: (title: string): string =>
    `Den, du deler ${title} med, kan læse, rette og sende kladden, og bliver medindstiller, når den sendes.`,
  shareWith: 'Hvem vil du dele med?',
  shareNow: 'Del',
  sharedWith: (names: string): string => `Delt med ${names}`,
  sharedBy: (name: string): string => `Delt af ${name}`,
  writtenWith: (names: string): string => `Kladden skrives sammen med ${names}.`,
  others: (name: string, title: string, filled: number, total: number): string =>
    `${name} har delt kladden ${title}: ${String(filled)} af ${String(total)} felter.`,
  stop: 'Stop deling med',
  leave: 'Fjern fra min liste',
  /** Under et felt, som en anden har rettet imens. */
  clash: (name: string, value: string): string => `${name} har skrevet: ${value}`,
  clashEmpty: (name: string): string => `${name} har tømt feltet.`,
  noticeTitle: (name: string): string => `${name} har delt en kladde med dig`,
  noticeLead: (title: string): string =>
    `Du kan læse, rette og sende ${title}. Når den sendes, står du som medindstiller.`,
  grace: (moment: string): string => `Kladder, der er begyndt før fristen, kan sendes og rettes indtil ${moment}.`,
  graceRuns: (moment: string): string => `Fristen er udløbet. Kladden kan sendes og rettes indtil ${moment}.`,
  over: 'Fristen er udløbet. Kladden kan tages med i næste runde.',
  late: 'Fristen udløb, før indstillingen fik tilslutning. Den kan tages med i næste runde.',
  carry: (round: string): string => `Tag med i ${round}`,
  carryTitle: (round: string): string => `${round} tager nu imod indstillinger`,
  carryLead: (count: number): string =>
    count === 1
      ? 'Du har en indstilling fra en tidligere runde, som ikke blev indsendt. Tag den med, eller lad den ligge.'
      : `Du har ${String(count)} indstillinger fra tidligere runder, som ikke blev indsendt. Tag dem med, eller lad dem ligge.`,
  open: 'Åbn kladden',
};
