/**
 * The little of SCALE that commits are made of; their layout is fixed, so no metadata is needed.
 *
 * @module
 */

/** Returns a length in SCALE's compact form. */
export function compactLength(length: number): Uint8Array {
  if (length < 64) return Uint8Array.of(length << 2);
  if (length < 16384) return Uint8Array.of(((length << 2) | 1) & 0xff, length >> 6);
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, length * 4 + 2, true);
  return bytes;
}

/** Returns a u16, little-endian. */
export function u16Bytes(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >> 8);
}

/** Returns a u64, little-endian. */
export function u64Bytes(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return bytes;
}

/** Returns a `Vec<u16>`. @throws {RangeError} On a number that is no u16. */
export function u16VectorBytes(values: readonly number[]): Uint8Array {
  const length = compactLength(values.length);
  const bytes = new Uint8Array(length.length + values.length * 2);
  bytes.set(length);
  const view = new DataView(bytes.buffer, length.length);
  values.forEach((value, at) => {
    if (!Number.isInteger(value) || value < 0 || value > 65535) {
      throw new RangeError(`Cannot encode ${value}: expected a whole number from 0 to 65535`);
    }
    view.setUint16(at * 2, value, true);
  });
  return bytes;
}
