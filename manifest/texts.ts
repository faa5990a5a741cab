// The app's words in Teams: its name, what it is, and the commands people are offered, in Danish and English.
// Every command is a word that bot/answers/chat.ts answers; a test holds them together.

interface Text {
  readonly da: string;
  readonly en: string;
}

export const name: { readonly short: Text; readonly full: Text } = {
  short: { da: 'Trinvis', en: 'Trinvis' },
  full: {
    da: 'Trinvis: åben beslutning, trin for trin',
    en: 'Trinvis: open decisions, step by step',
  },
};

export const description: { readonly short: Text; readonly full: Text } = {
  short: {
    da: 'Indstil, vurdér, stem og godkend, trin for trin.',
    en: 'Nominate, assess, vote and approve, step by step.',
  },
  full: {
    da: 'Trinvis fører en åben beslutningsproces fra den første indstilling til den sidste godkendelse. Kort i kanalerne viser, hvad der skal svares på, og hvornår; svar gives med en knap eller en kort formular. Kun den, der mangler at svare, bliver mindet om det. Hvert svar står i en protokol, som enhver kan efterprøve.',
    en: 'Trinvis runs an open decision process from the first nomination to the last approval. Cards in the channels show what is asked and by when; answers are given by a button or a short form. Only those who have not answered are reminded. Every answer stands in a record that anyone can check.',
  },
};

export interface Command {
  readonly title: Text;
  readonly description: Text;
}

export interface CommandList {
  readonly scopes: readonly ('personal' | 'team' | 'groupChat')[];
  readonly commands: readonly Command[];
}

const command = (da: string, en: string, daTells: string, enTells: string): Command => ({
  title: { da, en },
  description: { da: daTells, en: enTells },
});

const help = command('hjælp', 'help', 'Hvad kan jeg gøre her?', 'What can I do here?');
const status = command('status', 'status', 'Hvor står runderne?', 'Where do the rounds stand?');

/** At most twelve a list and three lists (TEAMS.md §5). */
export const commandLists: readonly CommandList[] = [
  {
    scopes: ['personal'],
    commands: [
      help,
      command('mine opgaver', 'my tasks', 'Det, der venter på dig', 'What waits for you'),
      command('indstil', 'nominate', 'Skriv en indstilling', 'Write a nomination'),
      command('mine indstillinger', 'my nominations', 'Dine kladder og indstillinger', 'Your drafts and nominations'),
      status,
      command('runde', 'round', 'Den nyeste runde', 'The newest round'),
      command('principper', 'principles', 'Det, der vurderes efter', 'What is assessed by'),
      command('patientgrupper', 'patient groups', 'De udvalgte patientgrupper', 'The chosen patient groups'),
      command('organer', 'bodies', 'Hvem sidder hvor?', 'Who sits where?'),
      command('vejledning', 'guides', 'Sådan gør du', 'How to go about it'),
      command('nyheder', 'news', 'Nyt om processen', 'News of the process'),
      command('sprog', 'language', 'Dansk eller engelsk', 'Danish or English'),
    ],
  },
  {
    scopes: ['team'],
    commands: [command('kanal', 'channel', 'Hvis kanal er det her?', 'Whose channel is this?')],
  },
  { scopes: ['groupChat'], commands: [help, status] },
];

/** Beside a message that is being written: search what is in the rounds and share it as a card. */
export const finding: {
  readonly title: Text;
  readonly description: Text;
  readonly query: Text;
  readonly queryTells: Text;
} = {
  title: { da: 'Find', en: 'Find' },
  description: {
    da: 'Find en indstilling eller en gruppe, og del den',
    en: 'Find a nomination or a group, and share it',
  },
  query: { da: 'Titel, nummer eller organisation', en: 'Title, number or organisation' },
  queryTells: {
    da: 'For eksempel 2027-014 eller et ord fra titlen',
    en: 'For example 2027-014 or a word of its title',
  },
};

/** In the menu of a message. */
export const filing: { readonly title: Text; readonly description: Text } = {
  title: { da: 'Føj til sagen', en: 'Add to the case' },
  description: { da: 'Føj beskeden til en sag med dato og tema', en: 'Add the message to a case with date and theme' },
};

/** What stands in somebody's activity feed; `{task}` is filled in when it is sent. */
export const waiting: { readonly description: Text; readonly template: Text } = {
  description: { da: 'Noget venter på dig', en: 'Something waits for you' },
  template: { da: '{task} venter på dig', en: '{task} waits for you' },
};
