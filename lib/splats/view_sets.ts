/**
 * The sets of views that assets are judged from: ours, and the original's by version.
 *
 * @module
 */
import { type Camera, orbitCamera } from "./camera.ts";

/**
 * Name of a set of views. `ring` is ours: 16 distinct azimuths, 22.5° apart. The others are the
 * original's, by the first version of its validation endpoint that used them; its 1.3 is missing,
 * as its azimuths are not known.
 */
export type ViewSetName =
  | "ring"
  | "original-1.2"
  | "original-1.4"
  | "original-1.7"
  | "original-1.8"
  | "original-1.10"
  | "original-1.14"
  | "original-2.0"
  | "original-2.1";

/** Where a view looks from; the angles are those of {@linkcode orbitCamera}. */
export interface OrbitView {
  /** Elevation; negative is above. */
  readonly elevationDegrees: number;
  /** Azimuth; 0 is on +z, 90 on +x. */
  readonly azimuthDegrees: number;
}

/** A set of views. */
export interface ViewSet {
  /** Directions, in the order in which they are rendered. */
  readonly views: readonly OrbitView[];
  /** Distance from the origin, world units. */
  readonly radius: number;
  /** Width and height, pixels. */
  readonly sizePixels: number;
}

/** What may be changed about a set of views. */
export interface ViewSetOptions {
  /**
   * Returns a number from 0 up to 1, for the sets that the original scattered at random. Without
   * it every view stays in the middle of its range.
   */
  readonly random?: () => number;
}

/** What may be changed about the cameras of a set. */
export interface ViewCameraOptions extends ViewSetOptions {
  /** Width and height, pixels, instead of the set's own. */
  readonly sizePixels?: number;
  /** Distance from the origin instead of the set's own, world units. */
  readonly radius?: number;
  /** Vertical field of view. Default 49.1. */
  readonly fovDegrees?: number;
}

/** Views of every set but the first of the original. */
const VIEWS = 16;

/** Elevation of rings: a little above the object. Source: the original, version 2. */
const RING_ELEVATION_DEGREES = -15;

/** Returns a set of views. Source of all numbers: the original's validation by version. */
export function viewSet(name: ViewSetName = "ring", options: ViewSetOptions = {}): ViewSet {
  const random = options.random ?? (() => 0.5);
  switch (name) {
    case "ring":
      return { views: ring(360 / VIEWS), radius: 2.5, sizePixels: 518 };
    case "original-1.2": {
      // Whole elevations from −20 to 19; the middle is 0.
      const views = Array.from({ length: 10 }, (_, view) => ({
        elevationDegrees: Math.floor(random() * 40) - 20,
        azimuthDegrees: view * 36,
      }));
      return { views, radius: 5, sizePixels: 512 };
    }
    case "original-1.4":
      return { views: spiral(), radius: 4, sizePixels: 512 };
    case "original-1.7":
      return { views: scatter(spiral(), 5, random), radius: 3.5, sizePixels: 512 };
    case "original-1.8":
      return { views: scatter(golden(), 3, random), radius: 2.8, sizePixels: 512 };
    case "original-1.10":
      return { views: scatter(golden(), 3, random), radius: 2.5, sizePixels: 512 };
    case "original-1.14":
      return { views: scatter(golden(), 3, random), radius: 2.5, sizePixels: 224 };
    // Both ends of the circle are in: a step of 24°, and the last view is the first again.
    case "original-2.0":
      return { views: ring(360 / (VIEWS - 1)), radius: 2.5, sizePixels: 224 };
    case "original-2.1":
      return { views: ring(360 / (VIEWS - 1)), radius: 2.5, sizePixels: 518 };
  }
}

/** Returns the cameras of a set of views, in order. */
export function viewCameras(name: ViewSetName = "ring", options: ViewCameraOptions = {}): Camera[] {
  const set = viewSet(name, options);
  const { sizePixels = set.sizePixels, radius = set.radius, fovDegrees } = options;
  return set.views.map((view) =>
    orbitCamera({
      ...view,
      radius,
      width: sizePixels,
      height: sizePixels,
      ...(fovDegrees === undefined ? {} : { fovDegrees }),
    })
  );
}

function ring(stepDegrees: number): OrbitView[] {
  return Array.from({ length: VIEWS }, (_, view) => ({
    elevationDegrees: RING_ELEVATION_DEGREES,
    azimuthDegrees: view * stepDegrees,
  }));
}

/**
 * The original's spiral. Its two angles are swapped: the azimuth stays within ±67° while the
 * elevation runs over the poles several times. Kept as it was.
 */
function spiral(): OrbitView[] {
  return Array.from({ length: VIEWS }, (_, view) => {
    const end = 1 - 1 / (VIEWS - 1);
    const s = -end + view * 2 * end / (VIEWS - 1);
    const angle = 90 * Math.sign(s) * (1 - Math.sqrt(1 - Math.abs(s)));
    return {
      elevationDegrees: s * (0.1 + 1.2 * VIEWS) * 180 / Math.PI - 90,
      azimuthDegrees: (angle + 360) % 360,
    };
  });
}

/** Directions spread evenly over the sphere, from above to below, turning by the golden angle. */
function golden(): OrbitView[] {
  return Array.from({ length: VIEWS }, (_, view) => ({
    elevationDegrees: Math.acos(1 - 1 / VIEWS - 2 * view / VIEWS) * 180 / Math.PI - 90,
    azimuthDegrees: (view * 180 * (3 - Math.sqrt(5))) % 360,
  }));
}

function scatter(views: OrbitView[], byDegrees: number, random: () => number): OrbitView[] {
  return views.map(({ elevationDegrees, azimuthDegrees }) => ({
    elevationDegrees,
    azimuthDegrees: azimuthDegrees + (2 * random() - 1) * byDegrees,
  }));
}
