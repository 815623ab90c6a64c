import { type Camera, ORBIT_FOV_DEGREES, orbitCamera } from "./camera.ts";

/** A camera that turns about the origin, ring after ring. */
export interface TurntableOptions {
  /** Width and height, pixels. */
  readonly sizePixels: number;
  /** Frames of a whole turn. Default 72. Source: the original's videos, a step of 5 degrees. */
  readonly framesPerTurn?: number;
  /**
   * Elevation of each ring; negative is above. Default one ring at −15. The original's videos have
   * −30, −20, −10 and 0.
   */
  readonly elevationsDegrees?: readonly number[];
  /** Distance from the origin. Default 2.5; the original's videos have 5. */
  readonly radius?: number;
  /** Azimuth of each ring's first frame. Default 0, in front. */
  readonly startDegrees?: number;
  /** Vertical field of view. Default that of {@linkcode orbitCamera}. */
  readonly fovDegrees?: number;
}

/** Returns the cameras of a video that turns about the origin. */
export function turntableCameras(options: TurntableOptions): Camera[] {
  const { sizePixels, framesPerTurn = 72, elevationsDegrees = [-15], radius = 2.5 } = options;
  const { startDegrees = 0, fovDegrees = ORBIT_FOV_DEGREES } = options;
  return elevationsDegrees.flatMap((elevationDegrees) =>
    Array.from({ length: framesPerTurn }, (_, frame) =>
      orbitCamera({
        elevationDegrees,
        azimuthDegrees: startDegrees + frame * 360 / framesPerTurn,
        radius,
        fovDegrees,
        width: sizePixels,
        height: sizePixels,
      }))
  );
}
