// Danske ord om spørgsmål til indstiller, sekretariatets gennemgang og det at følge en indstilling.

export const question = {
  heading: 'Spørgsmål og svar',
  ask: 'Stil spørgsmål',
  askForMore: 'Bed om flere oplysninger',
  answer: 'Svar',
  supplement: 'Ret indstillingen',
  withdraw: 'Træk spørgsmålet tilbage',
  asked: (body: string, moment: string): string => `${body} spurgte ${moment}:`,
  askedForMore: (body: string, moment: string): string => `${body} bad ${moment} om flere oplysninger:`,
  answerBy: (moment: string): string => `Svar senest ${moment}.`,
  answerByPassed: (moment: string): string => `Fristen for svar udløb ${moment}. Der kan stadig svares.`,
  answered: (moment: string): string => `Svar ${moment}:`,
  supplemented: (moment: string): string => `Indstillingen blev rettet ${moment}.`,
  gone: 'Teksten er slettet.',

  askTitle: 'Spørgsmål til indstiller',
  askForMoreTitle: 'Bed om flere oplysninger',
  askLead: (title: string): string => `Om ${title}. Indstiller får spørgsmålet i sin egen chat.`,
  askForMoreLead: (title: string): string =>
    `Om ${title}. Indstiller får besked og kan rette indstillingen, til der er svaret.`,
  askText: 'Spørgsmål',
  askMoreText: 'Hvad mangler?',
  askDate: 'Frist for svar',
  askAs: (body: string): string => `Spørgsmålet stilles af ${body}. Dit navn vises ikke.`,
  answerTitle: 'Svar på spørgsmål',
  answerText: 'Svar',
  answerNote: 'Svaret kan læses af alle, der behandler indstillingen, og indgår i sagen.',

  noticeTitle: 'Svar på et spørgsmål',

  about: (number: string): string => `Spørgsmål om nr. ${number}`,
  aboutTitle: (title: string): string => `Spørgsmål om ${title}`,
  from: (body: string): string => `Fra ${body}`,

  intakeTitle: 'Gennemgang af modtagne',
  intakeLead: (left: number, total: number): string =>
    left === 0 ? `Alle ${String(total)} er gennemgået.` : `${String(left)} af ${String(total)} mangler gennemgang.`,
  intake: 'Gennemgå',
  check: 'Markér som gennemgået',
  notChecked: 'Ikke gennemgået',
  changedSince: 'Rettet, siden den blev gennemgået',
  checkedAt: (date: string): string => `Gennemgået ${date}`,
  awaitsAnswer: (date: string): string => `Afventer svar senest ${date}`,

  follow: 'Følg',
  unfollow: 'Følg ikke længere',
};
