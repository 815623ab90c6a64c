/**
 * Where things lie in the memory that the kernel and its callers share, in bytes.
 *
 * This file is TypeScript and AssemblyScript at once: plain constants only.
 */

/** Width of a tile, pixels. */
export const TILE_WIDTH = 16;
/** Height of a tile, pixels. */
export const TILE_HEIGHT = 8;

/** Size of a group of four Gaussians: 13 vectors of position, ln opacity and R·S. */
export const GEOMETRY_GROUP_BYTES = 208;
/** Size of a group's degree-0 colours: 3 vectors. */
export const COLOUR_GROUP_BYTES = 48;
/** Size of a projected Gaussian. */
export const RECORD_BYTES = 64;
/** Size of a depth key: index and depth, 32 bits each. */
export const KEY_BYTES = 8;
/** Size of a Gaussian's box of tiles: first tile, and how many more to the right and down. */
export const TILE_BOX_BYTES = 8;
/** Size of the histograms of the sort: 3 passes of 4096 buckets. */
export const HISTOGRAM_BYTES = 49152;
/** Place of a projected Gaussian's depth in its record, where depths are asked for. */
export const RECORD_DEPTH = 48;
/** Size of what a worker needs to draw one tile. */
export const SCRATCH_BYTES = 8192;
/** Rows of tiles below the picture that counting may touch. */
export const SPARE_ROWS = 3;

/** Size of a view block; its fields follow. */
export const VIEW_BYTES = 320;
// Floats.
export const WORLD_TO_CAMERA = 0;
export const FOCAL_X = 48;
export const FOCAL_Y = 52;
export const CENTER_X = 56;
export const CENTER_Y = 60;
export const LEAST_X = 64;
export const MOST_X = 68;
export const LEAST_Y = 72;
export const MOST_Y = 76;
export const NEAR = 80;
export const FAR = 84;
export const DILATION = 88;
export const LN_SKIP = 92;
export const BACKGROUND = 96;
export const MAX_ALPHA = 108;
export const STOP_AT = 112;
export const HALF = 116;
export const EYE = 120;
// Integers.
export const WIDTH = 132;
export const HEIGHT = 136;
export const TILES_X = 140;
export const TILES_Y = 144;
export const GROUPS = 148;
export const OPAQUE = 152;
export const HARMONIC_COUNT = 156;
// Pointers and sizes.
export const GEOMETRY = 160;
export const COLOURS = 164;
export const HARMONICS = 168;
export const SHADED = 172;
export const RECORDS = 176;
export const TILE_BOXES = 180;
export const KEYS = 184;
export const SPARE_KEYS = 188;
export const HISTOGRAMS = 192;
export const COUNTS = 196;
export const HEADS = 200;
export const STARTS = 204;
export const LIST = 208;
export const LIST_CAPACITY = 212;
/** Planes of the picture: R, G, B and A in 8 bits, then, if asked for, depth and coverage. */
export const OUT = 216;
// What the projection found.
export const LEAST_KEY = 220;
export const MOST_KEY = 224;
// Words for Atomics.
export const READY = 228;
export const NEXT_ROW = 232;
export const ROWS_DONE = 236;
// Constants of the exponential; in memory, because V8 makes literals anew at each use.
export const POWER_SCALE = 240;
export const LEAST_POWER = 244;
export const EXP_3 = 248;
export const EXP_2 = 252;
export const EXP_1 = 256;
export const EXP_0 = 260;
export const TWO = 264;
/** 1 where depths are asked for, 0 elsewhere. */
export const HAS_DEPTH = 268;
/** Third row of the camera's matrix as 64-bit floats. */
export const DEPTH_ROW = 272;
