import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { granted } from "@threegen/service/testing";
import {
  cameraToWorld,
  decodePng,
  encodeMp4,
  encodePicture,
  encodeStill,
  type Image,
  pictureFormatOfName,
  stillFormatOfName,
  turntableCameras,
} from "./mod.ts";
import { depthImage, ReferenceRenderer, renderReference, toImage } from "./render/mod.ts";
import { tinyCloud } from "./testing/mod.ts";

const ignore = !granted("read");

function frames(count: number, sizePixels = 64): Image[] {
  return turntableCameras({ sizePixels, framesPerTurn: count })
    .map((camera) => toImage(renderReference(tinyCloud(), camera), "round"));
}

Deno.test("turntableCameras() goes round once per ring, evenly", () => {
  const cameras = turntableCameras({
    sizePixels: 32,
    framesPerTurn: 4,
    elevationsDegrees: [-30, 0],
    radius: 5,
  });
  const positions = cameras.map((camera) =>
    [3, 7, 11].map((i) => Math.round(cameraToWorld(camera)[i] * 100) / 100 + 0)
  );
  assert.deepEqual(positions[0], [0, 2.5, 4.33]);
  assert.deepEqual(positions[1], [4.33, 2.5, 0]);
  assert.deepEqual(positions.slice(4), [[0, 0, 5], [5, 0, 0], [0, 0, -5], [-5, 0, 0]]);
});

Deno.test("stillFormatOfName() goes by the ending", () => {
  const names = ["a.PNG", "b.c.webp", "d.jpg", "e.jpeg", "f.gif", "png"];
  assert.deepEqual(names.map(stillFormatOfName), [
    "png",
    "webp",
    "jpeg",
    "jpeg",
    undefined,
    undefined,
  ]);
});

Deno.test(
  { name: "encodeStill() writes PNG, JPEG and WebP, lossless at quality 100", ignore },
  async () => {
    const [image] = frames(1);
    const ascii = (bytes: Uint8Array, from: number, to: number) =>
      new TextDecoder("latin1").decode(bytes.subarray(from, to));
    assert.equal(ascii(await encodeStill(image, "png"), 1, 4), "PNG");
    const jpeg = await encodeStill(image, "jpeg", { quality: 80 });
    assert.deepEqual([...jpeg.subarray(0, 3)], [0xff, 0xd8, 0xff]);
    const webp = await encodeStill(image, "webp", { quality: 100 });
    assert.equal(ascii(webp, 8, 12), "WEBP");
    const { default: decode } = await import("@jsquash/webp/decode.js");
    const decoded = await decode(Uint8Array.from(webp).buffer);
    assert.deepEqual(new Uint8Array(decoded.data), image.rgba);
    assert.ok((await encodeStill(image, "webp", { quality: 20 })).length < webp.length);
    await assert.rejects(encodeStill(image, "jpeg", { quality: 0 }), RangeError);
  },
);

/** What ffprobe says of a video: codec, size and number of frames; nothing without ffprobe. */
async function probe(bytes: Uint8Array): Promise<string | undefined> {
  if (!granted("run", "write")) return undefined;
  const path = await Deno.makeTempFile({ suffix: ".mp4" });
  try {
    await Deno.writeFile(path, bytes);
    const entries = "stream=codec_name,width,height,nb_read_frames";
    const { stdout } = await promisify(execFile)("ffprobe", [
      ...["-v", "error", "-count_frames", "-show_entries", entries, "-of", "csv=p=0", path],
    ]);
    return stdout.trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  } finally {
    await Deno.remove(path);
  }
}

Deno.test({ name: "encodeMp4() makes H.264 without an ffmpeg", ignore }, async () => {
  const { bytes, frames: count, encoder } = await encodeMp4(frames(10), {
    ffmpeg: "/nowhere/ffmpeg",
  });
  assert.deepEqual([count, encoder], [10, "wasm"]);
  assert.equal(new TextDecoder().decode(bytes.subarray(4, 8)), "ftyp");
  const found = await probe(bytes);
  if (found !== undefined) assert.equal(found, "h264,64,64,10");
});

