// Danske ord om det, der sker efter beslutningen og når organisationen ændrer sig: grupper, netværk, meddelelser, afløsning.
// Ingen ord fra en bestemt proces.

export const after = {
  undoGroups: 'Fortryd forslaget',
  returnGroups: 'Send tilbage',
  returnGroupsTitle: 'Send forslaget tilbage',
  returnGroupsLead: 'Forslaget går tilbage til dem, der har lavet det. De kan rette og lægge det frem igen.',
  returnGroupsReason: 'Hvad skal ændres?',
  groupsReturned: (day: string): string => `Forslaget blev sendt tilbage den ${day}.`,
  groupsReturnedReason: (reason: string): string => `Det ønskes ændret: ${reason}`,

  appointedYou: (network: string, body: string): string => `Du er udpeget til netværket ${network} af ${body}.`,
  term: (date: string): string => `Perioden løber til og med ${date}.`,
  accept: 'Tag imod pladsen',
  decline: 'Sig nej til pladsen',
  accepted: (moment: string): string => `Du tog imod pladsen ${moment}.`,
  declined: (moment: string): string => `Du sagde nej til pladsen ${moment}.`,
  declineLead: (body: string): string => `${body} får besked og kan udpege en anden.`,
  declineReason: 'Begrundelse',
  declineHelp: 'Kan være tom.',
  withdrawAppointment: 'Træk tilbage',
  withdrawAppointmentFor: (name: string): string => `Træk ${name} tilbage`,
  withdrawAppointmentTitle: 'Træk udpegningen tilbage',
  withdrawAppointmentLead: (name: string): string => `${name} har derefter ikke pladsen, og en anden kan udpeges.`,
  memberWaiting: (name: string): string => `${name} (har ikke svaret)`,
  memberDeclined: (name: string): string => `${name} (sagde nej)`,
  memberDeclinedReason: (name: string, reason: string): string => `${name} (sagde nej: ${reason})`,
  awaitingAnswers: (count: number): string =>
    count === 1 ? '1 udpeget har ikke svaret endnu.' : `${String(count)} udpegede har ikke svaret endnu.`,

  setAside: (names: string): string => `Sat til side, fordi pladsen er ophørt: ${names}.`,
  succeeded: (body: string, successor: string, day: string): string =>
    `${body} er afløst af ${successor} fra den ${day}.`,
  ended: (body: string, day: string): string => `${body} er ophørt den ${day}.`,
  passedOn: (tasks: number, nominations: number, seats: number): string =>
    [
      ...(tasks > 0 ? [tasks === 1 ? '1 opgave' : `${String(tasks)} opgaver`] : []),
      ...(nominations > 0 ? [nominations === 1 ? '1 indstilling' : `${String(nominations)} indstillinger`] : []),
      ...(seats > 0 ? [seats === 1 ? '1 plads i netværk' : `${String(seats)} pladser i netværk`] : []),
    ].join(', '),
  takenOver: (what: string): string => `Overtaget: ${what}.`,
  answersSetAside: (count: number): string =>
    count === 1 ? '1 svar er sat til side.' : `${String(count)} svar er sat til side.`,
  mandateLapsed: (name: string, body: string, day: string): string => `Pladsen for ${name} i ${body} udløb den ${day}.`,
  seatMissing: (body: string, organisation: string): string => `${body} mangler en plads for ${organisation}.`,

  writeReasons: 'Skriv begrundelser',
  seeReasons: 'Se begrundelserne',
  reasonsTitle: 'Begrundelser',
  reasonsLead:
    'Begrundelsen følger med meddelelsen til indstilleren og offentliggøres derefter. Den fælles gælder, hvor en indstilling ikke har sin egen.',
  reasonSelected: 'Fælles begrundelse for de udvalgte',
  reasonNotSelected: 'Fælles begrundelse for de ikke udvalgte',
  reasonOwn: 'Egen begrundelse',
  reasonOwnTitle: 'Begrundelse for beslutningen',
  reasonOwnHelp: 'Tom betyder, at den fælles begrundelse gælder.',
  reasonsMissing: (count: number): string =>
    count === 1 ? '1 beslutning mangler en begrundelse.' : `${String(count)} beslutninger mangler en begrundelse.`,
  reasonsComplete: 'Alle beslutninger har en begrundelse.',
  reasonMissing: 'Begrundelse mangler.',
  decidedBecause: (reason: string): string => `Begrundelse: ${reason}`,

  newInformation: 'Der er nye oplysninger',
  informationTitle: 'Nye oplysninger',
  informationLead: (title: string): string =>
    `${title} går med over i næste runde. Dem, den er indstillet på vegne af, skal give deres tilslutning igen.`,
  informationInput: 'Hvad er nyt siden beslutningen?',
  informationTell: 'Send',
  informationGiven: (moment: string): string =>
    `Du har sendt nye oplysninger ${moment}. Indstillingen går med over i næste runde.`,
  informationIs: (text: string): string => `Nye oplysninger: ${text}`,

  remarkOnDocument: 'Skriv bemærkning',
  seeDocumentRemarks: 'Se bemærkningerne',
  documentRemarksTitle: 'Bemærkninger til dokumentet',
  documentRemarks: (count: number, version: number): string =>
    count === 1
      ? `1 bemærkning til version ${String(version)}.`
      : `${String(count)} bemærkninger til version ${String(version)}.`,
  documentRemarkLead: (version: number): string => `Din bemærkning gælder version ${String(version)}.`,
  documentRemarkAbout: 'Hvad gælder den?',
  documentRemarkWhole: 'Hele dokumentet',
  documentRemarkBy: (version: number, body: string, day: string): string =>
    `Version ${String(version)}, ${body}, ${day}`,
  seatEnding: (name: string, day: string): string => `Pladsen for ${name} udløber den ${day}.`,
};
