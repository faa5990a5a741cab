// Getting one message to one place, and what can go wrong with it. The port; Teams stands behind it in teamsMessenger.ts.
import type { Address } from '../store/ports';

/** A card to be shown: an Adaptive Card as JSON. Text and card never go in one message (TEAMS.md §1). */
export interface Message {
  readonly card: Readonly<Record<string, unknown>>;
  /** One line for the notification and for screens that show no card. */
  readonly summary: string;
}

/** Where a message goes: a known address, or a person not met yet, by Entra object id. */
export type Destination =
  | { readonly kind: 'address'; readonly address: Address; readonly threadRootId: string | null }
  | { readonly kind: 'person'; readonly aadObjectId: string; readonly tenantId: string };

export interface Sent {
  readonly messageId: string;
  /** Of the conversation it was sent to, to be remembered for a person written to for the first time. */
  readonly conversationId: string;
  readonly reference: unknown;
}

/**
 * Why a message did not arrive, as what to do about it (TEAMS.md §1):
 * - `later`: not delivered; try again, not before `retryAfterMs`.
 * - `ambiguous`: a create may have arrived; look before sending again.
 * - `messageGone`: the message to update no longer exists; post anew.
 * - `unreachable`: this conversation takes nothing from us until it speaks to us again.
 * - `never`: refused for what it is; sending the same again is refused again.
 */
export type FailureKind = 'later' | 'ambiguous' | 'messageGone' | 'unreachable' | 'never';

export class DeliveryFailure extends Error {
  override readonly name = 'DeliveryFailure';

  constructor(
    readonly kind: FailureKind,
    /** Teams' own error code, or the HTTP status. */
    readonly code: string,
    readonly retryAfterMs: number | null,
    cause: unknown,
  ) {
    super(`not delivered: ${kind} (${code})`, { cause });
  }
}

export interface Messenger {
  /** Sends a new message. Throws DeliveryFailure. */
  post(to: Destination, message: Message): Promise<Sent>;
  /** Replaces a message that we sent. Throws DeliveryFailure. */
  update(address: Address, messageId: string, message: Message): Promise<void>;
}
