/**
 * View blocks: what the kernel is told of a camera.
 *
 * @module
 */
import { type Camera, cameraToWorld } from "../../camera.ts";
import { frustumBounds, RENDER_PRESETS } from "../semantics.ts";
import type { RenderImageOptions } from "../splat_renderer.ts";
import { EXP_COEFFICIENTS, POWER_SCALE } from "./exponential.ts";
import * as at from "./kernel/layout.ts";
import type { ScenePlaces, SceneSizes } from "./pack_scene.ts";

/** Number of tiles across and down a picture. */
export function tilesOf({ width, height }: Camera): { readonly across: number; down: number } {
  return { across: Math.ceil(width / at.TILE_WIDTH), down: Math.ceil(height / at.TILE_HEIGHT) };
}

/** Writes the block of a view; the worker that draws it adds its own places later. */
export function writeViewBlock(
  memory: DataView,
  block: number,
  camera: Camera,
  options: RenderImageOptions,
  scene: ScenePlaces & SceneSizes,
  out: number,
): void {
  const { background = [1, 1, 1], preset = "gsplat-1.5.3" } = options;
  const { rounding = "truncate", coverage = false, depth = false } = options;
  const { maxAlpha, skipAlpha, stopAt, stopsWhenEqual, dilation } = RENDER_PRESETS[preset];
  const { width, height, focalX, focalY, centerX, centerY } = camera;
  const { leastX, mostX, leastY, mostY } = frustumBounds(camera);
  const eye = cameraToWorld(camera);
  const { across, down } = tilesOf(camera);
  const float = (offset: number, value: number) => memory.setFloat32(block + offset, value, true);
  const integer = (offset: number, value: number) => memory.setUint32(block + offset, value, true);

  for (let i = 0; i < 12; i++) float(at.WORLD_TO_CAMERA + i * 4, camera.worldToCamera[i]);
  for (let i = 0; i < 4; i++) {
    memory.setFloat64(block + at.DEPTH_ROW + i * 8, camera.worldToCamera[8 + i], true);
  }
  float(at.FOCAL_X, focalX);
  float(at.FOCAL_Y, focalY);
  float(at.CENTER_X, centerX);
  float(at.CENTER_Y, centerY);
  float(at.LEAST_X, leastX);
  float(at.MOST_X, mostX);
  float(at.LEAST_Y, leastY);
  float(at.MOST_Y, mostY);
  float(at.NEAR, camera.near);
  float(at.FAR, camera.far);
  float(at.DILATION, dilation);
  float(at.LN_SKIP, Math.log(skipAlpha));
  for (let channel = 0; channel < 3; channel++) {
    float(at.BACKGROUND + channel * 4, background[channel]);
    float(at.EYE + channel * 4, eye[channel * 4 + 3]);
  }
  float(at.MAX_ALPHA, maxAlpha);
  // The kernel goes on while T ≥ its limit; "stops when equal" makes that the next larger float.
  float(at.STOP_AT, stopsWhenEqual ? nextFloat(stopAt) : stopAt);
  float(at.HALF, rounding === "round" ? 0.5 : 0);
  integer(at.WIDTH, width);
  integer(at.HEIGHT, height);
  integer(at.TILES_X, across);
  integer(at.TILES_Y, down);
  integer(at.GROUPS, scene.groups);
  integer(at.OPAQUE, coverage ? 0 : 255);
  integer(at.HARMONIC_COUNT, scene.harmonicCount);
  integer(at.HAS_DEPTH, depth ? 1 : 0);
  integer(at.GEOMETRY, scene.geometry);
  integer(at.COLOURS, scene.colours);
  integer(at.HARMONICS, scene.harmonics);
  integer(at.SHADED, scene.colours);
  integer(at.OUT, out);
  integer(at.READY, 0);
  integer(at.NEXT_ROW, 0);
  integer(at.ROWS_DONE, 0);
  float(at.POWER_SCALE, POWER_SCALE);
  float(at.LEAST_POWER, Math.log(skipAlpha) * POWER_SCALE);
  float(at.EXP_0, EXP_COEFFICIENTS[0]);
  float(at.EXP_1, EXP_COEFFICIENTS[1]);
  float(at.EXP_2, EXP_COEFFICIENTS[2]);
  float(at.EXP_3, EXP_COEFFICIENTS[3]);
  float(at.TWO, 2);
}

function nextFloat(value: number): number {
  const bits = new Uint32Array(1);
  const float = new Float32Array(bits.buffer);
  float[0] = value;
  bits[0]++;
  return float[0];
}
