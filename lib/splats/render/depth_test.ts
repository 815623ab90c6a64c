import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import {
  type Camera,
  cloudFromActivated,
  decodePly,
  emptyCloud,
  mergeClouds,
  orbitCamera,
} from "../mod.ts";
import { sceneCamera, testScenes, tinyCloud } from "../testing/mod.ts";
import {
  CpuRenderer,
  depthImage,
  openWebGpuRenderer,
  ReferenceRenderer,
  type RenderedImage,
  type SplatRenderer,
} from "./mod.ts";

// One device for all tests: software drivers take long to open it.
const webgpu = await openWebGpuRenderer({ allowSoftware: true });
// Modules of workers are read from disk.
const canDraw = granted("read");

/** The backends that this machine has, each for one run. */
function openBackends(): Record<string, SplatRenderer> {
  return {
    reference: new ReferenceRenderer(),
    ...(canDraw ? { cpu: new CpuRenderer({ workers: 2 }) } : {}),
    ...(webgpu ? { webgpu } : {}),
  };
}

async function close(backends: Record<string, SplatRenderer>): Promise<void> {
  for (const renderer of Object.values(backends)) {
    if (renderer !== webgpu) await renderer[Symbol.asyncDispose]();
  }
}

/** Two pictures differ on average and at the worst pixel; depths in parts of the depth. */
interface Difference {
  readonly meanDepth: number;
  readonly worstDepth: number;
  readonly meanAlpha: number;
  readonly worstAlpha: number;
}

/** Compares depths where half or more is covered, where they mean something, and all coverage. */
function differenceOf(a: RenderedImage, b: RenderedImage): Difference {
  const depths: number[] = [];
  const alphas: number[] = [];
  a.alpha!.forEach((alpha, i) => {
    alphas.push(Math.abs(alpha - b.alpha![i]));
    if (alpha >= 0.5) depths.push(Math.abs(a.depth![i] - b.depth![i]) / b.depth![i]);
  });
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const worst = (values: number[]) => values.reduce((most, value) => Math.max(most, value), 0);
  assert.ok(depths.length > 0, "the cloud covers something");
  return {
    meanDepth: mean(depths),
    worstDepth: worst(depths),
    meanAlpha: mean(alphas),
    worstAlpha: worst(alphas),
  };
}

/**
 * Most that two backends may differ by. A Gaussian at one of the thresholds may count here and not
 * there: 1/255 of one pixel's coverage. Measured: 4.5e-4, 1.2e-5, 3.9e-3 and 4.2e-6.
 */
const MOST: Difference = {
  worstDepth: 1e-3,
  meanDepth: 2e-5,
  worstAlpha: 4e-3,
  meanAlpha: 1e-5,
};

async function assertAgreement(
  cloud: Parameters<SplatRenderer["render"]>[0],
  cameras: readonly Camera[],
  preset: "gsplat-1.5.3" | "inria",
): Promise<void> {
  const backends = openBackends();
  try {
    const answers: [string, RenderedImage[]][] = [];
    for (const [name, renderer] of Object.entries(backends)) {
      answers.push([name, await renderer.render(cloud, cameras, { preset, depth: true })]);
    }
    for (const [i, [one, pictures]] of answers.entries()) {
      for (const [other, others] of answers.slice(0, i)) {
        pictures.forEach((picture, view) => {
          const found = differenceOf(picture, others[view]);
          for (const key of Object.keys(MOST) as (keyof Difference)[]) {
            assert.ok(
              found[key] <= MOST[key],
              `${one}, ${other}, view ${view}: ${key} ${found[key]}`,
            );
          }
        });
      }
    }
  } finally {
    await close(backends);
  }
}

const why = (webgpu ? "" : " (without webgpu: no adapter)") + (canDraw ? "" : " (without cpu)");
const scenes = testScenes();

function cameraFrom(azimuthDegrees: number, width: number, height = width): Camera {
  return orbitCamera({ elevationDegrees: -15, azimuthDegrees, radius: 2.5, width, height });
}

