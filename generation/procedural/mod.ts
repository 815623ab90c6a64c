/**
 * Text to Gaussians without weights; see the room's README.
 *
 * @module
 */
export {
  generateProcedural,
  type ProceduralAsset,
  type ProceduralRequest,
} from "./generate_procedural.ts";
