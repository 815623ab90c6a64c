/**
 * The ring of cameras that an asset is scored from.
 *
 * @module
 */
import { type Camera, orbitCamera } from "@threegen/splats";

/** How many views and how large. */
export interface ViewOptions {
  /** Number of views on the ring; a multiple of 4, so that the grid's views are among them. */
  readonly views: number;
  /** Width and height of a view, in pixels. */
  readonly sizePixels: number;
}

/** Views and size of the real thing. Source: the original since 2.1, 16 views of 518 × 518. */
export const STANDARD_VIEWS: ViewOptions = { views: 16, sizePixels: 518 };

/** Distance of the cameras, world units. Source: the original since 1.10, 2.5. */
const RADIUS = 2.5;
/** Vertical field of view. Source: the original, 49.1 degrees. */
const FOV_DEGREES = 49.1;
/** Negative is above. Source: the original since 2.0, −15 degrees. */
const ELEVATION_DEGREES = -15;

/**
 * Returns the cameras of a ring, evenly spaced.
 *
 * The original's ring includes both ends, so its first and last views coincide (and spoil its
 * similarity terms); this one leaves the end out: 16 views are 22.5° apart, not 24°.
 */
export function ringCameras({ views, sizePixels }: ViewOptions): Camera[] {
  return Array.from({ length: views }, (_, index) =>
    orbitCamera({
      elevationDegrees: ELEVATION_DEGREES,
      azimuthDegrees: (360 * index) / views,
      radius: RADIUS,
      fovDegrees: FOV_DEGREES,
      width: sizePixels,
      height: sizePixels,
    }));
}

/**
 * Index of the view that is the single preview: the first that is at least 22.5° round.
 * Source: the original re-uses scoring view 1 of 16.
 */
export function previewIndex(views: number): number {
  return Math.max(1, Math.round(views / 16)) % views;
}

/**
 * Indices of the four views of the grid: a quarter turn apart, from the preview on.
 * Source: the original, views 1, 5, 9 and 13 of 16.
 */
export function gridIndices(views: number): readonly [number, number, number, number] {
  const first = previewIndex(views);
  const at = (quarter: number) => (first + Math.round((quarter * views) / 4)) % views;
  return [at(0), at(1), at(2), at(3)];
}