const hasFfmpeg = granted("run", "read") &&
  await promisify(execFile)("ffmpeg", ["-version"]).then(() => true, () => false);

Deno.test({
  name: "encodeMp4() makes H.264 with an ffmpeg" + (hasFfmpeg ? "" : " (skipped: no ffmpeg)"),
  ignore: !hasFfmpeg,
}, async () => {
  const { bytes, frames: count, encoder } = await encodeMp4(frames(10), { ffmpeg: "ffmpeg" });
  assert.deepEqual([count, encoder], [10, "ffmpeg"]);
  assert.equal(await probe(bytes), "h264,64,64,10");
});

Deno.test({
  name: "encodeMp4() does without an ffmpeg that was built without libx264",
  ignore: !granted("run", "write") || Deno.build.os === "windows",
}, async () => {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(
      path,
      `#!/bin/sh\necho "Codec 'libx264' is not recognized by FFmpeg."\n` +
        `case "$*" in *-h*) exit 0;; *) exit 1;; esac\n`,
    );
    await Deno.chmod(path, 0o700);
    const { encoder } = await encodeMp4(frames(2), { ffmpeg: path });
    assert.equal(encoder, "wasm");
  } finally {
    await Deno.remove(path);
  }
});

Deno.test({
  name: "encodeMp4() refuses no frames, odd and changing sizes, and stops when told to",
  ignore,
}, async () => {
  await assert.rejects(encodeMp4([]), /there is no frame/);
  await assert.rejects(encodeMp4(frames(1, 33)), /even sizes/);
  await assert.rejects(encodeMp4([...frames(1), ...frames(1, 32)]), /frame 1 is 32 x 32/);
  const signal = AbortSignal.abort(new Error("enough"));
  await assert.rejects(encodeMp4(frames(1), { signal }), /enough/);
});

Deno.test("encodePicture() draws from the side that it is asked for", async () => {
  await using renderer = new ReferenceRenderer();
  const options = { renderer, sizePixels: 32, azimuthDegrees: 90, background: [0, 0, 0] } as const;
  const picture = decodePng(await encodePicture(tinyCloud(), "png", options));
  const [camera] = turntableCameras({
    sizePixels: 32,
    framesPerTurn: 1,
    startDegrees: 90,
    radius: 3,
  });
  const expected = toImage(
    renderReference(tinyCloud(), camera, { background: [0, 0, 0] }),
    "truncate",
  );
  assert.deepEqual(picture, expected);
});

Deno.test("encodePicture() draws depths in grey, but no video of them", async () => {
  await using renderer = new ReferenceRenderer();
  const options = { renderer, sizePixels: 32, depth: true, elevationDegrees: 0 } as const;
  const { rgba } = decodePng(await encodePicture(tinyCloud(), "png", options));
  const [camera] = turntableCameras({
    sizePixels: 32,
    framesPerTurn: 1,
    elevationsDegrees: [0],
    startDegrees: 45,
    radius: 3,
  });
  assert.deepEqual(rgba, depthImage(renderReference(tinyCloud(), camera)).rgba);
  await assert.rejects(encodePicture(tinyCloud(), "mp4", options), RangeError);
});

Deno.test({ name: "encodePicture() turns a cloud round in a video", ignore }, async () => {
  await using renderer = new ReferenceRenderer();
  const format = pictureFormatOfName("turn.MP4");
  assert.equal(format, "mp4");
  const options = { renderer, sizePixels: 64, framesPerTurn: 10 };
  const bytes = await encodePicture(tinyCloud(), "mp4", options);
  assert.equal(new TextDecoder("latin1").decode(bytes.subarray(4, 8)), "ftyp");
  const probed = await probe(bytes);
  if (probed !== undefined) assert.equal(probed, "h264,64,64,10");
  await assert.rejects(
    encodePicture(tinyCloud(), "mp4", { ...options, sizePixels: 63 }),
    /even sizes/,
  );
});
