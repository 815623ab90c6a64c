/**
 * Makes a GLB whose only primitive is an SPZ, as the tilers of the field write it: accessors
 * without values beside the file as it is.
 *
 * @param node What its node says beside its mesh.
 * @param view What its buffer view says otherwise.
 */
export function glbWithSpz(
  spz: Uint8Array,
  count: number,
  node: object = {},
  view: object = {},
): Uint8Array {
  const base = "KHR_gaussian_splatting";
  const compression = `${base}_compression_spz_2`;
  const json = JSON.stringify({
    asset: { version: "2.0" },
    extensionsUsed: [base, compression],
    scene: 0,
    scenes: [{ nodes: [0] }],
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
    buffers: [{ byteLength: spz.length }],
  });
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 4) * 4));
  const binaryLength = Math.ceil(spz.length / 4) * 4;
  const bytes = new Uint8Array(12 + 8 + text.length + 8 + binaryLength);
  const words = new DataView(bytes.buffer);
  const magics = { glTF: 0x46546c67, json: 0x4e4f534a, binary: 0x004e4942 };
  [magics.glTF, 2, bytes.length, text.length, magics.json].forEach((word, i) =>
    words.setUint32(i * 4, word, true)
  );
  bytes.set(text, 20);
  words.setUint32(20 + text.length, binaryLength, true);
  words.setUint32(24 + text.length, magics.binary, true);
  bytes.set(spz, 28 + text.length);
  return bytes;
}
