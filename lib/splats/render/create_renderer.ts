import { CpuRenderer } from "./cpu/cpu_renderer.ts";
import { FallbackRenderer } from "./fallback_renderer.ts";
import { ReferenceRenderer, type SplatRenderer } from "./splat_renderer.ts";
import { WebGpuError } from "./webgpu/webgpu_error.ts";
import { openWebGpuRenderer } from "./webgpu/webgpu_renderer.ts";

/** Names of the backends; `auto` is a GPU where there is one, and the CPU otherwise. */
export const RENDERER_BACKENDS = ["auto", "cpu", "webgpu", "reference"] as const;

/** Name of a backend. */
export type RendererBackend = typeof RENDERER_BACKENDS[number];

/** Which renderer is wanted. */
export interface CreateRendererOptions {
  /** What draws. Default `auto`. */
  readonly backend?: RendererBackend;
  /** Threads that draw on the CPU; the machine's by default. */
  readonly workers?: number;
  /** Whether a GPU may be software. It is far slower than the CPU renderer; for tests. Default false. */
  readonly allowSoftware?: boolean;
  /** Is told in a line what draws and why, now and whenever that changes. */
  readonly onChoice?: (line: string) => void;
}

/**
 * Opens a renderer. `auto` never fails and never takes a GPU that is software; a call that its GPU
 * cannot serve is drawn on the CPU.
 *
 * @throws {WebGpuError} When `webgpu` is asked for and there is no adapter that may be used.
 * @throws {RangeError} When the number of workers is not a whole number of at least 1.
 */
export async function createRenderer(
  options: CreateRendererOptions = {},
): Promise<SplatRenderer> {
  const { backend = "auto", workers, allowSoftware = false, onChoice = () => {} } = options;
  const createCpu = () => new CpuRenderer(workers === undefined ? {} : { workers });
  switch (backend) {
    case "cpu":
      return createCpu();
    case "reference":
      return new ReferenceRenderer();
    case "webgpu": {
      let reason = "";
      const renderer = await openWebGpuRenderer({
        allowSoftware,
        onChoice: (line) => onChoice(reason = line),
      });
      if (renderer) return renderer;
      throw new WebGpuError("unavailable", `Cannot render with WebGPU: ${reason}; use cpu or auto`);
    }
    case "auto": {
      const gpu = await openGpuOrSay({ allowSoftware, onChoice });
      if (gpu) return new FallbackRenderer(gpu, createCpu, onChoice);
      const cpu = createCpu();
      onChoice(`Drawing on the CPU: ${cpu.name}`);
      return cpu;
    }
  }
}

/** A driver that fails when it is asked is as good as none. */
async function openGpuOrSay(
  options: { readonly allowSoftware: boolean; readonly onChoice: (line: string) => void },
): Promise<SplatRenderer | undefined> {
  try {
    return await openWebGpuRenderer(options);
  } catch (error) {
    options.onChoice(`No WebGPU renderer: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
