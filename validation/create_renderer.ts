import { CpuRenderer, type SplatRenderer } from "@threegen/splats/render";

/**
 * Returns the renderer that validation and its tools draw with: the CPU one.
 *
 * @param workers Threads that draw; the machine's by default.
 */
export function createRenderer(workers?: number): SplatRenderer {
  return new CpuRenderer(workers === undefined ? {} : { workers });
}
