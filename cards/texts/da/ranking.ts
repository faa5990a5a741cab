// Danske ord om at prioritere: prioriteter først, rækkefølge kun for den, der vil.

export const ranking = {
  start: 'Prioritér',
  place: (place: number): string => `Plads ${String(place)}`,
  shared: (from: number, to: number): string => `Delt plads ${String(from)}–${String(to)}`,
  placed: (place: string, title: string): string => `${place}: ${title}`,
  more: 'Hele rækkefølgen står under Sådan er der talt op.',

  prepared: (name: string, when: string): string => `Forberedt af ${name} ${when}. Ikke afgivet.`,
  notBegun: 'Ikke begyndt.',
  notGiven: 'Ikke afgivet.',
  tierCount: (tier: string, count: number): string => `${tier} ${String(count)}`,
  unplaced: (count: number): string => `${String(count)} mangler en prioritet og regnes som sidst.`,
  edit: 'Se og ret',
  begin: 'Begynd',
  give: 'Afgiv prioritering',
  giveAgain: 'Afgiv den rettede prioritering',
  handback: 'Send retur til forbereder',
  orderIn: (tier: string): string => `Rækkefølge: ${tier}`,
  given: (when: string): string => `Afgivet ${when}.`,
  draftDiffers: 'Du har rettet siden. Rettelserne tæller først, når du afgiver igen.',
  onlyHolder: (name: string): string => `Kun ${name} kan afgive prioriteringen.`,

  formTitle: (page: number, pages: number): string => `Prioritering ${String(page)}/${String(pages)}`,
  formLead: 'Giv hver indstilling en prioritet. Det, du springer over, kan du vende tilbage til.',
  choose: 'Vælg prioritet',
  orderTitle: (tier: string): string => `Rækkefølge inden for ${tier}`,
  orderLead: 'Skriv 1 ved den, der skal stå først. Dem uden tal står lige, efter dem med tal.',
  orderSaved: 'Gem rækkefølge',

  resultLead: 'Hver indstilling er sammenlignet med hver anden: Hvor mange har sat den ene over den anden?',
  resultMethod: (version: string): string => `Optalt efter reglen ${version}.`,
  columnPlace: 'Plads',
  columnTitle: 'Indstilling',
  columnDuels: 'Foran · lige · bagved',
  winsHelp: 'Foran, lige og bagved: antal andre indstillinger, som flere, lige mange eller færre har sat den over.',
};
