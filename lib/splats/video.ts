/**
 * MP4 videos of H.264, by an ffmpeg of the system or by an encoder that ships as WebAssembly.
 *
 * Which and why: docs/decisions/001-video-encoder.md.
 *
 * @module
 */
import type { Image } from "./image.ts";

/** How a video is written. */
export interface EncodeMp4Options {
  /** Frames per second. Default 24. Source: the original's videos. */
  readonly framesPerSecond?: number;
  /**
   * The ffmpeg to run, such as `ffmpeg`. Without it, or when it cannot be started or was built
   * without libx264, the encoder in WebAssembly does the work, about three times slower.
   */
  readonly ffmpeg?: string;
  /** Stops the work between two frames. */
  readonly signal?: AbortSignal;
}

/** What became a video, and by whom. */
export interface Mp4 {
  /** The file. */
  readonly bytes: Uint8Array;
  /** Number of frames in it. */
  readonly frames: number;
  /** Who made it. */
  readonly encoder: "ffmpeg" | "wasm";
}

/** Quantiser of the WebAssembly encoder, 10 (best) to 51. */
const QUANTIZER = 24;

/** What ffmpeg encodes with; some distributions build it without. */
const FFMPEG_ENCODER = "libx264";

/** Numbers the files of the WebAssembly encoder. */
let nextVideo = 0;

/**
 * Makes a video of pictures of one even size.
 *
 * @throws {RangeError} When there is no frame, or a size is odd or differs from the first.
 * @throws The signal's reason when it aborts.
 */
export async function encodeMp4(
  frames: AsyncIterable<Image> | Iterable<Image>,
  options: EncodeMp4Options = {},
): Promise<Mp4> {
  const { framesPerSecond = 24, ffmpeg, signal } = options;
  let sink: FrameSink | undefined;
  let size: { width: number; height: number } | undefined;
  let count = 0;
  try {
    for await (const { width, height, rgba } of frames) {
      signal?.throwIfAborted();
      if (width % 2 !== 0 || height % 2 !== 0) {
        throw new RangeError(`Cannot make a video of ${width} x ${height}; H.264 needs even sizes`);
      }
      size ??= { width, height };
      if (width !== size.width || height !== size.height) {
        throw new RangeError(
          `Cannot make a video: frame ${count} is ${width} x ${height}, ` +
            `the first ${size.width} x ${size.height}`,
        );
      }
      sink ??= await openFfmpeg(ffmpeg, width, height, framesPerSecond) ??
        await openWasm(width, height, framesPerSecond);
      await sink.add(rgba);
      count++;
    }
    if (!sink) throw new RangeError("Cannot make a video: there is no frame");
    return { bytes: await sink.finish(), frames: count, encoder: sink.encoder };
  } catch (error) {
    sink?.abandon();
    throw error;
  }
}

/** Takes frames and becomes a file. */
interface FrameSink {
  readonly encoder: Mp4["encoder"];
  add(rgba: Uint8Array): Promise<void>;
  finish(): Promise<Uint8Array>;
  abandon(): unknown;
}

async function openWasm(width: number, height: number, frameRate: number): Promise<FrameSink> {
  const { default: library } = await import("h264-mp4-encoder");
  const encoder = await library.createH264MP4Encoder();
  // Its encoders share one file system in memory.
  const outputFilename = `video_${nextVideo++}.mp4`;
  const quantizationParameter = QUANTIZER;
  Object.assign(encoder, { width, height, frameRate, quantizationParameter, outputFilename });
  encoder.initialize();
  const close = () => {
    encoder.finalize();
    const bytes = Uint8Array.from(encoder.FS.readFile(outputFilename));
    encoder.FS.unlink(outputFilename);
    encoder.delete();
    return bytes;
  };
  return {
    encoder: "wasm",
    add: (rgba) => {
      encoder.addFrameRgba(rgba);
      return Promise.resolve();
    },
    finish: () => Promise.resolve(close()),
    abandon: close,
  };
}

/** Starts ffmpeg; nothing when there is none, it may not be run, or it cannot encode H.264. */
async function openFfmpeg(
  path: string | undefined,
  width: number,
  height: number,
  framesPerSecond: number,
): Promise<FrameSink | undefined> {
  if (path === undefined || !await hasEncoder(path)) return undefined;
  const { spawn } = await import("node:child_process");
  // deno-fmt-ignore
  const child = spawn(path, [
    "-loglevel", "error",
    "-f", "rawvideo", "-pix_fmt", "rgba", "-s", `${width}x${height}`, "-r", `${framesPerSecond}`,
    "-i", "pipe:0",
    "-c:v", FFMPEG_ENCODER, "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p",
    // A pipe cannot be gone back in, so the index goes between the frames.
    "-movflags", "frag_keyframe+empty_moov", "-f", "mp4", "pipe:1",
  ], { stdio: ["pipe", "pipe", "pipe"] });
  const output: Uint8Array[] = [];
  let complaint = "";
  child.stdout.on("data", (chunk: Uint8Array) => output.push(chunk));
  child.stderr.on("data", (chunk: Uint8Array) => complaint += new TextDecoder().decode(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Cannot make a video: ffmpeg ended with ${code}: ${complaint.trim()}`));
    });
  });
  // Whoever writes next hears of it; until then it is nobody's.
  ended.catch(() => {});
  child.stdin.on("error", () => {}); // ffmpeg ended early: `ended` says why.
  return {
    encoder: "ffmpeg",
    add: async (rgba) => {
      if (child.stdin.write(rgba)) return;
      const drained = new Promise<void>((resolve) => child.stdin.once("drain", () => resolve()));
      await Promise.race([drained, ended]);
    },
    finish: async () => {
      child.stdin.end();
      await ended;
      const bytes = new Uint8Array(output.reduce((sum, chunk) => sum + chunk.length, 0));
      let at = 0;
      for (const chunk of output) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      return bytes;
    },
    abandon: () => child.kill(),
  };
}

/** Whether an ffmpeg can be started and knows {@linkcode FFMPEG_ENCODER}. */
async function hasEncoder(path: string): Promise<boolean> {
  const { execFile } = await import("node:child_process");
  return new Promise((resolve) => {
    execFile(path, ["-hide_banner", "-h", `encoder=${FFMPEG_ENCODER}`], (error, stdout) => {
      resolve(error === null && stdout.startsWith("Encoder "));
    });
  });
}
