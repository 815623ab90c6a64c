/**
 * Failures that a caller may want to tell apart, by whose fault they are.
 *
 * | Family | Whose fault | What follows |
 * |---|---|---|
 * | {@linkcode RequestError} | the caller's | 4xx, never retried |
 * | {@linkcode AssetError} | the miner's | score 0 with a reason code |
 * | {@linkcode UnavailableError} | ours, for now | 503, retried with backoff, never a miner's zero |
 * | {@linkcode ChainError} | the chain refused | carries the pallet's error name |
 * | {@linkcode ConfigError} | the operator's | one line, exit code 2 |
 *
 * Anything else is a bug: logged with its stack, answered with 500 and no detail.
 *
 * @module
 */

/** Base of every failure that a caller may want to tell apart. */
export abstract class SubnetError extends Error {
  /** Stable machine-readable name, `room/what`, such as `asset/too-large`. */
  readonly code: string;
  /** HTTP status that a service answers with. */
  readonly status: number;

  constructor(code: string, status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.status = status;
  }
}

/** The caller sent something that we refuse; asking again will not help. */
export class RequestError extends SubnetError {
  constructor(code: string, message: string, options: ErrorOptions & { status?: number } = {}) {
    super(code, options.status ?? 400, message, options);
  }
}

/** The asset is broken or breaks a rule; the miner that made it scores 0. */
export class AssetError extends SubnetError {
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(code, 422, message, options);
  }
}

/** Something of ours is away or overloaded; the same call may succeed later. */
export class UnavailableError extends SubnetError {
  /** Wait before the next try, in milliseconds. */
  readonly retryAfterMs: number;

  constructor(
    code: string,
    message: string,
    options: ErrorOptions & { retryAfterMs?: number } = {},
  ) {
    super(code, 503, message, options);
    this.retryAfterMs = options.retryAfterMs ?? 1000;
  }
}

/** The chain refused a call. */
export class ChainError extends SubnetError {
  /** The pallet's own name of the error, such as `SettingWeightsTooFast`. */
  readonly chainErrorName: string;
  /** The pallet, such as `SubtensorModule`. */
  readonly pallet: string;

  constructor(
    chainErrorName: string,
    message: string,
    options: ErrorOptions & { pallet?: string } = {},
  ) {
    super(`chain/${chainErrorName}`, 422, message, options);
    this.chainErrorName = chainErrorName;
    this.pallet = options.pallet ?? "SubtensorModule";
  }
}

/** A flag, an environment variable or a file that the operator must mend. */
export class ConfigError extends SubnetError {
  constructor(message: string, options?: ErrorOptions) {
    super("config", 500, message, options);
  }
}
