// Danske ord på det, Trinvis selv sender til formænd, sekretariat og kanaler: kontrolkoder, overskredne frister, prognose,
// hvem der ikke kan nås.

export const service = {
  anchorTitle: 'Dagens kontrolkoder',
  anchorLead: 'Med dem kan enhver senere se, at sagsloggen ikke er ændret. Gem gerne en kopi uden for Teams.',
  anchorOrganisation: 'Organer og pladser',
  anchorHandbook: 'Håndbog',
  anchorLine: (name: string, hash: string): string => `${name}: ${hash}`,

  forecastTitle: (task: string): string => `Endnu ikke beslutningsdygtig: ${task}`,
  forecastLine: (answered: number, seats: number, needed: number): string =>
    `${String(answered)} af ${String(seats)} pladser har svaret. Der skal mindst ${String(needed)} til.`,
  overdueTitle: (task: string): string => `Fristen er udløbet: ${task}`,
  overdueCount: (count: number): string =>
    count === 1 ? '1 har endnu ikke svaret.' : `${String(count)} har endnu ikke svaret.`,
  deadline: (moment: string): string => `Frist: ${moment}`,
  substituteFor: (body: string): string => `Kald stedfortræder: ${body}`,
  seeTask: 'Se opgaven',
  downtimeTitle: (task: string): string => `Skal fristen forlænges? ${task}`,
  downtimeLine: (from: string, to: string): string =>
    `Trinvis var ude af drift fra ${from} til ${to}. I den tid kunne ingen svare.`,
  downtimeKept: 'Opgaven lukkes ikke, før formanden eller sekretariatet har taget stilling.',
  downtimeOver: 'Der er taget stilling.',
  keepDeadline: 'Lad fristen stå',

  unreachableTitle: 'Kan ikke nås af Trinvis',
  unreachableLead:
    'Appen er fjernet, blokeret eller ikke installeret. De får intet, før de skriver til Trinvis eller får appen igen.',
  unreachableChannel: 'En kanal, som Trinvis ikke har adgang til',
  fallbackTitle: (task: string): string => `Der mangler svar: ${task}`,
  fallbackLead: (names: string): string =>
    `Trinvis kan ikke skrive direkte til ${names}. Der kan svares her i kanalen.`,
  andMore: (count: number): string => `og ${String(count)} til`,
};
