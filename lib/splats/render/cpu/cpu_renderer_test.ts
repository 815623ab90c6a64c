import { granted } from "@threegen/service/testing";
import { sceneCamera, testScenes } from "@threegen/splats/testing";
import assert from "node:assert/strict";
import {
  cloudFromActivated,
  decodePly,
  decodePng,
  emptyCloud,
  type GaussianCloud,
  type Image,
  mergeClouds,
  orbitCamera,
  psnr,
} from "../../mod.ts";
import { renderReference, toImage } from "../reference.ts";
import type { RenderImageOptions } from "../splat_renderer.ts";
import { CpuRenderer, type CpuRenderTimes } from "./cpu_renderer.ts";

// Modules of workers are read from disk.
const ignore = !granted("read");

/** Least agreement with the reference on the covered pixels, decibels. */
const LEAST_PSNR = 60;

function cameraOf(width: number, height: number, azimuthDegrees = 30) {
  return orbitCamera({ elevationDegrees: -15, azimuthDegrees, radius: 2.5, width, height });
}

/** Asserts that a picture is the reference's, as far as anyone can see. */
function assertLikeReference(
  image: Image,
  cloud: GaussianCloud,
  camera: ReturnType<typeof cameraOf>,
  options: RenderImageOptions,
): void {
  const { rounding = "truncate", coverage = false } = options;
  const render = renderReference(cloud, camera, options);
  const expected = toImage(render, rounding, coverage);
  const decibels = psnr(image, expected, (pixel) => render.alpha[pixel] > 0);
  assert.ok(decibels >= LEAST_PSNR, `${decibels.toFixed(1)} dB`);
  // Where the reference draws nothing, one Gaussian at the threshold of 1/255 may show.
  for (let i = 0; i < image.rgba.length; i++) {
    if (render.alpha[i >> 2] > 0) continue;
    assert.ok(Math.abs(image.rgba[i] - expected.rgba[i]) <= 1, `pixel ${i >> 2}`);
  }
}

for (const { name, cloud } of testScenes()) {
  for (const preset of ["gsplat-1.5.3", "inria"] as const) {
    Deno.test({
      name: `CpuRenderer draws the scene "${name}" as the reference does (${preset})`,
      ignore,
      async fn() {
        await using renderer = new CpuRenderer({ workers: 2 });
        const rounding = preset === "inria" ? "round" : "truncate";
        const cameras = [sceneCamera(160), cameraOf(160, 160, 200)];
        const images = await renderer.render(cloud, cameras, { preset, rounding });
        images.forEach((image, i) =>
          assertLikeReference(image, cloud, cameras[i], { preset, rounding })
        );
      },
    });
  }
}

const dense = testScenes().find(({ name }) => name === "dense")!.cloud;
const huge = testScenes().find(({ name }) => name === "huge")!.cloud;
const harmonics = testScenes().find(({ name }) => name === "harmonics")!.cloud;

Deno.test({
  name: "CpuRenderer draws the same pixels whatever the number of workers",
  ignore,
  async fn() {
    const cameras = Array.from({ length: 5 }, (_, i) => cameraOf(150, 90, i * 70));
    const pictures: Image[][] = [];
    for (const workers of [1, 2, 5]) {
      await using renderer = new CpuRenderer({ workers });
      const many = await renderer.render(dense, cameras);
      const one = await renderer.render(harmonics, cameras.slice(0, 1));
      pictures.push([...many, ...one]);
    }
    assert.deepEqual(pictures[1], pictures[0]);
    assert.deepEqual(pictures[2], pictures[0]);
  },
});

Deno.test({
  name: "CpuRenderer draws the same pixels when its lists of tiles do not fit at once",
  ignore,
  async fn() {
    const cameras = [cameraOf(200, 120), cameraOf(120, 200, 90)];
    for (const cloud of [dense, huge]) {
      await using roomy = new CpuRenderer({ workers: 1, listEntriesPerGaussian: 500 });
      await using tight = new CpuRenderer({ workers: 2, listEntriesPerGaussian: 1 });
      assert.deepEqual(await tight.render(cloud, cameras), await roomy.render(cloud, cameras));
    }
  },
});

