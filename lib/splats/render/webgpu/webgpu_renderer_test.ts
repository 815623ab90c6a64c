import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Camera,
  cloudFromActivated,
  decodePly,
  decodePng,
  emptyCloud,
  type GaussianCloud,
  type Image,
  mergeClouds,
  orbitCamera,
  psnr,
  viewCameras,
} from "../../mod.ts";
import { arbitraryCloud, sceneCamera, testScenes, tinyCloud } from "../../testing/mod.ts";
import { renderReference, toImage } from "../reference.ts";
import type { RenderImageOptions } from "../splat_renderer.ts";
import { openWebGpuRenderer } from "./webgpu_renderer.ts";

/** Least likeness to the reference on the pixels that the cloud covers, decibels. */
const LEAST_PSNR = 55;

// One device for most tests: software drivers take long to open it.
const opened = await openWebGpuRenderer({ allowSoftware: true });
const ignore = opened === undefined;
const why = ignore ? " (skipped: no WebGPU adapter, not even in software)" : "";
const shared = opened!;

function test(name: string, fn: () => void | Promise<void>) {
  Deno.test({ name: name + why, ignore, fn });
}

async function open(options: { readonly memoryBytes?: number } = {}) {
  const renderer = await openWebGpuRenderer({ allowSoftware: true, ...options });
  assert.ok(renderer);
  return renderer;
}

function assertAlike(
  found: Image,
  cloud: GaussianCloud,
  camera: Camera,
  options: RenderImageOptions = {},
) {
  const reference = renderReference(cloud, camera, options);
  const expected = toImage(reference, options.rounding ?? "truncate", options.coverage);
  const decibels = psnr(found, expected, (pixel) => reference.alpha[pixel] > 0);
  assert.ok(decibels >= LEAST_PSNR, `${decibels.toFixed(1)} dB`);
}

const scenes = testScenes();

function sceneCloud(wanted: typeof scenes[number]["name"]): GaussianCloud {
  return scenes.find(({ name }) => name === wanted)!.cloud;
}

for (const { name, cloud } of scenes) {
  for (const preset of ["gsplat-1.5.3", "inria"] as const) {
    test(`WebGpuRenderer draws the scene "${name}" as the reference does (${preset})`, async () => {
      const options = { rounding: "round", preset, background: [0, 0.5, 1] } as const;
      const [found] = await shared.render(cloud, [sceneCamera(96)], options);
      assertAlike(found, cloud, sceneCamera(96), options);
    });
  }
}

test("WebGpuRenderer draws any cloud as the reference does", async () => {
  const camera = sceneCamera(40);
  await fc.assert(
    fc.asyncProperty(arbitraryCloud({ extent: 3, maxCount: 60 }), async (cloud) => {
      const [found] = await shared.render(cloud, [camera], { rounding: "round" });
      assertAlike(found, cloud, camera, { rounding: "round" });
    }),
    // Of one seed: Gaussians that chance puts nearer than a float32 can tell may change places.
    { numRuns: 30, seed: 17 },
  );
});

test("WebGpuRenderer draws views of different sizes in one submission, in order", async () => {
  const cloud = sceneCloud("sparse");
  const cameras = [sceneCamera(33), ...viewCameras("ring", { sizePixels: 50 }).slice(0, 3)];
  const oblong = orbitCamera({
    elevationDegrees: 20,
    azimuthDegrees: 200,
    radius: 3,
    width: 70,
    height: 20,
  });
  const all = [...cameras, oblong];
  const images = await shared.render(cloud, all);
  assert.equal(shared.lastTimings?.submissions, 1);
  all.forEach((camera, i) => {
    assert.deepEqual([images[i].width, images[i].height], [camera.width, camera.height]);
    assertAlike(images[i], cloud, camera);
  });
});

test("WebGpuRenderer keeps the order of the cloud where depths are equal", async () => {
  // 5000 opaque balls in one place, and as many side by side in a plane across the view: only the
  // first of each may be seen, from any side that looks along an axis or not.
  const count = 5000;
  const hues = Array.from({ length: count * 3 }, (_, i) => ((i * 7919) % 256) / 255);
  const stack = (place: (i: number) => number[]) =>
    cloudFromActivated({
      positions: Array.from({ length: count }, (_, i) => place(i)).flat(),
      scales: new Array(count * 3).fill(0.2),
      opacities: new Array(count).fill(0.95),
      colors: hues,
    });
  const inOnePlace = stack(() => [0.1, 0.2, 0.3]);
  const inOnePlane = stack((i) => [(i % 71) / 71 - 0.5, Math.floor(i / 71) / 71 - 0.5, 0]);
  const ahead = orbitCamera({
    elevationDegrees: 0,
    azimuthDegrees: 0,
    radius: 2,
    width: 64,
    height: 64,
  });
  const cases = [[inOnePlace, ahead], [inOnePlace, sceneCamera(64)], [inOnePlane, ahead]] as const;
  for (const [cloud, camera] of cases) {
    const [found] = await shared.render(cloud, [camera]);
    assertAlike(found, cloud, camera);
  }
});

