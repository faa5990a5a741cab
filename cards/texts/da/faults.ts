// En rolig sætning for alt, der kan afvises eller gå galt: hvad der er sket, og hvad man gør nu.
// Aldrig skyld, aldrig teknik; navnene er reglernes (fault.ts), og typen kræver dem alle.
import { governingFaults } from './governingFaults';
import type { FaultName } from '../../fault';

export const faults = {
  // En runde
  RoundExists: 'Runden findes allerede. Åbn den fra oversigten.',
  UnknownRound: 'Runden findes ikke længere. Skriv "status" for at se de runder, der er.',
  RoundClosed: 'Runden er afsluttet. Du kan læse det hele, men ikke svare mere.',
  RoundPaused: 'Runden er sat på pause. Vent, til sekretariatet sætter den i gang igen.',
  UnknownTask: 'Opgaven findes ikke i runden. Skriv "mine opgaver" for at se dem, der er.',
  NotThisTask: 'Det svar passer ikke til denne opgave. Åbn opgaven igen, og prøv derfra.',
  TaskNotOpen: 'Opgaven er ikke åben endnu. Du får besked, når den åbner.',
  TaskClosed: 'Opgaven er lukket. Skriv til sekretariatet, hvis noget skal ændres.',
  NotBegunInTime:
    'Fristen er udløbet, og kun kladder, der var begyndt før den, kan sendes. Din er gemt til næste runde.',
  DeadlinePassed: 'Fristen er udløbet. Skriv til sekretariatet, hvis du stadig vil svare.',

  // Hvem der må
  NoMandate: 'Du kan følge sagen, men skal ikke svare.',
  NotSecretariat: 'Det kan kun sekretariatet gøre. Skriv til sekretariatet, hvis det er nødvendigt.',
  NotChair: 'Det kan kun formanden gøre. Bed formanden om det.',
  NotContact: 'Det kan kun organisationens kontaktperson gøre. Bed kontaktpersonen om det.',
  NotNominator: 'Det kan kun indstilleren gøre. Bed den, der har skrevet indstillingen, om det.',
  SubstituteHasBeenCalled: 'Svaret er overladt til stedfortræderen. Aftal med stedfortræderen, hvad der skal svares.',
  NoSubstitute: 'Der er ingen stedfortræder for pladsen. Bed sekretariatet om at registrere en.',
  SubstitutesNotAllowed: 'I denne opgave kan man ikke bruge stedfortræder. Svar selv, eller skriv til sekretariatet.',

  // Svar
  GoesIntoBox: 'Stemmen lægges i boksen.',
  HasVoted: 'Du har stemt. En hemmelig stemme kan ikke ændres.',
  TooFewForSecrecy: 'En hemmelig afstemning kræver mindst tre, der kan stemme. Skriv til sekretariatet.',
  SecretNotEntered: 'Et svar kan ikke indføres i en hemmelig afstemning.',
  SourceMissing: 'Skriv, hvor svaret kommer fra, for eksempel brev af 3. maj.',
  BoxNotDue: 'Afstemningen er ikke slut endnu.',
  OtherBallot: 'Svaret gjaldt en tidligere afstemning. Svar igen på det kort, der gælder nu.',
  AnswerChangedMeanwhile: 'Der er kommet et andet svar i mellemtiden. Se det, og vælg, om du vil ændre det.',
  UnknownChoice: 'Det svar kan ikke gives her. Vælg et af dem, der står på kortet.',
  ReasonMissing: 'Skriv en begrundelse, og send igen.',
  TextMissing: 'Skriv en tekst, og send igen.',
  UnknownQuestion: 'Spørgsmålet findes ikke længere. Åbn indstillingen igen.',
  QuestionSettled: 'Spørgsmålet er besvaret eller trukket tilbage. Åbn indstillingen igen for at se det.',
  UnknownNomination: 'Indstillingen findes ikke i runden. Åbn listen igen.',
  NominationNotInTask: 'Indstillingen hører ikke til denne opgave. Åbn listen igen.',
  NominationExists: 'Indstillingen er allerede sendt. Se den under "mine indstillinger".',
  NominationSettled: 'Indstillingen kan ikke ændres mere. Skriv til sekretariatet, hvis noget er forkert.',
  FieldsMissing: 'Nogle felter mangler.',
  OrganisationsMissing: 'Vælg mindst én, der indstilles på vegne af.',
  UnknownOrganisation: 'Den organisation kan ikke vælges her. Vælg en fra listen.',
  UnknownTier: 'Den prioritet findes ikke. Vælg en fra listen.',
  NotRanked: 'Prioriteringen er tom. Giv mindst én indstilling en prioritet, før du afgiver.',
  ScoresMissing: 'Vælg et svar for hvert princip, og send igen.',
  UnknownScore: 'Det trin findes ikke på skalaen. Vælg et fra listen.',
  EvidenceMissing: 'Vælg, hvor stærk evidensen er, og send igen.',

  // Det, der laves
  AssessmentsMissing: 'Anden runde kan først begynde, når alle indstillinger er vurderet.',
  NoDisagreement: 'Vurderingerne ligger tæt. Der er ikke noget at tage en anden runde om.',
  NoSecondRound: 'Der er ingen anden runde i denne opgave.',
  ProposalMissing: 'Der er ikke lagt et forslag frem endnu. Du får besked, når det kommer.',
  ProposalEmpty: 'Forslaget er tomt. Sæt kryds ved mindst én indstilling.',
  BallotsHaveBeenCast: 'Nogen har allerede svaret på forslaget, så det kan ikke ændres.',
  ConclusionsMissing: 'Der mangler udkast til nogle indstillinger. Skriv dem, før der underskrives.',
  MergeProposedAlready: 'Der ligger allerede et forslag om sammenlægning. Åbn indstillingen for at se det.',
  InternalDeadlineLate: 'Den interne frist skal ligge før rundens frist. Vælg en tidligere dag.',
  UnknownMerge: 'Forslaget om sammenlægning findes ikke længere. Åbn indstillingen igen.',
  MergeSettled: 'Sammenlægningen er afgjort eller kan ikke ændres mere. Åbn indstillingen igen for at se den.',
  MergeTargetInvalid: 'Vælg en anden indstilling at sammenlægge med.',
  GroupsIncomplete: 'Nogle indstillinger mangler en gruppe. Fordel dem, og prøv igen.',
  GroupsOverlap: 'En indstilling står i to grupper. Ret det, og prøv igen.',
  NothingToUndo: 'Der er ikke noget forslag at fortryde.',
  ProposalReturned: 'Forslaget er sendt tilbage. Vent, til det kommer igen.',
  UnknownGroup: 'Gruppen findes ikke længere. Åbn listen igen.',
  SeatsTaken: 'Pladserne i netværket er besat. Skriv til sekretariatet, hvis en udpegning skal ændres.',
  ReasonsMissing: 'Nogle beslutninger mangler en begrundelse. Skriv dem, før indstillerne får besked.',
  NotDecidedAgainst: 'Det kan først gøres, når du har fået at vide, at indstillingen ikke er udvalgt.',
  InformationMissing: 'Skriv, hvad der er nyt, og send igen.',
  UnknownAppointment: 'Udpegningen gælder ikke længere. Åbn opgaven igen for at se, hvad der gælder.',
  NotAppointed: 'Kun den, der er udpeget, kan svare på det.',
  AppointeeMissing: 'Find en person i Teams, eller skriv et navn.',
  DocumentMissing: 'Dokumentet er ikke indsendt endnu. Vent, til det er kommet.',
  OtherVersion: 'Der er kommet en ny version af dokumentet. Læs den, og svar på den.',

  // Habilitet
  GroundMissing: 'Vælg mindst én grund til, at du kan være inhabil.',
  RulingPassedOn: 'Fristen for at svare er udløbet. Spørgsmålet afgøres nu af formanden eller sekretariatet.',
  ConflictSettled: 'Det er allerede afgjort. Skriv til sekretariatet, hvis der er kommet nye oplysninger.',
  OwnConflict: 'Du kan ikke deltage i afgørelsen om dig selv. De andre afgør den.',
  VotesMissing: 'Vælg et svar for mindst én, og send igen.',
  HeldOut: 'Du deltager ikke i behandlingen af denne indstilling. Skriv til sekretariatet, hvis det er en fejl.',

  // At lede en runde
  ExtensionShortens: 'Den nye frist ligger før den nuværende. En frist kan kun forlænges.',
  DeadlineInPast: 'Den frist er allerede gået. Vælg en dag, der kommer.',
  StartsInPast: 'Den dag er allerede gået. Vælg i dag eller en dag, der kommer.',

  ...governingFaults,

  // Organisationen
  UnknownBody: 'Det valg findes ikke længere. Vælg et fra listen.',
  UnknownMandate: 'Pladsen findes ikke længere. Åbn listen igen.',
  MandateExists: 'Pladsen findes allerede. Ret den i stedet.',
  ValidityReversed: 'Den sidste dag ligger før den første. Ret datoerne.',
  SubstituteIsHolder: 'Stedfortræderen skal være en anden end den, der har pladsen.',
  ChannelTaken: 'Kanalen er allerede registreret for en anden. Vælg en anden kanal.',

  // Håndbogen
  TitleMissing: 'Skriv en dansk titel, og gem igen.',
  BodyMissing: 'Vælg, hvem dokumentet hører til.',
  UnknownEntry: 'Posten findes ikke længere i håndbogen. Åbn listen igen.',

  // Kanten
  UnknownAction: 'Den knap virker ikke længere. Skriv "hjælp" for at komme videre.',
  StaleCard: 'Kortet er gammelt. Skriv "mine opgaver" for at få det nyeste.',
  TextTooLong: 'Teksten er for lang. Kort den ned, og send igen.',
  CprNumber: 'Teksten ser ud til at indeholde et CPR-nummer. Fjern det, og send igen. Intet er gemt.',
  MissingField: 'Et felt mangler. Udfyld det, og send igen.',
  NumberInvalid: 'Tallet er ikke gyldigt. Skriv et helt tal inden for grænserne.',
  LinkInvalid: 'Linket er ikke gyldigt. Det skal begynde med https://',
  DateInvalid: 'Datoen er ikke gyldig. Vælg en dag i kalenderen.',
  PersonMissing: 'Vælg en person.',
  DraftKeptForNext: 'Fristen er udløbet. Kladden er gemt og kan tages med i næste runde.',
  DraftNotShared: 'Kladden er ikke delt med dig. Bed den, der har begyndt den, om at dele den.',
  DraftChangedMeanwhile:
    'En anden har rettet i kladden, mens du skrev. Dit eget står i felterne, det andet lige under. Gem igen for at bruge dit.',
  TooManyColleagues: 'En kladde kan deles med højst ti. Fjern en, og prøv igen.',
  NotSaved: 'Ikke gemt. Prøv igen om lidt.',
  GuestWithoutMandate:
    'Du er gæst i organisationen og har ingen plads i Trinvis. Skriv til sekretariatet, hvis du skal deltage.',
  TooManyRequests: 'Der er travlt lige nu. Prøv igen om lidt.',
  NotForYou: 'Det er ikke noget, du kan se. Skriv til sekretariatet, hvis du mener, du skal.',
  NothingHere: 'Her er ikke noget at vise. Skriv "hjælp" for at komme videre.',
} satisfies Record<FaultName, string> & Record<string, string>;