for (const [width, height] of [[1, 1], [3, 2], [16, 8], [17, 9], [131, 67], [64, 300]]) {
  Deno.test({
    name: `CpuRenderer draws pictures of ${width} x ${height} pixels`,
    ignore,
    async fn() {
      await using renderer = new CpuRenderer({ workers: 1 });
      const camera = cameraOf(width, height);
      const [image] = await renderer.render(dense, [camera]);
      assert.equal(image.rgba.length, width * height * 4);
      assertLikeReference(image, dense, camera, {});
    },
  });
}

Deno.test({
  name: "CpuRenderer draws pictures of different sizes in one call",
  ignore,
  async fn() {
    await using renderer = new CpuRenderer({ workers: 2 });
    const cameras = [cameraOf(40, 30), cameraOf(200, 100), cameraOf(8, 150)];
    const images = await renderer.render(dense, cameras);
    images.forEach((image, i) => assertLikeReference(image, dense, cameras[i], {}));
  },
});

Deno.test({
  name: "CpuRenderer puts the background behind and the coverage in channel A",
  ignore,
  async fn() {
    await using renderer = new CpuRenderer({ workers: 1 });
    const options = { background: [0.2, 0.9, 0.4], coverage: true } as const;
    const camera = sceneCamera(96);
    const [image] = await renderer.render(huge, [camera], options);
    assertLikeReference(image, huge, camera, options);
    const expected = toImage(renderReference(huge, camera, options), "truncate", true);
    for (let i = 3; i < image.rgba.length; i += 4) {
      assert.ok(Math.abs(image.rgba[i] - expected.rgba[i]) <= 1);
    }
  },
});

Deno.test({
  name: "CpuRenderer draws nothing for a cloud of nothing and for one that is not finite",
  ignore,
  async fn() {
    await using renderer = new CpuRenderer({ workers: 1 });
    const camera = cameraOf(20, 20);
    const broken = structuredClone(testScenes()[0].cloud);
    for (let i = 0; i < broken.count; i++) {
      const values = [broken.positions, broken.logScales, broken.shDc][i % 3];
      values[i * 3 + 1] = [NaN, Infinity, -NaN][i % 3];
    }
    for (const cloud of [emptyCloud(0), broken]) {
      const [image] = await renderer.render(cloud, [camera]);
      assert.ok(image.rgba.every((value) => value === 255));
    }
    assert.deepEqual(await renderer.render(broken, []), []);
  },
});

Deno.test({
  name: "CpuRenderer draws Gaussians of equal depth in the order of the cloud",
  ignore,
  async fn() {
    const colors = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [0, 1, 1]];
    const cloud = cloudFromActivated({
      positions: colors.flatMap(() => [0, 0, 0]),
      scales: colors.flatMap(() => [0.3, 0.3, 0.3]),
      opacities: colors.map(() => 0.8),
      colors: colors.flat(),
    });
    await using renderer = new CpuRenderer({ workers: 1 });
    const camera = cameraOf(64, 64);
    const [image] = await renderer.render(cloud, [camera]);
    assertLikeReference(image, cloud, camera, {});
    const middle = image.rgba.subarray((32 * 64 + 32) * 4, (32 * 64 + 32) * 4 + 3);
    assert.ok(middle[0] > middle[1] && middle[1] > middle[2]);
  },
});

Deno.test({
  name: "CpuRenderer answers several calls at once, each with its own cloud",
  ignore,
  async fn() {
    await using renderer = new CpuRenderer({ workers: 2 });
    const camera = cameraOf(80, 80);
    const clouds = [dense, huge, harmonics, dense];
    const answers = await Promise.all(clouds.map((cloud) => renderer.render(cloud, [camera])));
    answers.forEach(([image], i) => assertLikeReference(image, clouds[i], camera, {}));
  },
});

Deno.test({
  name: "CpuRenderer stops when its signal aborts, and draws the next call",
  ignore,
  async fn() {
    await using renderer = new CpuRenderer({ workers: 1 });
    const cameras = Array.from({ length: 60 }, (_, i) => cameraOf(200, 200, i * 6));
    const caller = new AbortController();
    const reason = new Error("no longer needed");
    // The renderer listens from when it begins to draw, and hears of nothing before it waits.
    const listen = caller.signal.addEventListener.bind(caller.signal);
    caller.signal.addEventListener = (...heard: Parameters<typeof listen>) => {
      listen(...heard);
      queueMicrotask(() => caller.abort(reason));
    };
    await assert.rejects(renderer.render(dense, cameras, { signal: caller.signal }), reason);
    await assert.rejects(renderer.render(dense, cameras, { signal: caller.signal }), reason);
    const [image] = await renderer.render(dense, cameras.slice(0, 1));
    assertLikeReference(image, dense, cameras[0], {});
  },
});

