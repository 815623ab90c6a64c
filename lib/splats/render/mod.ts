/**
 * Renderers: from a cloud and cameras to pictures.
 *
 * @module
 */
export { CpuRenderer, type CpuRendererOptions, type CpuRenderTimes } from "./cpu/cpu_renderer.ts";
export {
  createRenderer,
  type CreateRendererOptions,
  RENDERER_BACKENDS,
  type RendererBackend,
} from "./create_renderer.ts";
export { depthImage } from "./depth_image.ts";
export { type Render, renderReference, type Rounding, toImage } from "./reference.ts";
export {
  RENDER_PRESETS,
  type RenderOptions,
  type RenderPreset,
  type RenderThresholds,
} from "./semantics.ts";
export {
  ReferenceRenderer,
  type RenderedImage,
  type RenderImageOptions,
  type SplatRenderer,
} from "./splat_renderer.ts";
export type { OpenGpuOptions } from "./webgpu/open_gpu.ts";
export { WebGpuError, type WebGpuFault } from "./webgpu/webgpu_error.ts";
export {
  type OpenWebGpuOptions,
  openWebGpuRenderer,
  WebGpuRenderer,
  type WebGpuTimings,
} from "./webgpu/webgpu_renderer.ts";
