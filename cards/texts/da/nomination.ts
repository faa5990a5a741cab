// Danske ord om indstillinger: kladde, tilslutning, indsendelse, kvittering, beslutning.

export const nomination = {
  nominate: 'Indstil',
  add: 'Tilføj indstilling',
  seeSubmitted: 'Se indsendte',
  guidance: 'Vejledning og principper',
  bodyCounts: (body: string, submitted: number, awaiting: number): string =>
    awaiting > 0
      ? `${body}: ${String(submitted)} indsendt · ${String(awaiting)} afventer tilslutning`
      : `${body}: ${String(submitted)} indsendt`,
  internalDeadline: (body: string, moment: string): string => `${body}s interne frist: ${moment}`,
  setInternal: 'Sæt intern frist',
  internalTitle: 'Intern frist',
  internalLead: (body: string): string =>
    `Vis en tidligere frist for ${body}, så der er tid til at læse og give tilslutning. Tom dato fjerner den.`,
  total: (count: number): string => (count === 1 ? '1 indstilling i alt.' : `${String(count)} indstillinger i alt.`),
  closed: 'Fristen er udløbet. Kladder kan bruges i næste runde.',
  draft: (title: string, filled: number, total: number): string =>
    `Din kladde ${title}: ${String(filled)} af ${String(total)} felter.`,
  draftShort: (filled: number, total: number): string => `Kladde: ${String(filled)} af ${String(total)} felter`,
  awaiting: (body: string, count: number): string =>
    count === 1
      ? `1 indstilling afventer tilslutning fra ${body}.`
      : `${String(count)} indstillinger afventer tilslutning fra ${body}.`,
  seeAwaiting: 'Se dem',
  awaitingTitle: 'Afventer tilslutning',
  submittedTitle: 'Indstillinger',
  listTitle: 'Indstillinger',

  /** Det, indstiller og følgere ser, til beslutningen er endelig. */
  word: {
    draft: 'kladde',
    awaitingBacking: 'afventer tilslutning',
    returned: 'sendt tilbage til dig',
    received: 'modtaget',
    assessing: 'under faglig vurdering',
    question: 'spørgsmål til dig',
    questionOther: 'spørgsmål til indstiller',
    deciding: 'til beslutning',
    decided: 'besluttet',
    merged: 'sammenlagt med en anden',
    withdrawn: 'trukket tilbage',
    carriedOver: 'overført til næste runde',
  },
  statusLine: (word: string): string => `Status: ${word}`,
  onBehalfOf: (bodies: string): string => `På vegne af ${bodies}`,
  backedBy: (bodies: string): string => `Tilsluttet af ${bodies}`,
  notBacked: (bodies: string): string => `Mangler tilslutning fra ${bodies}`,
  submittedAt: (moment: string): string => `Indsendt ${moment}`,
  number: (number: string): string => `Nr. ${number}`,
  nominators: (names: string): string => `Indstillet af ${names}`,
  returnedBy: (body: string, reason: string): string => `Sendt tilbage af ${body}: ${reason}`,
  returnedReasonGone: (body: string): string => `Sendt tilbage af ${body}.`,
  advice: (word: string): string => `Faglig rådgivning: ${word}`,
  decision: (word: string): string => `Beslutning: ${word}`,
  selected: 'udvalgt',
  notSelected: 'ikke udvalgt',
  qualified: 'kvalificeret',
  notQualified: 'ikke kvalificeret',
  moreInformation: 'mangler oplysninger',
  mergedWith: 'sammenlagt med en anden',
  mergedWithTitle: (title: string): string => `sammenlagt med ${title}`,
  group: (name: string): string => `Gruppe: ${name}`,
  notFilled: 'Ikke udfyldt.',
  yes: 'Ja',
  no: 'Nej',

  formTitle: (page: number, pages: number): string => `Indstilling ${String(page)}/${String(pages)}`,
  formLead: 'Et * betyder, at feltet skal udfyldes, før du sender. Du kan gemme en kladde når som helst.',
  formEdit: 'Du retter en indsendt indstilling. Ændringen gælder, når du vælger Gem ændringer.',
  missingOn: (labels: string): string => `Mangler før du kan sende: ${labels}.`,
  /** "et helt tal fra 1 til 500 patienter pr. år" */
  wholeNumber: (least: string | null, most: string | null, unit: string): string => {
    const from = least === null ? '' : `fra ${least}`;
    const to = most === null ? '' : `til ${most}`;
    return ['et helt tal', from, to, unit].filter((part) => part !== '').join(' ');
  },
  doubtfulReferences: (lines: string, count: number): string =>
    `${count === 1 ? 'Linje' : 'Linjerne'} ${lines} ligner ikke en henvisning (webadresse, DOI eller forfatter og årstal). Du kan sende alligevel.`,
  choose: 'Vælg',
  sendForBacking: 'Send til tilslutning',
  submit: 'Indsend',
  saveChanges: 'Gem ændringer',
  discard: 'Slet kladde',
  discardTitle: 'Slet kladden',
  discardLead: (title: string): string => `Kladden ${title} slettes. Det kan ikke fortrydes.`,

  backFor: (body: string): string => `Send på vegne af ${body}`,
  return: 'Send tilbage',
  returnTitle: 'Send indstillingen tilbage',
  returnLead: (title: string): string => `${title} sendes tilbage til indstilleren, som kan rette og sende igen.`,
  returnReason: 'Hvad skal rettes?',
  withdraw: 'Træk tilbage',
  withdrawTitle: 'Træk indstillingen tilbage',
  withdrawLead: (title: string): string =>
    `${title} trækkes tilbage og behandles ikke i denne runde. Det kan ikke fortrydes.`,

  changesTitle: 'Ændringer, efter at den blev sendt',
  changed: (count: number, moment: string): string =>
    count === 1
      ? `Ændret, efter at den blev sendt: ${moment}`
      : `Ændret ${String(count)} gange, efter at den blev sendt, senest ${moment}`,
  seeChanges: 'Se ændringer',
  changedBy: (moment: string, name: string): string => `Ændret ${moment} af ${name}`,
  fieldChanged: (label: string, before: string, after: string): string => `**${label}**\n\n${before} → ${after}`,
  quoted: (value: string): string => `»${value}«`,
  sentAgain: 'Sendt igen uden ændringer i felterne.',
  nothing: 'ikke udfyldt',
  backingTitle: (body: string): string => `En indstilling venter på tilslutning fra ${body}`,
  backingLead: (names: string): string =>
    `${names} har sendt den til tilslutning. Den er først indsendt, når den er sendt på jeres vegne.`,

  receiptTitle: 'Kvittering',
  receipt: (number: string, moment: string): string => `Nr. ${number}, modtaget ${moment}.`,
  receiptLead: 'Indstillingen er indsendt og indgår i runden.',
  receiptNext: 'Du får besked, hvis der er spørgsmål, og når beslutningen er truffet.',
  outcomeTitle: 'Meddelelse om beslutning',
  outcome: {
    selected: { word: 'udvalgt', sentence: 'Indstillingen er udvalgt.' },
    notSelected: { word: 'ikke udvalgt', sentence: 'Indstillingen er ikke udvalgt i denne runde.' },
    notQualified: {
      word: 'ikke kvalificeret',
      sentence: 'Indstillingen er fagligt vurderet som ikke kvalificeret og indgår derfor ikke i udvælgelsen.',
    },
    merged: { word: 'sammenlagt', sentence: 'Indstillingen er sammenlagt med en anden og følger beslutningen om den.' },
    postponed: {
      word: 'udsat',
      sentence: 'Der er ikke truffet beslutning om indstillingen i denne runde. Den kan tages op igen i næste runde.',
    },
  },
  factTitle: 'Indstilling',
  factNumber: 'Nummer',
  factOnBehalfOf: 'På vegne af',
  factDecision: 'Beslutning',
  factDate: 'Dato',
  outcomeReason: (reason: string): string => `Begrundelse: ${reason}`,
  outcomeAgain: 'En indstilling, der ikke er udvalgt, kan indstilles igen, når der er nye oplysninger.',
};
