// Danske ord om det, der gøres ved siden af kortene: søge og dele, føje en besked til sagen, og links ind i Trinvis.

export const beside = {
  open: 'Åbn i Trinvis',
  nothingFound: 'Intet fundet. Prøv et andet ord eller et nummer som 2027-014.',
  inGroup: (count: number): string => (count === 1 ? '1 indstilling' : `${String(count)} indstillinger`),
  groupLead: 'Gruppe',
  fileTitle: 'Føj til sagen',
  fileLead: (author: string, moment: string): string =>
    author === '' ? `Beskeden er sendt ${moment}.` : `Beskeden er sendt af ${author} ${moment}.`,
  fileNote: 'Temaet og linket indgår i sagen og kan blive omfattet af aktindsigt. Selve beskeden bliver i Teams.',
  case: 'Hvilken sag?',
  wholeRound: (round: string): string => `${round}: hele runden`,
  theme: 'Kort tema',
  themeHelp: 'Højst 200 tegn. Skriv ikke navne eller cpr-numre.',
  file: 'Føj til sagen',
  noCase: 'Du har ingen sag at føje til',
  noCaseLead: 'Man kan føje til sager i en runde, hvor man har en plads.',
  notesTitle: 'Føjet til sagen',
  notesNone: 'Der er ikke føjet noget til sagen endnu. Vælg Føj til sagen i menuen på en besked i Teams.',
  noteAbout: (about: string): string => `Sag: ${about}`,
  noteSent: (moment: string, author: string): string =>
    author === '' ? `Sendt ${moment}` : `Sendt ${moment} af ${author}`,
  noteFiled: (moment: string, person: string): string => `Føjet til ${moment} af ${person}`,
  seeMessage: 'Se beskeden',
};
