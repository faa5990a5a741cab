// Danske ord om betingelser ved en godkendelse: hvem der skal opfylde dem, hvornår, og om de er opfyldt.

export const condition = {
  title: 'Betingelse',
  none: 'Betingelsen er slettet.',
  line: (text: string, state: string): string => `Betingelse: ${text} (${state})`,
  due: (owner: string, moment: string): string => `${owner} skal opfylde den senest ${moment}.`,
  gates: 'De næste opgaver åbner først, når den er opfyldt.',
  state: { open: 'ikke opfyldt endnu', reported: 'meldt opfyldt', met: 'opfyldt' },
  report: 'Meld opfyldt',
  confirm: 'Bekræft opfyldt',
  back: 'Noget mangler',
  backTitle: 'Hvad mangler?',
  backReason: 'Det mangler',
  assign: 'Ret ansvar og frist',
  assignTitle: 'Hvem skal opfylde betingelsen?',
  owner: 'Ansvarlig',
  date: 'Frist',
  gatesToggle: 'De næste opgaver skal vente på den',
};
