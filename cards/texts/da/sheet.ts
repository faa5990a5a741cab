// Danske ord om vurderinger i et regneark, i Teams og på siden uden for Teams.

export const sheet = {
  name: 'Vurderinger',
  columns: { number: 'Nummer', title: 'Indstilling', evidence: 'Evidens', reason: 'Begrundelse' },
  button: 'Brug regneark',
  title: 'Vurdér i et regneark',
  lead: 'Hent arket, udfyld det, og send det tilbage på siden. Intet er afgivet, før du trykker Afgiv her i Teams.',
  linkUntil: (time: string): string => `Siden er din alene og kan bruges indtil ${time}. Send ikke linket til andre.`,
  open: 'Åbn siden med arket',
  again: 'Se, hvad der er læst',
  newLink: 'Få et nyt link',
  none: 'Regneark kan ikke bruges her: Botten har ingen adresse, som en browser kan nå. Skriv til sekretariatet.',
  read: (rows: number, time: string): string =>
    rows === 1
      ? `1 vurdering er læst ${time}. Den er ikke afgivet.`
      : `${String(rows)} vurderinger er læst ${time}. De er ikke afgivet.`,
  changes: (count: number): string => `${String(count)} ændrer en vurdering, du har afgivet før.`,
  same: (count: number): string => `${String(count)} er som dem, du har afgivet.`,
  give: (count: number): string => (count === 1 ? 'Afgiv 1 vurdering' : `Afgiv ${String(count)} vurderinger`),
  discard: 'Kassér',
  discarded: 'Arket er kasseret. Intet er afgivet.',
  given: (count: number): string =>
    count === 1 ? '1 vurdering er afgivet.' : `${String(count)} vurderinger er afgivet.`,
  nothingGiven: 'Intet er afgivet. Ret arket, og send det igen.',
  stopped: 'Resten er ikke afgivet. Tryk Afgiv igen.',

  pageTitle: 'Vurderinger i regneark',
  pageLead: 'Hent arket, udfyld det, og send det her. Intet er afgivet, før du trykker Afgiv i Teams.',
  pageDownload: 'Hent arket',
  pageFile: 'Det udfyldte ark (.xlsx)',
  pageSend: 'Send arket',
  pageScale: 'Skriv et af disse ord ved hvert princip:',
  pageEvidence: 'Skriv et af disse ord om evidensen:',
  pageEmptyRows: 'Rækker, du ikke udfylder, springes over.',
  pageNoPatients: 'Skriv aldrig oplysninger om enkelte patienter.',
  pageGone: 'Linket kan ikke bruges længere. Få et nyt i Teams.',
  pageRead: (rows: number): string =>
    rows === 1
      ? '1 vurdering er læst. Gå tilbage til Teams, og tryk Se, hvad der er læst.'
      : `${String(rows)} vurderinger er læst. Gå tilbage til Teams, og tryk Se, hvad der er læst.`,
  pageFaults: 'Intet er gemt. Ret dette i arket, og send det igen:',
  pageFailed: 'Arket kunne ikke sendes. Prøv igen.',
  notASheet: 'Filen er ikke et regneark (.xlsx), eller den er for stor.',
  empty: 'Der er ingen udfyldte rækker i arket.',
  rowFault: (row: number, sentence: string): string => `Række ${String(row)}: ${sentence}`,
  cellFault: (row: number, column: string, sentence: string): string => `Række ${String(row)}, ${column}: ${sentence}`,
  columnFault: (column: string, sentence: string): string => `${column}: ${sentence}`,
  faults: {
    ColumnMissing: 'Kolonnen mangler. Brug arket, som det blev hentet.',
    UnknownNumber: 'Nummeret er ikke blandt dine indstillinger.',
    NumberTwice: 'Nummeret står to gange.',
    UnknownWord: 'Ordet er ikke på skalaen.',
    CellTooLong: 'Teksten er for lang.',
  },
};
