/** What a GLB says of itself, as far as tests set it. */
export interface GlbJson {
  readonly nodes: readonly object[];
  readonly meshes: readonly object[];
  readonly [name: string]: unknown;
}

/** Makes a GLB; the first node is its scene unless the JSON says otherwise. */
export function glbFile(content: GlbJson, binary: Uint8Array): Uint8Array {
  const json = JSON.stringify({
    asset: { version: "2.0" },
    scene: 0,
    scenes: [{ nodes: [0] }],
    buffers: [{ byteLength: binary.length }],
    ...content,
  });
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 4) * 4));
  const binaryLength = Math.ceil(binary.length / 4) * 4;
  const bytes = new Uint8Array(12 + 8 + text.length + 8 + binaryLength);
  const words = new DataView(bytes.buffer);
  const magics = { glTF: 0x46546c67, json: 0x4e4f534a, binary: 0x004e4942 };
  [magics.glTF, 2, bytes.length, text.length, magics.json].forEach((word, i) =>
    words.setUint32(i * 4, word, true)
  );
  bytes.set(text, 20);
  words.setUint32(20 + text.length, binaryLength, true);
  words.setUint32(24 + text.length, magics.binary, true);
  bytes.set(binary, 28 + text.length);
  return bytes;
}

/** Takes a GLB apart: its JSON and its binary chunk. */
export function glbParts(bytes: Uint8Array): { content: GlbJson; binary: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(12, true);
  const content = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + length)));
  return { content, binary: bytes.subarray(28 + length) };
}
