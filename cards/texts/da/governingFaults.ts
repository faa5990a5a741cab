// Rolige sætninger for det, der kan afvises, når der gribes ind, holdes møde eller følges op på betingelser.

export const governingFaults = {
  TaskNotClosed: 'Opgaven er ikke lukket, så den kan ikke genåbnes. Åbn den fra oversigten.',
  AlreadyPublished: 'Det er offentliggjort og kan ikke tages tilbage. Skriv i stedet en berigtigelse.',
  ClosingEarly: 'Fristen er ikke udløbet. Lukning før fristen kræver to personer: foreslå den som et indgreb.',
  UnknownOverride: 'Indgrebet findes ikke længere. Åbn listen igen.',
  OverrideDeclined: 'Indgrebet er ikke blevet bekræftet. Foreslå et nyt, hvis det stadig er nødvendigt.',
  OverrideDone: 'Indgrebet er gennemført. Foreslå et nyt, hvis det skal ændres.',
  SecondPersonNeeded: 'Et indgreb skal bekræftes af en anden end den, der foreslog det. Bed en kollega om det.',
  CorrectionMissing: 'Skriv, hvad der skulle stå, og send igen.',
  NoSuchSeat: 'Vælg pladsen på listen, og send igen.',
  HoldsTheSeat: 'Personen har allerede pladsen. Vælg en anden.',
  AmendmentUnfit: 'Beskrivelsen passer ikke til det, der allerede er sat i gang i runden. Ret filen, og prøv igen.',
  MeasureInUse:
    'Skala, principper, svarmuligheder og prioritetsgrupper kan ikke ændres for en opgave, der er begyndt: svarene ville ikke passe. Lad dem stå i filen, og prøv igen; ændringer kan gælde fra næste runde.',
  NothingToAmend: 'Runden følger allerede den beskrivelse. Der er ikke noget at ændre.',
  TakenToMeeting: 'Sagen er taget op til et møde, så der svares ikke skriftligt. Du får besked, når den er behandlet.',
  NotYourTurn: 'Det er ikke jeres tur endnu. I får opgaven i kanalen, når de, der er før jer, har svaret.',
  UnknownMeeting: 'Mødet findes ikke længere. Åbn listen igen.',
  MeetingHeld: 'Mødet er afsluttet. Skriv en berigtigelse, hvis noget er forkert.',
  AgendaEmpty: 'Sæt kryds ved mindst ét punkt, og send igen.',
  NotOnAgenda: 'Sagen står ikke på dagsordenen. Ret dagsordenen, og prøv igen.',
  AttendanceMissing: 'Registrér først, hvem der er til stede.',
  NotQuorate: 'De tilstedeværende er for få til at afgøre sagen. Lad den stå åben, eller indkald til et nyt møde.',
  UnknownObligation: 'Betingelsen findes ikke længere. Åbn opgaven igen.',
  ObligationMet: 'Betingelsen er opfyldt. Skriv til sekretariatet, hvis det er forkert.',
};
