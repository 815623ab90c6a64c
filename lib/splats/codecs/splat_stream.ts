/**
 * Splat files that are read as they arrive: from the network, from a disk.
 *
 * What the first bytes tell is refused at once, before the rest is fetched. A binary PLY and an SPZ
 * of versions 1 to 3 go straight into the cloud, block by block. Every other format is gathered,
 * within the bound, and read as a whole: none of their Gaussians is complete before the file is.
 *
 * @module
 */
import type { GaussianCloud, UpAxis } from "../cloud.ts";
import { SplatFormatError } from "../format_error.ts";
import { readChunks } from "./byte_reader.ts";
import { binaryRanges, planPly, readPlyBody } from "./ply.ts";
import { MAX_HEADER_BYTES } from "./ply_header.ts";
import { isSplatHead } from "./splat.ts";
import { decodeSplats, detectSplatFormat, failUnknown, type SplatFormat } from "./splat_file.ts";
import { checkSpzHead, decodeSpzChunks, isGzip } from "./spz.ts";
import { checkSpz404Head } from "./spz_404.ts";

/** How a stream is read. */
export interface DecodeStreamOptions {
  /** Most Gaussians taken. */
  readonly maxGaussians: number;
  /** Most bytes taken from the stream. */
  readonly maxBytes: number;
  /** Up direction, for the formats that do not say. Default `+y`. */
  readonly up?: UpAxis;
  /** Ends the work. */
  readonly signal?: AbortSignal;
}

/** What was read, and what it was. */
export interface DecodedSplats {
  /** The Gaussians. */
  readonly cloud: GaussianCloud;
  /** The format of the file, by its content. */
  readonly format: SplatFormat;
  /** Bytes taken from the stream; lists behind the Gaussians of a PLY are not. */
  readonly sizeBytes: number;
}

/** Bytes that tell the format and what it declares: the longest header of a PLY. */
const HEAD_BYTES = MAX_HEADER_BYTES;

/**
 * Reads a splat file of any format as it arrives. It gives the cloud that `decodeSplats()` gives of
 * the whole file, or throws the same error, whatever the chunks. The stream is cancelled as soon as
 * no more of it is wanted.
 *
 * @throws {SplatFormatError} When its content is no format that we know, malformed or too large.
 */
export async function decodeSplatStream(
  stream: ReadableStream<Uint8Array>,
  options: DecodeStreamOptions,
): Promise<DecodedSplats> {
  const { maxGaussians, maxBytes, up = "+y" } = options;
  using source = new SplatSource(stream, options);
  const head = await source.head(HEAD_BYTES);
  const format = detectSplatFormat(head);
  if (format === "ply") {
    const plan = planPly(head, maxGaussians);
    if (plan.header.format !== "ascii") {
      const { end, fileEnd = end } = binaryRanges(plan);
      if (fileEnd > maxBytes) failSize(`${fileEnd} bytes by its header`, maxBytes);
      const cloud = await readChunks(
        readPlyBody(plan, up),
        source.chunks(plan.header.bodyOffset),
      );
      return { cloud, format, sizeBytes: source.sizeBytes };
    }
  } else if (format === "spz") {
    checkSpzHead(head, maxGaussians);
    if (isGzip(head)) {
      const cloud = await decodeSpzChunks(source.chunks(), maxGaussians);
      return { cloud, format, sizeBytes: source.sizeBytes };
    }
  } else if (format === "spz-404") {
    checkSpz404Head(head, maxGaussians);
  } else if (format === undefined && !isSplatHead(head)) {
    failUnknown(head);
  }
  const bytes = await source.gather();
  // Only a whole file tells that it is a `.splat`.
  const cloud = await decodeSplats(bytes, { maxGaussians, up });
  return { cloud, format: detectSplatFormat(bytes)!, sizeBytes: bytes.length };
}

/** The bytes of a stream, no more than are allowed. */
class SplatSource implements Disposable {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #maxBytes: number;
  readonly #signal: AbortSignal | undefined;
  readonly #cancel: () => void;
  /** What was looked at but not taken yet. */
  #head = new Uint8Array();
  #sizeBytes = 0;

  constructor(
    stream: ReadableStream<Uint8Array>,
    { maxBytes, signal }: Pick<DecodeStreamOptions, "maxBytes" | "signal">,
  ) {
    this.#reader = stream.getReader();
    this.#maxBytes = maxBytes;
    this.#signal = signal;
    // A read that waits ends with the stream. What the source says to that changes nothing.
    this.#cancel = () => void this.#reader.cancel(signal?.reason).catch(() => {});
    signal?.addEventListener("abort", this.#cancel, { once: true });
  }

  [Symbol.dispose](): void {
    this.#signal?.removeEventListener("abort", this.#cancel);
    // Of a stream that is through or broken nothing is left to cancel, and a source that takes its
    // time about it keeps nobody waiting.
    this.#reader.cancel().catch(() => {});
  }

  /** Bytes that came so far. */
  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** Looks at the first bytes, fewer where the stream has no more. */
  async head(length: number): Promise<Uint8Array> {
    this.#head = await this.#fill(length);
    return this.#head;
  }

  /** Takes all bytes from an offset on, which must be within what was looked at. */
  async *chunks(offset = 0): AsyncGenerator<Uint8Array> {
    const head = this.#head.subarray(offset);
    this.#head = new Uint8Array();
    yield head;
    for (let chunk = await this.#read(); chunk; chunk = await this.#read()) yield chunk;
  }

  /** Takes all bytes in one piece. */
  async gather(): Promise<Uint8Array> {
    return await this.#fill(Infinity);
  }

  /** Goes on with what was looked at until it has so many bytes, or the stream ends. */
  async #fill(length: number): Promise<Uint8Array<ArrayBuffer>> {
    let bytes = this.#head;
    let filled = bytes.length;
    while (filled < length) {
      const chunk = await this.#read();
      if (!chunk) break;
      const needed = filled + chunk.length;
      if (needed > bytes.length) {
        const larger = new Uint8Array(Math.min(this.#maxBytes, Math.max(needed, 2 * filled)));
        larger.set(bytes.subarray(0, filled));
        bytes = larger;
      }
      bytes.set(chunk, filled);
      filled = needed;
    }
    return bytes.subarray(0, filled);
  }

  /** Waits for the next bytes. */
  async #read(): Promise<Uint8Array | undefined> {
    this.#signal?.throwIfAborted();
    const { value, done } = await this.#reader.read();
    this.#signal?.throwIfAborted();
    if (done) return undefined;
    this.#sizeBytes += value.length;
    if (this.#sizeBytes > this.#maxBytes) {
      failSize(`more than ${this.#maxBytes} bytes`, this.#maxBytes);
    }
    return value;
  }
}

function failSize(found: string, maxBytes: number): never {
  throw new SplatFormatError({
    format: "splat file",
    offset: undefined,
    field: "size",
    found,
    expected: `at most ${maxBytes} bytes`,
  });
}
