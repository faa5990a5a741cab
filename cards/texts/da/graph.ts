// Danske ord om det, Microsoft Graph kan lægge til: grupper i Entra, kanaler til netværk, gruppechat, filer og kalender.

export const graph = {
  consentTitle: 'En tilladelse til Microsoft Graph mangler',
  consentLead: (what: string, needs: string): string =>
    `Trinvis kan ikke ${what}, fordi tilladelsen ${needs} ikke er givet. Alt andet virker som før.`,
  consentWho:
    'Tilladelsen gives af den, der administrerer jeres Microsoft 365. Trinvis prøver igen hver dag i to måneder.',
  consentOr: (first: string, others: string): string => `${first} (eller ${others})`,
  use: {
    groups: 'sammenligne pladserne med gruppen i Entra',
    networks: 'oprette kanaler til netværk og føje medlemmer til dem',
    chats: 'oprette gruppechatten',
    files: 'lægge referater og planer i kanalens mappe',
    calendar: 'lægge møder og frister i kalenderen',
    feed: 'vise beskeder i aktivitetsfeedet',
  },

  groupTitle: (body: string): string => `Pladser og gruppen i Entra: ${body}`,
  groupLead: 'Trinvis ændrer ingen pladser af sig selv.',
  groupSame: 'Pladserne svarer til gruppen.',
  joined: (name: string): string => `${name} er i gruppen, men har ingen plads.`,
  departed: (name: string): string => `${name} har en plads, men er ikke i gruppen.`,
  giveMandate: 'Giv mandat',
  notNow: 'Ikke nu',

  networkNumber: (number: string): string => `Netværk ${number}`,
  networkOffer: 'Opret kanal',
  networkUpdate: 'Føj nye medlemmer til kanalen',
  networkTitle: (network: string): string => `Kanal til ${network}`,
  networkDone: (count: number): string =>
    count === 1 ? 'Kanalen er klar med 1 medlem.' : `Kanalen er klar med ${String(count)} medlemmer.`,
  networkLeft: (names: string): string => `Kunne ikke føjes til: ${names}. De skal først være medlemmer af teamet.`,
  networkUnnamed: (count: number): string =>
    count === 1
      ? '1 medlem er kun udpeget ved navn og føjes til i Teams.'
      : `${String(count)} medlemmer er kun udpeget ved navn og føjes til i Teams.`,
  openChannel: 'Åbn kanalen',

  chatOffer: (nomination: string): string => `Opret gruppechat om ${nomination}`,
  chatTopic: (nomination: string, round: string): string => `${nomination} · ${round}`,
  chatTitle: (nomination: string): string => `Gruppechat om ${nomination}`,
  chatDone: (names: string): string => `Gruppechatten er oprettet med dem, der kan deltage: ${names}.`,
  chatLost: 'Microsoft Teams svarede ikke. Se i Teams, om gruppechatten findes, før du beder om den igen.',
  chatTakenOut: 'Bliver en deltager inhabil, tager Trinvis vedkommende ud af chatten.',
  chatNotKept: 'Det er ikke lykkedes Trinvis at tage en deltager, der ikke må deltage, ud af gruppechatten.',
  chatTakeOut: 'Tag vedkommende ud i Teams. Trinvis prøver igen hver dag.',
  failedTitle: 'Det lykkedes ikke',
  failed: (what: string): string =>
    `Trinvis kunne ikke ${what}. Microsoft Graph afviste det. Prøv igen, eller gør det i Teams.`,
  undone: (what: string): string => `Trinvis har ikke kunnet ${what}.`,
  undoneNobody: 'Der er ingen andre, der må deltage. Du kan bede om det igen, når det ændrer sig.',
  undoneOff: 'Det er slået fra for jeres Trinvis.',
  undoneChanged: 'Det, du bad om, har ændret sig imens. Prøv igen.',
  openChat: 'Åbn gruppechatten',

  minutesFile: (at: string, body: string, round: string): string => `Referat ${at} ${body} ${round}`,
  planFile: (title: string, round: string): string => `${title} ${round}`,
  openFile: 'Åbn filen i kanalen',

  meetingEntry: (body: string, round: string): string => `Møde: ${body} (${round})`,
  meetingEntryLead: 'Indkaldt i Trinvis. Dagsorden:',
  deadlineEntry: (task: string, round: string): string => `Frist: ${task} (${round})`,
  deadlineEntryLead: (moment: string): string => `Der svares i Trinvis senest ${moment}.`,
  entryDropped: 'Aflyst i Trinvis.',

  feedPreview: 'Trinvis har skrevet til dig.',
  feedTask: 'Noget',
};
