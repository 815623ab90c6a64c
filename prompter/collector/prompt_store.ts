/**
 * Where the collector keeps prompts, keys, nonces and who got what. One contract test describes
 * the interface; the SQLite and the PostgreSQL store pass it.
 *
 * Prompts have a number, `seq`, that grows in the order in which they become visible and is
 * never used twice. So a reader that has seen everything up to some number has missed nothing,
 * and "what this validator has" is that one number.
 *
 * @module
 */

/** A prompt that passed admission. */
export interface NewPrompt {
  readonly text: string;
  /** What makes two prompts the same. */
  readonly key: string;
  readonly category?: string | undefined;
}

/** A prompt of the pool. */
export interface StoredPrompt {
  readonly seq: number;
  readonly text: string;
  readonly category: string | null;
}

/** One generator's batch. */
export interface NewBatch {
  readonly generator: string;
  readonly prompts: readonly NewPrompt[];
  /** How many others were refused, by reason; counted for the statistics. */
  readonly refusals: Readonly<Record<string, number>>;
  /** UNIX time, in milliseconds. */
  readonly nowMs: number;
}

/** What became of a batch. */
export interface AddOutcome {
  readonly accepted: number;
  readonly duplicates: number;
}

/** What the pool holds. */
export interface PoolBounds {
  readonly count: number;
  /** 0 when empty. */
  readonly oldestSeq: number;
  /** 0 when empty. */
  readonly newestSeq: number;
}

/** Asks for a validator's next batch. */
export interface LeaseRequest {
  readonly hotkey: string;
  /** Identity of this answer. */
  readonly leaseId: string;
  /** Most prompts. */
  readonly limit: number;
  /** Fewest prompts worth an answer. */
  readonly minimum: number;
  readonly nowMs: number;
  /** How long the batch is held for this answer without a renewal, in milliseconds. */
  readonly leaseMs: number;
}

/** A validator's next batch: the prompts with `after < seq <= through`. */
export type Lease =
  | {
    readonly kind: "leased";
    readonly after: number;
    readonly through: number;
    readonly count: number;
  }
  /** Fewer new prompts than the minimum; they stay for the next time. */
  | { readonly kind: "waiting"; readonly count: number }
  /** Another answer to the same validator is on its way. */
  | { readonly kind: "busy"; readonly retryAfterMs: number };

/** A generator's key. */
export interface StoredKey {
  /** First 12 hexadecimal digits of the hash. */
  readonly id: string;
  readonly generator: string;
  /** SHA-256 of the key, 32 bytes. */
  readonly hash: Uint8Array;
  readonly createdMs: number;
  /** UNIX time from which the key is refused, in milliseconds; absent for never. */
  readonly expiresMs?: number | undefined;
}

/** Counts since the store was made. */
export interface StoreStats {
  readonly generators: readonly {
    readonly generator: string;
    readonly category: string | null;
    readonly accepted: number;
    readonly duplicates: number;
    readonly rejected: number;
  }[];
  readonly refusals: readonly {
    readonly generator: string;
    readonly reason: string;
    readonly count: number;
  }[];
}

/** Store of the collector. Every call that resolves has reached the disk. */
export interface PromptStore extends AsyncDisposable {
  /** What the log calls it; never with a password. */
  readonly name: string;
  /** Adds what is new. Repeating a call adds nothing, so a retry is safe. */
  add(batch: NewBatch): Promise<AddOutcome>;
  /** Returns the prompts with `after < seq <= through`, oldest first, at most `limit`. */
  read(after: number, through: number, limit: number): Promise<readonly StoredPrompt[]>;
  /** What the pool holds now. */
  bounds(): Promise<PoolBounds>;
  /** Removes the oldest prompts beyond an age or a count, and nonces older than that age. */
  prune(
    limits: { maxAgeMs: number; maxCount: number; nonceAgeMs: number; nowMs: number },
  ): Promise<number>;
  /** Reserves a validator's next batch; a validator seen first begins with the newest `limit`. */
  lease(request: LeaseRequest): Promise<Lease>;
  /** Holds a reserved batch longer; false when the reservation was lost. */
  renew(hotkey: string, leaseId: string, untilMs: number): Promise<boolean>;
  /** Notes that the batch was answered; false when the reservation was lost. */
  complete(hotkey: string, leaseId: string, through: number): Promise<boolean>;
  /** Gives a reserved batch back; the next call gets it again. */
  release(hotkey: string, leaseId: string): Promise<void>;
  /** Remembers a nonce; false when this hotkey used it before. */
  useNonce(hotkey: string, nonce: bigint, nowMs: number): Promise<boolean>;
  /** Adds a key. */
  addKey(key: StoredKey): Promise<void>;
  /** Finds a key by its id. */
  findKey(id: string): Promise<StoredKey | undefined>;
  /** Every key, oldest first. */
  listKeys(): Promise<readonly StoredKey[]>;
  /** Ends the keys of a generator (all but `keepId`) at a time; returns how many ended. */
  expireKeys(generator: string, expiresMs: number, keepId?: string): Promise<number>;
  /** Counts per generator, category and reason. */
  stats(): Promise<StoreStats>;
}
