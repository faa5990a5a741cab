// Danske ord om at sætte en runde op: proces, plan, kanaler, pladser.

export const setup = {
  title: 'Ny runde',
  chooseLead: 'Hvilken proces skal runden følge?',
  choose: (name: string): string => `Vælg ${name}`,
  chosen: 'Vælg',
  steps: (steps: number, tasks: number): string => `${String(steps)} trin, ${String(tasks)} opgaver`,
  begunLead: 'Du har en opsætning, der ikke er startet.',
  continue: 'Fortsæt opsætningen',
  discard: 'Slet opsætningen',

  overview: (name: string): string => `Opsætning: ${name}`,
  unnamed: 'uden navn',
  process: (title: string): string => `Proces: ${title}`,
  startLine: (date: string): string => `Starter: ${date}`,
  startMissing: 'Navn og startdato mangler.',
  endLine: (moment: string): string => `Sidste frist efter planen: ${moment}`,
  nameAndStart: 'Navn og start',
  plan: 'Se planen',
  bodies: 'Kanaler og pladser',
  begin: 'Start runden',
  warnings: 'Se på det her, før du starter',
  noWarnings: 'Der er ingen advarsler.',
  moreWarnings: (count: number): string => `Og ${String(count)} til. Se dem under Kanaler og pladser og i planen.`,

  nameTitle: 'Navn og start',
  name: 'Rundens navn',
  nameHelp: 'For eksempel Runde 2027',
  startsOn: 'Startdato',

  planTitle: 'Plan',
  planLead: 'Datoerne gælder, hvis hver opgave bruger al sin tid. De endelige frister sættes, når opgaverne åbner.',
  planTask: (opens: string, deadline: string): string => `Åbner ${opens}, frist ${deadline}`,
  backToSetup: 'Tilbage til opsætningen',

  bodiesTitle: 'Kanaler og pladser',
  bodyFrom: (date: string) => `Findes fra ${date}.`,
  bodyUntil: (date: string) => `Findes til og med ${date}.`,
  bodiesLead: 'Alle på listen skal have en kanal og mindst én, der svarer.',
  bodyChannel: (channel: string): string => `Kanal: ${channel}`,
  bodyNoChannel: 'Kanal mangler',
  bodySeats: (seats: number, contacts: number): string =>
    `${String(seats)} ${seats === 1 ? 'plads' : 'pladser'}, ${String(contacts)} ${contacts === 1 ? 'kontaktperson' : 'kontaktpersoner'}`,
  bindChannel: 'Kanal',
  seats: 'Pladser',

  /** Én linje for hver slags; navnene er reglernes. */
  warning: {
    Succession: (body: string, successor: string, tasks: string): string =>
      `${body} afløses af ${successor} før fristen for: ${tasks}. Svaret overgår til ${successor}.`,
    MandateEnds: (body: string, date: string, tasks: string): string =>
      `En plads i ${body} udløber ${date}, før fristen for: ${tasks}.`,
    NoSeats: (bodies: string): string => `Ingen pladser, så ingen kan svare: ${bodies}.`,
    NoChair: (bodies: string): string => `Ingen formand, så ingen kan underskrive: ${bodies}.`,
    NoContact: (bodies: string): string => `Ingen kontaktperson, så ingen kan give tilslutning: ${bodies}.`,
    NoChannel: (bodies: string): string => `Ingen kanal, så kortene ikke kan vises: ${bodies}.`,
  },

  beginTitle: 'Start runden',
  beginLead: (name: string, date: string): string => `${name} starter ${date}.`,
  beginOpens: (tasks: string): string => `Disse opgaver åbner: ${tasks}.`,
  beginNote: 'Processen følger med runden og kan derefter kun ændres af to personer.',

  channelUnbound: 'Hvem er denne kanal for?',
  channelUnboundLead: 'Når kanalen er registreret, viser jeg opgaverne her. Jeg læser kun det, der nævner mig.',
  channelBound: (body: string): string => `Dette er kanalen for ${body}`,
  channelBoundLead: 'Opgaverne vises her. Skriv @ og mit navn for at spørge om noget.',
  channelChoose: 'Vælg',
  channelChange: 'Ret',
  channelTitle: 'Kanal',
  channelBody: 'Kanalen er for',
  channelInput: 'Kanal',
  channelNone: 'Jeg er ikke i nogen kanaler endnu. Føj mig til teamet først.',
  channelName: (team: string, channel: string): string => `${team} · ${channel}`,
  channelBind: 'Registrér kanalen',
};
