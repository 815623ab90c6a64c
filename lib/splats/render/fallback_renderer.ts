import type { Camera } from "../camera.ts";
import type { GaussianCloud } from "../cloud.ts";
import type { RenderedImage, RenderImageOptions, SplatRenderer } from "./splat_renderer.ts";
import { WebGpuError } from "./webgpu/webgpu_error.ts";

/**
 * Draws on the GPU, and on the CPU what the GPU cannot: a cloud that is too large for it, or a call
 * during which the device is lost. The next call is the GPU's again, unless there is none any more.
 */
export class FallbackRenderer implements SplatRenderer {
  readonly #createCpu: () => SplatRenderer;
  readonly #onChoice: (line: string) => void;
  #gpu: SplatRenderer | undefined;
  #cpu: SplatRenderer | undefined;

  /** Takes over the GPU's renderer, and makes the CPU's when it is first needed. */
  constructor(
    gpu: SplatRenderer,
    createCpu: () => SplatRenderer,
    onChoice: (line: string) => void,
  ) {
    this.#gpu = gpu;
    this.#createCpu = createCpu;
    this.#onChoice = onChoice;
  }

  /** Which backend draws the next call. */
  get name(): string {
    return (this.#gpu ?? (this.#cpu ??= this.#createCpu())).name;
  }

  /** Renders a cloud as each camera sees it. */
  async render(
    cloud: GaussianCloud,
    cameras: readonly Camera[],
    options: RenderImageOptions = {},
  ): Promise<RenderedImage[]> {
    const gpu = this.#gpu;
    if (gpu) {
      try {
        return await gpu.render(cloud, cameras, options);
      } catch (error) {
        if (!(error instanceof WebGpuError || error instanceof RangeError)) throw error;
        this.#onChoice(`${error.message}. Drawing on the CPU instead`);
        if (error instanceof WebGpuError && error.fault === "unavailable") {
          this.#gpu = undefined;
          await gpu[Symbol.asyncDispose]();
        }
      }
    }
    this.#cpu ??= this.#createCpu();
    return await this.#cpu.render(cloud, cameras, options);
  }

  /** Disposes of both. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#gpu?.[Symbol.asyncDispose]();
    await this.#cpu?.[Symbol.asyncDispose]();
  }
}
