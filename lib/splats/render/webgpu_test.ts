import assert from "node:assert/strict";
import {
  decodePly,
  emptyCloud,
  filterCloud,
  type Image,
  orbitCamera,
  psnr,
  viewCameras,
} from "../mod.ts";
import { sceneCamera, testScenes, tinyCloud } from "../testing/mod.ts";
import { openWebGpuRenderer, renderReference, toImage } from "./mod.ts";

/** Least likeness to the reference on the pixels that the cloud covers, decibels. */
const LEAST_PSNR = 55;

// One device for all tests: opening it takes a while, and software drivers talk on stderr each time.
const opened = await openWebGpuRenderer({ allowSoftware: true });
const ignore = opened === undefined;
const why = ignore ? " (skipped: no WebGPU adapter, not even in software)" : "";
const renderer = opened!;

function test(name: string, fn: () => Promise<void>) {
  Deno.test({ name: name + why, ignore, fn });
}

const scenes = testScenes();
for (const { name, cloud } of scenes) {
  test(`WebGpuRenderer draws the scene "${name}" as the reference does`, async () => {
    const camera = sceneCamera(96);
    const [found] = await renderer.render(cloud, [camera], { rounding: "round" });
    const reference = renderReference(cloud, camera);
    const decibels = psnr(
      found,
      toImage(reference, "round"),
      (pixel) => reference.alpha[pixel] > 0,
    );
    assert.ok(decibels >= LEAST_PSNR, `${decibels.toFixed(1)} dB`);
  });
}

test("WebGpuRenderer draws views of different sizes in one call, in order", async () => {
  const cloud = scenes.find(({ name }) => name === "sparse")!.cloud;
  const cameras = [sceneCamera(33), ...viewCameras("ring", { sizePixels: 50 }).slice(0, 3)];
  const images = await renderer.render(cloud, cameras, {
    preset: "inria",
    background: [0, 0.5, 1],
  });
  cameras.forEach((camera, i) => {
    const reference = renderReference(cloud, camera, { preset: "inria", background: [0, 0.5, 1] });
    assert.ok(psnr(images[i], toImage(reference, "truncate")) >= LEAST_PSNR, `view ${i}`);
  });
});

test("WebGpuRenderer makes room when a view has more entries than it expected", async () => {
  const cloud = scenes.find(({ name }) => name === "huge")!.cloud;
  // 30 Gaussians over most of 4096 tiles: beyond the 65536 entries that there is room for.
  const cameras = [sceneCamera(64), sceneCamera(1024)];
  const images = await renderer.render(cloud, cameras, { rounding: "round" });
  const reference = renderReference(cloud, cameras[1]);
  assert.ok(psnr(images[1], toImage(reference, "round")) >= LEAST_PSNR);
  assert.equal(images[0].width, 64);
});

test("WebGpuRenderer gives the coverage in channel A when asked", async () => {
  const camera = sceneCamera(40);
  const alphaOf = ({ rgba }: Image) => rgba.filter((_, i) => i % 4 === 3);
  const [opaque] = await renderer.render(tinyCloud(), [camera]);
  assert.ok(alphaOf(opaque).every((value) => value === 255));
  const [found] = await renderer.render(tinyCloud(), [camera], { coverage: true });
  const expected = alphaOf(toImage(renderReference(tinyCloud(), camera), "truncate", true));
  alphaOf(found).forEach((value, i) => assert.ok(Math.abs(value - expected[i]) <= 1));
});

test("WebGpuRenderer draws nothing of what is empty or not finite", async () => {
  const broken = tinyCloud();
  broken.positions.fill(NaN, 0, 3);
  broken.logScales.fill(Infinity, 3, 6);
  broken.shDc.fill(NaN, 6, 9);
  const only = filterCloud(tinyCloud(), () => false);
  for (const cloud of [broken, only, emptyCloud(0, 3)]) {
    const [{ rgba }] = await renderer.render(cloud, [sceneCamera(16)]);
    assert.ok(rgba.every((value) => value === 255));
  }
  assert.deepEqual(await renderer.render(tinyCloud(), []), []);
});

test("WebGpuRenderer serves calls one after another and stops when told to", async () => {
  const sizes = [16, 24, 32];
  const results = await Promise.all(
    sizes.map((size) => renderer.render(tinyCloud(), [sceneCamera(size)])),
  );
  assert.deepEqual(results.map(([image]) => image.width), sizes);
  const signal = AbortSignal.abort(new Error("enough"));
  await assert.rejects(renderer.render(tinyCloud(), [sceneCamera(8)], { signal }), /enough/);
});

Deno.test("openWebGpuRenderer() says what it chose, and takes no software unless allowed", async () => {
  const lines: string[] = [];
  const found = await openWebGpuRenderer({ onChoice: (line) => lines.push(line) });
  assert.equal(lines.length, 1);
  if (found) assert.match(lines[0], /^WebGPU renderer on /);
  else {assert.match(
      lines[0],
      /^No WebGPU renderer: (no adapter|the only adapter is software|this)/,
    );}
  await found?.[Symbol.asyncDispose]();
});

const folder = new URL("../../../../shared/data/splats/", import.meta.url);
const hasSplats = (() => {
  try {
    return Deno.statSync(new URL("hamburger.ply", folder)).isFile;
  } catch {
    return false; // Absent, or no permission to look.
  }
})();

Deno.test({
  name: "WebGpuRenderer draws the hamburger as the reference does" + why +
    (hasSplats ? "" : " (skipped: no optional data folder beside the checkout)"),
  ignore: ignore || !hasSplats,
  fn: async () => {
    const cloud = decodePly(await Deno.readFile(new URL("hamburger.ply", folder)));
    const camera = orbitCamera({
      elevationDegrees: 0,
      azimuthDegrees: 45,
      radius: 3,
      width: 260,
      height: 260,
    });
    const [found] = await renderer.render(cloud, [camera]);
    const reference = renderReference(cloud, camera);
    const decibels = psnr(found, toImage(reference, "truncate"), (i) => reference.alpha[i] > 0);
    assert.ok(decibels >= LEAST_PSNR, `${decibels.toFixed(1)} dB`);
  },
});

test("WebGpuRenderer renders no more once it was given back", async () => {
  await renderer[Symbol.asyncDispose]();
  await assert.rejects(renderer.render(tinyCloud(), [sceneCamera(8)]), /Cannot render with WebGPU/);
});
