import { glbFile } from "./glb_file.ts";

/**
 * Makes a GLB whose only primitive is an SPZ, as the tilers of the field write it: accessors
 * without values beside the file as it is.
 *
 * @param node What its node says beside its mesh.
 * @param view What its buffer view says otherwise.
 * @param content What else its JSON says.
 */
export function glbWithSpz(
  spz: Uint8Array,
  count: number,
  node: object = {},
  view: object = {},
  content: object = {},
): Uint8Array {
  const base = "KHR_gaussian_splatting";
  const compression = `${base}_compression_spz_2`;
  return glbFile({
    extensionsUsed: [base, compression],
    extensionsRequired: [base, compression],
    nodes: [{ mesh: 0, ...node }],
    meshes: [{
      primitives: [{
        mode: 0,
        attributes: { POSITION: 0 },
        extensions: { [base]: { extensions: { [compression]: { bufferView: 0 } } } },
      }],
    }],
    accessors: [{ componentType: 5126, count, type: "VEC3" }],
    bufferViews: [{ buffer: 0, byteLength: spz.length, ...view }],
    ...content,
  }, spz);
}
