// What the bench's processes tell each other.

export interface Voter {
  readonly mandateId: string;
  readonly aadObjectId: string;
  readonly teamsId: string;
  readonly name: string;
}

export interface LoadOrder {
  readonly port: number;
  readonly durationMs: number;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly botId: string;
  readonly conversationId: string;
  /** What the card's button carries, without seat, choice and basis. */
  readonly data: { readonly v: number; readonly verb: string; readonly roundId: string; readonly taskId: string };
  readonly voters: readonly Voter[];
  /** A piece of text that every good answer holds. */
  readonly expect: string;
}

export interface LoadReport {
  readonly answers: number;
  /** Answers that did not hold what they should: votes not taken. */
  readonly refused: number;
  readonly elapsedMs: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}
