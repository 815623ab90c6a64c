import { ConfigError } from "@threegen/domain";
import {
  openWebGpuRenderer,
  RENDERER_BACKENDS,
  type RendererBackend,
} from "@threegen/splats/render";
import { z } from "zod";

/** The flag `--renderer`. */
export const rendererFlag = z.enum(RENDERER_BACKENDS).default("cpu").describe(
  "What draws: cpu, webgpu (a GPU or nothing), auto (a GPU where there is one), reference",
);

/**
 * Settles what draws before anybody draws: without a GPU, `auto` is `cpu`. Workers are told the
 * outcome and ask no driver themselves: some crash when several threads end at once.
 *
 * @param say Is told in a line what was found.
 * @throws {ConfigError} When `webgpu` is asked for and there is no GPU.
 */
export async function settleRenderer(
  backend: RendererBackend,
  say: (line: string) => void,
  open: typeof openWebGpuRenderer = openWebGpuRenderer,
): Promise<RendererBackend> {
  if (backend !== "auto" && backend !== "webgpu") return backend;
  let found = "";
  try {
    const gpu = await open({ onChoice: (line) => found = line });
    await gpu?.[Symbol.asyncDispose]();
    if (gpu) return backend;
  } catch (error) {
    found = `No WebGPU renderer: ${error instanceof Error ? error.message : error}`;
  }
  if (backend === "webgpu") {
    throw new ConfigError(`Cannot use --renderer webgpu: ${found}; use cpu or auto`);
  }
  say(`${found}; drawing on the CPU`);
  return "cpu";
}
