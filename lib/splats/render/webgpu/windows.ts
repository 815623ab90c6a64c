/**
 * Windows: pictures, or parts of them, that are drawn in one submission.
 *
 * @module
 */
import { type Camera, cameraToWorld } from "../../camera.ts";
import type { GaussianCloud } from "../../cloud.ts";
import { frustumBounds, RENDER_PRESETS } from "../semantics.ts";
import type { RenderImageOptions } from "../splat_renderer.ts";
import { JOB_BYTES, TILE, WINDOW_BYTES } from "./job_shader.ts";

/** A rectangle of whole tiles of a picture. */
export interface Window {
  /** Which picture of the call. */
  readonly picture: number;
  /** The camera of the picture. */
  readonly camera: Camera;
  /** First column of tiles. */
  readonly tileX: number;
  /** First row of tiles. */
  readonly tileY: number;
  /** Columns of tiles. */
  readonly tilesAcross: number;
  /** Rows of tiles. */
  readonly tilesDown: number;
}

/** Returns the window that is a whole picture. */
export function wholePicture(camera: Camera, picture: number): Window {
  const tilesAcross = Math.ceil(camera.width / TILE);
  const tilesDown = Math.ceil(camera.height / TILE);
  return { picture, camera, tileX: 0, tileY: 0, tilesAcross, tilesDown };
}

/** Returns the halves of a window of two tiles or more. */
export function splitWindow(window: Window): [Window, Window] {
  const { tileX, tileY, tilesAcross, tilesDown } = window;
  if (tilesDown >= tilesAcross) {
    const upper = Math.floor(tilesDown / 2);
    return [
      { ...window, tilesDown: upper },
      { ...window, tileY: tileY + upper, tilesDown: tilesDown - upper },
    ];
  }
  const left = Math.floor(tilesAcross / 2);
  return [
    { ...window, tilesAcross: left },
    { ...window, tileX: tileX + left, tilesAcross: tilesAcross - left },
  ];
}

/** Returns the number of tiles of a window. */
export function tilesOf({ tilesAcross, tilesDown }: Window): number {
  return tilesAcross * tilesDown;
}

/** Returns how many planes of 32 bits a picture has: R, G, B and A; depth; coverage. */
export function planesOf({ depth = false }: RenderImageOptions): number {
  return depth ? 3 : 1;
}

/** Returns the pixels of a window: those of its tiles that are in the picture. */
export function pixelsOf({ camera, tileX, tileY, tilesAcross, tilesDown }: Window) {
  const x = tileX * TILE;
  const y = tileY * TILE;
  const width = Math.min(tilesAcross * TILE, camera.width - x);
  const height = Math.min(tilesDown * TILE, camera.height - y);
  return { x, y, width, height };
}

/** Nearly the largest float32: shaders may take for granted that there is no infinity. */
const MOST_FLOAT = 3e38;

/** Writes the `Job` of the shaders. */
export function packJob(
  cloud: GaussianCloud,
  windows: readonly Window[],
  options: RenderImageOptions,
): ArrayBuffer {
  const { background = [1, 1, 1], preset = "gsplat-1.5.3", rounding, coverage = false } = options;
  const { maxAlpha, skipAlpha, stopAt, stopsWhenEqual, dilation } = RENDER_PRESETS[preset];
  const buffer = new ArrayBuffer(JOB_BYTES + windows.length * WINDOW_BYTES);
  const floats = new Float32Array(buffer);
  const words = new Uint32Array(buffer);
  const tiles = windows.reduce((sum, window) => sum + tilesOf(window), 0);
  floats.set(background);
  floats[3] = rounding === "round" ? 0.5 : 0;
  floats[4] = skipAlpha;
  floats[5] = 1 - maxAlpha;
  floats[6] = stopAt;
  // The largest number below: full only when there is less left than `stopAt`.
  if (!stopsWhenEqual) words[6]--;
  floats[7] = dilation;
  words.set([
    cloud.count,
    (cloud.shDegree + 1) ** 2 - 1,
    windows.length,
    (tiles | (coverage ? 0x80000000 : 0)) >>> 0,
  ], 8);
  const planes = planesOf(options);
  let firstTile = 0;
  let firstWord = 0;
  windows.forEach((window, i) => {
    const { width, height, focalX, focalY, centerX, centerY, near, far } = window.camera;
    const { leastX, mostX, leastY, mostY } = frustumBounds(window.camera);
    const toWorld = cameraToWorld(window.camera);
    const pixels = pixelsOf(window);
    const at = (JOB_BYTES + i * WINDOW_BYTES) / 4;
    // deno-fmt-ignore
    floats.set([
      ...window.camera.worldToCamera,
      focalX, focalY, centerX, centerY,
      leastX, mostX, leastY, mostY,
      toWorld[3], toWorld[7], toWorld[11], 0,
      near, Math.min(far, MOST_FLOAT), width, height,
    ], at);
    // deno-fmt-ignore
    words.set([
      window.tileX, window.tileY, window.tilesAcross, window.tilesDown,
      firstTile, firstWord, pixels.width, pixels.height,
    ], at + 28);
    firstTile += tilesOf(window);
    firstWord += pixels.width * pixels.height * planes;
  });
  return buffer;
}
