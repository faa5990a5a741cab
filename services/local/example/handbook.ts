// What the secretariat of the example keeps for everyone to find: the published principles and patient groups, and invented
// forms and guides that say so. Texts only.

export interface ExampleEntry {
  readonly section: 'principles' | 'patientGroups' | 'forms' | 'guides' | 'news';
  readonly titleDa: string;
  readonly titleEn: string;
  readonly textDa: string;
  readonly textEn: string;
}

const principles: readonly ExampleEntry[] = [
  {
    section: 'principles',
    titleDa: 'Lige adgang for patienter nationalt',
    titleEn: 'Equal access for patients nationally',
    textDa: 'Det overordnede princip: tilbuddet er det samme, uanset hvor i landet patienten bor.',
    textEn: 'The overall principle: the offer is the same wherever in the country the patient lives.',
  },
  {
    section: 'principles',
    titleDa: '1. Faglighed og værdi for patienten',
    titleEn: '1. Professional quality and value for the patient',
    textDa: 'I hvilken grad er indstillingen fagligt begrundet, og hvad betyder svaret for den enkelte patient?',
    textEn: 'To what degree is the nomination professionally founded, and what does the answer mean for the patient?',
  },
  {
    section: 'principles',
    titleDa: '2. Adgang til hurtig og bedre behandling nationalt',
    titleEn: '2. Access to fast and better treatment nationally',
    textDa: 'Giver helgenomsekventering hurtigere svar eller bedre behandling i hele landet?',
    textEn: 'Does whole genome sequencing give faster answers or better treatment in the whole country?',
  },
  {
    section: 'principles',
    titleDa: '3. Samfundsøkonomiske overvejelser',
    titleEn: '3. Considerations of public economy',
    textDa: 'Hvad koster det, og hvad falder bort af andre undersøgelser og behandlinger?',
    textEn: 'What does it cost, and which other examinations and treatments fall away?',
  },
  {
    section: 'principles',
    titleDa: '4. Bred effekt',
    titleEn: '4. Broad effect',
    textDa: 'Kommer viden og erfaringer flere grupper til gode?',
    textEn: 'Do knowledge and experience benefit more groups?',
  },
];

const papers: readonly ExampleEntry[] = [
  {
    section: 'forms',
    titleDa: 'Indstilling af en patientgruppe (Eksempeldata)',
    titleEn: 'Nomination of a patient group (Example data)',
    textDa: 'Skriv "indstil" her i chatten, eller tryk Indstil i regionens kanal. Fire felter er nok til en kladde.',
    textEn: 'Write "nominate" in this chat, or press Nominate in the channel of the region. Four fields make a draft.',
  },
  {
    section: 'forms',
    titleDa: 'Habilitetserklæring (Eksempeldata)',
    titleEn: 'Declaration of interests (Example data)',
    textDa: 'Er du i tvivl om din habilitet, så sig det, så snart du ved det. Det er arbejdsgruppen, der afgør det.',
    textEn: 'If in doubt whether you are impartial, say so as soon as you know. The working group decides.',
  },
  {
    section: 'guides',
    titleDa: 'Sådan skriver du en god indstilling (Eksempeldata)',
    titleEn: 'How to write a good nomination (Example data)',
    textDa:
      'Afgræns gruppen, så den kan genkendes ens i alle regioner. Skriv, hvad svaret ændrer for patienten. Skriv aldrig oplysninger om enkelte patienter.',
    textEn:
      'Delimit the group so that it is recognised alike in all regions. Say what the answer changes for the patient. Never write information on single patients.',
  },
  {
    section: 'guides',
    titleDa: 'For kontaktpersoner: tilslutning på vegne af regionen (Eksempeldata)',
    titleEn: 'For contacts: backing on behalf of the region (Example data)',
    textDa:
      'Du ser indstillinger, der afventer jer, under "mine opgaver". Send dem, eller send dem tilbage med en grund.',
    textEn: 'Nominations that wait for you stand under "my tasks". Send them, or return them with a reason.',
  },
  {
    section: 'news',
    titleDa: 'Runde 2027 er åbnet (Eksempeldata)',
    titleEn: 'Round 2027 is open (Example data)',
    textDa: 'Regionerne og LVS kan nu indstille patientgrupper. Fristen står på opgaven i jeres kanal.',
    textEn: 'The regions and LVS can now nominate patient groups. The deadline stands on the task in your channel.',
  },
];

/** A patient group as published (data/patient-groups.json). */
export interface PublishedGroup {
  readonly da: string;
  readonly en: string;
  readonly pilot?: boolean | undefined;
}

export function exampleEntries(groups: readonly PublishedGroup[]): readonly ExampleEntry[] {
  return [
    ...principles,
    ...groups.map(({ da, en, pilot }): ExampleEntry => ({
      section: 'patientGroups',
      titleDa: da,
      titleEn: en,
      textDa: pilot === true ? 'Pilotgruppen, der var med fra begyndelsen.' : 'En af de tolv grupper fra første runde.',
      textEn:
        pilot === true ? 'The pilot group, there from the start.' : 'One of the twelve groups of the first round.',
    })),
    ...papers,
  ];
}
