// Danske ord om habilitet: erklæring, mulig inhabilitet, afgørelsen, og hvad der følger af den. På skærmen melder man en
// mulig inhabilitet; kun organet finder nogen inhabil.
import type { Ground, PassedOnTo, RulingOutcome } from '../../../services/process/round/matters/impartiality/state';

export const impartiality = {
  title: 'Habilitet',
  declarationTitle: 'Habilitetserklæring',
  declare: 'Afgiv habilitetserklæring',
  change: 'Ret habilitetserklæring',
  chooseLead:
    'Se listen igennem. Sæt kryds, hvor der kan være en interessekonflikt, også hvis du er i tvivl. Erklæringen gælder hele runden og kan altid rettes.',
  chooseLabel: 'Mulig interessekonflikt',
  nominator: 'du er indstiller',
  ownOrganisation: (organisation: string): string => `indstillet af ${organisation}`,
  none: 'Ingen interessekonflikter i øvrigt',
  give: 'Afgiv erklæring',
  chosenLead: (count: number): string =>
    count === 1 ? 'Du har sat kryds ved 1 indstilling.' : `Du har sat kryds ved ${String(count)} indstillinger.`,
  grounds: {
    ownInterest: 'Personlig: egen særlig interesse i udfaldet',
    closePerson: 'Personlig: familie eller andre nærtstående',
    association: 'Personlig: ledelse af eller nær tilknytning til forening eller virksomhed',
    supervision: 'Personlig: tidligere del i klage-, kontrol- eller tilsynssag',
    institution: 'Institutionel: min arbejdsplads har indstillet',
    other: 'Andet, der kan vække tvivl',
  } satisfies Record<Ground, string>,
  ground: 'Grund',
  groundOf: (nomination: string): string => `Grund: ${nomination}`,
  about: 'Uddyb',
  aboutOf: (nomination: string): string => `Uddyb: ${nomination}`,
  aboutHelp: 'Kan være tom. Vises kun for dem, der afgør det.',
  declaredNote: 'Indtil det er afgjort, deltager du ikke i de indstillinger, du har sat kryds ved.',
  ruledBefore: (nomination: string, outcome: string, day: string): string =>
    `${nomination}: ${outcome}, afgjort den ${day}`,

  toldReported: (name: string): string => `${name} er meldt som muligt inhabil`,
  toldRuled: (name: string): string => `Habiliteten er afgjort for ${name}`,
  toldHeldOut: 'Personen deltager ikke i behandlingen af dem, før det er afgjort.',
  toldCounts: 'Svar fra den, der er inhabil, tæller ikke med.',
  toldOutcome: (nomination: string, outcome: string): string => `${nomination}: ${outcome}`,
  report: 'Meld mulig inhabilitet',
  reportTitle: 'Meld mulig inhabilitet',
  reportLead: 'De andre medlemmer afgør det. Indtil da deltager den, det drejer sig om, ikke i denne indstilling.',
  person: 'Hvem drejer det sig om?',
  myself: 'Mig selv',
  reasonHelp: 'Skal udfyldes, hvis det drejer sig om en anden. Vises kun for dem, der afgør det.',

  rule: 'Afgør habilitet',
  ruleCount: (count: number): string => `Afgør habilitet (${String(count)})`,
  ruleTitle: 'Afgør habilitet',
  ruleLead: (count: number): string =>
    count === 1
      ? '1 mulig inhabilitet skal afgøres. Den, det drejer sig om, deltager ikke.'
      : `${String(count)} mulige inhabiliteter skal afgøres. Den, det drejer sig om, deltager ikke i sin egen.`,
  ruleMore: (count: number): string => `De næste ${String(count)} kommer bagefter.`,
  conflictOf: (person: string, nomination: string): string => `**${person}** · ${nomination}`,
  reportedBy: (person: string, day: string): string => `Rejst af ${person} den ${day}.`,
  reportedSelf: (day: string): string => `Meldt den ${day}.`,
  voteLabel: (person: string): string => `Afgørelse: ${person}`,
  votes: {
    disqualified: 'Inhabil',
    notDisqualified: 'Ikke inhabil',
    exception: 'Inhabil, men kan undtagelsesvis deltage',
  } satisfies Record<RulingOutcome, string>,
  voteReason: 'Begrundelse',
  voteReasonHelp: 'Skal udfyldes, hvis nogen undtagelsesvis kan deltage.',
  vote: 'Afgiv svar',
  voteNote: 'Afgørelsen er truffet, når mere end halvdelen er enige. Den føres i sagen med dato.',
  noneOpen: 'Der er ikke noget at afgøre lige nu.',

  heldOut: (count: number, total: number): string =>
    `Du deltager ikke i ${String(count)} af ${String(total)} indstillinger.`,
  pending: (count: number): string =>
    count === 1 ? '1 afventer en afgørelse om habilitet.' : `${String(count)} afventer en afgørelse om habilitet.`,
  notShown: (count: number): string =>
    count === 1
      ? '1 indstilling vises ikke, fordi du ikke deltager i den.'
      : `${String(count)} indstillinger vises ikke, fordi du ikke deltager i dem.`,
  covers: (count: number, total: number, out: number): string =>
    `Dit svar omfatter ${String(count)} af ${String(total)}; du deltager ikke i ${String(out)}.`,
  remarkSetAside: 'Sat til side på grund af inhabilitet.',
  notDeclared: 'Du har ikke afgivet habilitetserklæring endnu.',
  declaredAt: (day: string): string => `Habilitetserklæringen er afgivet den ${day}.`,
  channelNote: (nominations: string): string =>
    `Trinvis kan ikke skjule det, der skrives i kanalen. Drøft derfor ikke her: ${nominations}.`,
  chatNote: (nomination: string, people: string): string =>
    `Skal ${nomination} drøftes, så opret en gruppechat med: ${people}.`,

  seeDeclarations: 'Se habilitetserklæringer',
  declarationsTitle: 'Habilitetserklæringer',
  declarationsLead: (declared: number, conflicts: number): string =>
    `${String(declared)} har afgivet erklæring. ${String(conflicts)} mulige interessekonflikter er meldt. Erklæringerne hører ikke til sagen.`,
  undecided: 'Afventer afgørelse.',
  passedOn: {
    chair: (deadline: string): string => `For få svarede inden fristen. Formanden afgør det senest ${deadline}.`,
    secretariat: (deadline: string): string =>
      `For få svarede inden fristen. Sekretariatet afgør det senest ${deadline}.`,
  } satisfies Record<PassedOnTo, (deadline: string) => string>,
  passedOnLate: {
    chair: (deadline: string): string => `Formandens frist udløb ${deadline}. Afventer afgørelse.`,
    secretariat: (deadline: string): string =>
      `Sekretariatets frist udløb ${deadline}. Den, det drejer sig om, deltager ikke, før det er afgjort.`,
  } satisfies Record<PassedOnTo, (deadline: string) => string>,
  takenBack: (day: string): string => `Trukket tilbage den ${day}.`,
  ruled: (outcome: string, day: string, votes: number, deciders: number): string =>
    `${outcome}. Afgjort den ${day}, ${String(votes)} af ${String(deciders)}.`,

  taskDeclaration: (task: string): string => `Habilitetserklæring: ${task}`,
  taskRuling: (task: string, left: number): string => `Afgør habilitet (${String(left)}): ${task}`,

  withheld: (names: string): string => `Svar, der ikke tæller med på grund af inhabilitet: ${names}.`,
  quorumPending: (pending: number): string => `${String(pending)} afventer en afgørelse om habilitet.`,
  apart: (nominations: string, entitled: number, outcome: string): string =>
    `${nominations}: ${String(entitled)} deltager. Resultat: ${outcome}.`,
  apartNotQuorate: 'ikke beslutningsdygtig',
};
