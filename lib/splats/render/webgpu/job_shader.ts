/**
 * What all shaders of the WebGPU renderer know of a submission.
 *
 * A submission draws up to {@linkcode MOST_WINDOWS} windows of one cloud. A window is a picture, or a
 * part of one made of whole tiles.
 *
 * @module
 */

/** Width and height of a tile, pixels. */
export const TILE = 16;

/** Windows of one submission. They stand in a uniform buffer, which a device may keep to 64 KiB. */
export const MOST_WINDOWS = 64;

/** Bytes of a `Job` without its windows. */
export const JOB_BYTES = 48;

/** Bytes of a `Window`. */
export const WINDOW_BYTES = 144;

/** Stands before every shader. */
export const JOB_WGSL = /* wgsl */ `
struct Window {
  // World to camera, rows.
  row0: vec4f,
  row1: vec4f,
  row2: vec4f,
  // Focal lengths and where the optical axis meets the picture, pixels.
  lens: vec4f,
  // Least and most x/z, least and most y/z at which the projection is linearised.
  frustum: vec4f,
  // Position of the camera, nothing.
  eye: vec4f,
  // Near, far; width and height of the picture, pixels.
  depths: vec4f,
  // First tile in the picture (x, y), tiles across and down.
  tiles: vec4u,
  // Index of the first tile in the submission and of the first word of the pixels, which are R, G, B
  // and A in 8 bits and then, if asked for, planes of depth and coverage; pixels across and down.
  place: vec4u,
}

struct Job {
  background: vec3f,
  // Added before a colour is cut to 8 bits: 0 or 0.5.
  half: f32,
  skipAlpha: f32,
  // 1 − maxAlpha.
  leastLeft: f32,
  // A pixel is full when the transmittance would come to this or less.
  stopAt: f32,
  dilation: f32,
  // Gaussians, and harmonics of each above degree 0.
  gaussians: u32,
  harmonics: u32,
  // Windows, tiles of all windows.
  windows: u32,
  // Tiles of all windows; with the topmost bit set, channel A carries the coverage.
  tilesAndFlag: u32,
  window: array<Window, ${MOST_WINDOWS}>,
}

@group(0) @binding(0) var<uniform> job: Job;
const CULLED = 0xffffffffu;
`;