test("WebGpuRenderer fills pixels as the presets say, to the last Gaussian", async () => {
  const wall = (z: number, color: number[]) =>
    cloudFromActivated({
      positions: [0, 0, z],
      scales: [9, 9, 0.01],
      opacities: [1],
      colors: color,
    });
  const cloud = mergeClouds([wall(0.3, [1, 0, 0]), wall(0.2, [0, 1, 0]), wall(0.1, [0, 0, 1])]);
  for (const preset of ["gsplat-1.5.3", "inria"] as const) {
    const options = { preset, rounding: "round", coverage: true, background: [0, 0, 0] } as const;
    const [found] = await shared.render(cloud, [sceneCamera(16)], options);
    const expected = toImage(renderReference(cloud, sceneCamera(16), options), "round", true);
    assert.deepEqual(found, expected);
  }
});

test("WebGpuRenderer draws white before white as white", async () => {
  const { count, positions } = sceneCloud("dense");
  const cloud = cloudFromActivated({
    positions,
    scales: new Float32Array(count * 3).fill(0.03),
    opacities: new Float32Array(count).fill(0.7),
    colors: new Float32Array(count * 3).fill(1),
  });
  const [{ rgba }] = await shared.render(cloud, [sceneCamera(64)]);
  assert.ok(rgba.every((value) => value === 255));
});

test("WebGpuRenderer makes room when a view has more entries than it expected", async () => {
  const cloud = sceneCloud("huge");
  // 30 Gaussians over 4096 tiles: beyond the 65536 entries that there is room for.
  const cameras = [sceneCamera(64), sceneCamera(1024)];
  const images = await shared.render(cloud, cameras);
  assert.equal(shared.lastTimings?.submissions, 2);
  cameras.forEach((camera, i) => assertAlike(images[i], cloud, camera));
  await shared.render(cloud, cameras);
  assert.equal(shared.lastTimings?.submissions, 1, "the second time it knows");
});

test("WebGpuRenderer draws the same with hardly any memory, in parts", async () => {
  const cloud = sceneCloud("huge");
  const cameras = [sceneCamera(200), sceneCamera(90)];
  const expected = await shared.render(cloud, cameras, { coverage: true });
  await using renderer = await open({ memoryBytes: 40_000 });
  assert.deepEqual(await renderer.render(cloud, cameras, { coverage: true }), expected);
  assert.ok(renderer.lastTimings!.submissions > cameras.length);
});

test("WebGpuRenderer draws more views than one submission holds", async () => {
  const cameras = Array.from({ length: 70 }, (_, i) => sceneCamera(8 + i % 5));
  const images = await shared.render(tinyCloud(), cameras, { background: [0, 0, 0] });
  assert.equal(shared.lastTimings?.submissions, 2);
  const alone = await Promise.all(
    cameras.slice(0, 5).map((camera) =>
      shared.render(tinyCloud(), [camera], { background: [0, 0, 0] })
    ),
  );
  images.forEach((image, i) => assert.deepEqual(image, alone[i % 5][0]));
});

test("WebGpuRenderer gives the coverage in channel A when asked", async () => {
  const camera = sceneCamera(40);
  const alphaOf = ({ rgba }: Image) => rgba.filter((_, i) => i % 4 === 3);
  const [opaque] = await shared.render(tinyCloud(), [camera]);
  assert.ok(alphaOf(opaque).every((value) => value === 255));
  const [found] = await shared.render(tinyCloud(), [camera], { coverage: true });
  const expected = alphaOf(toImage(renderReference(tinyCloud(), camera), "truncate", true));
  alphaOf(found).forEach((value, i) => assert.ok(Math.abs(value - expected[i]) <= 1));
});

test("WebGpuRenderer draws nothing of what is empty or not finite", async () => {
  const broken = (change: (cloud: GaussianCloud) => void) => {
    const cloud = tinyCloud();
    change(cloud);
    return cloud;
  };
  const clouds = [
    emptyCloud(0, 3),
    broken(({ positions }) => positions.fill(NaN)),
    broken(({ positions }) => positions.fill(1e38)),
    broken(({ logScales }) => logScales.fill(NaN)),
    broken(({ logScales }) => logScales.fill(Infinity)),
    broken(({ rotations }) => rotations.fill(-Infinity)),
    broken(({ opacityLogits }) => opacityLogits.fill(NaN)),
    broken(({ opacityLogits }) => opacityLogits.fill(-Infinity)),
    broken(({ shDc }) => shDc.fill(NaN)),
    { ...tinyCloud(), shDegree: 1, shRest: new Float32Array(27).fill(NaN) } as const,
  ];
  for (const [i, cloud] of clouds.entries()) {
    const [{ rgba }] = await shared.render(cloud, [sceneCamera(16)]);
    assert.ok(rgba.every((value) => value === 255), `cloud ${i}`);
  }
  assert.deepEqual(await shared.render(tinyCloud(), []), []);
});

