/** Why the WebGPU renderer cannot work; none of it is the fault of what was to be drawn. */
export type WebGpuFault =
  /** The device is gone: reset, unplugged or out of the driver's patience. */
  | "lost"
  /** There is no adapter that may be used any more. */
  | "unavailable"
  /** The device has too little memory left, or refuses the work. */
  | "refused";

/** The GPU failed; another try or another renderer may succeed. */
export class WebGpuError extends Error {
  /** What happened. After `lost` and `unavailable` the next call looks for a device anew. */
  readonly fault: WebGpuFault;

  /** Makes the error. */
  constructor(fault: WebGpuFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "WebGpuError";
    this.fault = fault;
  }
}
