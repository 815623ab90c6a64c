/**
 * What every way of generating can do; the service knows nothing more about it.
 *
 * @module
 */

/** File format of an asset: standard PLY, or the subnet's SPZ in one zstd frame. */
export type AssetFormat = "ply" | "spz";

/** What to make. */
export interface GenerationRequest {
  /** The text, 1 to 1024 characters. */
  readonly prompt: string;
  /** The same prompt and seed give the same asset. Whole, 0 to 2^32 − 1. */
  readonly seed: number;
  /** Format of the answer. */
  readonly format: AssetFormat;
  /** Stops the work. */
  readonly signal: AbortSignal;
}

/** What was made. */
export interface GeneratedAsset {
  /** The file. */
  readonly bytes: Uint8Array;
  /** Number of Gaussians in it. */
  readonly gaussians: number;
  /** Whether the backend knew what the prompt names; models that cannot tell leave it out. */
  readonly matched?: boolean;
}

/** A way of generating. One call at a time unless a backend says otherwise. */
export interface GenerationBackend extends AsyncDisposable {
  /** Shown in the log and in `/health`. */
  readonly name: string;
  /**
   * Makes one asset.
   *
   * @throws The signal's reason when it aborts.
   */
  generate(request: GenerationRequest): Promise<GeneratedAsset>;
}