Deno.test({
  name: "CpuRenderer draws nothing when its signal aborts while its workers start",
  ignore,
  async fn() {
    await using renderer = new CpuRenderer({ workers: 1 });
    const caller = new AbortController();
    const told: string[] = [];
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message: { kind: string }) {
      told.push(message.kind);
      postMessage.call(this, message);
      caller.abort();
    };
    try {
      const stopped = renderer.render(dense, [cameraOf(8, 8)], { signal: caller.signal });
      await assert.rejects(stopped, { name: "AbortError" });
    } finally {
      Worker.prototype.postMessage = postMessage;
    }
    assert.deepEqual(told, ["start"]);
  },
});

Deno.test({
  name: "CpuRenderer draws the next call when its workers could not be started for one",
  ignore,
  async fn() {
    await using renderer = new CpuRenderer({ workers: 1 });
    const { Worker } = globalThis;
    globalThis.Worker = function () {
      throw new Error("no thread is left");
    } as unknown as typeof Worker;
    try {
      await assert.rejects(renderer.render(dense, [cameraOf(8, 8)]), /no thread is left/);
    } finally {
      globalThis.Worker = Worker;
    }
    assert.equal((await renderer.render(dense, [cameraOf(8, 8)])).length, 1);
  },
});

Deno.test({
  name: "CpuRenderer refuses to draw after its end, and to have no workers",
  ignore,
  async fn() {
    const renderer = new CpuRenderer({ workers: 1 });
    await renderer[Symbol.asyncDispose]();
    await assert.rejects(renderer.render(dense, [cameraOf(8, 8)]), TypeError);
    assert.throws(() => new CpuRenderer({ workers: 0 }), RangeError);
  },
});

Deno.test({
  name: "CpuRenderer draws 200 000 Gaussians from 16 sides with two workers in under 100 MiB",
  ignore,
  async fn() {
    const cloud = mergeClouds(new Array<GaussianCloud>(10).fill(dense));
    assert.equal(cloud.count, 200_000);
    const times: CpuRenderTimes[] = [];
    await using renderer = new CpuRenderer({ workers: 2, onTimes: (time) => times.push(time) });
    const cameras = Array.from({ length: 16 }, (_, i) => cameraOf(512, 512, i * 22.5));
    const images = await renderer.render(cloud, cameras);
    assert.equal(images.length, 16);
    assert.ok(times[0].memoryBytes < 100 * 2 ** 20, `${times[0].memoryBytes} bytes`);
  },
});

// The optional data folder beside the checkout.
const DATA = new URL("../../../../../shared/data/splats/", import.meta.url);

function readData(name: string): Uint8Array | undefined {
  if (ignore) return undefined;
  try {
    return Deno.readFileSync(new URL(name, DATA));
  } catch {
    return undefined; // The names of the tests say that they are skipped.
  }
}

const skipped = (bytes: unknown) => bytes ? "" : " (skipped: no data folder beside the checkout)";

for (const name of ["hamburger.ply", "monkey.ply"]) {
  const bytes = readData(name);
  Deno.test({
    name: `CpuRenderer draws the real ${name} as the reference does${skipped(bytes)}`,
    ignore: bytes === undefined,
    async fn() {
      const cloud = decodePly(bytes!);
      await using renderer = new CpuRenderer({ workers: 2 });
      const cameras = Array.from({ length: 4 }, (_, i) => cameraOf(518, 518, i * 90 + 12));
      const images = await renderer.render(cloud, cameras);
      images.forEach((image, i) => assertLikeReference(image, cloud, cameras[i], {}));
    },
  });
}

const hamburger = readData("hamburger.ply");
const picture = readData("hamburger_render_reference.png");
Deno.test({
  name: `CpuRenderer draws the hamburger as the original's CUDA renderer did${skipped(picture)}`,
  ignore: hamburger === undefined || picture === undefined,
  async fn() {
    await using renderer = new CpuRenderer({ workers: 2 });
    const camera = orbitCamera({
      elevationDegrees: 0,
      azimuthDegrees: 45,
      radius: 3,
      width: 1080,
      height: 1080,
    });
    const [image] = await renderer.render(decodePly(hamburger!), [camera]);
    const decibels = psnr(image, decodePng(picture!));
    assert.ok(decibels >= 40, `${decibels.toFixed(1)} dB`);
  },
});
