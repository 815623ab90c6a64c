import assert from "node:assert/strict";
import {
  type Camera,
  cloudFromActivated,
  decodePly,
  decodePng,
  emptyCloud,
  type GaussianCloud,
  mergeClouds,
  orbitCamera,
  psnr,
  withShDegree,
} from "../mod.ts";
import { tinyCloud } from "../testing/mod.ts";
import { ReferenceRenderer, renderReference, toImage } from "./mod.ts";

const BLACK = [0, 0, 0] as const;

/** Looks along −z at the origin, from distance 2 unless told otherwise. */
function frontCamera(size = 64, radius = 2): Camera {
  return orbitCamera({
    elevationDegrees: 0,
    azimuthDegrees: 0,
    radius,
    width: size,
    height: size,
  });
}

/** A round Gaussian of one colour per channel. */
function ball(
  position: number[],
  { sigma = 0.1, opacity = 0.9, color = [1, 1, 1] } = {},
): GaussianCloud {
  return cloudFromActivated({
    positions: position,
    scales: [sigma, sigma, sigma],
    opacities: [opacity],
    colors: color,
  });
}

Deno.test("renderReference() of nothing is the background", () => {
  const render = renderReference(emptyCloud(0), frontCamera(4), { background: [0.25, 0.5, 1] });
  assert.deepEqual([...toImage(render, "truncate").rgba.slice(0, 4)], [63, 127, 255, 255]);
  assert.deepEqual([...toImage(render, "round").rgba.slice(0, 4)], [64, 128, 255, 255]);
  assert.ok(render.alpha.every((value) => value === 0));
});

Deno.test("renderReference() puts a Gaussian where a pinhole camera sees it", () => {
  const camera = frontCamera();
  const render = renderReference(ball([0.2, 0.3, 0]), camera, { background: BLACK });
  let best = 0;
  render.alpha.forEach((value, i) => best = value > render.alpha[best] ? i : best);
  const column = camera.focalX * 0.2 / 2 + 32;
  const row = -camera.focalY * 0.3 / 2 + 32;
  assert.deepEqual([best % 64, Math.floor(best / 64)], [Math.floor(column), Math.floor(row)]);
});

Deno.test("renderReference() gives a round Gaussian its size in pixels, dilation included", () => {
  const camera = frontCamera();
  const render = renderReference(ball([0, 0, 0]), camera, { background: BLACK });
  const variance = (camera.focalX * 0.1 / 2) ** 2 + 0.3;
  // The centre is at a corner of pixels: (32, 32).
  const expected = (dx: number, dy: number) =>
    0.9 * Math.exp(-0.5 * (dx * dx + dy * dy) / variance);
  for (const [column, row] of [[32, 32], [36, 32], [30, 27]]) {
    const found = render.alpha[row * 64 + column];
    assert.ok(Math.abs(found - expected(column - 31.5, row - 31.5)) < 1e-6, `${column}, ${row}`);
  }
});

Deno.test("renderReference() blends front to back whatever the order in the cloud", () => {
  const near = ball([0, 0, 0.5], { color: [1, 0, 0], opacity: 0.6, sigma: 0.5 });
  const far = ball([0, 0, -0.5], { color: [0, 1, 0], opacity: 0.8, sigma: 0.5 });
  const camera = frontCamera();
  const one = renderReference(mergeClouds([near, far]), camera, { background: [0, 0, 1] });
  const other = renderReference(mergeClouds([far, near]), camera, { background: [0, 0, 1] });
  assert.deepEqual(one, other);
  const centre = (32 * 64 + 32) * 3;
  const [red, green, blue] = one.color.subarray(centre, centre + 3);
  assert.ok(Math.abs(red - 0.6) < 1e-2 && Math.abs(green - 0.32) < 1e-2);
  assert.ok(Math.abs(red + green + blue - 1) < 1e-6);
});

Deno.test("renderReference() draws Gaussians of the same depth in the order of the cloud", () => {
  const red = ball([0, 0, 0], { color: [1, 0, 0], opacity: 0.9 });
  const green = ball([0, 0, 0], { color: [0, 1, 0], opacity: 0.9 });
  const centre = (32 * 64 + 32) * 3;
  const { color } = renderReference(mergeClouds([green, red]), frontCamera(), {
    background: BLACK,
  });
  assert.ok(color[centre + 1] > 5 * color[centre]);
});

Deno.test("renderReference() gives the mean depth of what covers a pixel", () => {
  const { depth, alpha } = renderReference(ball([0, 0, 0.5]), frontCamera());
  assert.ok(Math.abs(depth[32 * 64 + 32] - 1.5) < 1e-6);
  assert.ok(depth.every((value, i) => alpha[i] > 0 || value === 0));
});