for (const { name, cloud } of scenes) {
  for (const preset of ["gsplat-1.5.3", "inria"] as const) {
    Deno.test(`every two backends see "${name}" as deep and as covered (${preset})${why}`, () =>
      assertAgreement(cloud, [sceneCamera(160), cameraFrom(200, 160)], preset));
  }
}

/** Three walls that nothing can be seen through, one behind the other. */
const walls = mergeClouds(
  [0.3, 0.2, 0.1].map((z) =>
    cloudFromActivated({
      positions: [0, 0, z],
      scales: [9, 9, 0.01],
      opacities: [1],
      colors: [1, 0, 0],
    })
  ),
);
const ahead = orbitCamera({
  elevationDegrees: 0,
  azimuthDegrees: 0,
  radius: 2,
  width: 16,
  height: 16,
});

Deno.test(`every backend stops at the same Gaussian as the presets say${why}`, async () => {
  const backends = openBackends();
  const middle = 8 * 16 + 8;
  try {
    for (const renderer of Object.values(backends)) {
      for (const [preset, most] of [["gsplat-1.5.3", 0.999], ["inria", 0.99]] as const) {
        const [{ alpha, depth }] = await renderer.render(walls, [ahead], { depth: true, preset });
        assert.ok(Math.abs(alpha![middle] - most) < 1e-5);
        assert.ok(Math.abs(depth![middle] - 1.7) < 1e-5, "the first wall alone");
      }
    }
  } finally {
    await close(backends);
  }
});

Deno.test(`no backend sees a depth where nothing is${why}`, async () => {
  const backends = openBackends();
  try {
    for (const renderer of Object.values(backends)) {
      const [{ depth, alpha }] = await renderer.render(tinyCloud(), [cameraFrom(0, 70, 40)], {
        depth: true,
      });
      assert.equal(depth!.length, 70 * 40);
      assert.ok(depth!.every((value, i) => (value === 0) === (alpha![i] === 0)));
      assert.ok(alpha!.some((value) => value === 0) && alpha!.some((value) => value > 0));
      const [nothing] = await renderer.render(emptyCloud(0), [ahead], { depth: true });
      assert.ok(nothing.depth!.every((value) => value === 0));
      assert.ok(nothing.alpha!.every((value) => value === 0));
    }
  } finally {
    await close(backends);
  }
});

Deno.test(`every backend draws the same colours with depths, and has none unasked${why}`, async () => {
  const backends = openBackends();
  const { cloud } = scenes[0];
  const cameras = [cameraFrom(0, 50, 37), cameraFrom(90, 33, 64)];
  try {
    for (const renderer of Object.values(backends)) {
      const plain = await renderer.render(cloud, cameras, { coverage: true });
      assert.ok(plain.every((picture) => !("depth" in picture) && !("alpha" in picture)));
      const deep = await renderer.render(cloud, cameras, { coverage: true, depth: true });
      deep.forEach(({ rgba, alpha, width, height }, i) => {
        // A GPU's compiler may round the other shader otherwise.
        const most = renderer === webgpu ? 1 : 0;
        assert.ok(rgba.every((value, k) => Math.abs(value - plain[i].rgba[k]) <= most));
        assert.deepEqual([width, height], [cameras[i].width, cameras[i].height]);
        const channel = alpha!.map((_, pixel) => rgba[pixel * 4 + 3]);
        assert.deepEqual(alpha!.map((value) => Math.floor(Math.fround(value * 255))), channel);
      });
    }
  } finally {
    await close(backends);
  }
});

