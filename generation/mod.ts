/**
 * Generation: prompt to asset, as an HTTP service with exchangeable backends.
 *
 * @module
 */
export { createGenerationApp, type GenerationAppOptions } from "./app.ts";
export {
  type AssetFormat,
  type GeneratedAsset,
  type GenerationBackend,
  type GenerationRequest,
} from "./backend.ts";
export { ProceduralBackend, type ProceduralBackendOptions } from "./procedural_backend.ts";
