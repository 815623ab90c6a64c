/**
 * Renderers: from a cloud and cameras to pictures.
 *
 * @module
 */
export { CpuRenderer, type CpuRendererOptions, type CpuRenderTimes } from "./cpu/cpu_renderer.ts";
export { type Render, renderReference, type Rounding, toImage } from "./reference.ts";
export {
  FRUSTUM_MARGIN,
  RENDER_PRESETS,
  type RenderOptions,
  type RenderPreset,
  type RenderThresholds,
} from "./semantics.ts";
export {
  ReferenceRenderer,
  type RenderImageOptions,
  type SplatRenderer,
} from "./splat_renderer.ts";
export { type OpenWebGpuOptions, openWebGpuRenderer, WebGpuRenderer } from "./webgpu.ts";