test("WebGpuRenderer takes extreme values as the reference does", async () => {
  const cloud = tinyCloud();
  cloud.opacityLogits.set([Infinity, 300], 0);
  cloud.logScales.set([-Infinity, -200, -3], 0);
  cloud.rotations.set([1e30, 1e30, 0, 0, 0, 0, 0, 0, 1e-30, 0, 0, 1e-30], 0);
  const [found] = await shared.render(cloud, [sceneCamera(64)]);
  assertAlike(found, cloud, sceneCamera(64));
});

test("WebGpuRenderer serves calls one after another and stops when told to", async () => {
  const sizes = [16, 24, 32];
  const answers = await Promise.all(
    sizes.map((size) => shared.render(tinyCloud(), [sceneCamera(size)])),
  );
  assert.deepEqual(answers.map(([image]) => image.width), sizes);
  const signal = AbortSignal.abort(new Error("enough"));
  await assert.rejects(shared.render(tinyCloud(), [sceneCamera(8)], { signal }), /enough/);
});

test("WebGpuRenderer tells how long the GPU worked where the device can", async () => {
  await shared.render(tinyCloud(), [sceneCamera(32)]);
  const { stagesMs, gpuMs, wallMs, entries } = shared.lastTimings!;
  assert.ok(wallMs > 0 && entries > 0);
  if (stagesMs) {
    assert.deepEqual(
      Object.keys(stagesMs),
      ["project", "sortByDepth", "listTiles", "sortByTile", "draw"],
    );
    assert.ok(gpuMs! > 0 && Object.values(stagesMs).every((ms) => ms >= 0));
  }
});

test("WebGpuRenderer fails by name when its device is lost, and opens another", async () => {
  const devices: GPUDevice[] = [];
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (...parameters) {
    const device = await requestDevice.apply(this, parameters);
    devices.push(device);
    return device;
  };
  try {
    await using renderer = await open();
    const [before] = await renderer.render(tinyCloud(), [sceneCamera(16)]);
    const failure = renderer.render(tinyCloud(), [sceneCamera(16)]);
    // Lost while it works: after the call has begun, before its pictures can be there.
    await Promise.resolve();
    devices[0].destroy();
    await assert.rejects(failure, { name: "WebGpuError", fault: "lost" });
    const [after] = await renderer.render(tinyCloud(), [sceneCamera(16)]);
    assert.deepEqual(after, before);
    assert.equal(devices.length, 2);
    // Lost while it waits: the next call does not even notice.
    devices[1].destroy();
    await devices[1].lost;
    assert.deepEqual(await renderer.render(tinyCloud(), [sceneCamera(16)]), [before]);
    assert.equal(devices.length, 3);
  } finally {
    GPUAdapter.prototype.requestDevice = requestDevice;
  }
});

test("WebGpuRenderer does not draw once it is disposed", async () => {
  const renderer = await open();
  await renderer[Symbol.asyncDispose]();
  await assert.rejects(renderer.render(tinyCloud(), [sceneCamera(8)]), /was disposed/);
});

Deno.test("openWebGpuRenderer() says what it chose, and takes no software unless allowed", async () => {
  const lines: string[] = [];
  const renderer = await openWebGpuRenderer({ onChoice: (line) => lines.push(line) });
  assert.equal(lines.length, 1);
  assert.match(
    lines[0],
    renderer
      ? /^WebGPU renderer on (?!.*in software)/
      : /^No WebGPU renderer: (no adapter|the only adapter is software|this runtime has no)/,
  );
  await renderer?.[Symbol.asyncDispose]();
});

const folder = new URL("../../../../../shared/data/splats/", import.meta.url);
const hasSplats = (() => {
  try {
    return Deno.statSync(new URL("hamburger.ply", folder)).isFile;
  } catch {
    return false; // Absent, or no permission to look.
  }
})();

Deno.test({
  name: "WebGpuRenderer draws the hamburger as the original's CUDA renderer did, 80 dB or more" +
    why + (hasSplats ? "" : " (skipped: no optional data folder beside the checkout)"),
  ignore: ignore || !hasSplats,
  fn: async () => {
    const cloud = decodePly(await Deno.readFile(new URL("hamburger.ply", folder)));
    const expected = decodePng(
      await Deno.readFile(new URL("hamburger_render_reference.png", folder)),
    );
    const camera = orbitCamera({
      elevationDegrees: 0,
      azimuthDegrees: 45,
      radius: 3,
      width: 1080,
      height: 1080,
    });
    const [found] = await shared.render(cloud, [camera]);
    const decibels = psnr(found, expected);
    assert.ok(decibels >= 80, `${decibels.toFixed(1)} dB`);
  },
});

// Runs last: gives the shared device back.
Deno.test({
  name: "WebGpuRenderer gives its device back" + why,
  ignore,
  fn: () => shared[Symbol.asyncDispose](),
});
