// Danske ord, som alle kort deler: knapper, sider, frister, navne, der mangler.
// Ingen udråbstegn, ingen ord fra en bestemt proces.

export const common = {
  eyebrow: (step: number, round: string): string => `Trin ${step} · ${round}`,
  deadline: (moment: string): string => `Frist: ${moment}`,
  deadlineSoon: (moment: string, until: string): string => `Frist: ${moment}, ${until}`,
  deadlinePassed: (moment: string): string => `Fristen udløb ${moment}.`,
  until: (days: number): string =>
    days <= 0 ? 'i dag' : days === 1 ? 'om 1 arbejdsdag' : `om ${String(days)} arbejdsdage`,
  pageOf: (page: number, pages: number): string => `Side ${String(page)} af ${String(pages)}`,
  labelled: (label: string, value: string): string => `${label}: ${value}`,

  previous: 'Forrige',
  next: 'Næste',
  back: 'Tilbage',
  close: 'Luk',
  details: 'Detaljer',
  show: 'Vis',
  open: 'Åbn',
  change: 'Ret',
  continue: 'Fortsæt',
  save: 'Gem',
  saveDraft: 'Gem kladde',
  send: 'Send',
  remove: 'Fjern',
  readNomination: 'Læs indstillingen',
  read: 'Læs',
  openLink: 'Åbn dokumentet',
  findPerson: 'Skriv et navn',
  seeList: 'Se listen',
  myView: 'Min visning',

  required: 'Skal udfyldes.',
  reason: 'Begrundelse',
  remark: 'Bemærkning',
  reasonIsRecorded: 'Begrundelsen indgår i sagen og kan blive omfattet af aktindsigt.',
  textIsRecorded: 'Teksten indgår i sagen og kan blive omfattet af aktindsigt.',
  noPatientData: 'Skriv aldrig oplysninger om enkelte patienter.',

  formerPerson: 'Tidligere deltager',
  unknownBody: 'Ukendt',
  unknownTask: 'Opgave',
  untitled: 'Uden titel',
  erased: 'Slettet tekst',
  nowNamed: (name: string, now: string): string => `${name} (nu ${now})`,
  none: 'Ingen',
  empty: 'Her er ikke noget endnu.',

  caseRecord: 'Sagslog',
  recordNumber: (seq: number): string => `Post ${String(seq)} i sagsloggen`,
  recordHash: (hash: string): string => `Kontrolkode: ${hash}`,
  recordHelp: 'Koden ændrer sig, hvis noget i sagsloggen ændres. Gem den, hvis du vil kunne kontrollere det senere.',
};
