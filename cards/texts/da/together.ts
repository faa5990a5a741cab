// Danske ord om at lægge indstillinger sammen, skrive med på en andens og dele en kladde.

export const together = {
  compareTitle: 'Ligner din indstilling en af disse?',
  compareLead: 'Nogle af rundens indstillinger minder om din. Læs dem, før du sender.',
  yours: (title: string): string => `Din: ${title}`,
  joinThis: 'Bed om at skrive med',
  sendAnyway: 'Send min alligevel',
  backToForm: 'Tilbage til min',
  joinNote: 'Din kladde bliver liggende, til du sletter den.',

  joinWish: (name: string): string => `${name} vil gerne skrive med på indstillingen.`,
  takeIn: 'Tag med',
  decline: 'Sig nej',

  propose: 'Foreslå sammenlægning',
  proposeTitle: 'Foreslå sammenlægning',
  proposeLead: (title: string): string =>
    `De valgte bliver en del af ${title}. Alle indstillere skal være enige, før det sker.`,
  proposeNone: 'Der er ingen andre indstillinger i runden at sammenlægge med.',
  alikeIn: (title: string, words: string): string => `${title} (ens: ${words})`,
  alikeFirst: 'De, der ligner mest, står først med det, der er ens. Vælg højst fem.',
  noneAlike: 'Ingen af dem har ord til fælles med denne. Vælg højst fem.',
  others: 'Hvilke indstillinger?',
  proposed: (into: string, from: string): string => `Forslag: ${from} bliver en del af ${into}.`,
  answered: (agreed: number, total: number): string => `${String(agreed)} af ${String(total)} indstillere er enige.`,
  agree: 'Enig',
  disagree: 'Ikke enig',
  agreeFor: 'Enig på organisationens vegne',
  withdraw: 'Træk forslaget tilbage',
  waitingTitle: (title: string): string => `Forslag om sammenlægning: ${title}`,
  joinTitle: (title: string): string => `Ønske om at skrive med: ${title}`,

  contains: (titles: string, date: string): string => `Sammenlagt med ${titles} ${date}. Alle indstillere var enige.`,
  partOf: (title: string): string => `Indgår nu i ${title}.`,
  openIt: 'Åbn den',
  undo: 'Del igen',
  undoTitle: 'Del sammenlægningen igen',
  undoLead: (titles: string): string =>
    `${titles} bliver igen en indstilling for sig med de vurderinger og bemærkninger, der blev givet til den.`,
};
