/**
 * Decoders that take their bytes as they come, so that one piece of code reads a file that is in
 * memory and one that is still on its way.
 *
 * @module
 */

/**
 * A decoder that yields how many bytes it wants next. It is given that many, or fewer where the
 * bytes end, and must be through with them before it asks again.
 */
export type ByteReader<T> = Generator<number, T, Uint8Array>;

/** Lets a decoder read bytes that are in memory, without copying them. */
export function readWhole<T>(reader: ByteReader<T>, bytes: Uint8Array): T {
  let at = 0;
  let step = reader.next();
  while (!step.done) {
    const from = at;
    at = Math.min(at + step.value, bytes.length);
    step = reader.next(bytes.subarray(from, at));
  }
  return step.value;
}

/**
 * Lets a decoder read bytes as they arrive. Only what lies across two chunks is copied.
 *
 * Chunks are closed as soon as the decoder has what it wants or refuses what it is given.
 */
export async function readChunks<T>(
  reader: ByteReader<T>,
  chunks: AsyncIterable<Uint8Array>,
): Promise<T> {
  let step = reader.next();
  let block = new Uint8Array();
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; !step.done;) {
      const wanted = step.value;
      if (filled === 0 && chunk.length - at >= wanted) {
        step = reader.next(chunk.subarray(at, at += wanted));
        continue;
      }
      if (block.length < wanted) {
        const larger = new Uint8Array(wanted);
        larger.set(block.subarray(0, filled));
        block = larger;
      }
      const taken = chunk.subarray(at, at + wanted - filled);
      block.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled < wanted) break;
      step = reader.next(block.subarray(0, wanted));
      filled = 0;
    }
    if (step.done) return step.value;
  }
  while (!step.done) {
    step = reader.next(block.subarray(0, filled));
    filled = 0;
  }
  return step.value;
}