Deno.test({
  name: "CpuRenderer gives the same depths, bit by bit, whatever the workers and the room",
  ignore: !canDraw,
  async fn() {
    const { cloud } = scenes.find(({ name }) => name === "dense")!;
    // The large ones do not fit in one batch.
    const sizes = [[150, 90], [150, 90], [40, 200], [1500, 1200], [1500, 1200]];
    const cameras = sizes.map(([width, height], i) => cameraFrom(i * 70, width, height));
    const answers: RenderedImage[][] = [];
    for (
      const options of [{ workers: 1 }, { workers: 3 }, { workers: 2, listEntriesPerGaussian: 1 }]
    ) {
      await using renderer = new CpuRenderer(options);
      answers.push(await renderer.render(cloud, cameras, { depth: true }));
    }
    const [first, ...others] = answers;
    for (const pictures of others) {
      pictures.forEach(({ rgba, depth, alpha }, i) => {
        assert.ok(sameBytes(rgba, first[i].rgba));
        assert.ok(sameBytes(depth!, first[i].depth!));
        assert.ok(sameBytes(alpha!, first[i].alpha!));
      });
    }
  },
});

Deno.test({
  name: "WebGpuRenderer gives the same depths in parts, with hardly any memory" +
    (webgpu ? "" : " (skipped: no WebGPU adapter, not even in software)"),
  ignore: !webgpu,
  async fn() {
    const { cloud } = scenes.find(({ name }) => name === "huge")!;
    const cameras = [cameraFrom(10, 90, 200), cameraFrom(70, 90)];
    const whole = await webgpu!.render(cloud, cameras, { depth: true });
    await using poor = (await openWebGpuRenderer({ allowSoftware: true, memoryBytes: 40_000 }))!;
    const inParts = await poor.render(cloud, cameras, { depth: true });
    assert.ok(poor.lastTimings!.submissions > cameras.length);
    assert.deepEqual(inParts, whole);
  },
});

function sameBytes(a: ArrayBufferView, b: ArrayBufferView): boolean {
  const bytes = (view: ArrayBufferView) =>
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const other = bytes(b);
  return a.byteLength === b.byteLength && bytes(a).every((value, i) => value === other[i]);
}

Deno.test("depthImage() shows the nearest white, the farthest dark and nothing black", () => {
  const image = depthImage({
    width: 5,
    height: 1,
    depth: Float32Array.of(2, 4, 3, 0, 9),
    alpha: Float32Array.of(1, 1, 0.5, 0, 0.1),
  });
  // Half covered, half way: half of the grey between. The last is too faint to set the scale.
  const greys = [255, 32, 72, 0, 3];
  assert.deepEqual([...image.rgba], greys.flatMap((grey) => [grey, grey, grey, 255]));
});

Deno.test("depthImage() takes a flat picture and an empty one, and none without depths", () => {
  const flat = { width: 1, height: 1, depth: Float32Array.of(3), alpha: Float32Array.of(1) };
  assert.equal(depthImage(flat).rgba[0], 255);
  const empty = { width: 1, height: 1, depth: new Float32Array(1), alpha: new Float32Array(1) };
  assert.equal(depthImage(empty).rgba[0], 0);
  assert.throws(() => depthImage({ width: 1, height: 1 }), /render with `depth: true`/);
});

// The optional data folder beside the checkout.
const DATA = new URL("../../../../shared/data/splats/", import.meta.url);

for (const name of ["hamburger.ply", "monkey.ply"]) {
  const bytes = readData(name);
  Deno.test({
    name: `every two backends see the real ${name} as deep and as covered${why}` +
      (bytes ? "" : " (skipped: no data folder beside the checkout)"),
    ignore: bytes === undefined,
    fn: () =>
      assertAgreement(decodePly(bytes!), [cameraFrom(12, 256), cameraFrom(192, 256)], "inria"),
  });
}

function readData(name: string): Uint8Array | undefined {
  try {
    return Deno.readFileSync(new URL(name, DATA));
  } catch {
    return undefined; // The names of the tests say that they are skipped.
  }
}

// Runs last: gives the device back.
Deno.test({
  name: "the renderers' device is given back" + (webgpu ? "" : " (skipped: there is none)"),
  ignore: !webgpu,
  fn: () => webgpu![Symbol.asyncDispose](),
});
