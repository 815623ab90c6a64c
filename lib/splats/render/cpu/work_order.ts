/**
 * What a worker is told to draw.
 *
 * @module
 */

/** A batch of views; the blocks of the views are `VIEW_BYTES` apart. */
export interface WorkOrder {
  readonly views: number;
  /** First view block. */
  readonly blocks: number;
  /** A word that counts the views taken. */
  readonly nextView: number;
  /** A word that is 1 when the work is to stop. */
  readonly stop: number;
  /** Where this worker may write. */
  readonly space: WorkerSpace;
}

/** The places that one worker writes to, bytes. */
export interface WorkerSpace {
  readonly records: number;
  readonly tileBoxes: number;
  readonly keys: number;
  readonly spareKeys: number;
  readonly histograms: number;
  readonly counts: number;
  readonly heads: number;
  readonly starts: number;
  readonly list: number;
  /** Entries of the list. */
  readonly listCapacity: number;
  /** Colours as the view's eye sees them; 0 when the cloud has no harmonics. */
  readonly shaded: number;
  readonly scratch: number;
}

/** From the renderer to a worker. */
export type ToCpuWorker =
  | {
    readonly kind: "start";
    readonly module: WebAssembly.Module;
    readonly memory: WebAssembly.Memory;
  }
  | { readonly kind: "draw"; readonly order: WorkOrder };

/** From a worker to the renderer. */
export type FromCpuWorker = { readonly kind: "ready" } | { readonly kind: "drawn" };
