import { ReferenceRenderer, type SplatRenderer } from "@threegen/splats/render";

/** Returns the renderer that validation and its tools draw with. */
export function createRenderer(): SplatRenderer {
  return new ReferenceRenderer();
}
