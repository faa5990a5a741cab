// Why a player cannot go on: the product did not do what a person could expect of it.
export class PlayerStuckError extends Error {
  override readonly name = 'PlayerStuckError';

  constructor(
    /** `Unreachable` for longer than a person would wait, `NoProgress` on a card, `NotOffered` what he was to do. */
    readonly code: 'Unreachable' | 'NoProgress' | 'NotOffered' | 'Refused',
    readonly person: string,
    message: string,
    cause?: unknown,
  ) {
    super(`${person}: ${message}`, { cause });
  }
}
