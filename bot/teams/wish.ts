// What somebody wished by an activity, whatever form Teams gave it. Types only.

/** A message of the conversation that somebody chose "Føj til sagen" on. Written by anyone: believed in nothing. */
export interface ChosenMessage {
  /** Teams' deep link to it. */
  readonly link: string;
  readonly sentAt: string;
  /** Who wrote it, as Teams names him; empty where it does not. */
  readonly author: string;
}

/** `data` of a card action is not trusted: verbs parse it. */
export type Wish =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'execute'; readonly verb: string; readonly data: unknown; readonly automatic: boolean }
  | { readonly kind: 'submit'; readonly data: unknown }
  | { readonly kind: 'dialogOpen'; readonly data: unknown }
  /** "Føj til sagen" was chosen on a message: its dialog opens. */
  | { readonly kind: 'noteOpen'; readonly message: ChosenMessage }
  | { readonly kind: 'dialogSubmit'; readonly data: unknown; readonly message: ChosenMessage | null }
  | { readonly kind: 'search'; readonly dataset: string; readonly query: string }
  /** The search beside a message being written, whose results are shared as cards. */
  | { readonly kind: 'find'; readonly query: string }
  /** A link of ours was pasted into a message. */
  | { readonly kind: 'unfurl'; readonly url: string }
  | { readonly kind: 'arrived' }
  | { readonly kind: 'left' }
  /** Something happened to a team or channel, by Teams' own name for it. */
  | { readonly kind: 'told'; readonly event: string }
  | { readonly kind: 'other' };