Deno.test("renderReference() clamps one Gaussian's alpha as the preset says", () => {
  const cloud = ball([0, 0, 0], { opacity: 1, sigma: 3 });
  const alphaOf = (preset: "gsplat-1.5.3" | "inria") =>
    renderReference(cloud, frontCamera(), { preset }).alpha[32 * 64 + 32];
  assert.ok(Math.abs(alphaOf("gsplat-1.5.3") - 0.999) < 1e-6);
  assert.ok(Math.abs(alphaOf("inria") - 0.99) < 1e-6);
});

Deno.test("renderReference() stops before the Gaussian that would fill a pixel", () => {
  const wide = { opacity: 1, sigma: 3 };
  const cloud = mergeClouds([
    ball([0, 0, 0.3], { ...wide, color: [1, 0, 0] }),
    ball([0, 0, 0.2], { ...wide, color: [0, 1, 0] }),
    ball([0, 0, 0.1], { ...wide, color: [0, 0, 1] }),
  ]);
  const at = 32 * 64 + 32;
  // gsplat: 0.001 is left of T, the next would leave 1e-6. Inria: 0.01 and 0.99998e-4.
  for (const [preset, most] of [["gsplat-1.5.3", 0.999], ["inria", 0.99]] as const) {
    const { alpha, color } = renderReference(cloud, frontCamera(), { background: BLACK, preset });
    assert.ok(Math.abs(alpha[at] - most) < 1e-6);
    assert.ok(Math.abs(color[at * 3 + 1]) < 1e-6);
  }
});

Deno.test("renderReference() draws nothing behind the camera, too near, too far or not finite", () => {
  const broken = tinyCloud();
  broken.positions.fill(NaN);
  const infinite = withShDegree(ball([0, 0, 0]), 1);
  // Times z, which is −1: less than any colour.
  infinite.shRest.fill(Infinity, 3, 6);
  const hidden = [
    ball([0, 0, 3]),
    ball([0, 0, 1.995]),
    ball([0, 0, -99]),
    ball([0, 0, 0], { opacity: 0.003 }),
    ball([0, 0, 0], { sigma: Infinity }),
    ball([0, 0, 0], { color: [NaN, 0, 0] }),
    broken,
    infinite,
  ];
  for (const cloud of hidden) {
    const { alpha } = renderReference(cloud, frontCamera());
    assert.ok(alpha.every((value) => value === 0));
  }
});

Deno.test("renderReference() evaluates harmonics in the direction from the camera", () => {
  const cloud: GaussianCloud = { ...tinyCloud(), shDegree: 1, shRest: new Float32Array(27) };
  cloud.shDc.fill(0);
  // Coefficient 1 goes with z: 0.4886 · z, and the camera looks along −z.
  for (let i = 0; i < 3; i++) cloud.shRest.fill(-0.5, i * 9 + 3, i * 9 + 6);
  const { color, alpha } = renderReference(cloud, frontCamera(), { background: BLACK });
  const at = 32 * 64 + 32;
  assert.ok(Math.abs(color[at * 3] / alpha[at] - (0.5 + 0.5 * 0.4886)) < 1e-2);
});

Deno.test("ReferenceRenderer draws one picture per camera and stops when told to", async () => {
  await using renderer = new ReferenceRenderer();
  const images = await renderer.render(tinyCloud(), [frontCamera(8), frontCamera(16)]);
  assert.deepEqual(images.map(({ width }) => width), [8, 16]);
  const signal = AbortSignal.abort(new Error("enough"));
  await assert.rejects(renderer.render(tinyCloud(), [frontCamera(8)], { signal }), /enough/);
});

const folder = new URL("../../../../shared/data/splats/", import.meta.url);
const hasSplats = canRead(new URL("hamburger.ply", folder));

function canRead(path: URL): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false; // Absent, or no permission to look.
  }
}

Deno.test({
  name: "renderReference() draws the hamburger as the original's CUDA renderer did, 80 dB or more" +
    (hasSplats ? "" : " (skipped: no optional data folder beside the checkout)"),
  ignore: !hasSplats,
  fn() {
    const cloud = decodePly(Deno.readFileSync(new URL("hamburger.ply", folder)));
    const expected = decodePng(
      Deno.readFileSync(new URL("hamburger_render_reference.png", folder)),
    );
    const camera = orbitCamera({
      elevationDegrees: 0,
      azimuthDegrees: 45,
      radius: 3,
      fovDegrees: 49.1,
      width: 1080,
      height: 1080,
    });
    const found = toImage(renderReference(cloud, camera), "truncate");
    // Measured: 89.0 dB, no value off by more than 3.
    const decibels = psnr(found, expected);
    assert.ok(decibels >= 80, `${decibels.toFixed(1)} dB`);
  },
});
