/**
 * Words of files, which have the least significant byte first, on hosts of either order.
 *
 * @module
 */

const HOST_IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Turns words of 32 bits, in place, from the file's order to the host's or back. */
export function orderWords(bytes: Uint8Array): void {
  if (HOST_IS_LITTLE_ENDIAN) return;
  for (let i = 0; i + 3 < bytes.length; i += 4) bytes.subarray(i, i + 4).reverse();
}

/** Views bytes of a file as whole words, or copies them where they cannot be viewed so. */
export function littleEndianWords(bytes: Uint8Array): Int32Array {
  const isReady = HOST_IS_LITTLE_ENDIAN && bytes.byteOffset % 4 === 0;
  const own = isReady ? bytes : new Uint8Array(bytes);
  if (!isReady) orderWords(own);
  return new Int32Array(own.buffer, own.byteOffset, own.length >> 2);
}
