// Danske ord i de dokumenter, der kan tages ud af en runde: referat, indstillinger, vurderinger, notater, habilitet, indeks.

export const document = {
  index: (round: string): string => `Indeks: ${round}`,
  made: (moment: string): string => `Hentet ${moment}.`,
  head: (seq: number, hash: string): string => `Sagsloggen til og med post ${String(seq)}, kontrolkode ${hash}.`,
  check: 'Kontrolsummen (SHA-256) viser, om en fil er ændret, siden den blev hentet.',
  file: 'Fil',
  content: 'Indhold',
  sum: 'Kontrolsum',
  minutes: (round: string): string => `Referat: ${round}`,
  nominations: 'Indstillinger',
  assessments: 'Vurderinger',
  opened: (moment: string): string => `Åbnet ${moment}.`,
  answers: 'Svar',
  earlier: (day: string): string => `Svar, der blev sat til side den ${day}`,
  secret: (voted: number): string => `Hemmelig afstemning. ${String(voted)} har stemt.`,
  closedByHand: (name: string, reason: string | null): string =>
    reason === null ? `Afsluttet af ${name}.` : `Afsluttet af ${name}. Begrundelse: ${reason}`,
  enteredBy: (name: string): string => `indført af ${name}`,
  insteadOf: (name: string): string => `for ${name}`,
  remarks: 'Bemærkninger',
  statements: 'Udtalelser',
  before: 'Før anden runde',
  evidence: 'Evidens',
  declared: 'Afgivne erklæringer',
  declaredBy: (name: string, day: string): string => `${name}: afgivet den ${day}`,
  conflicts: 'Mulige interessekonflikter',
};
